//! Arrays in a table of a document: on the line of their key, or tables under `[[headers]]`.

use serde_core::Serialize;
use serde_core::ser::SerializeTupleVariant;

use super::element::ElementSerializer;
use super::field::FieldTimestamp;
use super::inline::{InlineArray, Line, ValueSerializer};
use super::names::Key;
use super::scalar::impl_array;
use super::section::{Mark, Place, Retry, Written};
use super::{Buffer, Error};

/// An array that is the value of a key. Its first element decides how it is written.
#[derive(Debug)]
pub(super) struct FieldArray<'f> {
    key: Key<'f>,
    length: Option<usize>,
    form: Form,
    pub(super) buffer: &'f mut Buffer,
}

/// How an array is written.
#[derive(Debug)]
enum Form {
    /// Not known yet, nothing is written.
    Undecided,
    /// Behind its key.
    Line(InlineArray),
    /// Each element under a header, so far.
    Tables {
        /// The number of elements.
        count: usize,
        /// The state before the first.
        mark: Box<Mark>,
    },
}

impl<'f> FieldArray<'f> {
    #[inline]
    pub(super) fn new(
        key: Key<'f>,
        length: Option<usize>,
        place: Place,
        buffer: &'f mut Buffer,
    ) -> Self {
        let form = match place {
            Place::NoArrayOfTables => Form::Line(open_line(key, length, buffer)),
            _ => Form::Undecided,
        };
        Self {
            key,
            length,
            form,
            buffer,
        }
    }

    /// Begins the array on the line of its key.
    #[inline]
    fn open_line(&mut self) {
        self.form = Form::Line(open_line(self.key, self.length, self.buffer));
    }

    /// Begins an element that is no table, the first there is.
    #[inline]
    pub(super) fn open_value(&mut self) -> Result<ValueSerializer<'_>, Error> {
        if let Form::Undecided = self.form {
            self.open_line();
        }
        if let Form::Line(array) = &mut self.form {
            let style = self.buffer.layout.style;
            let out = self.buffer.line();
            let line = array.start_element(out);
            return Ok(ValueSerializer::with_line(line, style, out));
        }
        Err(self.give_up_headers())
    }

    /// Begins an element that is a date-time, the first there is.
    pub(super) fn open_timestamp(&mut self) -> Result<FieldTimestamp<'_>, Error> {
        self.open_value()?;
        Ok(FieldTimestamp::new(self.buffer, ""))
    }

    /// Begins an element that is a table, after none but tables.
    #[inline]
    pub(super) fn open_table(&mut self) -> Result<(), Error> {
        if let Form::Undecided = self.form {
            let (count, mark) = (0, self.buffer.open_array(self.key)?);
            self.form = Form::Tables { count, mark };
        }
        self.buffer.open_element();
        Ok(())
    }

    /// Has the array written on one line.
    #[cold]
    fn give_up_headers(&mut self) -> Error {
        if let Form::Tables { mark, .. } = &self.form {
            let (mark, place) = (mark.clone(), Place::Inline);
            self.buffer.retry = Some(Retry { mark, place });
        }
        Error::new("an array with elements that are no tables cannot have headers")
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        match &mut self.form {
            Form::Line(array) => array.element(value, self.buffer.layout.style, self.buffer.line()),
            _ => self.first_element(value),
        }
    }

    /// Writes the first element, or one that may be a table.
    fn first_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let result = value.serialize(ElementSerializer { array: self }).map(drop);
        let index = match &mut self.form {
            Form::Undecided => 0,
            Form::Line(array) => {
                array.end_element(self.buffer.line());
                0
            }
            Form::Tables { count, .. } => {
                *count += 1;
                *count - 1
            }
        };
        result.map_err(|error| error.in_index(index))
    }

    #[inline]
    fn finish(mut self) -> Written {
        if let Form::Undecided = self.form {
            self.open_line();
        }
        match self.form {
            Form::Undecided => {}
            Form::Line(array) => array.close_line(self.buffer.line()),
            Form::Tables { mark, .. } => self.buffer.close_array(&mark),
        }
        Written::Something
    }
}

impl_array!(FieldArray<'f>, Written);

/// Writes a key and begins an array behind it.
#[inline]
fn open_line(key: Key<'_>, length: Option<usize>, buffer: &mut Buffer) -> InlineArray {
    let (style, start) = (buffer.layout.style, buffer.line().len());
    let out = buffer.open_line(key);
    InlineArray::open(length, Line { start, arrays: 0 }, style, out)
}

/// An array that is the first element of an array.
#[derive(Debug)]
pub(super) struct NestedArray<'e> {
    array: InlineArray,
    buffer: &'e mut Buffer,
}

impl<'e> NestedArray<'e> {
    /// Begins it within an array whose first element this is.
    pub(super) fn open(
        length: Option<usize>,
        outer: &'e mut FieldArray<'_>,
    ) -> Result<Self, Error> {
        let array = outer.open_value()?.open_array(length);
        let buffer = &mut *outer.buffer;
        Ok(Self { array, buffer })
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let style = self.buffer.layout.style;
        self.array.element(value, style, self.buffer.line())
    }

    fn finish(self) -> Written {
        self.array.close(self.buffer.line());
        Written::Something
    }
}

impl_array!(NestedArray<'e>, Written);

/// The values of an enum variant, in the table for the enum.
#[derive(Debug)]
pub struct VariantArray<'d> {
    array: InlineArray,
    variant: &'static str,
    buffer: &'d mut Buffer,
}

impl<'d> VariantArray<'d> {
    /// Begins it in the table that has just been begun.
    pub(super) fn open(variant: &'static str, length: usize, buffer: &'d mut Buffer) -> Self {
        let array = open_line(Key::Text(variant), Some(length), buffer);
        Self {
            array,
            variant,
            buffer,
        }
    }
}

impl<'d> SerializeTupleVariant for VariantArray<'d> {
    type Ok = &'d mut Buffer;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let style = self.buffer.layout.style;
        let result = self.array.element(value, style, self.buffer.line());
        result.map_err(|error| error.in_key(self.variant))
    }

    fn end(self) -> Result<&'d mut Buffer, Error> {
        self.array.close_line(self.buffer.line());
        self.buffer.close_table()?;
        Ok(self.buffer)
    }
}
