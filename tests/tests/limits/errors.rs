//! A million mistakes in one source, and mistakes that are long: what is told of them stays in proportion.

use std::collections::BTreeMap;

use toml_core::{ErrorKind, ParseOptions, Table, parse_recoverable};
use toml_serde::from_str_all;

use crate::{confined, is_thorough};

/// A million, or what a debug build does in a second.
fn count() -> usize {
    if is_thorough() { 1_000_000 } else { 30_000 }
}

fn all_errors() -> ParseOptions {
    ParseOptions {
        max_errors: usize::MAX,
        ..ParseOptions::default()
    }
}

#[test]
fn million_mistakes_are_all_told_on_request() {
    confined(|| {
        let source = "k = x\n".repeat(count());
        let (document, errors) = all_errors().parse_recoverable(&source);
        assert_eq!(document.root().len(), 1);
        assert_eq!(errors.len(), 2 * count() - 1);
        let lines = errors.iter().map(|error| error.start().line);
        let last = lines.max();
        assert_eq!(last, Some(count()));
    });
}

#[test]
fn million_mistakes_end_at_the_limit() {
    confined(|| {
        let source = "= 1\n".repeat(1_000_000);
        let (_, errors) = parse_recoverable(&source);
        let kinds: Vec<ErrorKind> = errors.iter().map(|error| error.kind()).collect();
        assert_eq!(kinds, [ErrorKind::MissingKey; 100]);
        assert_eq!(errors[99].start().line, 100);
        let errors = from_str_all::<Table>(&source).expect_err("mistakes");
        assert_eq!(errors.as_slice().len(), 100);
    });
}

#[test]
fn million_bytes_that_are_not_utf_8_are_all_told_on_request() {
    confined(|| {
        let source = b"#\xff\n".repeat(count());
        let (_, errors) = all_errors().parse_bytes_recoverable(&source);
        let is_each = |(number, error): (usize, &toml_core::Error)| {
            error.kind() == ErrorKind::InvalidUtf8 && error.start().line == number + 1
        };
        assert_eq!(errors.len(), count());
        assert!(errors.iter().enumerate().all(is_each));
    });
}

/// What has no place for text.
type Numbers = BTreeMap<String, BTreeMap<String, u8>>;

/// A key of 12 MB, and more mistakes below it than are told.
fn long_key() -> String {
    let key = "k".repeat(12_000_000);
    let mistakes: Vec<String> = (0..200).map(|number| format!("k{number} = x\n")).collect();
    format!("[{key}]\n{}", mistakes.concat())
}

#[test]
fn long_key_is_cut_in_the_path_of_each_error() {
    confined(|| {
        let source = long_key();
        let (document, errors) = parse_recoverable(&source);
        let key = document.root().keys().next().map(|key| key.len());
        assert_eq!((key, errors.len()), (Some(12_000_000), 100));
        let expected = format!("\"{}…\".k99", "k".repeat(1_000));
        assert_eq!(errors[99].path(), Some(&*expected));
        assert_eq!(errors[99].start().line, 101);
    });
}

#[test]
fn long_key_is_no_trouble_for_types() {
    confined(|| {
        let source = long_key();
        let errors = from_str_all::<Table>(&source).expect_err("mistakes");
        assert_eq!(errors.as_slice().len(), 100);
        let source = source.replace(" = x", " = 'x'");
        let errors = from_str_all::<Numbers>(&source).expect_err("mistakes");
        assert_eq!(errors.as_slice().len(), 100);
        let last = errors.as_slice()[99].to_string();
        assert!(last.len() < 2_000, "{last}");
    });
}
