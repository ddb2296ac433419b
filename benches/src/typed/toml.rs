//! `toml`, which is also the judge of what the others come to.

use serde::{Deserialize, Serialize};
use toml::Value;

/// Reads a type that serde knows.
pub(super) fn from_str<'de, T: Deserialize<'de>>(source: &'de str) -> Option<T> {
    toml::from_str(source).ok()
}

/// Writes a type that serde knows.
pub(super) fn to_string<T: Serialize>(model: &T) -> Option<String> {
    toml::to_string(model).ok()
}

/// Reads anything.
pub(super) fn value(source: &str) -> Option<Value> {
    toml::from_str(source).ok()
}

/// Whether two texts hold the same data, however it is written.
pub(super) fn is_same_data(a: &str, b: &str) -> bool {
    let (a, b) = (value(a), value(b));
    a.zip(b).is_some_and(|(a, b)| is_same(&a, &b))
}

/// As `==`, but `nan` is the same as `nan`.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Float(a), Value::Float(b)) => a.total_cmp(b).is_eq() || (a.is_nan() && b.is_nan()),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Value::Table(a), Value::Table(b)) => {
            let is_in_b = |(key, a): (&String, &Value)| b.get(key).is_some_and(|b| is_same(a, b));
            a.len() == b.len() && a.iter().all(is_in_b)
        }
        _ => a == b,
    }
}
