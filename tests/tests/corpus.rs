//! Real files: the folder in `TOML_CORPUS`, or `../shared/corpus` beside the workspace, where it
//! is; else this repository's own manifests and lock file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use toml_core::{ErrorKind, ParseOptions, Version};
use toml_tests::invariants;
use toml_tests::real_files::{corpus, toml_files, workspace};

/// Valid in TOML 1.1 alone.
const SINCE_1_1: &str = "uv-ruff.toml";
/// Wrong on purpose.
const INVALID: &str = "multi-line-errors.toml";

/// Prints past the capture of passing tests.
fn note(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

fn files() -> Vec<PathBuf> {
    let Some(folder) = corpus() else {
        note("corpus: no folder of real files; checking this repository's own instead");
        let own = [
            "Cargo.lock",
            "Cargo.toml",
            "toml-cli/Cargo.toml",
            "toml-core/Cargo.toml",
        ];
        return own.iter().map(|name| workspace().join(name)).collect();
    };
    toml_files(&folder)
}

fn is_named(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|file| file == name)
}

/// How a file is judged: `None` where it is valid.
fn error_kind(source: &[u8], version: Version) -> Option<ErrorKind> {
    let options = ParseOptions {
        version,
        ..ParseOptions::default()
    };
    options.parse_bytes(source).err().map(|error| error.kind())
}

#[test]
fn real_files_are_valid() {
    let files = files();
    for path in &files {
        let source = fs::read(path).expect("the file can be read");
        let (old, new) = (
            error_kind(&source, Version::V1_0),
            error_kind(&source, Version::V1_1),
        );
        if is_named(path, INVALID) {
            let expected = Some(ErrorKind::DuplicateKey);
            assert_eq!((old, new), (expected, expected), "{}", path.display());
        } else if is_named(path, SINCE_1_1) {
            assert!(
                old.is_some_and(ErrorKind::is_valid_in_1_1),
                "{}: {old:?}",
                path.display()
            );
            assert_eq!(new, None, "{}", path.display());
        } else {
            assert_eq!((old, new), (None, None), "{}", path.display());
        }
    }
    note(&format!("corpus: {} files judged rightly", files.len()));
}

#[test]
fn real_files_keep_the_invariants() {
    for path in files() {
        let source = fs::read(&path).expect("the file can be read");
        let outcome = invariants::check_bytes(&source);
        assert_eq!(outcome, Ok(()), "{}", path.display());
    }
}
