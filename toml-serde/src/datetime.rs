//! Date-times of other crates as TOML date-times, for `#[serde(with = "toml_serde::datetime")]`.
//!
//! For every type that converts to and from [`Datetime`]; with the feature `chrono` these are
//! `NaiveDate`, `NaiveTime`, `NaiveDateTime`, `DateTime<FixedOffset>` and `DateTime<Utc>`. Without
//! this, `chrono` writes its types as strings.
//!
//! ```
//! # #[cfg(feature = "chrono")] {
//! use chrono::{DateTime, NaiveDate, Utc};
//!
//! #[derive(serde::Serialize, serde::Deserialize)]
//! struct Release {
//!     #[serde(with = "toml_serde::datetime")]
//!     built: DateTime<Utc>,
//!     #[serde(default, with = "toml_serde::datetime::option")]
//!     end_of_life: Option<NaiveDate>,
//! }
//!
//! let source = "built = 2026-01-01T10:00:00Z\nend_of_life = 2027-01-01\n";
//! let release: Release = toml_serde::from_str(source).unwrap();
//! assert_eq!(release.built.timestamp(), 1_767_261_600);
//! assert_eq!(toml_serde::to_string(&release).unwrap(), source);
//! # }
//! ```

pub mod option;

use std::fmt::Display;

use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de};
use toml_core::Datetime;

/// Writes a value as the date-time that it converts to.
///
/// # Errors
/// Where it does not convert to one, and those of the serializer.
pub fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Clone + TryInto<Datetime, Error: Display>,
    S: Serializer,
{
    let datetime = value.clone().try_into().map_err(S::Error::custom)?;
    datetime.serialize(serializer)
}

/// Reads a date-time as the type that it converts to; a string with its text is as good.
///
/// # Errors
/// Where it does not convert to that type, and those of the deserializer.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    Datetime: TryInto<T, Error: Display>,
    D: Deserializer<'de>,
{
    let datetime = Datetime::deserialize(deserializer)?;
    datetime.try_into().map_err(de::Error::custom)
}
