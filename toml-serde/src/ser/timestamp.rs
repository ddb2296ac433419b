//! Date-times, which come through serde as a struct with a reserved name.

use serde_core::ser::{Impossible, Serialize, Serializer};
use toml_core::Datetime;
use toml_core::de::DATETIME_FIELD;
use toml_core::encode::encode_datetime;

use super::Error;

/// Appends the date-time that the value of [`DATETIME_FIELD`] is the text of.
pub(super) fn encode<T>(name: &str, value: &T, out: &mut String) -> Result<(), Error>
where
    T: Serialize + ?Sized,
{
    if name != DATETIME_FIELD {
        return Err(invalid());
    }
    encode_datetime(&value.serialize(TextSerializer)?, out);
    Ok(())
}

/// The error of a date-time without a text.
#[cold]
pub(super) fn invalid() -> Error {
    Error::new("a date-time is written by its text")
}

/// Takes a text and reads it as a date-time.
struct TextSerializer;

macro_rules! reject {
    ($($method:ident($($argument:ty),*) -> $ok:ident;)*) => {
        $(
            #[cold]
            fn $method(self, $(_: $argument),*) -> Result<Self::$ok, Error> {
                Err(invalid())
            }
        )*
    };
}

impl Serializer for TextSerializer {
    type Ok = Datetime;
    type Error = Error;
    type SerializeSeq = Impossible<Datetime, Error>;
    type SerializeTuple = Impossible<Datetime, Error>;
    type SerializeTupleStruct = Impossible<Datetime, Error>;
    type SerializeTupleVariant = Impossible<Datetime, Error>;
    type SerializeMap = Impossible<Datetime, Error>;
    type SerializeStruct = Impossible<Datetime, Error>;
    type SerializeStructVariant = Impossible<Datetime, Error>;

    fn serialize_str(self, text: &str) -> Result<Datetime, Error> {
        text.parse().map_err(Error::new)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<Datetime, Error> {
        Err(invalid())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Datetime, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Datetime, Error> {
        Err(invalid())
    }

    reject! {
        serialize_bool(bool) -> Ok;
        serialize_i8(i8) -> Ok;
        serialize_i16(i16) -> Ok;
        serialize_i32(i32) -> Ok;
        serialize_i64(i64) -> Ok;
        serialize_u8(u8) -> Ok;
        serialize_u16(u16) -> Ok;
        serialize_u32(u32) -> Ok;
        serialize_u64(u64) -> Ok;
        serialize_f32(f32) -> Ok;
        serialize_f64(f64) -> Ok;
        serialize_char(char) -> Ok;
        serialize_bytes(&[u8]) -> Ok;
        serialize_none() -> Ok;
        serialize_unit() -> Ok;
        serialize_unit_struct(&'static str) -> Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Ok;
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_map(Option<usize>) -> SerializeMap;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }
}
