//! Writing Rust types as TOML: whole texts, and what the crate `toml` writes.

mod arrays;
mod buffers;
mod builder;
mod datetimes;
mod enums;
mod errors;
mod keys;
mod order;
mod peer;
mod round_trip;
mod scalars;
mod size;
mod strings;
mod tables;
mod tree;

use serde::Serialize;

/// Asserts that a value is written so, and that the text is TOML 1.0.
#[track_caller]
fn assert_writes<T: Serialize + ?Sized>(value: &T, expected: &str) {
    let text = toml_serde::to_string(value).expect("it can be written");
    assert_eq!(text, expected);
    if let Err(error) = toml_core::parse(&text) {
        panic!("{error}\n{text}");
    }
}

/// Asserts that a value cannot be written, for this reason at this path.
#[track_caller]
fn assert_refuses<T: Serialize + ?Sized>(value: &T, expected: &str) {
    let error = toml_serde::to_string(value).expect_err("it cannot be written");
    assert_eq!(error.to_string(), expected);
}
