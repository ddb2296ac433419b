//! The value of a key in a table of a document: a line, a table or an array of tables.

use serde_core::Serialize;
use serde_core::ser::{SerializeMap, SerializeTupleVariant, Serializer};
use toml_core::de::DATETIME_NAME;

use super::array::{FieldArray, VariantArray};
use super::names::Key;
use super::scalar::{
    Scalar, impl_struct, reject_units, serialize_as_arrays, serialize_scalars,
    serialize_transparent,
};
use super::section::{Place, Written};
use super::table::{MapSerializer, TableSerializer};
use super::{Buffer, Error, timestamp};

/// Writes a key with its value.
#[derive(Debug)]
pub(super) struct FieldSerializer<'f> {
    key: Key<'f>,
    place: Place,
    buffer: &'f mut Buffer,
}

impl<'f> FieldSerializer<'f> {
    #[inline]
    pub(super) fn new(key: Key<'f>, place: Place, buffer: &'f mut Buffer) -> Self {
        Self { key, place, buffer }
    }

    #[inline]
    #[expect(clippy::unnecessary_wraps, reason = "as the methods of the trait")]
    fn scalar(self, value: impl Scalar) -> Result<Written, Error> {
        let style = self.buffer.layout.style;
        let out = self.buffer.open_line(self.key);
        value.encode(style, out);
        out.push('\n');
        Ok(Written::Something)
    }

    #[inline]
    fn open_table(self) -> Result<&'f mut Buffer, Error> {
        self.buffer.open_table(self.key, self.place)?;
        Ok(self.buffer)
    }
}

impl<'f> Serializer for FieldSerializer<'f> {
    type Ok = Written;
    type Error = Error;
    type SerializeSeq = FieldArray<'f>;
    type SerializeTuple = FieldArray<'f>;
    type SerializeTupleStruct = FieldArray<'f>;
    type SerializeTupleVariant = FieldVariantArray<'f>;
    type SerializeMap = FieldMap<'f>;
    type SerializeStruct = FieldStruct<'f>;
    type SerializeStructVariant = FieldStruct<'f>;

    serialize_scalars!();
    reject_units!();
    serialize_transparent!();
    serialize_as_arrays!();

    #[inline]
    fn serialize_none(self) -> Result<Self::Ok, Error> {
        Ok(Written::Nothing)
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

    #[inline]
    fn serialize_seq(self, length: Option<usize>) -> Result<FieldArray<'f>, Error> {
        let Self { key, place, buffer } = self;
        Ok(FieldArray::new(key, length, place, buffer))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<FieldVariantArray<'f>, Error> {
        let array = VariantArray::open(variant, length, self.open_table()?);
        Ok(FieldVariantArray(array))
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<FieldMap<'f>, Error> {
        self.open_table().map(MapSerializer::of).map(FieldMap)
    }

    #[inline]
    fn serialize_struct(
        self,
        name: &'static str,
        _length: usize,
    ) -> Result<FieldStruct<'f>, Error> {
        if name == DATETIME_NAME {
            self.buffer.open_line(self.key);
            let timestamp = FieldTimestamp::new(self.buffer, "\n");
            return Ok(FieldStruct::Timestamp(timestamp));
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
    ) -> Result<FieldStruct<'f>, Error> {
        let table = TableSerializer::of_variant(variant, self.open_table()?);
        table.map(FieldStruct::Table)
    }
}

/// A struct that is being written: a table, or a date-time.
#[derive(Debug)]
pub(super) enum FieldStruct<'f> {
    Table(TableSerializer<'f>),
    Timestamp(FieldTimestamp<'f>),
}

impl FieldStruct<'_> {
    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self {
            Self::Table(table) => table.field(name, value),
            Self::Timestamp(field) => timestamp::encode(name, value, field.buffer.line()),
        }
    }

    #[inline]
    fn finish(self) -> Result<Written, Error> {
        match self {
            Self::Table(table) => drop(table.finish()?),
            Self::Timestamp(field) => field.finish()?,
        }
        Ok(Written::Something)
    }
}

impl_struct! {
    SerializeStruct for FieldStruct<'f>, Written;
    SerializeStructVariant for FieldStruct<'f>, Written;
}

/// A map that is being written.
#[derive(Debug)]
pub(super) struct FieldMap<'f>(pub(super) MapSerializer<'f>);

impl SerializeMap for FieldMap<'_> {
    type Ok = Written;
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.0.serialize_key(key)
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.0.serialize_value(value)
    }

    #[inline]
    fn end(self) -> Result<Written, Error> {
        self.0.end().map(|_| Written::Something)
    }
}

/// A variant with several values that is being written.
#[derive(Debug)]
pub(super) struct FieldVariantArray<'f>(pub(super) VariantArray<'f>);

impl SerializeTupleVariant for FieldVariantArray<'_> {
    type Ok = Written;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.0.serialize_field(value)
    }

    fn end(self) -> Result<Written, Error> {
        self.0.end().map(|_| Written::Something)
    }
}

/// A date-time that is being written as the value of a key, or as the first element of one.
#[derive(Debug)]
pub(super) struct FieldTimestamp<'f> {
    buffer: &'f mut Buffer,
    start: usize,
    /// What stands behind it.
    end: &'static str,
}

impl<'f> FieldTimestamp<'f> {
    pub(super) fn new(buffer: &'f mut Buffer, end: &'static str) -> Self {
        Self {
            start: buffer.line().len(),
            buffer,
            end,
        }
    }

    fn finish(self) -> Result<(), Error> {
        let out = self.buffer.line();
        if out.len() == self.start {
            return Err(Error::no_datetime_text());
        }
        out.push_str(self.end);
        Ok(())
    }
}
