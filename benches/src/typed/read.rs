//! Text to structs.

use std::hint::black_box;

use super::{Trial, ours, spanner, toml};
use crate::inputs::Input;
use crate::models::Format;

pub(super) const CALLS: &[(&str, &str)] = &[
    ("toml-serde", "`from_str`"),
    ("toml", "`from_str`"),
    ("toml-spanner", "`parse` and `to`, with its derive"),
];

/// An input that `toml` reads into the type.
///
/// # Panics
/// When ours reads something else than `toml`.
pub(super) fn prepare<F: Format>(input: &Input) -> Option<Trial<'_>> {
    let text = input.text.as_str();
    let expected: F::Model<'_> = toml::from_str(text)?;
    let is_same = ours::from_str::<F::Model<'_>>(text).is_some_and(|it| it == expected);
    assert!(is_same, "{}: ours reads something else", input.name);

    let theirs = move || drop(black_box(toml::from_str::<F::Model<'_>>(black_box(text))));
    let spanner = match spanner::reads_alike::<F>(text) {
        None => Err("rejects"),
        Some(false) => Err("differs"),
        Some(true) => Ok(()),
    };
    let ours = move || drop(black_box(ours::from_str::<F::Model<'_>>(black_box(text))));
    let trial = Trial::new(input, Box::new(ours))
        .beside(Ok(Box::new(theirs)))
        .beside(spanner.map(|()| Box::new(move || spanner::read::<F>(black_box(text))) as _));
    Some(trial)
}
