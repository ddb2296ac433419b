//! From a parsed document to owned values.
//!
//! Recursion is safe here: a document nests no deeper than `ParseOptions::MAX_DEPTH_LIMIT`.

use alloc::borrow::ToOwned;

use super::{Array, Table, Value};
use crate::{ArrayRef, Kind, TableRef, ValueRef};

/// Copies a value out of a document. What could not be read becomes an empty string.
impl From<ValueRef<'_>> for Value {
    fn from(value: ValueRef<'_>) -> Self {
        if let Some(table) = value.as_table() {
            return Self::Table(table.into());
        }
        if let Some(array) = value.as_array() {
            return array.into();
        }
        scalar(value)
    }
}

/// Copies an array out of a document.
impl From<ArrayRef<'_>> for Value {
    fn from(source: ArrayRef<'_>) -> Self {
        let mut array = Array::with_capacity(source.len());
        for element in source {
            array.push(element.into());
        }
        Self::Array(array)
    }
}

/// Copies a table out of a document.
impl From<TableRef<'_>> for Value {
    fn from(table: TableRef<'_>) -> Self {
        Self::Table(table.into())
    }
}

/// Copies a table out of a document, its keys in file order.
impl From<TableRef<'_>> for Table {
    fn from(source: TableRef<'_>) -> Self {
        let mut table = Self::with_capacity(source.len());
        for (key, value) in source {
            // A document has each key once.
            table.insert_new(key.as_str().to_owned(), value.into());
        }
        table
    }
}

/// The text of a string, and of an integer beyond 64 bits; empty for what could not be read.
fn text(value: ValueRef<'_>) -> &str {
    match value.kind() {
        Kind::Integer => value.raw(),
        _ => value.as_str().unwrap_or_default(),
    }
}

/// The value of a scalar. On its own so that it takes no stack for each level of nesting.
fn scalar(value: ValueRef<'_>) -> Value {
    match value.kind() {
        Kind::Integer => value.as_i64().map(Value::Integer),
        Kind::Float => value.as_f64().map(Value::Float),
        Kind::Boolean => value.as_bool().map(Value::Boolean),
        Kind::Datetime => value.as_datetime().map(Value::Datetime),
        _ => None,
    }
    .unwrap_or_else(|| Value::String(text(value).to_owned()))
}
