//! A table as a document: plain values first, then tables under headers.
//!
//! Works on a stack of its own, not by recursion, as tables may nest to any depth.

use alloc::{string::String, vec::Vec};
use core::slice;

use super::{EncodeOptions, encode_key, inline};
use crate::value::Iter;
use crate::{Table, Value};

/// Bytes to make room for at first, for each key of the root.
const BYTES_PER_KEY: usize = 32;

pub(super) fn encode(root: &Table, options: EncodeOptions) -> String {
    let mut writer = Writer {
        values: inline::Writer::new(options),
        path: String::new(),
        open: Vec::new(),
    };
    writer.values.out.reserve(root.len() * BYTES_PER_KEY);
    writer.write_body(root);
    writer.write_sections();
    writer.values.into_text()
}

struct Writer<'v> {
    values: inline::Writer<'v>,
    /// The dotted key of the section at hand, as headers have it.
    path: String,
    /// The tables and arrays of tables whose sections are being written, the innermost last.
    open: Vec<Frame<'v>>,
}

/// A table or array of tables with sections left to write.
struct Frame<'v> {
    rest: Rest<'v>,
    /// Length in bytes of the path that leads to it.
    path_length: usize,
}

enum Rest<'v> {
    Table(Iter<'v, String, Value>),
    ArrayOfTables(slice::Iter<'v, Value>),
}

/// The brackets of a header.
#[derive(Clone, Copy)]
enum Header {
    Table,
    ArrayOfTables,
}

/// Whether a value is written under headers: a table, or an array of nothing but tables.
fn is_section(value: &Value) -> bool {
    match value {
        Value::Table(_) => true,
        Value::Array(array) => !array.is_empty() && array.iter().all(Value::is_table),
        _ => false,
    }
}

/// Whether a table cannot do without a header: it has plain values, or nothing that names it.
fn needs_header(table: &Table) -> bool {
    table.is_empty() || !table.values().all(is_section)
}

impl<'v> Writer<'v> {
    /// Writes all sections of what is open, each after the sections of the one before it.
    fn write_sections(&mut self) {
        while let Some(frame) = self.open.last_mut() {
            self.path.truncate(frame.path_length);
            match &mut frame.rest {
                Rest::Table(rest) => match rest.find(|(_, value)| is_section(value)) {
                    Some((key, value)) => self.write_section(key, value),
                    None => drop(self.open.pop()),
                },
                Rest::ArrayOfTables(rest) => match rest.next() {
                    Some(Value::Table(table)) => {
                        self.write_header(Header::ArrayOfTables);
                        self.write_body(table);
                    }
                    Some(_) => {}
                    None => drop(self.open.pop()),
                },
            }
        }
    }

    /// Writes what a key stands for, as far as it does not have sections itself.
    fn write_section(&mut self, key: &str, value: &'v Value) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        encode_key(key, &mut self.path);
        match value {
            Value::Table(table) => {
                if needs_header(table) {
                    self.write_header(Header::Table);
                }
                self.write_body(table);
            }
            Value::Array(array) => self.push(Rest::ArrayOfTables(array.iter())),
            _ => {}
        }
    }

    /// `std-table` or `array-table` of the current path, on a line of its own behind a blank one.
    fn write_header(&mut self, header: Header) {
        let (open, close) = match header {
            Header::Table => ("[", "]\n"),
            Header::ArrayOfTables => ("[[", "]]\n"),
        };
        let out = &mut self.values.out;
        out.push_str(if out.is_empty() { "" } else { "\n" });
        out.push_str(open);
        out.push_str(&self.path);
        out.push_str(close);
    }

    /// Writes the plain values of a table, and leaves its sections open.
    fn write_body(&mut self, table: &'v Table) {
        let mut has_sections = false;
        for (key, value) in table {
            if is_section(value) {
                has_sections = true;
                continue;
            }
            self.values.write_key(key);
            self.values.write(value);
            self.values.out.push('\n');
        }
        if has_sections {
            self.push(Rest::Table(table.iter()));
        }
    }

    fn push(&mut self, rest: Rest<'v>) {
        self.open.push(Frame {
            rest,
            path_length: self.path.len(),
        });
    }
}
