//! The value that an error is about, in TOML's words and to be found again in the document.

use alloc::{borrow::ToOwned, string::String, string::ToString};
use core::fmt;

use serde_core::de::{Expected, Unexpected};

/// What was found in the place of something else. `Display` names it, such as `string "abc"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Found {
    /// `true` or `false`.
    Boolean(bool),
    /// An integer.
    Integer(i128),
    /// The bits of a float.
    Float(u64),
    /// Text.
    Text(String),
    /// An array.
    Array,
    /// A table.
    Table,
    /// What TOML has no word for, in serde's words.
    Other(String),
}

impl From<Unexpected<'_>> for Found {
    fn from(found: Unexpected<'_>) -> Self {
        match found {
            Unexpected::Bool(boolean) => Self::Boolean(boolean),
            Unexpected::Signed(integer) => Self::Integer(integer.into()),
            Unexpected::Unsigned(integer) => Self::Integer(integer.into()),
            Unexpected::Float(float) => Self::Float(float.to_bits()),
            Unexpected::Str(text) => Self::Text(text.to_owned()),
            Unexpected::Seq => Self::Array,
            Unexpected::Map => Self::Table,
            other => Self::Other(other.to_string()),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(boolean) => write!(f, "boolean `{boolean}`"),
            Self::Integer(integer) => write!(f, "integer `{integer}`"),
            Self::Float(bits) => write!(f, "{}", Unexpected::Float(f64::from_bits(*bits))),
            Self::Text(text) => write!(f, "string {text:?}"),
            Self::Array => f.write_str("array"),
            Self::Table => f.write_str("table"),
            Self::Other(words) => f.write_str(words),
        }
    }
}

/// What was expected, with TOML's words for serde's own.
pub(super) fn in_words_of_toml(expected: &dyn Expected) -> String {
    match expected.to_string().as_str() {
        "a map" => "a table".to_owned(),
        "a sequence" => "an array".to_owned(),
        other => other.to_owned(),
    }
}
