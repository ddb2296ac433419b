//! From Rust types to [`Value`] and [`Table`].

mod collections;

#[cfg(test)]
mod tests;

use alloc::{borrow::ToOwned, string::ToString};
use core::fmt;

use serde_core::ser::{Serialize, Serializer};

use super::Error;
use crate::{Table, Value};
use collections::{ArraySerializer, StructSerializer, TableSerializer};

impl Value {
    /// The value that a Rust value is in TOML.
    ///
    /// A field or map entry that is `None` is left out.
    ///
    /// # Errors
    /// With the path of what TOML has nothing for: `None` in an array, a unit, an integer that does
    /// not fit in 64 bits, a map whose keys are no text.
    ///
    /// ```
    /// use toml_core::Value;
    ///
    /// assert_eq!(Value::try_from((1, "two")).unwrap(), Value::from([Value::from(1), "two".into()]));
    /// let error = Value::try_from([Some(1), None]).unwrap_err();
    /// assert_eq!(error.to_string(), "TOML has no null, and `None` cannot stand in an array at [1]");
    /// ```
    pub fn try_from<T: Serialize>(value: T) -> Result<Self, Error> {
        present(&value, "be a value")
    }
}

impl Table {
    /// The table that a struct, map or variant with content is in TOML.
    ///
    /// # Errors
    /// As [`Value::try_from`]; for what is not a table as well.
    pub fn try_from<T: Serialize>(value: T) -> Result<Self, Error> {
        match Value::try_from(value)? {
            Value::Table(table) => Ok(table),
            other => Err(Error::new(format_args!(
                "expected a struct or map, which is a table, found {} {}",
                article(&other),
                other.type_name()
            ))),
        }
    }
}

fn article(value: &Value) -> &'static str {
    match value {
        Value::Integer(_) | Value::Array(_) => "an",
        _ => "a",
    }
}

/// The value of what must not be `None`; `place` says why, as in "stand in an array".
fn present<T: Serialize + ?Sized>(value: &T, place: &str) -> Result<Value, Error> {
    value
        .serialize(ValueSerializer)?
        .ok_or_else(|| Error::none(place))
}

/// Makes a value of what is serialized; none of `None`.
struct ValueSerializer;

type Name = &'static str;
type Outcome = Result<Option<Value>, Error>;

/// Methods that make a value of plain data.
macro_rules! plain {
    ($($method:ident: $type:ty => $variant:ident,)*) => {$(
        fn $method(self, value: $type) -> Outcome {
            Ok(Some(Value::$variant(value.into())))
        }
    )*};
}

/// Methods that make a value of an integer that may not fit.
macro_rules! integer {
    ($($method:ident: $type:ty,)*) => {$(
        fn $method(self, value: $type) -> Outcome {
            match value.try_into() {
                Ok(integer) => Ok(Some(Value::Integer(integer))),
                Err(_) => Err(too_large(&value)),
            }
        }
    )*};
}

#[cold]
fn too_large(integer: &dyn fmt::Display) -> Error {
    Error::new(format_args!(
        "integer `{integer}` does not fit in 64 bits with its sign"
    ))
}

impl Serializer for ValueSerializer {
    type Ok = Option<Value>;
    type Error = Error;
    type SerializeSeq = ArraySerializer;
    type SerializeTuple = ArraySerializer;
    type SerializeTupleStruct = ArraySerializer;
    type SerializeTupleVariant = ArraySerializer;
    type SerializeMap = TableSerializer;
    type SerializeStruct = StructSerializer;
    type SerializeStructVariant = TableSerializer;

    plain! {
        serialize_bool: bool => Boolean,
        serialize_i8: i8 => Integer,
        serialize_i16: i16 => Integer,
        serialize_i32: i32 => Integer,
        serialize_i64: i64 => Integer,
        serialize_u8: u8 => Integer,
        serialize_u16: u16 => Integer,
        serialize_u32: u32 => Integer,
        serialize_char: char => String,
        serialize_str: &str => String,
    }

    fn serialize_f32(self, float: f32) -> Result<Option<Value>, Error> {
        self.serialize_f64(float.into())
    }

    /// All that is not a number is the same in TOML, so its sign is dropped.
    fn serialize_f64(self, float: f64) -> Result<Option<Value>, Error> {
        let float = if float.is_nan() { f64::NAN } else { float };
        Ok(Some(Value::Float(float)))
    }

    integer! {
        serialize_u64: u64,
        serialize_i128: i128,
        serialize_u128: u128,
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Outcome {
        Ok(Some(Value::String(value.to_string())))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Outcome {
        Ok(Some(Value::from(bytes)))
    }

    fn serialize_none(self) -> Outcome {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        Err(Error::unit())
    }

    fn serialize_unit_struct(self, name: Name) -> Outcome {
        Err(Error::unit_struct(name))
    }

    fn serialize_unit_variant(self, _: Name, _: u32, variant: Name) -> Outcome {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: Name, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: Name,
        _index: u32,
        variant: Name,
        value: &T,
    ) -> Outcome {
        match present(value, "be the value of a variant") {
            Ok(value) => Ok(Some(of_variant(variant, value))),
            Err(error) => Err(error.in_key(variant)),
        }
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<ArraySerializer, Error> {
        Ok(ArraySerializer::new(None, length))
    }

    fn serialize_tuple(self, length: usize) -> Result<ArraySerializer, Error> {
        Ok(ArraySerializer::new(None, Some(length)))
    }

    fn serialize_tuple_struct(self, _: Name, length: usize) -> Result<ArraySerializer, Error> {
        Ok(ArraySerializer::new(None, Some(length)))
    }

    fn serialize_tuple_variant(
        self,
        _name: Name,
        _index: u32,
        variant: Name,
        length: usize,
    ) -> Result<ArraySerializer, Error> {
        Ok(ArraySerializer::new(Some(variant), Some(length)))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<TableSerializer, Error> {
        Ok(TableSerializer::new(None, length))
    }

    fn serialize_struct(self, name: Name, length: usize) -> Result<StructSerializer, Error> {
        Ok(StructSerializer::new(name, length))
    }

    fn serialize_struct_variant(
        self,
        _name: Name,
        _index: u32,
        variant: Name,
        length: usize,
    ) -> Result<TableSerializer, Error> {
        Ok(TableSerializer::new(Some(variant), Some(length)))
    }
}

/// A variant with content: a table with its name as the one key.
fn of_variant(variant: Name, content: Value) -> Value {
    let mut table = Table::with_capacity(1);
    table.insert(variant.to_owned(), content);
    Value::Table(table)
}
