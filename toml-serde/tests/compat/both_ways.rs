//! What the areas share: one value against its one text, on every way in and out.

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};

use crate::toml::{self, Table};

/// Asserts that a value is written as a document, and that the document is read as that value,
/// both at once and by way of a `Table`.
#[track_caller]
pub(super) fn assert_both_ways<T>(value: &T, text: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    assert_text(value, text);
    assert_from_table(value, text);
    let table = Table::try_from(value).expect("a table");
    assert_eq!(table, text.parse().expect("TOML"), "written as a table");
}

/// Asserts that a value is read from a document by way of a `Table`.
#[track_caller]
pub(super) fn assert_from_table<T>(value: &T, text: &str)
where
    T: DeserializeOwned + PartialEq + Debug,
{
    let table: Table = text.parse().expect("TOML");
    let read: T = table.try_into().expect("the value");
    assert_eq!(read, *value, "read from a table");
}

/// Asserts the same without a `Table` between.
#[track_caller]
pub(super) fn assert_text<T>(value: &T, text: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    assert_eq!(toml::to_string(value).expect("text"), text, "written");
    let read: T = toml::from_str(text).expect("the value");
    assert_eq!(read, *value, "read");
}
