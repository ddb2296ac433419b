//! Values as they stand behind `=`: scalars, arrays and inline tables.
//!
//! Works on a stack of its own, not by recursion, as values may nest to any depth.

use alloc::{string::String, vec::Vec};
use core::{mem, slice};

use super::{
    ArrayLayout, EncodeOptions, choose_string_form, encode_datetime, encode_float, encode_integer,
    encode_key, encode_string, encode_string_as, text::Newlines,
};
use crate::value::Iter;
use crate::{Table, Value};

/// Appends values to a text.
pub(super) struct Writer<'v> {
    pub(super) out: String,
    options: EncodeOptions,
    /// The arrays and inline tables that are open, the innermost last.
    open: Vec<Frame<'v>>,
    /// How many of those are arrays.
    arrays: usize,
}

/// An array or inline table that is not closed yet.
struct Frame<'v> {
    rest: Rest<'v>,
    is_first: bool,
}

/// What is left to write of it.
enum Rest<'v> {
    Array(slice::Iter<'v, Value>),
    Table(Iter<'v, String, Value>),
}

impl<'v> Writer<'v> {
    pub(super) fn new(options: EncodeOptions) -> Self {
        Self {
            out: String::new(),
            options,
            open: Vec::new(),
            arrays: 0,
        }
    }

    pub(super) fn into_text(self) -> String {
        self.out
    }

    /// Appends a value.
    pub(super) fn write(&mut self, value: &'v Value) {
        self.begin(value);
        self.finish();
    }

    /// Appends a table as an inline table.
    pub(super) fn write_table(&mut self, table: &'v Table) {
        self.begin_table(table);
        self.finish();
    }

    /// Appends a scalar, or opens an array or inline table.
    #[inline]
    fn begin(&mut self, value: &'v Value) {
        match value {
            Value::String(text) => self.write_string(text),
            Value::Integer(integer) => encode_integer(*integer, &mut self.out),
            Value::Float(float) => encode_float(*float, &mut self.out),
            Value::Boolean(true) => self.out.push_str("true"),
            Value::Boolean(false) => self.out.push_str("false"),
            Value::Datetime(datetime) => encode_datetime(datetime, &mut self.out),
            Value::Array(array) => self.begin_array(array),
            Value::Table(table) => self.begin_table(table),
        }
    }

    #[inline]
    fn write_string(&mut self, text: &str) {
        match self.options.strings {
            Newlines::Escape => encode_string(text, &mut self.out),
            Newlines::Keep => {
                let form = choose_string_form(text, Newlines::Keep);
                encode_string_as(text, form, &mut self.out);
            }
        }
    }

    fn begin_array(&mut self, array: &'v [Value]) {
        if array.is_empty() {
            return self.out.push_str("[]");
        }
        self.out.push('[');
        self.arrays += 1;
        self.push(Rest::Array(array.iter()));
    }

    fn begin_table(&mut self, table: &'v Table) {
        if table.is_empty() {
            return self.out.push_str("{}");
        }
        self.out.push_str("{ ");
        self.push(Rest::Table(table.iter()));
    }

    fn push(&mut self, rest: Rest<'v>) {
        self.open.push(Frame {
            rest,
            is_first: true,
        });
    }

    /// Appends what is left of everything that is open.
    fn finish(&mut self) {
        while let Some(frame) = self.open.last_mut() {
            let is_first = mem::replace(&mut frame.is_first, false);
            match &mut frame.rest {
                Rest::Array(rest) => match rest.next() {
                    Some(element) => {
                        self.out.push_str(if is_first { "" } else { "," });
                        self.separate_element(if is_first { "" } else { " " });
                        self.begin(element);
                    }
                    None => self.end_array(),
                },
                Rest::Table(rest) => match rest.next() {
                    Some((key, value)) => {
                        self.out.push_str(if is_first { "" } else { ", " });
                        self.write_key(key);
                        self.begin(value);
                    }
                    None => self.end_table(),
                },
            }
        }
    }

    /// Appends a key and its `=`.
    pub(super) fn write_key(&mut self, key: &str) {
        encode_key(key, &mut self.out);
        self.out.push_str(" = ");
    }

    /// Goes to where the next element stands: `gap` on, or on a line of its own.
    fn separate_element(&mut self, gap: &str) {
        match self.options.arrays {
            ArrayLayout::OneLine => self.out.push_str(gap),
            ArrayLayout::OnePerLine { indent } => self.start_line(indent),
        }
    }

    fn end_array(&mut self) {
        self.open.pop();
        self.arrays -= 1;
        if let ArrayLayout::OnePerLine { indent } = self.options.arrays {
            self.out.push(',');
            self.start_line(indent);
        }
        self.out.push(']');
    }

    fn end_table(&mut self) {
        self.open.pop();
        self.out.push_str(" }");
    }

    fn start_line(&mut self, indent: u8) {
        let spaces = self.arrays * usize::from(indent);
        self.out.push('\n');
        self.out.extend(core::iter::repeat_n(' ', spaces));
    }
}
