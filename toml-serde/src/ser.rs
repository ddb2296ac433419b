//! Writing Rust types as TOML.

pub use toml_core::ser::Error;
