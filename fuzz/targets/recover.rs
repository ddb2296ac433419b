//! Any bytes are read in spite of their mistakes: the first error is that of a parse, a valid document the same.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| toml_fuzz::run("recover", bytes));
