//! A generated document is edited: the data is that of the edits, and all other lines are what they were.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("edit", bytes));
