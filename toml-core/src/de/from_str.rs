//! `"…".parse::<Table>()` and `"…".parse::<Value>()`.

#[cfg(test)]
mod tests;

use core::str::FromStr;

use super::Error;
use crate::{Table, Value};

/// Reads a document, as [`parse`](fn@crate::parse) does.
///
/// ```
/// let table: toml_core::Table = "name = 'toml'".parse()?;
/// assert_eq!(table["name"], "toml");
/// # Ok::<(), toml_core::de::Error>(())
/// ```
impl FromStr for Table {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self, Error> {
        match crate::parse(source) {
            Ok(document) => Ok(document.to_table()),
            Err(error) => Err(Error::from(error).with_input(source)),
        }
    }
}

/// Reads a value as it stands behind `=`, as [`parse_value`](crate::parse_value) does.
///
/// ```
/// let value: toml_core::Value = "[1, 'two']".parse()?;
/// assert_eq!(value[1], "two");
/// # Ok::<(), toml_core::de::Error>(())
/// ```
impl FromStr for Value {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self, Error> {
        match crate::parse_value(source) {
            Ok(value) => Ok(value.value().to_value()),
            Err(error) => Err(Error::from(error).with_input(source)),
        }
    }
}
