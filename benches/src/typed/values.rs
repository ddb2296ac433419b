//! Text to values that may hold anything.

use std::hint::black_box;

use super::{Action, Trial, ours, spanner, toml};
use crate::inputs::Input;

pub(super) const CALLS: &[(&str, &str)] = &[
    ("toml-serde", "`from_str` to a `Value`"),
    ("toml", "`from_str` to a `Value`"),
    ("toml-spanner", "`from_str` to an `OwnedTable`"),
];

/// Any input.
///
/// # Panics
/// When ours reads other data than `toml`.
pub(super) fn prepare(input: &Input) -> Trial<'_> {
    let text = input.text.as_str();
    let read = ours::value(text).and_then(|value| ours::to_string(&value));
    let is_right = read.is_some_and(|text| toml::is_same_data(&text, &input.text));
    assert!(is_right, "{}: ours reads something else", input.name);

    let found = spanner::value(text).and_then(|table| spanner::to_string(&table));
    let spanner: Result<Action<'_>, _> = match found {
        None => Err("rejects"),
        Some(found) if !toml::is_same_data(&found, text) => Err("differs"),
        Some(_) => Ok(repeat(text, spanner::value)),
    };
    Trial::new(input, repeat(text, ours::value))
        .beside(Ok(repeat(text, toml::value)))
        .beside(spanner)
}

fn repeat<T: 'static>(text: &str, read: fn(&str) -> Option<T>) -> Action<'_> {
    Box::new(move || drop(black_box(read(black_box(text)))))
}
