//! Arrays between brackets.

use serde_core::Serialize;
use serde_core::ser::SerializeTupleVariant;

use super::super::Error;
use super::super::scalar::impl_array;
use super::super::style::{ArrayStyle, Style};
use super::{IN_ARRAY, Line, ValueSerializer};

/// What stands between two elements on one line.
const SEPARATOR: &str = ", ";
/// The most bytes that a character has.
const MAX_CHAR: usize = 4;

/// An array that is being written; what it is written to and how comes with each call.
#[derive(Debug)]
pub(in crate::ser) struct InlineArray {
    /// The number of elements so far.
    count: usize,
    spread: Spread,
}

/// Whether the array is spread over lines.
#[derive(Debug)]
enum Spread {
    Never,
    /// Always, as [`ArrayStyle::Pretty`] has it.
    Pretty,
    /// At the end, if it has become too wide.
    Fit(Box<Fit>),
}

/// What it takes to spread an array at its end.
#[derive(Debug)]
struct Fit {
    columns: u32,
    indent: u8,
    line: Line,
    /// Where the array begins, in bytes.
    start: usize,
    /// Where its elements begin.
    elements: Vec<usize>,
}

impl InlineArray {
    #[inline]
    pub(in crate::ser) fn open(
        length: Option<usize>,
        line: Line,
        style: Style,
        out: &mut String,
    ) -> Self {
        let spread = match style.arrays {
            ArrayStyle::Pretty if length.is_none_or(|length| length > 1) => Spread::Pretty,
            ArrayStyle::Pretty | ArrayStyle::OneLine => Spread::Never,
            ArrayStyle::Fit { columns, indent } => Fit::open(columns, indent, line, out),
        };
        out.push('[');
        Self { count: 0, spread }
    }

    #[inline]
    pub(in crate::ser) fn element<T>(
        &mut self,
        value: &T,
        style: Style,
        out: &mut String,
    ) -> Result<(), Error>
    where
        T: Serialize + ?Sized,
    {
        let line = self.start_element(out);
        let start = out.len();
        match value.serialize(ValueSerializer::with_line(line, style, out)) {
            Ok(out) if out.len() == start => Err(Error::none(IN_ARRAY).in_index(self.count - 1)),
            Ok(out) => {
                self.end_element(out);
                Ok(())
            }
            Err(error) => Err(error.in_index(self.count - 1)),
        }
    }

    /// Writes what stands in front of an element.
    #[inline]
    pub(in crate::ser) fn start_element(&mut self, out: &mut String) -> Line {
        let is_first = self.count == 0;
        self.count += 1;
        if let Spread::Never = self.spread {
            if !is_first {
                out.push_str(SEPARATOR);
            }
            Line::START
        } else {
            self.start_spread_element(is_first, out)
        }
    }

    fn start_spread_element(&mut self, is_first: bool, out: &mut String) -> Line {
        if let Spread::Pretty = self.spread {
            out.push_str("\n    ");
        } else if !is_first {
            out.push_str(SEPARATOR);
        }
        match &mut self.spread {
            Spread::Fit(fit) => fit.start_element(out),
            _ => Line::START,
        }
    }

    /// Writes what stands behind an element.
    #[inline]
    pub(in crate::ser) fn end_element(&self, out: &mut String) {
        if let Spread::Pretty = self.spread {
            out.push(',');
        }
    }

    #[inline]
    pub(in crate::ser) fn close(self, out: &mut String) {
        if let Spread::Never = self.spread {
            out.push(']');
        } else {
            self.close_spread(out);
        }
    }

    /// Ends the array and its line.
    #[inline]
    pub(in crate::ser) fn close_line(self, out: &mut String) {
        if let Spread::Never = self.spread {
            out.push_str("]\n");
        } else {
            self.close_spread(out);
            out.push('\n');
        }
    }

    fn close_spread(self, out: &mut String) {
        if matches!(self.spread, Spread::Pretty) && self.count > 0 {
            out.push('\n');
        }
        out.push(']');
        if let Spread::Fit(fit) = self.spread
            && fit.is_too_wide(out)
        {
            fit.spread(out);
        }
    }
}

impl Fit {
    fn open(columns: u32, indent: u8, line: Line, out: &str) -> Spread {
        Spread::Fit(Box::new(Self {
            columns,
            indent,
            line,
            start: out.len(),
            elements: Vec::new(),
        }))
    }

    /// Notes where an element begins. If the array stays on one line, so do those in it, as they
    /// are less wide. So they are measured as if this one was spread.
    fn start_element(&mut self, out: &str) -> Line {
        let start = out.len();
        self.elements.push(start);
        let arrays = self.line.arrays + 1;
        Line { start, arrays }
    }

    /// Whether the array has to be spread over lines.
    fn is_too_wide(&self, out: &str) -> bool {
        let has_lines = out[self.start..].contains('\n');
        if self.elements.len() < 2 {
            return has_lines;
        }
        let line = &out[self.line.start..];
        let columns = self.columns as usize;
        // An array in another has a comma behind it.
        let around = self.indent_of(self.line.arrays) + usize::from(self.line.arrays > 0);
        has_lines || line.len() / MAX_CHAR > columns || around + line.chars().count() > columns
    }

    /// Puts each element on a line of its own.
    fn spread(&self, out: &mut String) {
        let line = out.split_off(self.start);
        let end = self.start + line.len() - "]".len() + SEPARATOR.len();
        let ends = self.elements[1..].iter().copied().chain([end]);
        out.push('[');
        for (start, end) in self.elements.iter().zip(ends) {
            start_line(self.indent_of(self.line.arrays + 1), out);
            out.push_str(&line[start - self.start..end - self.start - SEPARATOR.len()]);
            out.push(',');
        }
        start_line(self.indent_of(self.line.arrays), out);
        out.push(']');
    }

    fn indent_of(&self, arrays: usize) -> usize {
        arrays * usize::from(self.indent)
    }
}

fn start_line(spaces: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', spaces));
}

/// An array with what it is written to, and how.
#[derive(Debug)]
pub struct ValueArray<'d> {
    array: InlineArray,
    style: Style,
    out: &'d mut String,
}

impl<'d> ValueArray<'d> {
    #[inline]
    pub(super) fn new(array: InlineArray, style: Style, out: &'d mut String) -> Self {
        Self { array, style, out }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.array.element(value, self.style, self.out)
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
