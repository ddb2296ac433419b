//! Every file of the corpus, and every input that once failed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml_tests::fuzz::TARGETS;
use toml_tests::real_files::workspace;

use crate::run;

/// All of the corpus, in bytes, so that a checkout stays small.
const MAX_CORPUS: u64 = 2_000_000;

/// The paths in a folder, by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths
}

fn name(path: &Path) -> &str {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    stem.expect("the name is text")
}

/// The violations of the files in the folder of each target below one of `fuzz/`.
fn violations(folder: &str) -> Vec<String> {
    let mut violations = Vec::new();
    for folder in entries(&workspace().join("fuzz").join(folder)) {
        let target = TARGETS.iter().find(|target| target.name == name(&folder));
        let target = target.unwrap_or_else(|| panic!("{} has no target", folder.display()));
        for path in entries(&folder) {
            let bytes = fs::read(&path).expect("the file can be read");
            if let Err(violation) = run(target, &bytes) {
                violations.push(format!("{}: {violation}", path.display()));
            }
        }
    }
    violations
}

#[test]
fn every_target_has_a_file_and_a_corpus() {
    let expected: BTreeSet<&str> = TARGETS.iter().map(|target| target.name).collect();
    for folder in ["targets", "corpus"] {
        let paths = entries(&workspace().join("fuzz").join(folder));
        let found: BTreeSet<&str> = paths.iter().map(|path| name(path)).collect();
        assert_eq!(found, expected, "in fuzz/{folder}");
    }
}

#[test]
fn the_corpus_is_small() {
    let folders = entries(&workspace().join("fuzz/corpus"));
    let files = folders.iter().flat_map(|folder| entries(folder));
    let sizes = files.map(|file| fs::metadata(file).expect("the file is there").len());
    let size: u64 = sizes.sum();
    assert!(size < MAX_CORPUS, "{size} bytes");
}

#[test]
fn the_corpus_keeps_the_invariants() {
    assert_eq!(violations("corpus"), [""; 0]);
}

#[test]
fn inputs_that_once_failed_keep_the_invariants() {
    assert_eq!(violations("regressions"), [""; 0]);
}
