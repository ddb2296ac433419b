//! The deepest documents in every front end, and deeper ones.
//!
//! 128 levels, the default limit, fit on a stack of 256 KiB: the parser, the owned values, writing and the
//! formatter in any build, types, layers and the editor in an optimised one. Without optimisation their frames are
//! larger, and take up to 512 KiB.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use toml_core::{ErrorKind, ParseOptions, Table, Value, parse_recoverable};
use toml_edit_lite::{DocumentMut, FormatOptions, MergePolicy, format};
use toml_serde::config::{self, Config};
use toml_tests::edits::all_edits;
use toml_tests::invariants;

use crate::depth::{NESTINGS, nested};
use crate::{SMALL_STACK, confined, confined_to, rejected};

/// The default limit.
const DEEPEST: usize = 128;

/// What types, layers and the editor need for the deepest document, in bytes.
const STACK: usize = if cfg!(debug_assertions) {
    2 * SMALL_STACK
} else {
    SMALL_STACK
};

/// Far deeper than any stack would take.
const ABYSS: usize = 200_000;

/// A type that is as deep as its document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Recursive {
    Table(BTreeMap<String, Recursive>),
    Array(Vec<Recursive>),
    Integer(i64),
}

/// The same, each level in a variant of its own, which is not buffered.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Linked {
    k: Option<Box<Linked>>,
}

#[test]
fn deepest_documents_are_read_and_formatted() {
    confined(|| {
        for what in NESTINGS {
            let source = nested(what, DEEPEST);
            let (document, errors) = parse_recoverable(&source);
            assert_eq!(errors, [], "{what}");
            let end = document.tokens().last().map(|token| token.span.end);
            assert_eq!(end, Some(source.len() as u32), "{what}");
            let options = FormatOptions::default();
            assert!(format(&source, &options).is_ok(), "{what}");
        }
    });
}

#[test]
fn deepest_documents_keep_all_promises() {
    confined_to(STACK, || {
        for what in NESTINGS {
            let source = nested(what, DEEPEST);
            assert_eq!(invariants::check_bytes(source.as_bytes()), Ok(()), "{what}");
        }
    });
}

#[test]
fn mistakes_in_the_deepest_documents_are_told() {
    confined(|| {
        for what in NESTINGS {
            let source = nested(what, DEEPEST);
            for at in 0..source.len() {
                let broken = format!("{}?{}\nlast = ?", &source[..at], &source[at..]);
                let (document, errors) = parse_recoverable(&broken);
                let last = errors.last().map(|error| error.start().line);
                assert_eq!(last, Some(broken.lines().count()), "{what}, {at}");
                assert!(document.to_table() == document.to_table());
            }
        }
    });
}

fn check_type<T>(source: &str, what: &str)
where
    T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug,
{
    let read: T = toml_serde::from_str(source).expect(what);
    for text in [
        toml_serde::to_string(&read),
        toml_serde::to_string_pretty(&read),
    ] {
        let again: T = toml_serde::from_str(&text.expect(what)).expect(what);
        assert_eq!(read, again, "{what}");
    }
    let value = Value::try_from(&read).expect(what);
    assert_eq!(value.try_into(), Ok(read), "{what}");
    toml_serde::from_str_all::<T>(source).expect(what);
}

#[test]
fn deepest_documents_are_read_into_types() {
    confined_to(STACK, || {
        for what in NESTINGS {
            let source = nested(what, DEEPEST);
            check_type::<Table>(&source, what);
            check_type::<BTreeMap<String, Recursive>>(&source, what);
            toml_serde::from_str::<IgnoredAny>(&source).expect(what);
            toml_serde::de::DeTable::parse(&source).expect(what);
        }
        check_type::<Linked>(&nested("inline tables", DEEPEST), "one table in another");
    });
}

#[test]
fn deepest_documents_are_layers() {
    confined_to(STACK, || {
        for what in NESTINGS {
            let source = nested(what, DEEPEST);
            let config = Config::new()
                .text("below", &*source)
                .text("above", &*source);
            let loaded = config.load().expect(what);
            let expected = toml_core::parse(&source).expect(what).to_table();
            assert_eq!(loaded.to_table(), expected, "{what}");
            assert_eq!(loaded.extract::<Table>(), Ok(expected), "{what}");
            assert!(!loaded.explain().is_empty());
        }
    });
}

#[test]
fn deepest_documents_are_edited_in_every_way() {
    confined_to(STACK, || {
        for what in NESTINGS {
            let source = nested(what, DEEPEST);
            let document = toml_core::parse(&source).expect(what);
            let value = Value::Table(document.to_table());
            // Every ninth comes to all kinds of edits, and to all depths.
            for edit in all_edits(&document).into_iter().step_by(9) {
                let options = ParseOptions::default();
                let outcome = invariants::check_any_edit(&source, options, &edit);
                assert_eq!(outcome, Ok(()), "{what}");
            }
            for old in ["", &source] {
                let mut edited = DocumentMut::parse(old).expect(what);
                edited.merge(&document, MergePolicy::Extend).expect(what);
                edited.update_from_value(&value).expect(what);
                assert_eq!(Value::Table(edited.view().to_table()), value, "{what}");
            }
        }
    });
}

#[test]
fn documents_beyond_the_limit_are_refused_by_all() {
    confined_to(STACK, || {
        for what in NESTINGS {
            for depth in [DEEPEST + 1, ABYSS] {
                let source = nested(what, depth);
                assert_eq!(rejected(&source), ErrorKind::TooDeep, "{what}");
                let (_, errors) = parse_recoverable(&source);
                assert_eq!(errors[0].kind(), ErrorKind::TooDeep, "{what}");
                let error = toml_serde::from_str::<IgnoredAny>(&source).expect_err(what);
                assert_eq!(error.message(), errors[0].message(), "{what}");
                assert!(
                    toml_serde::from_str_all::<Table>(&source).is_err(),
                    "{what}"
                );
                let errors = Config::new().text("deep", &*source).load().expect_err(what);
                assert_eq!(
                    errors.as_slice()[0].kind(),
                    config::ErrorKind::Toml(toml_serde::de::ErrorKind::Syntax(ErrorKind::TooDeep)),
                    "{what}"
                );
                let error = DocumentMut::parse(source).expect_err(what);
                let kind = error.toml_error().map(|error| error.kind());
                assert_eq!(kind, Some(ErrorKind::TooDeep), "{what}");
            }
        }
    });
}

#[test]
fn edits_beyond_the_limit_change_nothing() {
    confined_to(STACK, || {
        let source = nested("inline tables", DEEPEST);
        let path = |length: usize| vec!["k"; length].join(".");
        let mut document = DocumentMut::parse(&*source).expect("valid");
        let one_more = Value::from(Table::from([("k", Value::from(1))]));
        let inner = Value::from(Table::from([("x", one_more)]));
        assert!(document.set(&*path(DEEPEST + 1), inner.clone()).is_err());
        for length in [DEEPEST + 2, 1_000, ABYSS] {
            assert!(document.set(&*path(length), 1).is_err(), "{length}");
        }
        assert!(document.move_to("k", "a.k").is_err());
        assert_eq!(document.as_str(), source);
        let deeper = toml_core::parse("a = [[]]").expect("valid");
        document
            .merge(&deeper, MergePolicy::Extend)
            .expect("it fits");
    });
}
