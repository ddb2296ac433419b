//! Where the text of a table goes: its header, its lines, its sub-tables.

use toml_core::encode::encode_key;

use super::buffer::{Buffer, Piece};
use super::names::{Key, Seen};
use super::{Error, style::DottedKeys};

/// Bytes to make room for with the first table.
const CAPACITY: usize = 64;

/// A table that is being written under a header, or as dotted keys.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    pub(super) kind: Kind,
    /// Whether its header is written, if it has one; of dotted keys, whether there are any.
    is_started: bool,
    /// How many tables it is in.
    pub(super) depth: usize,
    number: usize,
    /// Length of the path to the table it is in.
    outer_path: usize,
    /// Where its first sub-table begins in the text, once there is one.
    sub_tables_at: Option<usize>,
    /// Where the names of its fields start, if it is a struct.
    first_field: usize,
    seen: Seen,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The root: no header.
    Root,
    /// `[header]`
    Table,
    /// `[[header]]`
    Element,
    /// Lines of the table it is in: `key.name = 1`.
    Dotted,
}

/// A state of the buffer, to get back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    text: usize,
    late: usize,
    pieces: usize,
    section: Section,
    outer: usize,
    path: usize,
    prefix: usize,
    fields: usize,
    names: usize,
}

/// Writing the value of a key went wrong in a way that has a way out.
#[derive(Clone, Debug)]
pub(super) struct Retry {
    pub(super) mark: Box<Mark>,
    pub(super) place: Place,
}

/// Where a value may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Wherever it suits best.
    Anywhere,
    /// Arrays on the line of their key, tables wherever it suits best.
    NoArrayOfTables,
    /// Tables under headers, not as dotted keys.
    NoDottedKeys,
    /// On the line of its key.
    Inline,
}

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Something,
    /// It is `None`, so its key is left out.
    Nothing,
}

impl Section {
    /// The root of a document.
    pub(super) const fn root(number: usize) -> Self {
        Self {
            kind: Kind::Root,
            is_started: false,
            depth: 0,
            number,
            outer_path: 0,
            sub_tables_at: None,
            first_field: 0,
            seen: Seen::NONE,
        }
    }
}

impl Buffer {
    /// Begins the table under a key.
    #[inline]
    pub(super) fn open_table(&mut self, key: Key<'_>, place: Place) -> Result<(), Error> {
        if self.section.depth >= self.layout.inline_depth {
            return Err(self.give_up_header());
        }
        if self.section.kind == Kind::Dotted {
            return Err(self.give_up_dotted_keys());
        }
        if self.layout.dotted_keys == DottedKeys::Never || place == Place::NoDottedKeys {
            self.open_header(key);
        } else {
            self.open_dotted(key);
        }
        Ok(())
    }

    /// Begins a table that has a header if it needs one.
    fn open_header(&mut self, key: Key<'_>) {
        self.begin_sub_tables();
        let outer_path = self.path.len();
        self.push_path(key);
        self.push_section(Kind::Table, outer_path);
    }

    /// Begins a table that is written as dotted keys.
    fn open_dotted(&mut self, key: Key<'_>) {
        self.dotted = Some(Box::new(self.mark()));
        self.start_line();
        encode_key(key.text(&self.names), &mut self.prefix);
        self.prefix.push('.');
        self.outer.push(self.section);
        self.section = Section {
            kind: Kind::Dotted,
            is_started: false,
            depth: self.section.depth + 1,
            outer_path: self.path.len(),
            first_field: self.fields.len(),
            seen: Seen::NONE,
            ..self.section
        };
    }

    /// Begins the table of an enum variant, in the place of the table for the enum, which has no
    /// other key.
    pub(super) fn open_variant(&mut self, variant: &'static str) -> Result<(), Error> {
        if self.section.kind == Kind::Dotted {
            return Err(self.give_up_dotted_keys());
        }
        self.begin_sub_tables();
        self.push_path(Key::Text(variant));
        self.section = Section {
            kind: Kind::Table,
            is_started: false,
            number: self.tables,
            sub_tables_at: None,
            ..self.section
        };
        self.tables += 1;
        Ok(())
    }

    /// Begins an array of tables. Its path stays until [`Self::close_array`].
    pub(super) fn open_array(&mut self, key: Key<'_>) -> Result<Box<Mark>, Error> {
        if self.section.depth >= self.layout.inline_depth {
            return Err(self.give_up_header());
        }
        if self.section.kind == Kind::Dotted {
            return Err(self.give_up_dotted_keys());
        }
        let mark = Box::new(self.mark());
        self.begin_sub_tables();
        self.push_path(key);
        Ok(mark)
    }

    /// Begins the next table of an array of tables.
    #[inline]
    pub(super) fn open_element(&mut self) {
        self.push_section(Kind::Element, self.path.len());
    }

    #[inline]
    fn push_section(&mut self, kind: Kind, outer_path: usize) {
        self.outer.push(self.section);
        self.section = Section {
            kind,
            is_started: false,
            depth: self.section.depth + 1,
            number: self.tables,
            outer_path,
            sub_tables_at: None,
            first_field: self.fields.len(),
            seen: Seen::NONE,
        };
        self.tables += 1;
    }

    fn push_path(&mut self, key: Key<'_>) {
        if self.path.is_empty() {
            self.path.reserve(CAPACITY);
        } else {
            self.path.push('.');
        }
        encode_key(key.text(&self.names), &mut self.path);
    }

