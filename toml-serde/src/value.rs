//! Owned TOML data.

pub use toml_core::value::{Array, Index, Table, Value};
pub use toml_core::{Date, Datetime, Offset, Time};
