//! What is valid is written in every way, and read as the same data.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("roundtrip", bytes));
