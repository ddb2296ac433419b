//! The keys of maps: whatever can be told from its text.

use serde_core::ser::{Impossible, Serialize, Serializer};
use toml_core::encode::{encode_i128, encode_integer, encode_u128};

use super::Error;

/// Appends a key as it is, not yet encoded.
pub(super) struct KeySerializer<'d> {
    pub(super) out: &'d mut String,
}

macro_rules! serialize_integers {
    ($($type:ty: $method:ident, $encode:ident;)*) => {
        $(
            #[inline]
            fn $method(self, integer: $type) -> Result<(), Error> {
                $encode(integer.into(), self.out);
                Ok(())
            }
        )*
    };
}

macro_rules! reject {
    ($($method:ident($($argument:ty),*) -> $ok:ident, $what:literal;)*) => {
        $(
            #[cold]
            fn $method(self, $(_: $argument),*) -> Result<Self::$ok, Error> {
                Err(not_a_key($what))
            }
        )*
    };
}

#[cold]
fn not_a_key(what: &str) -> Error {
    Error::new(format_args!("a key must be text, and {what} is none"))
}

impl Serializer for KeySerializer<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    #[inline]
    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.out.push_str(text);
        Ok(())
    }

    fn serialize_char(self, text: char) -> Result<(), Error> {
        self.out.push(text);
        Ok(())
    }

    fn serialize_bool(self, is_true: bool) -> Result<(), Error> {
        self.serialize_str(if is_true { "true" } else { "false" })
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Error> {
        Err(not_a_key("an `Option`"))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(not_a_key("a variant with data"))
    }

    serialize_integers! {
        i8: serialize_i8, encode_integer;
        i16: serialize_i16, encode_integer;
        i32: serialize_i32, encode_integer;
        i64: serialize_i64, encode_integer;
        i128: serialize_i128, encode_i128;
        u8: serialize_u8, encode_integer;
        u16: serialize_u16, encode_integer;
        u32: serialize_u32, encode_integer;
        u64: serialize_u64, encode_u128;
        u128: serialize_u128, encode_u128;
    }

    reject! {
        serialize_f32(f32) -> Ok, "a float";
        serialize_f64(f64) -> Ok, "a float";
        serialize_bytes(&[u8]) -> Ok, "a byte string";
        serialize_none() -> Ok, "an `Option`";
        serialize_unit() -> Ok, "the unit type";
        serialize_unit_struct(&'static str) -> Ok, "a unit struct";
        serialize_seq(Option<usize>) -> SerializeSeq, "an array";
        serialize_tuple(usize) -> SerializeTuple, "a tuple";
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct, "a tuple";
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant,
            "a variant with data";
        serialize_map(Option<usize>) -> SerializeMap, "a map";
        serialize_struct(&'static str, usize) -> SerializeStruct, "a struct";
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant,
            "a variant with data";
    }
}
