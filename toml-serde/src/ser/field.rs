//! The value of a key in a table of a document: a line, a table or an array of tables.

use serde_core::Serialize;
use serde_core::ser::Serializer;

use super::array::{FieldArray, VariantArray};
use super::scalar::{
    Scalar, impl_struct, reject_units, serialize_as_arrays, serialize_scalars,
    serialize_transparent,
};
use super::section::{Kind, Place, Section};
use super::table::{MapSerializer, TableSerializer};
use super::{Buffer, DottedKeys, Error, timestamp};

/// Writes a key with its value.
#[derive(Debug)]
pub(super) struct FieldSerializer<'f> {
    key: &'f str,
    place: Place,
    section: &'f mut Section,
    buffer: &'f mut Buffer,
}

impl<'f> FieldSerializer<'f> {
    #[inline]
    pub(super) fn new(
        key: &'f str,
        place: Place,
        section: &'f mut Section,
        buffer: &'f mut Buffer,
    ) -> Self {
        Self {
            key,
            place,
            section,
            buffer,
        }
    }

    #[inline]
    #[expect(clippy::unnecessary_wraps, reason = "as the methods of the trait")]
    fn scalar(self, value: impl Scalar) -> Result<&'f mut Buffer, Error> {
        let style = self.buffer.layout.style;
        let out = self.section.open_line(self.key, self.buffer);
        value.encode(style, out);
        out.push('\n');
        Ok(self.buffer)
    }

    /// A table under the key.
    #[inline]
    fn open_table(self) -> Result<(Section, &'f mut Buffer), Error> {
        if self.section.kind == Kind::Dotted {
            return Err(self.buffer.give_up_dotted_keys());
        }
        let has_header = self.buffer.layout.dotted_keys == DottedKeys::Never
            || self.place == Place::NoDottedKeys;
        let table = if has_header {
            self.section.open_child(self.key, self.buffer)
        } else {
            self.section.open_dotted(self.key, self.buffer)
        };
        Ok((table, self.buffer))
    }
}

impl<'f> Serializer for FieldSerializer<'f> {
    type Ok = &'f mut Buffer;
    type Error = Error;
    type SerializeSeq = FieldArray<'f>;
    type SerializeTuple = FieldArray<'f>;
    type SerializeTupleStruct = FieldArray<'f>;
    type SerializeTupleVariant = VariantArray<'f>;
    type SerializeMap = MapSerializer<'f>;
    type SerializeStruct = FieldStruct<'f>;
    type SerializeStructVariant = TableSerializer<'f>;

    serialize_scalars!();
    reject_units!();
    serialize_transparent!();
    serialize_as_arrays!();

    #[inline]
    fn serialize_none(self) -> Result<Self::Ok, Error> {
        self.buffer.is_skipped = true;
        Ok(self.buffer)
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

    #[inline]
    fn serialize_seq(self, length: Option<usize>) -> Result<FieldArray<'f>, Error> {
        let mut array = FieldArray::new(self.key, length, self.section, self.buffer);
        if self.place == Place::NoArrayOfTables {
            array.open_line();
        }
        Ok(array)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<VariantArray<'f>, Error> {
        let (table, buffer) = self.open_table()?;
        Ok(VariantArray::open(variant, length, table, buffer))
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<MapSerializer<'f>, Error> {
        let (table, buffer) = self.open_table()?;
        Ok(MapSerializer::new(table, buffer))
    }

    #[inline]
    fn serialize_struct(
        self,
        name: &'static str,
        _length: usize,
    ) -> Result<FieldStruct<'f>, Error> {
        if name == timestamp::NAME {
            let Self {
                key,
                section,
                buffer,
                ..
            } = self;
            section.open_line(key, buffer);
            let timestamp = FieldTimestamp::new(section, buffer, "\n");
            return Ok(FieldStruct::Timestamp(timestamp));
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
    ) -> Result<TableSerializer<'f>, Error> {
        let (table, buffer) = self.open_table()?;
        if table.kind == Kind::Dotted {
            return Err(buffer.give_up_dotted_keys());
        }
        Ok(TableSerializer::struct_variant(variant, table, buffer))
    }
}

/// A struct that is being written: a table, or a date-time.
#[derive(Debug)]
pub(super) enum FieldStruct<'f> {
    Table(TableSerializer<'f>),
    Timestamp(FieldTimestamp<'f>),
}

impl<'f> FieldStruct<'f> {
    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self {
            Self::Table(table) => table.field(name, value),
            Self::Timestamp(field) => {
                timestamp::encode(name, value, field.section.line(field.buffer))
            }
        }
    }

    #[inline]
    fn finish(self) -> Result<&'f mut Buffer, Error> {
        match self {
            Self::Table(table) => table.finish(),
            Self::Timestamp(field) => field.finish(),
        }
    }
}

impl_struct! {
    SerializeStruct for FieldStruct<'f>, &'f mut Buffer;
}

/// A date-time that is being written as the value of a key, or as the first element of one.
#[derive(Debug)]
pub(super) struct FieldTimestamp<'f> {
    section: &'f Section,
    buffer: &'f mut Buffer,
    start: usize,
    /// What stands behind it.
    end: &'static str,
}

impl<'f> FieldTimestamp<'f> {
    pub(super) fn new(section: &'f Section, buffer: &'f mut Buffer, end: &'static str) -> Self {
        Self {
            start: section.line(buffer).len(),
            section,
            buffer,
            end,
        }
    }

    fn finish(self) -> Result<&'f mut Buffer, Error> {
        let out = self.section.line(self.buffer);
        if out.len() == self.start {
            return Err(timestamp::invalid());
        }
        out.push_str(self.end);
        Ok(self.buffer)
    }
}
