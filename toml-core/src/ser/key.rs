//! The serializer of keys: whatever is text, or has a text that reads back as the same.

#[cfg(test)]
mod tests;

use alloc::{borrow::ToOwned, string::String, string::ToString};
use core::fmt;

use serde_core::ser::{Impossible, Serialize, Serializer};

use super::Error;

/// Writes text, integers, booleans, characters, unit variants, and newtypes and `Some` of these.
#[derive(Clone, Copy, Debug)]
pub struct KeySerializer;

/// Methods that write a value as its `Display` does.
macro_rules! displayed {
    ($($method:ident: $type:ty,)*) => {$(
        fn $method(self, value: $type) -> Result<String, Error> {
            Ok(value.to_string())
        }
    )*};
}

/// Methods for what is no key.
macro_rules! rejected {
    ($($method:ident($($argument:ty),*) -> $result:ty: $what:literal,)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$result, Error> {
            Err(no_key($what))
        }
    )*};
}

#[cold]
fn no_key(what: &str) -> Error {
    Error::new(format_args!("a key is text in TOML, and {what} is not"))
}

type Never = Impossible<String, Error>;
type Name = &'static str;

impl Serializer for KeySerializer {
    type Ok = String;
    type Error = Error;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    fn serialize_str(self, text: &str) -> Result<String, Error> {
        Ok(text.to_owned())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<String, Error> {
        Ok(value.to_string())
    }

    displayed! {
        serialize_bool: bool,
        serialize_char: char,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
    }

    fn serialize_unit_variant(self, _: Name, _: u32, variant: Name) -> Result<String, Error> {
        Ok(variant.to_owned())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: Name,
        value: &T,
    ) -> Result<String, Error> {
        value.serialize(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: Name,
        _index: u32,
        _variant: Name,
        _value: &T,
    ) -> Result<String, Error> {
        Err(no_key("a variant with content"))
    }

    rejected! {
        serialize_f32(f32) -> String: "a float",
        serialize_f64(f64) -> String: "a float",
        serialize_bytes(&[u8]) -> String: "a sequence of bytes",
        serialize_none() -> String: "`None`",
        serialize_unit() -> String: "a unit",
        serialize_unit_struct(Name) -> String: "a unit struct",
        serialize_seq(Option<usize>) -> Never: "a sequence",
        serialize_tuple(usize) -> Never: "a tuple",
        serialize_tuple_struct(Name, usize) -> Never: "a tuple",
        serialize_tuple_variant(Name, u32, Name, usize) -> Never: "a variant with content",
        serialize_map(Option<usize>) -> Never: "a map",
        serialize_struct(Name, usize) -> Never: "a struct",
        serialize_struct_variant(Name, u32, Name, usize) -> Never: "a variant with content",
    }
}
