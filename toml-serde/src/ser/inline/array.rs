//! Arrays between brackets.

use serde_core::Serialize;
use serde_core::ser::SerializeTupleVariant;

use super::super::Error;
use super::super::scalar::impl_array;
use super::super::style::{ArrayStyle, Style};
use super::{Line, OnNone, ValueSerializer};

/// The most bytes that a character has.
const MAX_CHAR: usize = 4;

/// An array that is being written; the text it is written to comes with each call.
#[derive(Debug)]
pub(in crate::ser) struct InlineArray {
    style: Style,
    line: Line,
    /// The number of elements, where it is known beforehand.
    length: Option<usize>,
    /// The number of elements so far.
    count: usize,
    /// Where it begins, in bytes.
    start: usize,
    /// Where its elements begin; kept only if the array may have to be spread.
    starts: Vec<usize>,
}

impl InlineArray {
    #[inline]
    pub(in crate::ser) fn open(
        length: Option<usize>,
        style: Style,
        line: Line,
        out: &mut String,
    ) -> Self {
        let start = out.len();
        out.push('[');
        Self {
            style,
            line,
            length,
            count: 0,
            start,
            starts: Vec::new(),
        }
    }

    #[inline]
    pub(in crate::ser) fn element<T>(&mut self, value: &T, out: &mut String) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        let serializer = self.start_element(out);
        match value.serialize(serializer) {
            Ok(_) => {
                self.end_element(out);
                Ok(())
            }
            Err(error) => Err(error.in_index(self.count - 1)),
        }
    }

    /// Writes what stands in front of an element, and gives what writes the element.
    #[inline]
    pub(in crate::ser) fn start_element<'o>(&mut self, out: &'o mut String) -> ValueSerializer<'o> {
        let is_first = self.count == 0;
        self.count += 1;
        if self.is_pretty() {
            out.push_str("\n    ");
        } else if !is_first {
            out.push_str(", ");
        }
        let mut line = self.line;
        if let ArrayStyle::Fit { .. } = self.style.arrays {
            self.starts.push(out.len());
            line = Line {
                start: out.len(),
                arrays: line.arrays + 1,
            };
        }
        ValueSerializer::with_style(out, self.style, line, OnNone::Reject("stand in an array"))
    }

    /// Writes what stands behind an element.
    #[inline]
    pub(in crate::ser) fn end_element(&self, out: &mut String) {
        if self.is_pretty() {
            out.push(',');
        }
    }

    #[inline]
    pub(in crate::ser) fn close(self, out: &mut String) {
        if self.is_pretty() && self.count > 0 {
            out.push('\n');
        }
        out.push(']');
        if let ArrayStyle::Fit { columns, indent } = self.style.arrays
            && self.is_spread(columns, indent, out)
        {
            self.spread(indent, out);
        }
    }

    #[inline]
    fn is_pretty(&self) -> bool {
        matches!(self.style.arrays, ArrayStyle::Pretty)
            && self.length.is_none_or(|length| length > 1)
    }

    /// Whether the array has to be spread over lines.
    ///
    /// If this array stays on one line, so does the one that it is in: that one is no wider then
    /// than allowed. So an element's line may be taken to start at the element.
    fn is_spread(&self, columns: usize, indent: u8, out: &str) -> bool {
        let line = &out[self.line.start..];
        let indent = self.line.arrays * usize::from(indent);
        // With the comma, or what else stands behind an array that is in another.
        let behind = usize::from(self.line.arrays > 0);
        let is_wide = line.len() / MAX_CHAR > columns
            || line.chars().count() + indent + behind > columns
            || out[self.start..].contains('\n');
        match self.count {
            0 => false,
            1 => out[self.start..].contains('\n'),
            _ => is_wide,
        }
    }

    /// Puts each element on a line of its own.
    fn spread(&self, indent: u8, out: &mut String) {
        let line = out.split_off(self.start);
        let indent = usize::from(indent);
        let end = self.start + line.len() + 1;
        let ends = self.starts[1..].iter().copied().chain([end]);
        out.push('[');
        for (start, end) in self.starts.iter().zip(ends) {
            start_line(indent * (self.line.arrays + 1), out);
            out.push_str(&line[start - self.start..end - self.start - ", ".len()]);
            out.push(',');
        }
        start_line(indent * self.line.arrays, out);
        out.push(']');
    }
}

fn start_line(spaces: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', spaces));
}

/// An array with the text that it is written to.
#[derive(Debug)]
pub struct ValueArray<'d> {
    array: InlineArray,
    out: &'d mut String,
}

impl<'d> ValueArray<'d> {
    #[inline]
    pub(super) fn new(array: InlineArray, out: &'d mut String) -> Self {
        Self { array, out }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.array.element(value, self.out)
    }

    #[inline]
    fn finish(self) -> &'d mut String {
        self.array.close(self.out);
        self.out
    }
}

impl_array!(ValueArray<'d>, &'d mut String);

/// The array of an enum variant with several values, within the inline table of the variant.
#[derive(Debug)]
pub struct ValueVariantArray<'d> {
    array: ValueArray<'d>,
    variant: &'static str,
}

impl<'d> ValueVariantArray<'d> {
    pub(super) fn new(array: ValueArray<'d>, variant: &'static str) -> Self {
        Self { array, variant }
    }
}

impl<'d> SerializeTupleVariant for ValueVariantArray<'d> {
    type Ok = &'d mut String;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let result = self.array.element(value);
        result.map_err(|error| error.in_key(self.variant))
    }

    fn end(self) -> Result<&'d mut String, Error> {
        let out = self.array.finish();
        out.push_str(" }");
        Ok(out)
    }
}
