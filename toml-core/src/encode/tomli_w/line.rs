//! Values as they stand behind `=`: scalars, arrays and inline tables.

use alloc::{boxed::Box, string::String, vec::Vec};

use super::scalars::{
    encode_datetime, encode_decimal, encode_float_signed, encode_key, encode_string, is_integer,
};
use super::{Arrays, Data, Entries, Failure, Layout, Newlines, Reason, View};
use crate::encode::encode_integer;
use crate::{Path, Segment};

/// Writing stopped.
pub(super) enum Stop<E> {
    /// The line is wider than it may be, so it will be taken back.
    Overflow,
    /// The data cannot be written. The segments of the path are there from the innermost on.
    Failed(Box<(Reason<E>, Vec<Segment>)>),
}

pub(super) type Written<E, T = ()> = Result<T, Stop<E>>;

/// A line that must not become too wide, and must stay one line.
#[derive(Clone, Copy)]
struct Limit {
    /// Offset of its first byte.
    start: usize,
    /// Columns that it may have.
    width: usize,
}

/// How deep a value is.
#[derive(Clone, Copy)]
pub(super) struct Level {
    /// Tables and arrays round it, the root not counted.
    pub(super) depth: usize,
    /// Indents in front of the value, if it stands on a line of its own; its elements have one more.
    pub(super) indents: usize,
}

/// Appends values to a text.
pub(super) struct LineWriter {
    pub(super) out: String,
    pub(super) layout: Layout,
    limit: Option<Limit>,
}

impl<E> Stop<E> {
    #[cold]
    fn failed(reason: Reason<E>) -> Self {
        Self::Failed(Box::new((reason, Vec::new())))
    }

    /// Data could not say what it is.
    pub(super) fn of_data(error: E) -> Self {
        Self::failed(Reason::Data(error))
    }

    /// The failure. There is none for an overflow, which is always taken back.
    pub(super) fn into_failure(self) -> Option<Failure<E>> {
        let Self::Failed(failed) = self else {
            return None;
        };
        let (reason, mut segments) = *failed;
        segments.reverse();
        Some(Failure {
            reason,
            path: Path::from(segments),
        })
    }

    #[cold]
    pub(super) fn at(mut self, segment: impl FnOnce() -> Segment) -> Self {
        if let Self::Failed(failed) = &mut self {
            failed.1.push(segment());
        }
        self
    }

    pub(super) fn at_key(self, key: &str) -> Self {
        self.at(|| Segment::Key(key.into()))
    }

    pub(super) fn at_index(self, index: usize) -> Self {
        self.at(|| Segment::Index(i64::try_from(index).unwrap_or(i64::MAX)))
    }
}

impl LineWriter {
    pub(super) fn new(layout: Layout) -> Self {
        Self {
            out: String::new(),
            layout,
            limit: None,
        }
    }

    /// The depth inside of a table or array at this depth.
    #[inline]
    pub(super) fn deeper<E>(&self, depth: usize) -> Written<E, usize> {
        let limit = self.layout.max_depth;
        if depth < limit {
            Ok(depth + 1)
        } else {
            Err(Stop::failed(Reason::TooDeep { limit }))
        }
    }

    /// Appends a key and its `=`.
    #[inline]
    pub(super) fn write_key(&mut self, key: &str) {
        encode_key(key, &mut self.out);
        self.out.push_str(" = ");
    }

    /// Appends what data is.
    ///
    /// It is not moved from where it was made: the processor would have to wait for it.
    #[inline]
    fn write_data<D: Data>(&mut self, data: &D, level: Level) -> Written<D::Error> {
        match data.view() {
            Ok(ref value) => self.write(value, level),
            Err(error) => Err(Stop::of_data(error)),
        }
    }

    #[inline]
    pub(super) fn write<D: Data>(&mut self, value: &View<D>, level: Level) -> Written<D::Error> {
        match value {
            View::String(text) => return self.write_string(text),
            View::Integer(integer) => encode_integer(*integer, &mut self.out),
            View::Boolean(true) => self.out.push_str("true"),
            View::Boolean(false) => self.out.push_str("false"),
            View::Float(float) => encode_float_signed(*float, &mut self.out),
            View::Datetime(datetime) => encode_datetime(datetime, &mut self.out),
            View::Array(elements) => return self.write_array(elements, level),
            View::Table(entries) => return self.write_inline_table(entries, level),
            View::WideInteger(digits) if is_integer(digits) => self.out.push_str(digits),
            View::Decimal(text) if encode_decimal(text, &mut self.out) => {}
            View::WideInteger(text) | View::Decimal(text) => {
                return Err(Stop::failed(Reason::InvalidNumber(text.clone())));
            }
        }
        Ok(())
    }

    #[inline]
    fn write_string<E>(&mut self, text: &str) -> Written<E> {
        let newlines = self.layout.newlines;
        if newlines == Newlines::Keep && self.limit.is_some() && text.contains('\n') {
            return Err(Stop::Overflow);
        }
        encode_string(text, newlines, &mut self.out);
        Ok(())
    }

