//! What is measured of ours.

use std::hint::black_box;

use toml_core::{Document, Kind, ValueRef};

use crate::census::Census;

/// Parses to a [`Document`] and drops it.
///
/// # Panics
/// On text that is not TOML.
pub fn parse(source: &str) {
    black_box(document(black_box(source)));
}

/// Parses to an owned table and drops it.
///
/// # Panics
/// On text that is not TOML.
pub fn parse_owned(source: &str) {
    black_box(document(black_box(source)).to_table());
}

/// Parses to a [`Document`].
///
/// # Panics
/// On text that is not TOML: inputs are checked when they are collected.
#[must_use]
pub fn document(source: &str) -> Document<'_> {
    match toml_core::parse(source) {
        Ok(document) => document,
        Err(error) => panic!("an input is not TOML: {error}"),
    }
}

/// Visits every value of a document.
#[must_use]
pub fn census(document: &Document<'_>) -> Census {
    let mut census = Census::default();
    visit(document.root().as_value(), &mut census);
    census
}

fn visit(value: ValueRef<'_>, census: &mut Census) {
    if let Some(table) = value.as_table() {
        for (key, value) in table {
            census.key(key.as_str());
            visit(value, census);
        }
    } else if let Some(array) = value.as_array() {
        for value in array {
            visit(value, census);
        }
    } else {
        visit_scalar(value, census);
    }
}

/// Reads the value, so that nothing of it is put off.
fn visit_scalar(value: ValueRef<'_>, census: &mut Census) {
    match value.kind() {
        Kind::String => return census.string(value.as_str().unwrap_or_default()),
        Kind::Integer => drop(black_box(value.as_i64())),
        Kind::Float => drop(black_box(value.as_f64())),
        Kind::Boolean => drop(black_box(value.as_bool())),
        Kind::Datetime => drop(black_box(value.as_datetime())),
        _ => {}
    }
    census.scalar();
}
