//! A document is read as `toml` and `toml-spanner` read it, but for deliberate differences.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("differential", bytes));
