//! Rust values of a family of types are written and read; with mistakes in the text, all errors have their places.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("serde_roundtrip", bytes));
