//! Reading Rust types from [`Value`] and [`Table`], which are taken apart on the way.
//!
//! Recursion goes as deep as the value does.

mod access;
mod enums;

#[cfg(test)]
mod tests;

use serde_core::de::{
    Deserialize, Deserializer, Error as _, Expected, IntoDeserializer, Unexpected, Visitor,
};

use super::datetime::{self, DATETIME_NAME};
use super::{Error, KeyDeserializer, VARIANT, forget_discarded};
use crate::encode::DatetimeText;
use crate::value::Array;
use crate::{Table, Value};
use access::{ElementAccess, EntryAccess};
use enums::TableVariant;

impl Value {
    /// Reads a Rust type from the value.
    ///
    /// # Errors
    /// The first part of the value that the type does not take, with its path.
    ///
    /// ```
    /// use toml_core::Value;
    ///
    /// let ports = Value::from([80, 443]);
    /// assert_eq!(ports.clone().try_into::<Vec<u16>>().unwrap(), [80, 443]);
    /// let error = ports.try_into::<Vec<u8>>().unwrap_err();
    /// assert_eq!(error.to_string(), "invalid value: integer `443`, expected u8 at [1]");
    /// ```
    pub fn try_into<'de, T: Deserialize<'de>>(self) -> Result<T, Error> {
        T::deserialize(self)
    }
}

impl Table {
    /// Reads a Rust type from the table.
    ///
    /// # Errors
    /// The first part of the table that the type does not take, with its path.
    pub fn try_into<'de, T: Deserialize<'de>>(self) -> Result<T, Error> {
        T::deserialize(self)
    }
}

/// Methods that hand out whatever the value is, date-times as their text.
macro_rules! text {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self {
                Self::Datetime(datetime) => visitor.visit_str(DatetimeText::of(&datetime).as_str()),
                other => other.deserialize_any(visitor),
            }
        }
    )*};
}

/// Methods that hand out the bytes of a string, or an array of integers.
macro_rules! bytes {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self {
                Self::String(text) => visitor.visit_byte_buf(text.into_bytes()),
                other => other.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Value {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::String(text) => visitor.visit_string(text),
            Self::Integer(integer) => visitor.visit_i64(integer),
            Self::Float(float) => visitor.visit_f64(float),
            Self::Boolean(boolean) => visitor.visit_bool(boolean),
            Self::Datetime(datetime) => datetime::visit(datetime, visitor),
            Self::Array(array) => visit_array(array, visitor),
            Self::Table(table) => visit_table(table, visitor),
        }
    }

    text! { deserialize_str deserialize_string deserialize_identifier }

    bytes! { deserialize_bytes deserialize_byte_buf }

    /// What is there is `Some`; TOML has no null.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// An array with more elements than the tuple is an error, as these would get lost.
    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Array(array) if array.len() > length => Err(Error::too_long(array.len(), length)),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Datetime(datetime) => Err(datetime::mismatch(&datetime, &visitor)),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            DATETIME_NAME => self.deserialize_any(visitor),
            _ => self.deserialize_map(visitor),
        }
    }

    /// A string is a unit variant; a table with one key is that variant.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::String(text) => visitor.visit_enum(text.into_deserializer()),
            Self::Table(table) => visitor.visit_enum(TableVariant::of(table)?),
            other => Err(mismatch(&other, &VARIANT)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char seq unit unit_struct
    }
}

impl<'de> Deserializer<'de> for Table {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visit_table(self, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(TableVariant::of(self)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier
    }
}

impl IntoDeserializer<'_, Error> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl IntoDeserializer<'_, Error> for Table {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Hands out an array; elements that nobody asked for are an error, as they would get lost.
fn visit_array<'de, V: Visitor<'de>>(array: Array, visitor: V) -> Result<V::Value, Error> {
    forget_discarded();
    let length = array.len();
    let mut access = ElementAccess::new(array);
    let value = visitor.visit_seq(&mut access)?;
    match access.remaining() {
        0 => Ok(value),
        left => Err(Error::too_long(length, length - left)),
    }
}

/// Hands out a table; keys that nobody asked for are an error, as they would get lost.
fn visit_table<'de, V: Visitor<'de>>(table: Table, visitor: V) -> Result<V::Value, Error> {
    forget_discarded();
    let length = table.len();
    let mut access = EntryAccess::new(table);
    let value = visitor.visit_map(&mut access)?;
    match access.remaining() {
        0 => Ok(value),
        _ => Err(Error::invalid_length(length, &"a table of fewer keys")),
    }
}

/// The error of a value in the place of something else.
#[cold]
fn mismatch(found: &Value, expected: &dyn Expected) -> Error {
    let found = match found {
        Value::String(text) => Unexpected::Str(text),
        Value::Integer(integer) => Unexpected::Signed(*integer),
        Value::Float(float) => Unexpected::Float(*float),
        Value::Boolean(boolean) => Unexpected::Bool(*boolean),
        Value::Datetime(datetime) => return datetime::mismatch(datetime, expected),
        Value::Array(_) => Unexpected::Seq,
        Value::Table(_) => Unexpected::Map,
    };
    Error::invalid_type(found, expected)
}
