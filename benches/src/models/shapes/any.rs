//! A value of any shape, for the tables that are anybody's: `[package.metadata]`, `[tool.mine]`.
//!
//! Dates are not among them, since each library has types of its own for them and no input has one
//! in such a place.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use toml_spanner::{Arena, Context, Failed, FromToml, Item, ToToml, ToTomlError, Value};

/// Any value but a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Any {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A float.
    Float(f64),
    /// A boolean.
    Boolean(bool),
    /// An array.
    Array(Vec<Any>),
    /// A table.
    Table(BTreeMap<String, Any>),
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyVisitor)
    }
}

struct AnyVisitor;

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = Any;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that is no date")
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Any, E> {
        Ok(Any::Boolean(boolean))
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Any, E> {
        Ok(Any::Integer(integer))
    }

    fn visit_f64<E: Error>(self, float: f64) -> Result<Any, E> {
        Ok(Any::Float(float))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Any, E> {
        Ok(Any::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Any, E> {
        Ok(Any::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Any, A::Error> {
        let mut array = Vec::with_capacity(items.size_hint().unwrap_or(0));
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Any::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Any, A::Error> {
        let mut table = BTreeMap::new();
        while let Some((key, value)) = entries.next_entry()? {
            table.insert(key, value);
        }
        Ok(Any::Table(table))
    }
}

/// By hand: what is behind the derive tries one variant after the other.
impl<'de> FromToml<'de> for Any {
    fn from_toml(context: &mut Context<'de>, item: &Item<'de>) -> Result<Self, Failed> {
        Ok(match item.value() {
            Value::String(text) => Self::Text((*text).to_owned()),
            Value::Integer(_) => Self::Integer(i64::from_toml(context, item)?),
            Value::Float(float) => Self::Float(*float),
            Value::Boolean(boolean) => Self::Boolean(*boolean),
            Value::Array(_) => Self::Array(Vec::from_toml(context, item)?),
            Value::Table(_) => Self::Table(BTreeMap::from_toml(context, item)?),
            Value::DateTime(_) => {
                return Err(context.report_expected_but_found(&"a value that is no date", item));
            }
        })
    }
}

impl ToToml for Any {
    fn to_toml<'a>(&'a self, arena: &'a Arena) -> Result<Item<'a>, ToTomlError> {
        match self {
            Self::Text(text) => text.to_toml(arena),
            Self::Integer(integer) => integer.to_toml(arena),
            Self::Float(float) => float.to_toml(arena),
            Self::Boolean(boolean) => boolean.to_toml(arena),
            Self::Array(array) => array.to_toml(arena),
            Self::Table(table) => table.to_toml(arena),
        }
    }
}
