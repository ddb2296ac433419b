//! An element of an array, as long as all before it are tables.

use serde_core::Serialize;
use serde_core::ser::Serializer;

use super::array::{FieldArray, NestedArray, VariantArray};
use super::field::FieldStruct;
use super::inline::null;
use super::scalar::{
    Scalar, reject_units, serialize_as_arrays, serialize_scalars, serialize_transparent,
};
use super::section::Section;
use super::table::{MapSerializer, TableSerializer};
use super::{Buffer, Error, timestamp};

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
    fn open_table(self) -> Result<(Section, &'e mut Buffer), Error> {
        let section = self.array.open_table()?;
        Ok((section, self.array.buffer))
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
        Err(null("stand in an array"))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Error> {
        let (table, buffer) = self.open_table()?;
        TableSerializer::new(table, buffer).newtype_variant(variant, value)
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
        let (table, buffer) = self.open_table()?;
        Ok(VariantArray::open(variant, length, table, buffer))
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<MapSerializer<'e>, Error> {
        let (table, buffer) = self.open_table()?;
        Ok(MapSerializer::new(table, buffer))
    }

    #[inline]
    fn serialize_struct(
        self,
        name: &'static str,
        _length: usize,
    ) -> Result<FieldStruct<'e>, Error> {
        if name == timestamp::NAME {
            return self.array.open_timestamp().map(FieldStruct::Timestamp);
        }
        let (table, buffer) = self.open_table()?;
        Ok(FieldStruct::Table(TableSerializer::new(table, buffer)))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<TableSerializer<'e>, Error> {
        let (table, buffer) = self.open_table()?;
        Ok(TableSerializer::struct_variant(variant, table, buffer))
    }
}
