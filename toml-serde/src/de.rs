//! Reading TOML into Rust types.

pub use toml_core::de::{Error, ErrorKind};