    /// Takes a name as that of a field of the table.
    #[inline]
    pub(super) fn add_field(&mut self, name: &'static str) -> Result<(), Error> {
        let Section {
            seen, first_field, ..
        } = &mut self.section;
        seen.add(name, &mut self.fields, *first_field)
    }

    /// Writes a key and its `=`, and gives the text to write the value to.
    #[inline]
    pub(super) fn open_line(&mut self, key: Key<'_>) -> &mut String {
        let Section {
            kind,
            is_started,
            sub_tables_at,
            ..
        } = self.section;
        if !is_started || sub_tables_at.is_some() || kind == Kind::Dotted {
            self.start_line();
            let out = match sub_tables_at {
                None => &mut self.text,
                Some(_) => &mut self.late,
            };
            if kind == Kind::Dotted {
                out.push_str(&self.prefix);
            }
        }
        let out = match sub_tables_at {
            None => &mut self.text,
            Some(_) => &mut self.late,
        };
        encode_key(key.text(&self.names), out);
        out.push_str(" = ");
        out
    }

    /// The text that lines of the table are written to.
    #[inline]
    pub(super) fn line(&mut self) -> &mut String {
        match self.section.sub_tables_at {
            None => &mut self.text,
            Some(_) => &mut self.late,
        }
    }

    /// Writes what the table needs in front of its first line, and where lines come late, notes
    /// where they belong.
    fn start_line(&mut self) {
        if let Some(at) = self.section.sub_tables_at {
            let (table, start) = (self.section.number, self.late.len());
            let last = self.pieces.last();
            if last.is_none_or(|last| (last.at, last.table) != (at, table)) {
                self.pieces.push(Piece { at, table, start });
            }
        }
        if !self.section.is_started {
            self.section.is_started = true;
            if matches!(self.section.kind, Kind::Table | Kind::Element) {
                self.write_header();
            }
        }
    }

    /// Notes where the lines of the table end in the text.
    fn begin_sub_tables(&mut self) {
        if self.section.sub_tables_at.is_some() {
            return;
        }
        // Tables within an element belong to the element whose header came last.
        if self.section.kind == Kind::Element {
            self.start_line();
        }
        self.section.sub_tables_at = Some(self.text.len());
    }

    fn write_header(&mut self) {
        let is_start = self.section.sub_tables_at.is_none() && self.text.is_empty();
        let out = match self.section.sub_tables_at {
            None => &mut self.text,
            Some(_) => &mut self.late,
        };
        if !is_start {
            out.push('\n');
        }
        if self.section.kind == Kind::Element {
            out.push_str("[[");
            out.push_str(&self.path);
            out.push_str("]]\n");
        } else {
            out.push('[');
            out.push_str(&self.path);
            out.push_str("]\n");
        }
    }

    /// Ends the table.
    #[inline]
    pub(super) fn close_table(&mut self) -> Result<(), Error> {
        let Section {
            kind,
            is_started,
            sub_tables_at,
            outer_path,
            first_field,
            ..
        } = self.section;
        if !is_started && (sub_tables_at.is_none() || kind == Kind::Dotted) {
            self.close_empty()?;
        }
        self.prefix.clear();
        self.path.truncate(outer_path);
        self.fields.truncate(first_field);
        if let Some(outer) = self.outer.pop() {
            self.section = outer;
        }
        Ok(())
    }

    /// Writes what there is of a table without keys: its header.
    #[cold]
    fn close_empty(&mut self) -> Result<(), Error> {
        if self.section.kind == Kind::Dotted {
            return Err(self.give_up_dotted_keys());
        }
        self.start_line();
        Ok(())
    }

    /// Ends an array of tables that began with this mark.
    pub(super) fn close_array(&mut self, mark: &Mark) {
        self.path.truncate(mark.path);
    }

    /// Has a table, or an array of tables, written inline, as it is too deep for headers.
    #[cold]
    fn give_up_header(&mut self) -> Error {
        let (mark, place) = (Box::new(self.mark()), Place::Inline);
        self.retry = Some(Retry { mark, place });
        Error::new("a table is too deep for a header")
    }

    /// Has a table written under a header that could not be written as dotted keys.
    #[cold]
    fn give_up_dotted_keys(&mut self) -> Error {
        let place = Place::NoDottedKeys;
        self.retry = self.dotted.take().map(|mark| Retry { mark, place });
        Error::new("a table with tables, or with nothing, cannot be written as dotted keys")
    }

    /// What there is to do again for a value of the table that is in so many others.
    #[cold]
    pub(super) fn take_retry(&mut self, outer: usize) -> Option<Retry> {
        self.retry.take_if(|retry| retry.mark.outer == outer)
    }

    /// The state before something is tried.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            text: self.text.len(),
            late: self.late.len(),
            pieces: self.pieces.len(),
            section: self.section,
            outer: self.outer.len(),
            path: self.path.len(),
            prefix: self.prefix.len(),
            fields: self.fields.len(),
            names: self.names.len(),
        }
    }

    /// Gets back to the state before something was tried.
    pub(super) fn roll_back(&mut self, mark: &Mark) {
        self.text.truncate(mark.text);
        self.late.truncate(mark.late);
        self.pieces.truncate(mark.pieces);
        self.section = mark.section;
        self.outer.truncate(mark.outer);
        self.path.truncate(mark.path);
        self.fields.truncate(mark.fields);
        self.names.truncate(mark.names);
        self.prefix.truncate(mark.prefix);
    }
}
