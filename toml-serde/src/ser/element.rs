//! An element of an array, as long as all before it are tables.

use serde_core::Serialize;
use serde_core::ser::Serializer;
use toml_core::de::DATETIME_NAME;

use super::array::{FieldArray, NestedArray, VariantArray};
use super::field::{FieldMap, FieldStruct, FieldVariantArray};
use super::inline::IN_ARRAY;
use super::scalar::{
    Scalar, reject_units, serialize_as_arrays, serialize_scalars, serialize_transparent,
};
use super::section::Written;
use super::table::{MapSerializer, TableSerializer};
use super::{Buffer, Error};

/// Writes an element.
#[derive(Debug)]
pub(super) struct ElementSerializer<'e, 'f> {
    pub(super) array: &'e mut FieldArray<'f>,
}

impl<'e> ElementSerializer<'e, '_> {
    #[inline]
    fn scalar(self, value: impl Scalar) -> Result<Written, Error> {
        self.array.open_value()?.scalar(value)?;
        Ok(Written::Something)
    }

    #[inline]
    fn open_table(self) -> Result<&'e mut Buffer, Error> {
        self.array.open_table()?;
        Ok(self.array.buffer)
    }
}

impl<'e> Serializer for ElementSerializer<'e, '_> {
    type Ok = Written;
    type Error = Error;
    type SerializeSeq = NestedArray<'e>;
    type SerializeTuple = NestedArray<'e>;
    type SerializeTupleStruct = NestedArray<'e>;
    type SerializeTupleVariant = FieldVariantArray<'e>;
    type SerializeMap = FieldMap<'e>;
    type SerializeStruct = FieldStruct<'e>;
    type SerializeStructVariant = FieldStruct<'e>;

    serialize_scalars!();
    reject_units!();
    serialize_transparent!();
    serialize_as_arrays!();

    fn serialize_none(self) -> Result<Self::Ok, Error> {
        Err(Error::none(IN_ARRAY))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Error> {
        TableSerializer::newtype_variant(variant, value, self.open_table()?)?;
        Ok(Written::Something)
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
    ) -> Result<FieldVariantArray<'e>, Error> {
        let array = VariantArray::open(variant, length, self.open_table()?);
        Ok(FieldVariantArray(array))
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<FieldMap<'e>, Error> {
        self.open_table().map(MapSerializer::of).map(FieldMap)
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
    ) -> Result<FieldStruct<'e>, Error> {
        let table = TableSerializer::of_variant(variant, self.open_table()?);
        table.map(FieldStruct::Table)
    }
}
