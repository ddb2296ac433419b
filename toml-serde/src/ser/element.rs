//! An element of an array, as long as all before it are tables.

use serde_core::Serialize;
use serde_core::ser::Serializer;
use toml_core::de::DATETIME_NAME;

use super::array::{FieldArray, NestedArray, VariantArray};
use super::field::FieldStruct;
use super::inline::{IN_ARRAY, null};
use super::scalar::{
    Scalar, reject_units, serialize_as_arrays, serialize_scalars, serialize_transparent,
};
use super::table::{MapSerializer, TableSerializer};
use super::{Buffer, Error};

/// Writes an element.
#[derive(Debug)]
pub(super) struct ElementSerializer<'e, 'f> {
    pub(super) array: &'e mut FieldArray<'f>,
}

impl<'e> ElementSerializer<'e, '_> {
    #[inline]
    fn scalar(self, value: impl Scalar) -> Result<&'e mut Buffer, Error> {
        self.array.open_value()?.scalar(value)?;
        Ok(self.array.buffer)
    }

    #[inline]
    fn open_table(self) -> Result<&'e mut Buffer, Error> {
        self.array.open_table()?;
        Ok(self.array.buffer)
    }
}

impl<'e> Serializer for ElementSerializer<'e, '_> {
    type Ok = &'e mut Buffer;
    type Error = Error;
    type SerializeSeq = NestedArray<'e>;
    type SerializeTuple = NestedArray<'e>;
    type SerializeTupleStruct = NestedArray<'e>;
    type SerializeTupleVariant = VariantArray<'e>;
    type SerializeMap = MapSerializer<'e>;
    type SerializeStruct = FieldStruct<'e>;
    type SerializeStructVariant = TableSerializer<'e>;

    serialize_scalars!();
    reject_units!();
    serialize_transparent!();
    serialize_as_arrays!();

    fn serialize_none(self) -> Result<Self::Ok, Error> {
        Err(null(IN_ARRAY))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Error> {
        TableSerializer::newtype_variant(variant, value, self.open_table()?)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<NestedArray<'e>, Error> {
        NestedArray::open(length, self.array)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<VariantArray<'e>, Error> {
        Ok(VariantArray::open(variant, length, self.open_table()?))
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<MapSerializer<'e>, Error> {
        self.open_table().map(MapSerializer::of)
    }

    #[inline]
    fn serialize_struct(
        self,
        name: &'static str,
        _length: usize,
    ) -> Result<FieldStruct<'e>, Error> {
        if name == DATETIME_NAME {
            return self.array.open_timestamp().map(FieldStruct::Timestamp);
        }
        let table = self.open_table().map(TableSerializer::of);
        table.map(FieldStruct::Table)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<TableSerializer<'e>, Error> {
        TableSerializer::of_variant(variant, self.open_table()?)
    }
}
