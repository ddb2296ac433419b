//! Reading [`Value`] and [`Table`] from any format.

#[cfg(test)]
mod tests;

use alloc::{borrow::ToOwned, format, string::String};
use core::fmt;

use serde_core::de::{
    self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::datetime::{self, DATETIME_FIELD, TextSeed};
use crate::value::Array;
use crate::{Datetime, Table, Value};

/// For how many elements or keys room is made on the word of a format, before they are there.
const MAX_CAPACITY: usize = 4096;

/// Reads what TOML has a type for: no null, and no integer of more than 64 bits.
impl<'de> Deserialize<'de> for Value {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// Reads a map with keys that are text; a key that is there twice is an error.
impl<'de> Deserialize<'de> for Table {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a TOML value")
    }

    #[inline]
    fn visit_bool<E>(self, boolean: bool) -> Result<Value, E> {
        Ok(Value::Boolean(boolean))
    }

    #[inline]
    fn visit_i64<E>(self, integer: i64) -> Result<Value, E> {
        Ok(Value::Integer(integer))
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Value, E> {
        fit(integer)
    }

    fn visit_i128<E: de::Error>(self, integer: i128) -> Result<Value, E> {
        fit(integer)
    }

    fn visit_u128<E: de::Error>(self, integer: u128) -> Result<Value, E> {
        fit(integer)
    }

    #[inline]
    fn visit_f64<E>(self, float: f64) -> Result<Value, E> {
        Ok(Value::Float(float))
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    #[inline]
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut array = Array::with_capacity(capacity(elements.size_hint()));
        while let Some(element) = elements.next_element()? {
            array.push(element);
        }
        Ok(Value::Array(array))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Value, A::Error> {
        Ok(match read_map(entries)? {
            Map::Table(table) => Value::Table(table),
            Map::Datetime(datetime) => Value::Datetime(datetime),
        })
    }
}

struct TableVisitor;

impl<'de> Visitor<'de> for TableVisitor {
    type Value = Table;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Table, A::Error> {
        match read_map(entries)? {
            Map::Table(table) => Ok(table),
            Map::Datetime(datetime) => Err(datetime::mismatch(&datetime, &self)),
        }
    }
}

/// What a map of serde turned out to be.
enum Map {
    Table(Table),
    Datetime(Datetime),
}

#[inline]
fn read_map<'de, A: MapAccess<'de>>(mut entries: A) -> Result<Map, A::Error> {
    let mut key = match entries.next_key_seed(FirstKey)? {
        None => return Ok(Map::Table(Table::new())),
        Some(None) => return entries.next_value_seed(TextSeed).map(Map::Datetime),
        Some(Some(key)) => key,
    };
    let mut table = Table::with_capacity(1 + capacity(entries.size_hint()));
    // One place that reads values: what is inlined there takes stack at each level of nesting.
    loop {
        let value = entries.next_value()?;
        if let Some(key) = table.insert_or_duplicate(key, value) {
            return Err(duplicate(key));
        }
        match entries.next_key()? {
            Some(next) => key = next,
            None => return Ok(Map::Table(table)),
        }
    }
}

/// The first key of a map; `None` for the one that tells a date-time.
struct FirstKey;

impl<'de> DeserializeSeed<'de> for FirstKey {
    type Value = Option<String>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FirstKey {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<Option<String>, E> {
        Ok((key != DATETIME_FIELD).then(|| key.to_owned()))
    }
}

fn capacity(size_hint: Option<usize>) -> usize {
    size_hint.unwrap_or_default().min(MAX_CAPACITY)
}

#[cold]
fn duplicate<E: de::Error>(key: &str) -> E {
    E::custom(format_args!("duplicate key `{key}`"))
}

/// The value of an integer, if it fits.
fn fit<I, E>(integer: I) -> Result<Value, E>
where
    I: TryInto<i64> + fmt::Display + Copy,
    E: de::Error,
{
    match integer.try_into() {
        Ok(integer) => Ok(Value::Integer(integer)),
        Err(_) => Err(E::invalid_value(
            Unexpected::Other(&format!("integer `{integer}`")),
            &"an integer that fits in 64 bits with its sign",
        )),
    }
}
