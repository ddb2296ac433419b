//! What serde does with the deepest documents that are accepted, and with many mistakes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml_core::ParseOptions;
use toml_serde::{Options, Spanned, Table, Value, from_str_all, from_str_with};

use crate::depth::{NESTINGS, nested};
use crate::on_usual_stack;

/// A type that is as deep as its document, and is buffered at each level.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only that it is read counts")]
enum Buffered {
    Table(BTreeMap<String, Buffered>),
    Array(Vec<Spanned<Buffered>>),
    Integer(i64),
}

fn read<'de, T: Deserialize<'de>>(source: &'de str, max_depth: usize) -> Result<T, String> {
    let options = Options {
        max_depth,
        ..Options::default()
    };
    let parsed = from_str_with::<T>(source, options);
    parsed
        .map(|parsed| parsed.value)
        .map_err(|error| error.to_string())
}

#[test]
fn deepest_documents_are_read_written_and_dropped() {
    on_usual_stack(|| {
        for what in NESTINGS {
            let source = nested(what, ParseOptions::MAX_DEPTH_LIMIT);
            let table: Table = read(&source, ParseOptions::MAX_DEPTH_LIMIT).expect(what);
            let text = toml_serde::to_string(&table).expect(what);
            let again: Table = read(&text, ParseOptions::MAX_DEPTH_LIMIT).expect(what);
            assert_eq!(table, again, "{what}");
            let value = Value::try_from(&table).expect(what);
            assert_eq!(value, Value::Table(table), "{what}");
            read::<IgnoredAny>(&source, 512).expect(what);
        }
    });
}

#[test]
fn documents_of_the_default_depth_can_be_buffered_at_each_level() {
    on_usual_stack(|| {
        for what in [
            "arrays",
            "inline tables",
            "header with a value",
            "arrays of braces",
        ] {
            let source = nested(what, ParseOptions::default().max_depth);
            read::<BTreeMap<String, Buffered>>(&source, 128).expect(what);
        }
    });
}

#[test]
fn deeper_documents_are_an_error_with_its_place() {
    let source = nested("arrays", 129);
    let error = toml_serde::from_str::<Table>(&source).unwrap_err();
    let place = error.position().map(|place| (place.line, place.column));
    assert_eq!(
        error.message(),
        "tables, arrays and dotted keys nest too deep"
    );
    assert_eq!((error.span(), place), (Some(132..133), Some((1, 133))));
}

#[test]
fn thousands_of_mistakes_take_no_more_than_the_limit() {
    let lines: Vec<_> = (0..20_000)
        .map(|number| format!("k{number} = 'x'"))
        .collect();
    let source = lines.join("\n");
    let errors = from_str_all::<BTreeMap<String, u8>>(&source).unwrap_err();
    assert_eq!(errors.as_slice().len(), 100);
}
