//! Every example is what it says, and every text fits where it is shown.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};

use super::*;
use crate::{ParseOptions, Version, parse, parse_bytes};

/// The file in which every kind has its code.
const KINDS: &str = include_str!("../kind.rs");

#[test]
fn all_is_every_kind_once() {
    let defined: BTreeSet<&str> = KINDS
        .split('"')
        .filter(|text| text.starts_with("toml::") && !text.contains(['`', ' ']))
        .collect();
    let listed: BTreeSet<&str> = ErrorKind::all().iter().map(|kind| kind.code()).collect();
    assert_eq!(listed, defined);
    assert_eq!(listed.len(), ErrorKind::all().len());
}

#[test]
fn from_code_finds_every_kind() {
    for kind in ErrorKind::all() {
        assert_eq!(ErrorKind::from_code(kind.code()), Some(*kind));
    }
    for code in ["", "toml::", "toml::toml::null-value", "Null-Value"] {
        assert_eq!(ErrorKind::from_code(code), None, "{code}");
    }
}

#[test]
fn wrong_examples_fail_with_their_code_first() {
    for kind in ErrorKind::all() {
        let Some(example) = kind.explanation().example else {
            assert_eq!(*kind, ErrorKind::TooLarge);
            continue;
        };
        let found = parse_bytes(example.wrong).expect_err(kind.code());
        assert_eq!(found.code(), kind.code(), "{found}");
    }
}

#[test]
fn wrong_examples_valid_in_1_1_as_their_kind_says() {
    let options = ParseOptions {
        version: Version::V1_1,
        ..ParseOptions::default()
    };
    for kind in ErrorKind::all() {
        let Some(example) = kind.explanation().example else {
            continue;
        };
        let is_valid = options.parse_bytes(example.wrong).is_ok();
        assert_eq!(is_valid, kind.is_valid_in_1_1(), "{}", kind.code());
    }
}

#[test]
fn right_examples_parse() {
    for kind in ErrorKind::all() {
        if let Some(example) = kind.explanation().example {
            let error = parse(example.right).err();
            assert_eq!(error.map(|e| e.to_string()), None, "{}", kind.code());
        }
    }
}

#[test]
fn texts_keep_to_their_form() {
    for kind in ErrorKind::all() {
        let (code, text) = (kind.code(), kind.explanation());
        assert!(!text.summary.ends_with('.'), "{code}");
        assert!(text.summary.chars().count() <= 48, "{code}");
        assert!(text.rule.ends_with('.'), "{code}");
        assert!(!text.rule.contains("  "), "{code}");
        let sentences = text.rule.matches(". ").count() + 1;
        assert!(sentences <= 3, "{code}");
        let lines = |example: Example| {
            let wrong = String::from_utf8_lossy(example.wrong).into_owned();
            wrong + example.right
        };
        if let Some(example) = text.example {
            let lines = lines(example);
            assert!(lines.ends_with('\n'), "{code}");
            assert!(lines.lines().all(|l| l.chars().count() <= 60), "{code}");
        }
    }
}
