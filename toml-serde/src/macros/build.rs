//! What `toml!` expands to calls of: putting values in their places. No part of the API.

use serde_core::de::{Deserialize, IntoDeserializer};
use toml_core::value::Array;
use toml_core::{Datetime, Table, Value};

use crate::de::Error;

/// A part of a key between dots or dashes.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    /// As it stands in the source.
    Bare(&'static str),
    /// Between quotes.
    Quoted(&'static str),
}

impl Piece {
    /// A part that is a literal: its source, and its value. A number counts as it was written.
    #[must_use]
    pub fn literal(source: &'static str, value: &'static str) -> Self {
        if source.starts_with(|c: char| c.is_ascii_digit()) {
            Self::Bare(source)
        } else {
            Self::Quoted(value)
        }
    }
}

/// A dotted key: its segments, and the parts of each between dashes.
type Path<'p> = &'p [&'p [Piece]];

/// The keys that a path leads through, outermost first.
///
/// To Rust, the dot of `1.2` is one of a number.
fn keys(path: Path<'_>) -> Vec<String> {
    let mut keys = Vec::with_capacity(path.len());
    for segment in path {
        let mut key = String::new();
        for (at, piece) in segment.iter().enumerate() {
            if at > 0 {
                key.push('-');
            }
            match *piece {
                Piece::Quoted(text) => key.push_str(text),
                Piece::Bare(text) => {
                    let mut parts = text.split('.');
                    key.push_str(parts.next().unwrap_or_default());
                    for part in parts {
                        keys.push(std::mem::replace(&mut key, part.to_owned()));
                    }
                }
            }
        }
        keys.push(key);
    }
    keys
}

/// A table while it is written, and the header that entries go to.
#[derive(Debug, Default)]
pub struct Root {
    table: Table,
    header: Vec<String>,
}

impl Root {
    /// A table without keys.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `[path]`
    pub fn begin_table(&mut self, path: Path<'_>) {
        self.header = keys(path);
        find_table(&mut self.table, &self.header);
    }

    /// `[[path]]`
    pub fn begin_element(&mut self, path: Path<'_>) {
        self.header = keys(path);
        let Some((last, parents)) = self.header.split_last() else {
            return;
        };
        let parent = find_table(&mut self.table, parents);
        let array = entry(parent, last, || Value::Array(Array::new()));
        if !array.is_array() {
            *array = Value::Array(Array::new());
        }
        if let Value::Array(array) = array {
            array.push(Value::Table(Table::new()));
        }
    }

    /// `path = value`
    pub fn put(&mut self, path: Path<'_>, value: Value) {
        let keys = keys(path);
        let Some((last, parents)) = keys.split_last() else {
            return;
        };
        let table = find_table(&mut self.table, &self.header);
        let table = find_table(table, parents);
        *entry(table, last, || Value::Boolean(false)) = value;
    }

    /// The table.
    #[must_use]
    pub fn finish(&mut self) -> Table {
        std::mem::take(&mut self.table)
    }
}

/// The elements of an array while they are written.
#[derive(Debug, Default)]
pub struct Elements(Array);

impl Elements {
    /// No elements.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends an element, which has no key.
    pub fn put(&mut self, _: Path<'_>, value: Value) {
        self.0.push(value);
    }

    /// The array.
    #[must_use]
    pub fn finish(&mut self) -> Array {
        std::mem::take(&mut self.0)
    }
}

/// The value of a key, which is `value` where it had none.
fn entry<'t>(table: &'t mut Table, key: &str, value: impl FnOnce() -> Value) -> &'t mut Value {
    table.entry(key).or_insert_with(value)
}

/// The table that some keys lead to. Tables that are not there are made, and what is none is replaced; of an
/// array, the last element counts.
fn find_table<'t>(root: &'t mut Table, keys: &[String]) -> &'t mut Table {
    let mut table = root;
    for key in keys {
        let value = entry(table, key, || Value::Table(Table::new()));
        table = as_table(value);
    }
    table
}

fn as_table(value: &mut Value) -> &mut Table {
    let value = match value {
        Value::Array(array) => {
            if array.is_empty() {
                array.push(Value::Table(Table::new()));
            }
            let last = array.len() - 1;
            &mut array[last]
        }
        other => other,
    };
    if !value.is_table() {
        *value = Value::Table(Table::new());
    }
    match value {
        Value::Table(table) => table,
        _ => unreachable!("it was made a table"),
    }
}

/// A literal that TOML has, too: what an integer or float without a type becomes is said here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no literal of TOML",
    note = "integers are those of `i64`, floats those of `f64`; suffixes such as `u8` are not to be written"
)]
pub trait Literal {
    /// The literal as a value.
    fn into_value(self) -> Value;
}

macro_rules! literals {
    ($($type:ty)*) => {$(
        impl Literal for $type {
            fn into_value(self) -> Value {
                self.into()
            }
        }
    )*};
}

literals! { &'static str char i64 f64 bool }

/// The value of a literal.
#[must_use]
pub fn literal<L: Literal>(literal: L) -> Value {
    literal.into_value()
}

/// The value of an expression.
///
/// # Panics
/// When it has no place in TOML.
#[must_use]
#[track_caller]
pub fn value<'de, V: IntoDeserializer<'de, Error>>(expression: V) -> Value {
    match Value::deserialize(expression.into_deserializer()) {
        Ok(value) => value,
        Err(error) => panic!("a value of `toml!` is none of TOML: {error}"),
    }
}

/// The value of a date-time.
///
/// # Panics
/// When it is none.
#[must_use]
#[track_caller]
pub fn datetime(text: &str) -> Value {
    match text.parse::<Datetime>() {
        Ok(datetime) => Value::Datetime(datetime),
        Err(error) => panic!("`{text}` in `toml!` is no date-time: {}", error.message()),
    }
}
