use std::fs;
use std::path::Path;

use super::{FILES, Outcome, Task, to_grid, write_folder};

fn files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let count = entries.map(|entry| match entry.path() {
        path if path.is_dir() => files(&path),
        path => usize::from(path.extension().is_some_and(|it| it == "toml")),
    });
    count.sum()
}

#[test]
fn folder_has_500_files_and_3_megabytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().join("folder");
    let bytes = write_folder(&folder).expect("written");
    assert!((2_800_000..3_400_000).contains(&bytes), "{bytes}");
    assert_eq!(files(&folder.join("packages")), FILES);
    assert!(folder.join(".gitignore").is_file());
}

#[test]
fn grid_shows_wrong_answers() {
    let contender = |name, time, is_content| Outcome {
        name,
        time,
        ratio: time / 0.001,
        is_content,
    };
    let task = Task {
        name: "one file".to_string(),
        contenders: vec![contender("a", 0.001, true), contender("b", 0.02, false)],
    };
    let text = to_grid(&[task]).to_string();
    assert!(text.contains("|  1.0 |       1.00 |   valid |"), "{text}");
    assert!(text.contains("| 20.0 |       20.0 | INVALID |"), "{text}");
}
