//! What users of the crate `toml` rely on, one file an area.
//!
//! Each is written against the name `crate::toml` and compiled twice: in `with_toml.rs` that is the
//! crate `toml` itself, in `with_toml_serde.rs` this one. What differs on purpose is not here, but
//! in `deliberate_differences.rs`.

mod borrowed;
mod both_ways;
mod datetimes;
mod deserializers;
mod enums;
mod errors;
mod flatten;
mod maps;
mod newtypes;
mod numbers;
mod options;
mod output;
mod sequences;
mod spans;
mod structs;
mod tables;
mod toml_macro;
mod values;
