//! Owned TOML data.
//!
//! ```
//! use toml_serde::value::{Array, Date, Datetime, Table, Value};
//!
//! let mut table = Table::new();
//! table.insert("released".to_string(), Value::from(Date::new(1979, 5, 27).unwrap()));
//! table.insert("ports".to_string(), Value::Array(Array::from([Value::from(80), Value::from(443)])));
//! assert_eq!(table["released"].as_datetime(), Some(&"1979-05-27".parse::<Datetime>()?));
//! assert_eq!(table["ports"][1].as_integer(), Some(443));
//! # Ok::<(), toml_serde::value::DatetimeParseError>(())
//! ```

pub use toml_core::value::{Array, Index, Table, Value};
pub use toml_core::{Date, Datetime, Offset, Time};

/// Why a text is no [`Datetime`], [`Date`] or [`Time`]: the error of their `FromStr`.
///
/// ```
/// use toml_serde::value::{Datetime, DatetimeParseError};
///
/// let error: DatetimeParseError = "1979-13-01".parse::<Datetime>().unwrap_err();
/// assert_eq!(error.message(), "month 13 is out of range 01-12");
/// ```
pub type DatetimeParseError = toml_core::Error;
