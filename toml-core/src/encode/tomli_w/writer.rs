//! A table as a document: plain values first, then tables under headers.
//!
//! Recursion is bounded by [`Layout::max_depth`].

use alloc::{string::String, vec::Vec};

use super::line::{Level, LineWriter, Stop, Written};
use super::scalars::encode_key;
use super::{Data, Entries, Failure, Layout, Reason, View};
use crate::{ParseOptions, Path};

/// Bytes to make room for at first, for each key of the root.
const BYTES_PER_KEY: usize = 32;

pub(super) fn encode<D: Data>(
    root: &[(D::Text, D)],
    mut layout: Layout,
) -> Result<String, Failure<D::Error>> {
    layout.max_depth = layout.max_depth.min(ParseOptions::MAX_DEPTH_LIMIT);
    let mut writer = Writer {
        line: LineWriter::new(layout),
        path: String::new(),
    };
    writer.line.out.reserve(root.len() * BYTES_PER_KEY);
    match writer.write_table(root, Place::Root, 0) {
        Ok(()) => Ok(writer.line.out),
        Err(stop) => Err(stop.into_failure().unwrap_or(Failure {
            reason: Reason::TooDeep {
                limit: layout.max_depth,
            },
            path: Path::default(),
        })),
    }
}

struct Writer {
    line: LineWriter,
    /// The dotted key of the table at hand, as headers have it.
    path: String,
}

/// What a table is for the document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    /// `[header]`
    Table,
    /// `[[header]]`, with its index.
    Element(usize),
}

/// A table that is written when the plain values round it are.
struct Section<'d, D: Data> {
    key: &'d str,
    place: Place,
    entries: Entries<D>,
}

impl Writer {
    /// Writes a table and the tables below it.
    ///
    /// It has a header unless it is the root, or holds tables only and is no element of an array.
    fn write_table<D: Data>(
        &mut self,
        entries: &[(D::Text, D)],
        place: Place,
        depth: usize,
    ) -> Written<D::Error> {
        let start = self.line.out.len();
        let mut sections = Vec::new();
        if place != Place::Root {
            self.write_header(place);
        }
        let body = self.line.out.len();
        for (key, value) in entries {
            self.write_entry(key, value, depth, &mut sections)
                .map_err(|stop| stop.at_key(key))?;
        }
        let has_values = self.line.out.len() > body;
        if place == Place::Table && !has_values && !sections.is_empty() {
            self.line.out.truncate(start);
        }
        for section in sections {
            if self.line.out.len() > start {
                self.line.out.push('\n');
            }
            self.write_section(&section, depth)?;
        }
        Ok(())
    }

    /// Writes a plain value on a line of its own; tables are kept for later.
    fn write_entry<'d, D: Data>(
        &mut self,
        key: &'d str,
        value: &D,
        depth: usize,
        sections: &mut Vec<Section<'d, D>>,
    ) -> Written<D::Error> {
        match value.view() {
            Ok(View::Table(entries)) => sections.push(Section {
                key,
                place: Place::Table,
                entries,
            }),
            Ok(View::Array(elements)) => self.write_array(key, &elements, depth, sections)?,
            Ok(ref value) => {
                self.line.write_key(key);
                self.line.write(value, Level { depth, indents: 0 })?;
                self.line.out.push('\n');
            }
            Err(error) => return Err(Stop::of_data(error)),
        }
        Ok(())
    }

    /// Writes an array, unless its elements are tables that get headers.
    fn write_array<'d, D: Data>(
        &mut self,
        key: &'d str,
        elements: &[D],
        depth: usize,
        sections: &mut Vec<Section<'d, D>>,
    ) -> Written<D::Error> {
        let level = Level { depth, indents: 0 };
        let start = self.line.out.len();
        self.line.write_key(key);
        let Some(tables) = all_tables(elements)? else {
            self.line.write_array(elements, level)?;
            self.line.out.push('\n');
            return Ok(());
        };
        if self.line.try_tables(&tables, level)? {
            self.line.out.push('\n');
            return Ok(());
        }
        self.line.out.truncate(start);
        let elements = tables.into_iter().enumerate();
        sections.extend(elements.map(|(index, entries)| Section {
            key,
            place: Place::Element(index),
            entries,
        }));
        Ok(())
    }

    /// Writes a table that was kept for later.
    fn write_section<D: Data>(
        &mut self,
        section: &Section<'_, D>,
        depth: usize,
    ) -> Written<D::Error> {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        encode_key(section.key, &mut self.path);
        let written = self.write_at_path(section, depth);
        self.path.truncate(length);
        written.map_err(|stop| stop.at_key(section.key))
    }

    fn write_at_path<D: Data>(
        &mut self,
        section: &Section<'_, D>,
        depth: usize,
    ) -> Written<D::Error> {
        let depth = self.line.deeper(depth)?;
        let Place::Element(index) = section.place else {
            return self.write_table(&section.entries, section.place, depth);
        };
        let written = self
            .line
            .deeper(depth)
            .and_then(|depth| self.write_table(&section.entries, section.place, depth));
        written.map_err(|stop| stop.at_index(index))
    }

    /// `std-table` or `array-table` of the current path.
    fn write_header(&mut self, place: Place) {
        let (open, close) = match place {
            Place::Element(_) => ("[[", "]]\n"),
            _ => ("[", "]\n"),
        };
        let out = &mut self.line.out;
        out.push_str(open);
        out.push_str(&self.path);
        out.push_str(close);
    }
}

/// The tables of an array that has nothing else, and is not empty.
fn all_tables<D: Data>(elements: &[D]) -> Written<D::Error, Option<Vec<Entries<D>>>> {
    let mut tables = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        match element.view() {
            Ok(View::Table(entries)) => tables.push(entries),
            Ok(_) => return Ok(None),
            Err(error) => return Err(Stop::of_data(error).at_index(index)),
        }
    }
    Ok((!tables.is_empty()).then_some(tables))
}
