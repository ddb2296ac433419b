//! Owned TOML data: what a document says, free of how it is written.
//!
//! Knows nothing of text: [`encode`](mod@crate::encode) writes it, [`parse`](fn@crate::parse) reads it.

mod convert;
mod document;
mod index;
mod map;

#[cfg(test)]
mod tests;

use alloc::{string::String, vec::Vec};
use core::fmt;

pub use index::Index;
pub use map::{
    Entry, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Map, OccupiedEntry, VacantEntry,
    Values, ValuesMut,
};

use crate::Datetime;
use crate::encode::{ArrayLayout, EncodeOptions, Newlines};

/// The elements of an array (TOML 1.0.0, "Array").
pub type Array = Vec<Value>;

/// A TOML table: keys and values in the order of insertion (TOML 1.0.0, "Table").
///
/// ```
/// use toml_core::{Table, Value};
///
/// let mut table = Table::new();
/// table.insert("name".to_string(), Value::from("toml"));
/// table.entry("stars").or_insert(Value::from(5));
/// assert_eq!(table["name"], "toml");
/// assert_eq!(table.keys().collect::<Vec<_>>(), ["name", "stars"]);
/// assert_eq!(table.to_string(), "name = \"toml\"\nstars = 5\n");
/// ```
pub type Table = Map<String, Value>;

/// A TOML value.
///
/// Like every nested Rust type it is dropped, cloned and compared by recursion. What is parsed
/// nests no deeper than [`ParseOptions::MAX_DEPTH_LIMIT`](crate::ParseOptions::MAX_DEPTH_LIMIT);
/// what is built by hand should not nest many thousand levels deep.
///
/// ```
/// use toml_core::{Table, Value};
///
/// let server = Table::from([("host", Value::from("localhost")), ("ports", [8000, 8001].into())]);
/// let value = Value::from(server);
/// assert_eq!(value["host"], "localhost");
/// assert_eq!(value["ports"][1].as_i64(), Some(8001));
/// assert_eq!(value.to_string(), r#"{ host = "localhost", ports = [8000, 8001] }"#);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text (TOML 1.0.0, "String").
    String(String),
    /// A 64-bit signed integer (TOML 1.0.0, "Integer").
    Integer(i64),
    /// A 64-bit float (TOML 1.0.0, "Float"). NaN equals nothing, as for `f64`.
    Float(f64),
    /// `true` or `false` (TOML 1.0.0, "Boolean").
    Boolean(bool),
    /// A date, a time, or both (TOML 1.0.0, "Offset Date-Time" to "Local Time").
    Datetime(Datetime),
    /// Values in order, of any types (TOML 1.0.0, "Array" and "Array of Tables").
    Array(Array),
    /// Keys and values (TOML 1.0.0, "Table" and "Inline Table").
    Table(Table),
}

impl Value {
    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value of an integer.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match *self {
            Self::Integer(integer) => Some(integer),
            _ => None,
        }
    }

    /// The value of an integer; another name of [`as_i64`](Self::as_i64).
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        self.as_i64()
    }

    /// The value of a float; integers are not converted.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Self::Float(float) => Some(float),
            _ => None,
        }
    }

    /// The value of a float; another name of [`as_f64`](Self::as_f64).
    #[must_use]
    pub fn as_float(&self) -> Option<f64> {
        self.as_f64()
    }

    /// The value of a boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match *self {
            Self::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    /// The value of a date-time, date or time.
    #[must_use]
    pub fn as_datetime(&self) -> Option<&Datetime> {
        match self {
            Self::Datetime(datetime) => Some(datetime),
            _ => None,
        }
    }

    /// The elements of an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&Array> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The elements of an array, to change them.
    #[must_use]
    pub fn as_array_mut(&mut self) -> Option<&mut Array> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The table, for a value that is one.
    #[must_use]
    pub fn as_table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The table, for a value that is one, to change it.
    #[must_use]
    pub fn as_table_mut(&mut self) -> Option<&mut Table> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether this is a string.
    #[must_use]
    pub fn is_str(&self) -> bool {
        matches!(self, Self::String(_))
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
    pub fn type_name(&self) -> &'static str {
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

    /// What the value is; another name of [`type_name`](Self::type_name).
    #[must_use]
    pub fn type_str(&self) -> &'static str {
        self.type_name()
    }

    /// Whether two values are of one type, whatever their contents.
    #[must_use]
    pub fn same_type(&self, other: &Self) -> bool {
        core::mem::discriminant(self) == core::mem::discriminant(other)
    }
}

/// How `Display` writes: newlines in strings stay newlines.
const DISPLAYED: EncodeOptions = EncodeOptions {
    strings: Newlines::Keep,
    arrays: ArrayLayout::OneLine,
};

/// Writes the value as it stands behind `=`, tables as inline tables; a width pads it.
///
/// All is on one line, unless a string has newlines.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&DISPLAYED.encode_value(self))
    }
}

/// Writes the table as a document, its sub-tables under headers.
impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&DISPLAYED.encode_document(self))
    }
}
