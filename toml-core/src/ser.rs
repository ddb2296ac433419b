//! The error of writing Rust types as TOML, and writing the owned types (feature `serde`).
//!
//! Serializing to text is the business of the crate `toml-serde`.

mod error;

pub use error::Error;
