//! The values of the tree.

use std::mem::discriminant;

use toml_core::Datetime;

use super::index::Index;
use super::{DeArray, DeFloat, DeInteger, DeString, DeTable, build, own};
use crate::Spanned;
use crate::de::Error;

/// A value, the parts of which know their places.
///
/// ```
/// use toml_serde::de::DeValue;
///
/// let value = DeValue::parse("{ host = 'localhost', ports = [80, 443] }")?.into_inner();
/// assert_eq!(value["host"].get_ref().as_str(), Some("localhost"));
/// assert_eq!(value["ports"].get_ref()[1].span(), 35..38);
/// assert!(value.get("path").is_none());
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
#[derive(Clone, Debug)]
pub enum DeValue<'i> {
    /// Text, escapes decoded.
    String(DeString<'i>),
    /// An integer of any size.
    Integer(DeInteger<'i>),
    /// A float of any precision.
    Float(DeFloat<'i>),
    /// `true` or `false`.
    Boolean(bool),
    /// A date, a time, or both.
    Datetime(Datetime),
    /// Values in order.
    Array(DeArray<'i>),
    /// Keys and values.
    Table(DeTable<'i>),
}

impl<'i> DeValue<'i> {
    /// Parses a TOML 1.0 value, as it stands behind `=`.
    ///
    /// # Errors
    /// The first rule of TOML that the source breaks.
    pub fn parse(source: &'i str) -> Result<Spanned<Self>, Error> {
        build::parse_value(source)
    }

    /// Parses a value; where there is a mistake, tells it and takes the whole source for a string.
    #[must_use]
    pub fn parse_recoverable(source: &'i str) -> (Spanned<Self>, Vec<Error>) {
        match Self::parse(source) {
            Ok(value) => (value, Vec::new()),
            Err(error) => {
                let text = Self::String(source.into());
                (Spanned::new(0..source.len(), text), vec![error])
            }
        }
    }

    /// Copies what is borrowed, in all parts of the value.
    pub fn make_owned(&mut self) {
        match self {
            Self::String(text) => own(text),
            Self::Integer(integer) => integer.make_owned(),
            Self::Float(float) => float.make_owned(),
            Self::Boolean(_) | Self::Datetime(_) => {}
            Self::Array(array) => {
                for element in array {
                    element.get_mut().make_owned();
                }
            }
            Self::Table(table) => table.make_owned(),
        }
    }

    /// The value of a table's key, or the element at an array's 0-based index.
    pub fn get<I: Index>(&self, index: I) -> Option<&Spanned<Self>> {
        index.select(self)
    }

    /// The integer, for a value that is one.
    #[must_use]
    pub fn as_integer(&self) -> Option<&DeInteger<'i>> {
        match self {
            Self::Integer(integer) => Some(integer),
            _ => None,
        }
    }

    /// The float, for a value that is one; integers are not converted.
    #[must_use]
    pub fn as_float(&self) -> Option<&DeFloat<'i>> {
        match self {
            Self::Float(float) => Some(float),
            _ => None,
        }
    }

    /// The value of a boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match *self {
            Self::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The date-time, date or time, for a value that is one.
    #[must_use]
    pub fn as_datetime(&self) -> Option<&Datetime> {
        match self {
            Self::Datetime(datetime) => Some(datetime),
            _ => None,
        }
    }

    /// The array, for a value that is one.
    #[must_use]
    pub fn as_array(&self) -> Option<&DeArray<'i>> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The table, for a value that is one.
    #[must_use]
    pub fn as_table(&self) -> Option<&DeTable<'i>> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether this is an integer.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        matches!(self, Self::Integer(_))
    }

    /// Whether this is a float.
    #[must_use]
    pub fn is_float(&self) -> bool {
        matches!(self, Self::Float(_))
    }

    /// Whether this is a boolean.
    #[must_use]
    pub fn is_bool(&self) -> bool {
        matches!(self, Self::Boolean(_))
    }

    /// Whether this is a string.
    #[must_use]
    pub fn is_str(&self) -> bool {
        matches!(self, Self::String(_))
    }

    /// Whether this is a date-time, date or time.
    #[must_use]
    pub fn is_datetime(&self) -> bool {
        matches!(self, Self::Datetime(_))
    }

    /// Whether this is an array.
    #[must_use]
    pub fn is_array(&self) -> bool {
        matches!(self, Self::Array(_))
    }

    /// Whether this is a table.
    #[must_use]
    pub fn is_table(&self) -> bool {
        matches!(self, Self::Table(_))
    }

    /// What the value is: `string`, `integer`, `float`, `boolean`, `datetime`, `array` or `table`.
    #[must_use]
    pub fn type_str(&self) -> &'static str {
        match self {
            Self::String(_) => "string",
            Self::Integer(_) => "integer",
            Self::Float(_) => "float",
            Self::Boolean(_) => "boolean",
            Self::Datetime(_) => "datetime",
            Self::Array(_) => "array",
            Self::Table(_) => "table",
        }
    }

    /// Whether two values are of one type, whatever their contents.
    #[must_use]
    pub fn same_type(&self, other: &DeValue<'_>) -> bool {
        discriminant(self) == discriminant(other)
    }
}
