//! Reading dates and times, and handing them out.
//!
//! Serde has no word for them. They go through it as a struct with a name that nobody else has,
//! and one field, their text; so they do in the crate `toml_datetime`. A format that knows nothing
//! of this may hand out a plain string where it is asked for that struct, which is read as well.

#[cfg(test)]
mod tests;

use alloc::{format, string::String};
use core::fmt;

use serde_core::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde_core::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Expected, MapAccess, Unexpected, Visitor,
};

use super::Error;
use crate::encode::DatetimeText;
use crate::{Date, Datetime, Time};

/// The name of the struct as which a date-time goes through serde.
pub const DATETIME_NAME: &str = "$__toml_private_Datetime";
/// The one field of that struct, the text of the date-time.
pub const DATETIME_FIELD: &str = "$__toml_private_datetime";

/// Reads any of the four forms, from TOML or from a string.
impl<'de> Deserialize<'de> for Datetime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, "a date-time")
    }
}

/// Reads a date without a time.
impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const EXPECTED: &str = "a date without a time";
        match read(deserializer, EXPECTED)? {
            Datetime {
                date: Some(date),
                time: None,
                offset: None,
            } => Ok(date),
            other => Err(mismatch(&other, &EXPECTED)),
        }
    }
}

/// Reads a time without a date.
impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const EXPECTED: &str = "a time without a date";
        match read(deserializer, EXPECTED)? {
            Datetime {
                date: None,
                time: Some(time),
                offset: None,
            } => Ok(time),
            other => Err(mismatch(&other, &EXPECTED)),
        }
    }
}

fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
) -> Result<Datetime, D::Error> {
    deserializer.deserialize_struct(
        DATETIME_NAME,
        &[DATETIME_FIELD],
        DatetimeVisitor { expected },
    )
}

/// The error of a date-time in the place of something else.
#[cold]
pub(super) fn mismatch<E: de::Error>(found: &Datetime, expected: &dyn Expected) -> E {
    let found = in_words(found);
    E::invalid_type(Unexpected::Other(&found), expected)
}

fn in_words(datetime: &Datetime) -> String {
    format!("date-time `{datetime}`")
}

struct DatetimeVisitor {
    expected: &'static str,
}

impl<'de> Visitor<'de> for DatetimeVisitor {
    type Value = Datetime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Datetime, E> {
        text.parse()
            .map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Datetime, A::Error> {
        match map.next_key_seed(IsDatetimeField)? {
            Some(true) => map.next_value_seed(TextSeed),
            _ => Err(de::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

/// Reads the text of a date-time, behind the key [`DATETIME_FIELD`].
pub(super) struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Datetime;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Datetime, D::Error> {
        let expected = "the text of a date-time";
        deserializer.deserialize_str(DatetimeVisitor { expected })
    }
}

/// Reads a key, and tells whether it is [`DATETIME_FIELD`].
struct IsDatetimeField;

impl<'de> DeserializeSeed<'de> for IsDatetimeField {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for IsDatetimeField {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<bool, E> {
        Ok(key == DATETIME_FIELD)
    }
}

/// Hands a date-time to a visitor that takes anything.
pub(super) fn visit<'de, V: Visitor<'de>>(
    datetime: Datetime,
    visitor: V,
) -> Result<V::Value, Error> {
    let access = DatetimeAccess(Some(datetime));
    visitor.visit_map(access).map_err(|mut error: Error| {
        if error.found() == Some(&super::Found::Table) {
            error.set_found(&in_words(&datetime));
        }
        error
    })
}

/// A date-time as the struct that stands for it.
struct DatetimeAccess(Option<Datetime>);

impl<'de> MapAccess<'de> for DatetimeAccess {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        match self.0 {
            Some(_) => seed
                .deserialize(BorrowedStrDeserializer::new(DATETIME_FIELD))
                .map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.0.take() {
            Some(datetime) => {
                seed.deserialize(StrDeserializer::new(DatetimeText::of(&datetime).as_str()))
            }
            None => Err(Error::with_message("a date-time has one part only")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::from(self.0.is_some()))
    }
}
