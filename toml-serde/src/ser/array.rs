//! Arrays in a table of a document: on the line of their key, or tables under `[[headers]]`.

use serde_core::Serialize;
use serde_core::ser::SerializeTupleVariant;

use super::element::ElementSerializer;
use super::field::FieldTimestamp;
use super::inline::{InlineArray, Line, ValueSerializer};
use super::scalar::impl_array;
use super::section::{Kind, Mark, Place, Retry, Section};
use super::{Buffer, Error};

/// An array that is the value of a key. Its first element decides how it is written.
#[derive(Debug)]
pub(super) struct FieldArray<'f> {
    key: &'f str,
    length: Option<usize>,
    form: Form,
    section: &'f mut Section,
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
        mark: Mark,
    },
}

impl<'f> FieldArray<'f> {
    #[inline]
    pub(super) fn new(
        key: &'f str,
        length: Option<usize>,
        section: &'f mut Section,
        buffer: &'f mut Buffer,
    ) -> Self {
        Self {
            key,
            length,
            form: Form::Undecided,
            section,
            buffer,
        }
    }

    /// Begins the array on the line of its key.
    #[inline]
    pub(super) fn open_line(&mut self) {
        let (length, buffer) = (self.length, &mut *self.buffer);
        self.form = Form::Line(open_line(self.key, length, self.section, buffer));
    }

    /// Begins an element that is no table, the first there is.
    #[inline]
    pub(super) fn open_value(&mut self) -> Result<ValueSerializer<'_>, Error> {
        if let Form::Undecided = self.form {
            self.open_line();
        }
        match &mut self.form {
            Form::Line(array) => Ok(array.start_element(self.section.line(self.buffer))),
            _ => Err(self.give_up_headers()),
        }
    }

    /// Begins an element that is a date-time, the first there is.
    pub(super) fn open_timestamp(&mut self) -> Result<FieldTimestamp<'_>, Error> {
        self.open_value()?;
        Ok(FieldTimestamp::new(self.section, self.buffer, ""))
    }

    /// Begins an element that is a table, after none but tables.
    #[inline]
    pub(super) fn open_table(&mut self) -> Result<Section, Error> {
        if let Form::Undecided = self.form {
            if self.section.kind == Kind::Dotted {
                return Err(self.buffer.give_up_dotted_keys());
            }
            let (count, mark) = (0, self.section.mark(self.buffer));
            self.section.open_array(self.key, self.buffer);
            self.form = Form::Tables { count, mark };
        }
        Ok(self.section.open_element(self.buffer))
    }

    /// Has the array written on one line.
    #[cold]
    fn give_up_headers(&mut self) -> Error {
        if let Form::Tables { mark, .. } = self.form {
            let place = Place::Inline;
            self.buffer.retry = Some(Retry { mark, place });
        }
        Error::new("an array with elements that are no tables cannot have headers")
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if let Form::Line(array) = &mut self.form {
            return array.element(value, self.section.line(self.buffer));
        }
        let result = value.serialize(ElementSerializer { array: self }).map(drop);
        match &mut self.form {
            Form::Undecided => result.map_err(|error| error.in_index(0)),
            Form::Line(array) => {
                array.end_element(self.section.line(self.buffer));
                result.map_err(|error| error.in_index(0))
            }
            Form::Tables { count, .. } => {
                *count += 1;
                result.map_err(|error| error.in_index(*count - 1))
            }
        }
    }

    #[inline]
    fn finish(mut self) -> &'f mut Buffer {
        if let Form::Undecided = self.form {
            self.open_line();
        }
        match self.form {
            Form::Undecided => {}
            Form::Line(array) => close_line(array, self.section.line(self.buffer)),
            Form::Tables { mark, .. } => mark.close_array(self.buffer),
        }
        self.buffer
    }
}

impl_array!(FieldArray<'f>, &'f mut Buffer);

/// Writes a key and begins an array behind it.
#[inline]
fn open_line(
    key: &str,
    length: Option<usize>,
    section: &mut Section,
    buffer: &mut Buffer,
) -> InlineArray {
    let style = buffer.layout.style;
    let start = section.line(buffer).len();
    let out = section.open_line(key, buffer);
    InlineArray::open(length, style, Line { start, arrays: 0 }, out)
}

#[inline]
fn close_line(array: InlineArray, out: &mut String) {
    array.close(out);
    out.push('\n');
}

/// An array that is the first element of an array.
#[derive(Debug)]
pub(super) struct NestedArray<'e> {
    array: InlineArray,
    section: &'e Section,
    buffer: &'e mut Buffer,
}

impl<'e> NestedArray<'e> {
    /// Begins it within an array whose first element this is.
    pub(super) fn open(
        length: Option<usize>,
        outer: &'e mut FieldArray<'_>,
    ) -> Result<Self, Error> {
        let array = outer.open_value()?.open_array(length);
        Ok(Self {
            array,
            section: outer.section,
            buffer: outer.buffer,
        })
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.array.element(value, self.section.line(self.buffer))
    }

    fn finish(self) -> &'e mut Buffer {
        self.array.close(self.section.line(self.buffer));
        self.buffer
    }
}

impl_array!(NestedArray<'e>, &'e mut Buffer);

/// The values of an enum variant, in the table for the enum.
#[derive(Debug)]
pub struct VariantArray<'d> {
    array: InlineArray,
    variant: &'static str,
    section: Section,
    buffer: &'d mut Buffer,
}

impl<'d> VariantArray<'d> {
    pub(super) fn open(
        variant: &'static str,
        length: usize,
        mut section: Section,
        buffer: &'d mut Buffer,
    ) -> Self {
        Self {
            array: open_line(variant, Some(length), &mut section, buffer),
            variant,
            section,
            buffer,
        }
    }
}

impl<'d> SerializeTupleVariant for VariantArray<'d> {
    type Ok = &'d mut Buffer;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let result = self.array.element(value, self.section.line(self.buffer));
        result.map_err(|error| error.in_key(self.variant))
    }

    fn end(mut self) -> Result<&'d mut Buffer, Error> {
        close_line(self.array, self.section.line(self.buffer));
        self.section.close(self.buffer);
        Ok(self.buffer)
    }
}
