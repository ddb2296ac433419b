//! Values as they stand behind `=`: scalars, arrays and inline tables.

mod array;
mod table;

use serde_core::Serialize;
use serde_core::ser::Serializer;
use toml_core::de::DATETIME_NAME;
use toml_core::encode::encode_key;

use super::Error;
use super::scalar::{
    Scalar, reject_units, serialize_as_arrays, serialize_scalars, serialize_transparent,
};
use super::style::Style;

pub(super) use array::InlineArray;
use array::{ValueArray, ValueVariantArray};

use table::{InlineTable, ValueMap, ValueStruct, ValueTimestamp};

/// Writes a single value, tables as inline tables.
///
/// ```
/// use serde::Serialize;
/// use toml_serde::ser::ValueSerializer;
///
/// let mut line = String::from("sizes = ");
/// [1, 2].serialize(ValueSerializer::new(&mut line))?;
/// assert_eq!(line, "sizes = [1, 2]");
/// # Ok::<(), toml_serde::ser::Error>(())
/// ```
#[derive(Debug)]
pub struct ValueSerializer<'d> {
    out: &'d mut String,
    style: Style,
    line: Line,
    none: OnNone,
}

/// The line that a value is on, to tell how wide an array is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where it starts, in bytes; that of an element of an array, as if that array was spread.
    pub(super) start: usize,
    /// How many arrays the value is in.
    pub(super) arrays: usize,
}

impl Line {
    /// A line about which nothing needs to be known.
    pub(super) const START: Self = Self {
        start: 0,
        arrays: 0,
    };
}

/// What to do about a `None`.
#[derive(Clone, Copy, Debug)]
pub(super) enum OnNone {
    /// Write nothing, which the caller sees.
    WriteNothing,
    Refuse,
}

impl<'d> ValueSerializer<'d> {
    /// A serializer that appends to a text.
    pub fn new(out: &'d mut String) -> Self {
        let start = out.rfind('\n').map_or(0, |newline| newline + 1);
        let mut serializer = Self::in_line(start, Style::DEFAULT, out);
        serializer.none = OnNone::Refuse;
        serializer
    }

    /// A serializer for a value on a line that starts at this offset.
    #[inline]
    pub(super) fn in_line(start: usize, style: Style, out: &'d mut String) -> Self {
        let line = Line { start, arrays: 0 };
        Self::with_line(line, style, out)
    }

    #[inline]
    pub(super) fn with_line(line: Line, style: Style, out: &'d mut String) -> Self {
        Self {
            out,
            style,
            line,
            none: OnNone::WriteNothing,
        }
    }

    #[inline]
    #[expect(clippy::unnecessary_wraps, reason = "as the methods of the trait")]
    pub(super) fn scalar(self, value: impl Scalar) -> Result<&'d mut String, Error> {
        value.encode(self.style, self.out);
        Ok(self.out)
    }

    /// Begins an array.
    #[inline]
    pub(super) fn open_array(&mut self, length: Option<usize>) -> InlineArray {
        InlineArray::open(length, self.line, self.style, self.out)
    }

    /// Writes the key of an enum variant, which is a table with one key.
    fn open_variant(&mut self, variant: &str) {
        self.out.push_str("{ ");
        encode_key(variant, self.out);
        self.out.push_str(" = ");
    }
}

impl<'d> Serializer for ValueSerializer<'d> {
    type Ok = &'d mut String;
    type Error = Error;
    type SerializeSeq = ValueArray<'d>;
    type SerializeTuple = ValueArray<'d>;
    type SerializeTupleStruct = ValueArray<'d>;
    type SerializeTupleVariant = ValueVariantArray<'d>;
    type SerializeMap = ValueMap<'d>;
    type SerializeStruct = ValueStruct<'d>;
    type SerializeStructVariant = ValueStruct<'d>;

    serialize_scalars!();
    reject_units!();
    serialize_transparent!();
    serialize_as_arrays!();

    fn serialize_none(self) -> Result<Self::Ok, Error> {
        match self.none {
            OnNone::WriteNothing => Ok(self.out),
            OnNone::Refuse => Err(Error::none("stand alone")),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Self::Ok, Error> {
        self.open_variant(variant);
        let start = self.out.len();
        let serializer = ValueSerializer {
            none: OnNone::WriteNothing,
            ..self
        };
        match value.serialize(serializer) {
            Ok(out) if out.len() == start => Err(Error::none(IN_VARIANT).in_key(variant)),
            Ok(out) => {
                out.push_str(" }");
                Ok(out)
            }
            Err(error) => Err(error.in_key(variant)),
        }
    }

    #[inline]
    fn serialize_seq(mut self, length: Option<usize>) -> Result<ValueArray<'d>, Error> {
        let array = self.open_array(length);
        Ok(ValueArray::new(array, self.style, self.out))
    }

    fn serialize_tuple_variant(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<ValueVariantArray<'d>, Error> {
        self.open_variant(variant);
        let array = self.serialize_seq(Some(length))?;
        Ok(ValueVariantArray::new(array, variant))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<ValueMap<'d>, Error> {
        Ok(ValueMap::new(InlineTable::open(
            self.out, self.style, self.line,
        )))
    }

    fn serialize_struct(
        self,
        name: &'static str,
        _length: usize,
    ) -> Result<ValueStruct<'d>, Error> {
        if name == DATETIME_NAME {
            return Ok(ValueStruct::Timestamp(ValueTimestamp::new(self.out)));
        }
        let table = InlineTable::open(self.out, self.style, self.line);
        Ok(ValueStruct::Table(table))
    }

    fn serialize_struct_variant(
        mut self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<ValueStruct<'d>, Error> {
        self.open_variant(variant);
        let table = InlineTable::open(self.out, self.style, self.line);
        Ok(ValueStruct::Table(table.of_variant(variant)))
    }
}

/// An element of an array, for [`Error::none`].
pub(super) const IN_ARRAY: &str = "stand in an array";
/// The value of an enum variant, for [`Error::none`].
pub(super) const IN_VARIANT: &str = "be the value of a variant";
