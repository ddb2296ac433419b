//! What the fuzz targets call: the functions that the tests of the workspace replay the corpus with.
//!
//! Nothing is checked here. See `tests/src/fuzz.rs`.
#![forbid(unsafe_code)]

pub use toml_tests::fuzz::run;
