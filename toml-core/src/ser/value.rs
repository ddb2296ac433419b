//! Writing [`Value`], [`Table`], dates and times in any format.

#[cfg(test)]
mod tests;

use serde_core::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::de::{DATETIME_FIELD, DATETIME_NAME};
use crate::encode::DatetimeText;
use crate::{Date, Datetime, Table, Time, Value};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(text) => serializer.serialize_str(text),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::Float(float) => serializer.serialize_f64(*float),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::Datetime(datetime) => datetime.serialize(serializer),
            Self::Array(array) => array.serialize(serializer),
            Self::Table(table) => table.serialize(serializer),
        }
    }
}

/// In order; a format that wants plain values before tables, as TOML does, sees to that itself.
impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (key, value) in self {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// As a struct that serializers of TOML know, with the date-time's text.
impl Serialize for Datetime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut datetime = serializer.serialize_struct(DATETIME_NAME, 1)?;
        datetime.serialize_field(DATETIME_FIELD, DatetimeText::of(self).as_str())?;
        datetime.end()
    }
}

/// As a [`Datetime`].
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Datetime::from(*self).serialize(serializer)
    }
}

/// As a [`Datetime`].
impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Datetime::from(*self).serialize(serializer)
    }
}
