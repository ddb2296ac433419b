//! The serializer of a document: its root, which must be a table.

use serde_core::Serialize;
use serde_core::ser::{self, Impossible};
use toml_core::de::DATETIME_NAME;

use super::array::VariantArray;
use super::scalar::serialize_transparent;
use super::table::{MapSerializer, TableSerializer};
use super::{Buffer, Error, SerializerBuilder};

/// Writes a document to a [`Buffer`].
///
/// ```
/// use serde::Serialize;
/// use toml_serde::ser::{Buffer, Serializer};
///
/// let mut buffer = Buffer::new();
/// std::collections::BTreeMap::from([("answer", 42)]).serialize(Serializer::new(&mut buffer))?;
/// assert_eq!(buffer.to_string(), "answer = 42\n");
/// # Ok::<(), toml_serde::ser::Error>(())
/// ```
#[derive(Debug)]
pub struct Serializer<'d> {
    pub(super) buffer: &'d mut Buffer,
}

impl<'d> Serializer<'d> {
    /// A serializer with the layout of [`to_string`](super::to_string).
    pub fn new(buffer: &'d mut Buffer) -> Self {
        SerializerBuilder::new().build(buffer)
    }

    /// A serializer with the layout of [`to_string_pretty`](super::to_string_pretty).
    pub fn pretty(buffer: &'d mut Buffer) -> Self {
        SerializerBuilder::pretty().build(buffer)
    }

    /// The choices that there are for the layout, set as for [`Self::new`].
    #[must_use]
    pub fn builder() -> SerializerBuilder {
        SerializerBuilder::new()
    }
}

macro_rules! reject {
    ($($method:ident($($argument:ty),*) -> $ok:ident, $what:literal;)*) => {
        $(
            #[cold]
            fn $method(self, $(_: $argument),*) -> Result<Self::$ok, Error> {
                Err(not_a_table($what))
            }
        )*
    };
}

#[cold]
fn not_a_table(what: &str) -> Error {
    Error::new(format_args!(
        "a document is a table with keys, and {what} is none"
    ))
}

impl<'d> ser::Serializer for Serializer<'d> {
    type Ok = &'d mut Buffer;
    type Error = Error;
    type SerializeSeq = Impossible<Self::Ok, Error>;
    type SerializeTuple = Impossible<Self::Ok, Error>;
    type SerializeTupleStruct = Impossible<Self::Ok, Error>;
    type SerializeTupleVariant = VariantArray<'d>;
    type SerializeMap = MapSerializer<'d>;
    type SerializeStruct = TableSerializer<'d>;
    type SerializeStructVariant = TableSerializer<'d>;

    serialize_transparent!();

    fn serialize_map(self, _length: Option<usize>) -> Result<MapSerializer<'d>, Error> {
        Ok(MapSerializer::of(self.buffer))
    }

    fn serialize_struct(
        self,
        name: &'static str,
        _length: usize,
    ) -> Result<TableSerializer<'d>, Error> {
        if name == DATETIME_NAME {
            return Err(not_a_table("a date-time"));
        }
        Ok(TableSerializer::of(self.buffer))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Error> {
        TableSerializer::newtype_variant(variant, value, self.buffer)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<VariantArray<'d>, Error> {
        Ok(VariantArray::open(variant, length, self.buffer))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<TableSerializer<'d>, Error> {
        TableSerializer::of_variant(variant, self.buffer)
    }

    reject! {
        serialize_bool(bool) -> Ok, "a boolean";
        serialize_i8(i8) -> Ok, "an integer";
        serialize_i16(i16) -> Ok, "an integer";
        serialize_i32(i32) -> Ok, "an integer";
        serialize_i64(i64) -> Ok, "an integer";
        serialize_i128(i128) -> Ok, "an integer";
        serialize_u8(u8) -> Ok, "an integer";
        serialize_u16(u16) -> Ok, "an integer";
        serialize_u32(u32) -> Ok, "an integer";
        serialize_u64(u64) -> Ok, "an integer";
        serialize_u128(u128) -> Ok, "an integer";
        serialize_f32(f32) -> Ok, "a float";
        serialize_f64(f64) -> Ok, "a float";
        serialize_char(char) -> Ok, "a character";
        serialize_str(&str) -> Ok, "a string";
        serialize_bytes(&[u8]) -> Ok, "a byte string";
        serialize_none() -> Ok, "`None`";
        serialize_unit() -> Ok, "the unit type";
        serialize_unit_struct(&'static str) -> Ok, "a unit struct";
        serialize_unit_variant(&'static str, u32, &'static str) -> Ok, "a variant without data";
        serialize_seq(Option<usize>) -> SerializeSeq, "an array";
        serialize_tuple(usize) -> SerializeTuple, "a tuple";
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct, "a tuple";
    }
}
