//! The error of reading TOML into Rust types, and reading the owned types (feature `serde`).
//!
//! Deserializing documents is the business of the crate `toml-serde`.

mod error;

pub use error::{Error, ErrorKind, Found, forget_discarded, nearest_name};
