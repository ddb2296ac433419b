//! Layers and rules are loaded or refused in words, and the last layer that sets a value wins.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("config", bytes));
