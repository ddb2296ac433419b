//! A document is formatted: the same data, all comments, and no change the second time.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("format", bytes));
