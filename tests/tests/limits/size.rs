//! Long documents, long tokens, and runs of what a lexer may loop over.

use std::fmt::Write;

use toml_core::{ArrayRef, ErrorKind, ParseOptions, Version, parse};
use toml_tests::invariants;

use crate::{on_small_stack, rejected};

const MILLION: usize = 1_000_000;
const MEGABYTE: usize = 1_000_000;

#[test]
fn million_brackets_are_too_deep() {
    on_small_stack(|| assert_eq!(rejected(&"[".repeat(MILLION)), ErrorKind::MissingKey));
    on_small_stack(|| {
        let source = format!("a = {}", "[".repeat(MILLION));
        assert_eq!(rejected(&source), ErrorKind::TooDeep);
    });
}

#[test]
fn million_key_segments_are_too_deep() {
    on_small_stack(|| assert_eq!(rejected(&"a.".repeat(MILLION)), ErrorKind::TooDeep));
    on_small_stack(|| {
        let source = format!("[{}a]", "a.".repeat(MILLION - 1));
        assert_eq!(rejected(&source), ErrorKind::TooDeep);
    });
    on_small_stack(|| {
        let source = format!("a = {{{}a = 1}}", "a.".repeat(MILLION - 1));
        assert_eq!(rejected(&source), ErrorKind::TooDeep);
    });
}

#[test]
fn million_braces_are_too_deep() {
    on_small_stack(|| {
        let source = format!("a={}", "{a=".repeat(MILLION));
        assert_eq!(rejected(&source), ErrorKind::TooDeep);
    });
}

#[test]
fn huge_string_is_read() {
    on_small_stack(|| {
        let source = format!("a = '{}'", "x".repeat(100 * MEGABYTE));
        let document = parse(&source).expect("the source is valid");
        let text = document.get("a").and_then(toml_core::ValueRef::as_str);
        assert_eq!(text.map(str::len), Some(100 * MEGABYTE));
    });
}

#[test]
fn huge_string_with_escapes_is_read() {
    on_small_stack(|| {
        let source = format!("a = \"\"\"{}\"\"\"", "\\n\r\n".repeat(MEGABYTE));
        let document = parse(&source).expect("the source is valid");
        let text = document.get("a").and_then(toml_core::ValueRef::as_str);
        assert_eq!(text.map(str::len), Some(2 * MEGABYTE));
    });
}

#[test]
fn huge_unclosed_string_is_rejected() {
    for (quote, length) in [("\"", 100), ("'", 1), ("\"\"\"", 1), ("'''", 1)] {
        on_small_stack(move || {
            let source = format!("a = {quote}{}", "x".repeat(length * MEGABYTE));
            assert_eq!(rejected(&source), ErrorKind::UnclosedString);
        });
    }
}

#[test]
fn huge_key_is_read() {
    on_small_stack(|| {
        let source = format!("{} = 1", "k".repeat(10 * MEGABYTE));
        let document = parse(&source).expect("the source is valid");
        let key = document.root().keys().next().map(|key| key.len());
        assert_eq!(key, Some(10 * MEGABYTE));
    });
    on_small_stack(|| {
        assert_eq!(
            rejected(&"k".repeat(10 * MEGABYTE)),
            ErrorKind::MissingEquals
        );
    });
}

#[test]
fn many_lines_are_read() {
    on_small_stack(|| {
        let mut source = String::new();
        for number in 0..100_000 {
            writeln!(source, "key{number} = {number}").expect("a string takes all");
        }
        let document = parse(&source).expect("the source is valid");
        assert_eq!(document.root().len(), 100_000);
        assert_eq!(
            document
                .get("key99999")
                .and_then(toml_core::ValueRef::as_i64),
            Some(99_999)
        );
    });
}

#[test]
fn wide_array_is_read() {
    on_small_stack(|| {
        let source = format!("a = [{}]", "[],".repeat(100_000));
        let document = parse(&source).expect("the source is valid");
        assert_eq!(
            document
                .root()
                .get("a")
                .and_then(toml_core::ValueRef::as_array)
                .map(ArrayRef::len),
            Some(100_000)
        );
    });
}

/// Text before, text that comes again and again, text behind: what a lexer may loop over.
const RUNS: [(&str, &str, &str); 30] = [
    ("", "\n ", ""),
    ("", "\r\n\t", ""),
    ("", "# c\n", ""),
    ("a", " \t", "= 1"),
    ("a =", "\t ", "1"),
    ("a = 1", " \t", ""),
    ("a = 1", "1_1", ""),
    ("a = 0x0", "_0", ""),
    ("a = 1.1", "_1", ""),
    ("a = ", "1.", "1"),
    ("a = ", "1e", "1"),
    ("a = ", "1-", "1"),
    ("a = ", "1:", "1"),
    ("a = ", "+-", ""),
    ("a = 07:32:00.", "10", ""),
    ("a = ", "1979-05-27 ", ""),
    ("a = ", "b c ", ""),
    ("a = [", "\n ", "]"),
    ("a = [", "1,\n\t", "]"),
    ("a = [", "# c\n", "]"),
    ("a = {", " \n", "}"),
    ("a = \"", "\\n", "\""),
    ("a = \"", "x\\u00e9", "\""),
    ("a = \"\"\"", "\"x", "\"\"\""),
    ("a = '''", "''x", "'''"),
    ("a = \"\"\"", "\\\n ", "\"\"\""),
    ("\"", "\\t", "\" = 1"),
    ("", "-_", " = 1"),
    ("", "[a]", ""),
    ("", "é", " = 1"),
];

#[test]
fn long_runs_are_judged() {
    for (before, piece, after) in RUNS {
        on_small_stack(move || {
            let source = format!("{before}{}{after}", piece.repeat(MILLION / 10));
            for version in [Version::V1_0, Version::V1_1] {
                let options = ParseOptions {
                    version,
                    ..ParseOptions::default()
                };
                if let Err(error) = options.parse(&source) {
                    let outcome = invariants::check_error(source.as_bytes(), &error);
                    assert_eq!(outcome, Ok(()), "{before}{piece}{after}");
                }
            }
        });
    }
}
