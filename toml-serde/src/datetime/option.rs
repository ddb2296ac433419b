//! As [`datetime`](super), for an `Option`: `#[serde(with = "toml_serde::datetime::option")]`.
//!
//! A field also wants `#[serde(default)]`, or it is an error when it is missing.

use std::fmt::Display;

use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de};
use toml_core::Datetime;

/// Writes a value, if there is one, as the date-time that it converts to.
///
/// # Errors
/// Where it does not convert to one, and those of the serializer.
pub fn serialize<T, S>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Clone + TryInto<Datetime, Error: Display>,
    S: Serializer,
{
    let datetime = value.clone().map(TryInto::try_into).transpose();
    datetime.map_err(S::Error::custom)?.serialize(serializer)
}

/// Reads a date-time, if there is one, as the type that it converts to.
///
/// # Errors
/// Where it does not convert to that type, and those of the deserializer.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    Datetime: TryInto<T, Error: Display>,
    D: Deserializer<'de>,
{
    let datetime = Option::<Datetime>::deserialize(deserializer)?;
    datetime
        .map(TryInto::try_into)
        .transpose()
        .map_err(de::Error::custom)
}
