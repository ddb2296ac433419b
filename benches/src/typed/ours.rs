//! `toml-serde`.

use serde::{Deserialize, Serialize};
use toml_serde::Value;

/// Reads a type that serde knows.
pub(super) fn from_str<'de, T: Deserialize<'de>>(source: &'de str) -> Option<T> {
    toml_serde::from_str(source).ok()
}

/// Writes a type that serde knows.
pub(super) fn to_string<T: Serialize>(model: &T) -> Option<String> {
    toml_serde::to_string(model).ok()
}

/// Reads anything.
pub(super) fn value(source: &str) -> Option<Value> {
    toml_serde::from_str(source).ok()
}
