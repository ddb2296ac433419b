//! `toml-spanner`. The arena is part of each call, and what borrows from it ends with the call.

use std::hint::black_box;

use toml_spanner::{Arena, OwnedTable, ToToml};

use crate::models::Format;

/// Reads a type that its derive knows, and drops it.
pub(super) fn read<F: Format>(source: &str) {
    let arena = Arena::new();
    let document = toml_spanner::parse(source, &arena).ok();
    black_box(document.and_then(|mut document| document.to::<F::Model<'_>>().ok()));
}

/// Whether it reads a type as `toml` does; `None` where it rejects the text.
pub(super) fn reads_alike<F: Format>(source: &str) -> Option<bool> {
    let arena = Arena::new();
    let expected: F::Model<'_> = super::toml::from_str(source)?;
    let mut document = toml_spanner::parse(source, &arena).ok()?;
    let found: F::Model<'_> = document.to().ok()?;
    Some(found == expected)
}

/// Writes a type that its derive knows.
pub(super) fn to_string(model: &impl ToToml) -> Option<String> {
    toml_spanner::to_string(model).ok()
}

/// Reads anything.
pub(super) fn value(source: &str) -> Option<OwnedTable> {
    toml_spanner::from_str(source).ok()
}
