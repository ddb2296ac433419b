//! What must hold of every way to write a document from data.

use toml_core::encode::{ArrayLayout, EncodeOptions, Newlines, encode_value};
use toml_core::{ParseOptions, Table, Value, Version, parse, parse_value};

use super::{check_encode, ensure, same_table, same_value};

/// Reads a text as both versions of TOML, writes its data in every way, and checks that all are read as the same data.
///
/// What is not TOML has no data to write.
///
/// # Errors
/// The first violation.
pub fn check_round_trip(source: &str) -> Result<(), String> {
    for version in [Version::V1_0, Version::V1_1] {
        let options = ParseOptions {
            version,
            ..ParseOptions::default()
        };
        if let Ok(document) = options.parse(source) {
            check_writers(&document.to_table())?;
        }
    }
    Ok(())
}

/// Writes a table in every way, and checks that all are read as the same data, by the core and by serde.
///
/// # Errors
/// The first violation, with the text that was written.
pub fn check_writers(table: &Table) -> Result<(), String> {
    check_encode(table)?;
    for (way, text) in documents(table)? {
        let explain = |what: &str| format!("{way}: {what}:\n{text}");
        let document = parse(&text).map_err(|error| explain(&error.to_string()))?;
        ensure!(
            same_table(table, &document.to_table()),
            "{}",
            explain("other data")
        );
        let read: Table =
            toml_serde::from_str(&text).map_err(|error| explain(&error.to_string()))?;
        ensure!(
            same_table(table, &read),
            "{}",
            explain("other data by serde")
        );
    }
    let converted = Table::try_from(table).map_err(|error| format!("no table: {error}"))?;
    ensure!(same_table(table, &converted), "converted: {converted:?}");
    table.iter().try_for_each(|(_, value)| check_value(value))
}

/// A table as a document, in each way under its name.
fn documents(table: &Table) -> Result<Vec<(&'static str, String)>, String> {
    let by_serde = |text: Result<String, toml_serde::ser::Error>| {
        text.map_err(|error| format!("not written: {error}"))
    };
    Ok(vec![
        ("wide", WIDE.encode_document(table)),
        ("tall", TALL.encode_document(table)),
        ("display", table.to_string()),
        ("serde", by_serde(toml_serde::to_string(table))?),
        ("pretty", by_serde(toml_serde::to_string_pretty(table))?),
    ])
}

const WIDE: EncodeOptions = EncodeOptions {
    strings: Newlines::Escape,
    arrays: ArrayLayout::OneLine,
};

const TALL: EncodeOptions = EncodeOptions {
    strings: Newlines::Keep,
    arrays: ArrayLayout::OnePerLine { indent: 3 },
};

/// A value on its own is read as itself; without newlines where none were asked for.
fn check_value(value: &Value) -> Result<(), String> {
    let plain = encode_value(value);
    ensure!(!plain.contains('\n'), "a newline in {plain}");
    for text in [plain, TALL.encode_value(value), value.to_string()] {
        let read = parse_value(&text).map_err(|error| format!("{error}: {text}"))?;
        ensure!(
            same_value(value, &read.value().to_value()),
            "other data: {text}"
        );
    }
    Ok(())
}
