//! What must hold of every owned value.

use toml_core::{Table, Value, ValueRef, encode, parse, parse_value};

use super::ensure;

/// Checks that a table survives being written and read.
///
/// # Errors
/// The first violation, with the text that was written.
pub fn check_encode(table: &Table) -> Result<(), String> {
    let text = encode::encode_document(table);
    let document =
        parse(&text).map_err(|error| format!("{error}, in what was encoded:\n{text}"))?;
    ensure!(
        same_table(table, &document.to_table()),
        "other data once encoded:\n{text}"
    );
    Ok(())
}

/// Checks that a value in the spelling of another reads back as itself.
///
/// # Errors
/// What it reads back as.
pub fn check_spelling(value: &Value, model: ValueRef<'_>) -> Result<(), String> {
    let mut text = String::new();
    encode::encode_like(value, model, &mut text);
    let explain = |what: &str| format!("{what}: {text} for {value} like {}", model.raw());
    let read = parse_value(&text).map_err(|error| explain(&error.to_string()))?;
    ensure!(
        same_value(value, &read.value().to_value()),
        "{}",
        explain("other data")
    );
    Ok(())
}

/// Whether two tables hold the same data: every NaN is the same, `-0.0` is not `0.0`, the order of
/// keys does not count.
#[must_use]
pub fn same_table(one: &Table, other: &Table) -> bool {
    let same_entry = |(key, value): (_, &Value)| {
        let key: &str = AsRef::<str>::as_ref(key);
        other.get(key).is_some_and(|other| same_value(value, other))
    };
    one.len() == other.len() && one.iter().all(same_entry)
}

/// Whether two values are the same data; see [`same_table`].
#[must_use]
pub fn same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Float(one), Value::Float(other)) => {
            one.to_bits() == other.to_bits() || one.is_nan() && other.is_nan()
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| same_value(one, other))
        }
        (Value::Table(one), Value::Table(other)) => same_table(one, other),
        _ => one == other,
    }
}
