//! Any bytes are read as both versions of TOML: no panic, and spans, tokens, lookup and errors are sound.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("parse", bytes));
