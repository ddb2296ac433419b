//! The serializer of keys: whatever is text, or has a text that reads back as the same.

#[cfg(test)]
mod tests;

use alloc::string::String;
use core::fmt::{self, Write};

use serde_core::ser::{Impossible, Serialize, Serializer};

use super::Error;
use crate::encode::{encode_i128, encode_integer, encode_u128};

/// Appends text, integers, booleans, characters, unit variants, and newtypes of these to a text, as
/// they are.
#[derive(Debug)]
pub struct KeySerializer<'d> {
    out: &'d mut String,
}

impl<'d> KeySerializer<'d> {
    /// A serializer that appends to a text.
    #[inline]
    pub fn new(out: &'d mut String) -> Self {
        Self { out }
    }
}

/// Methods that write an integer.
macro_rules! integers {
    ($($method:ident: $type:ty => $encode:ident,)*) => {$(
        fn $method(self, integer: $type) -> Result<(), Error> {
            $encode(integer.into(), self.out);
            Ok(())
        }
    )*};
}

/// Methods for what is no key.
macro_rules! rejected {
    ($($method:ident($($argument:ty),*) -> $result:ty: $what:literal,)*) => {$(
        #[cold]
        fn $method(self, $(_: $argument),*) -> Result<$result, Error> {
            Err(no_key($what))
        }
    )*};
}

#[cold]
fn no_key(what: &str) -> Error {
    Error::new(format_args!("a key is text in TOML, and {what} is not"))
}

type Never = Impossible<(), Error>;
type Name = &'static str;

impl Serializer for KeySerializer<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    #[inline]
    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.out.push_str(text);
        Ok(())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        write!(self.out, "{value}").map_err(Error::new)
    }

    fn serialize_char(self, character: char) -> Result<(), Error> {
        self.out.push(character);
        Ok(())
    }

    fn serialize_bool(self, boolean: bool) -> Result<(), Error> {
        self.serialize_str(if boolean { "true" } else { "false" })
    }

    integers! {
        serialize_i8: i8 => encode_integer,
        serialize_i16: i16 => encode_integer,
        serialize_i32: i32 => encode_integer,
        serialize_i64: i64 => encode_integer,
        serialize_i128: i128 => encode_i128,
        serialize_u8: u8 => encode_integer,
        serialize_u16: u16 => encode_integer,
        serialize_u32: u32 => encode_integer,
        serialize_u64: u64 => encode_u128,
        serialize_u128: u128 => encode_u128,
    }

    fn serialize_unit_variant(self, _: Name, _: u32, variant: Name) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: Name,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    #[cold]
    fn serialize_some<T: Serialize + ?Sized>(self, _value: &T) -> Result<(), Error> {
        Err(no_key("an `Option`"))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: Name,
        _index: u32,
        _variant: Name,
        _value: &T,
    ) -> Result<(), Error> {
        Err(no_key("a variant with content"))
    }

    rejected! {
        serialize_f32(f32) -> (): "a float",
        serialize_f64(f64) -> (): "a float",
        serialize_bytes(&[u8]) -> (): "an array of bytes",
        serialize_none() -> (): "an `Option`",
        serialize_unit() -> (): "a unit",
        serialize_unit_struct(Name) -> (): "a unit struct",
        serialize_seq(Option<usize>) -> Never: "an array",
        serialize_tuple(usize) -> Never: "a tuple",
        serialize_tuple_struct(Name, usize) -> Never: "a tuple",
        serialize_tuple_variant(Name, u32, Name, usize) -> Never: "a variant with content",
        serialize_map(Option<usize>) -> Never: "a table",
        serialize_struct(Name, usize) -> Never: "a struct",
        serialize_struct_variant(Name, u32, Name, usize) -> Never: "a variant with content",
    }
}