    /// Appends `{ … }`. Arrays inside of it are indented as if they were in no other.
    fn write_inline_table<D: Data>(
        &mut self,
        entries: &Entries<D>,
        level: Level,
    ) -> Written<D::Error> {
        let inside = Level {
            depth: self.deeper(level.depth)?,
            indents: match self.layout.arrays {
                Arrays::OnePerLine => 0,
                Arrays::Fit => level.indents,
            },
        };
        if entries.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        let mut opening = "{ ";
        for (key, value) in entries {
            self.out.push_str(opening);
            opening = ", ";
            self.write_key(key);
            let written = self.write_data(value, inside);
            written.map_err(|stop| stop.at_key(key))?;
            self.check_width()?;
        }
        self.out.push_str(" }");
        Ok(())
    }

    pub(super) fn write_array<D: Data>(
        &mut self,
        elements: &[D],
        level: Level,
    ) -> Written<D::Error> {
        let inside = Level {
            depth: self.deeper(level.depth)?,
            indents: level.indents + 1,
        };
        match (self.layout.arrays, self.limit) {
            _ if elements.is_empty() => {
                self.out.push_str("[]");
                Ok(())
            }
            (Arrays::OnePerLine, None) => self.write_lines(elements, inside),
            (Arrays::OnePerLine, Some(_)) => Err(Stop::Overflow),
            (Arrays::Fit, Some(_)) => self.write_on_line(elements, inside),
            (Arrays::Fit, None) => {
                // An element of another array has a comma behind it.
                let room = usize::from(level.indents > 0);
                let fits = self.try_on_line(room, |line| line.write_on_line(elements, inside))?;
                if fits {
                    return Ok(());
                }
                self.write_lines(elements, inside)
            }
        }
    }

    /// `[1, 2]`
    fn write_on_line<D: Data>(&mut self, elements: &[D], inside: Level) -> Written<D::Error> {
        let mut opening = "[";
        for (index, element) in elements.iter().enumerate() {
            self.out.push_str(opening);
            opening = ", ";
            let written = self.write_data(element, inside);
            written.map_err(|stop| stop.at_index(index))?;
            self.check_width()?;
        }
        self.out.push(']');
        Ok(())
    }

    /// Each element on a line of its own, with a comma behind it.
    fn write_lines<D: Data>(&mut self, elements: &[D], inside: Level) -> Written<D::Error> {
        self.out.push_str("[\n");
        for (index, element) in elements.iter().enumerate() {
            self.indent(inside.indents);
            let written = self.write_data(element, inside);
            written.map_err(|stop| stop.at_index(index))?;
            self.out.push_str(",\n");
        }
        self.indent(inside.indents - 1);
        self.out.push(']');
        Ok(())
    }

    /// Appends an array of inline tables, unless one of them is too wide for a line.
    ///
    /// `level` is that of the array, outside of all others.
    pub(super) fn try_tables<D: Data>(
        &mut self,
        tables: &[Entries<D>],
        level: Level,
    ) -> Written<D::Error, bool> {
        let inside = Level {
            depth: self.deeper(level.depth)?,
            indents: 1,
        };
        if self.layout.arrays == Arrays::Fit
            && self.try_on_line(0, |line| line.write_tables_on_line(tables, inside))?
        {
            return Ok(true);
        }
        self.out.push_str("[\n");
        for (index, table) in tables.iter().enumerate() {
            self.indent(1);
            let fits = self.try_on_line(1, |line| line.write_inline_table(table, inside));
            if !fits.map_err(|stop| stop.at_index(index))? {
                return Ok(false);
            }
            self.out.push_str(",\n");
        }
        self.out.push(']');
        Ok(true)
    }

    /// `[{ … }, { … }]`
    fn write_tables_on_line<D: Data>(
        &mut self,
        tables: &[Entries<D>],
        inside: Level,
    ) -> Written<D::Error> {
        let mut opening = "[";
        for (index, table) in tables.iter().enumerate() {
            self.out.push_str(opening);
            opening = ", ";
            let written = self.write_inline_table(table, inside);
            written.map_err(|stop| stop.at_index(index))?;
        }
        self.out.push(']');
        Ok(())
    }

    /// Appends something if the line has room for it and `room` columns more, and says whether it had.
    fn try_on_line<E>(
        &mut self,
        room: usize,
        write: impl FnOnce(&mut Self) -> Written<E>,
    ) -> Written<E, bool> {
        let length = self.out.len();
        let outer = self.limit.replace(Limit {
            start: self.out.rfind('\n').map_or(0, |newline| newline + 1),
            width: self.layout.width.saturating_sub(room),
        });
        let written = write(self).and_then(|()| self.check_width());
        self.limit = outer;
        match written {
            Ok(()) => Ok(true),
            Err(Stop::Overflow) => {
                self.out.truncate(length);
                Ok(false)
            }
            Err(failed) => Err(failed),
        }
    }

    /// Stops if the line at hand is too wide already.
    #[inline]
    fn check_width<E>(&self) -> Written<E> {
        let Some(Limit { start, width }) = self.limit else {
            return Ok(());
        };
        let line = &self.out[start..];
        if line.len() > width && line.chars().count() > width {
            return Err(Stop::Overflow);
        }
        Ok(())
    }

    fn indent(&mut self, indents: usize) {
        const SPACES: &str = "                                                                ";
        let mut left = indents * usize::from(self.layout.indent);
        while left > 0 {
            let some = left.min(SPACES.len());
            self.out.push_str(&SPACES[..some]);
            left -= some;
        }
    }
}
