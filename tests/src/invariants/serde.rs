//! What must hold of every Rust value that is written and read through serde.

use std::fmt::Debug;

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use toml_core::parse;
use toml_serde::de::Error;
use toml_serde::ser::{DottedKeys, Serializer};
use toml_serde::{Spanned, Table, from_str, from_str_all};

use super::{ensure, same_table};

/// Checks that a value survives being written, in several layouts, and read.
///
/// # Errors
/// The first violation, with the text that was written.
pub fn check_text<T>(value: &T) -> Result<(), String>
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    for (layout, text) in layouts(value)? {
        let again: T =
            from_str(&text).map_err(|error| format!("{layout}: {error}\nin:\n{text}"))?;
        ensure!(again == *value, "{layout}: {again:?} from:\n{text}");
        let spanned: Spanned<T> =
            from_str(&text).map_err(|error| format!("{layout}, with a span: {error}"))?;
        ensure!(
            spanned.span() == (0..text.len()),
            "{layout}: the document's span is {:?}",
            spanned.span()
        );
    }
    Ok(())
}

/// [`check_text`], and that it survives being made a [`Table`], which is that of the text.
///
/// # Errors
/// The first violation.
pub fn check_serde<T>(value: &T) -> Result<(), String>
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    check_text(value)?;
    let table = Table::try_from(value).map_err(|error| format!("no table: {error}"))?;
    for (layout, text) in layouts(value)? {
        let document = parse(&text).map_err(|error| format!("{layout}: {error}\nin:\n{text}"))?;
        let read = document.to_table();
        ensure!(
            same_table(&table, &read),
            "{layout}: the table differs from the text:\n{text}"
        );
        let by_serde: Table = from_str(&text).map_err(|error| error.to_string())?;
        ensure!(
            same_table(&table, &by_serde),
            "{layout}: the core and serde read different tables:\n{text}"
        );
    }
    let again: T = table
        .try_into()
        .map_err(|error| format!("from the table: {error}"))?;
    ensure!(again == *value, "{again:?} from the table");
    Ok(())
}

/// The value as text, in each layout under its name.
fn layouts<T: Serialize>(value: &T) -> Result<Vec<(&'static str, String)>, String> {
    let builder = Serializer::builder();
    let texts = [
        ("plain", toml_serde::to_string(value)),
        ("pretty", toml_serde::to_string_pretty(value)),
        ("narrow", builder.array_width(20).indent(2).to_string(value)),
        ("inline", builder.inline_depth(0).to_string(value)),
        ("inline from 2", builder.inline_depth(2).to_string(value)),
        (
            "dotted",
            builder
                .dotted_keys(DottedKeys::PlainTables)
                .to_string(value),
        ),
    ];
    texts
        .into_iter()
        .map(|(layout, text)| {
            let text = text.map_err(|error| format!("{layout}: {error}"))?;
            Ok((layout, text))
        })
        .collect()
}

/// Reads any text as a type, once and by all ways, and checks that the errors agree and have their places.
///
/// # Errors
/// The first violation.
pub fn check_reading<T>(source: &str) -> Result<(), String>
where
    T: DeserializeOwned + PartialEq + Debug,
{
    let once = from_str::<T>(source);
    match (once, from_str_all::<T>(source)) {
        (Ok(once), Ok(all)) => {
            // What is not a number equals nothing, yet looks the same.
            let looks_same = || format!("{once:?}") == format!("{all:?}");
            ensure!(
                once == all || looks_same(),
                "{once:?} once, {all:?} with all errors"
            );
            Ok(())
        }
        (Err(first), Err(all)) => {
            check_place(&first, source)?;
            for error in &all {
                check_place(error, source)?;
            }
            let has_first = all
                .as_slice()
                .iter()
                .any(|error| (error.message(), error.span()) == (first.message(), first.span()));
            ensure!(has_first, "{first} is not among:\n{all}");
            Ok(())
        }
        (Ok(_), Err(all)) => Err(format!("no error once, and yet:\n{all}")),
        (Err(first), Ok(_)) => Err(format!("no errors of all, and yet: {first}")),
    }
}

/// Checks that an error has a span inside of the source, and a text.
fn check_place(error: &Error, source: &str) -> Result<(), String> {
    let span = error.span().ok_or_else(|| format!("no span: {error}"))?;
    ensure!(
        source.get(span.clone()).is_some(),
        "{span:?} is outside: {error}"
    );
    ensure!(!error.to_string().is_empty(), "an error without words");
    Ok(())
}
