//! Where the text of a table goes: its header, its lines, its sub-tables.

use toml_core::encode::encode_key;

use super::buffer::{Buffer, Piece};

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
    parent_path: usize,
    /// Where its first sub-table begins in the text, once there is one.
    sub_tables_at: Option<usize>,
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

/// A state of the buffer and of one table, to get back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    text: usize,
    late: usize,
    pieces: usize,
    path: usize,
    fields: usize,
    section: Section,
}

/// Writing the value of a key went wrong in a way that has a way out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Retry {
    pub(super) mark: Mark,
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

impl Section {
    pub(super) fn root(buffer: &mut Buffer) -> Self {
        Self::new(Kind::Root, 0, buffer)
    }

    fn new(kind: Kind, depth: usize, buffer: &mut Buffer) -> Self {
        buffer.tables += 1;
        Self {
            kind,
            is_started: false,
            depth,
            number: buffer.tables,
            parent_path: buffer.path.len(),
            sub_tables_at: None,
        }
    }

    /// The sub-table under a key.
    pub(super) fn open_child(&mut self, key: &str, buffer: &mut Buffer) -> Self {
        self.begin_sub_tables(buffer);
        let mut child = Self::new(Kind::Table, self.depth + 1, buffer);
        child.parent_path = buffer.path.len();
        buffer.push_path(key);
        child
    }

    /// The table of an enum variant within the table for the enum, which has no other key. They
    /// count as one.
    pub(super) fn open_variant(mut self, variant: &str, buffer: &mut Buffer) -> Self {
        let Self {
            depth, parent_path, ..
        } = self;
        let child = self.open_child(variant, buffer);
        Self {
            depth,
            parent_path,
            ..child
        }
    }

    /// An array of tables under a key; its path stays until [`Mark::close_array`].
    pub(super) fn open_array(&mut self, key: &str, buffer: &mut Buffer) {
        self.begin_sub_tables(buffer);
        buffer.push_path(key);
    }

    /// The next table of an array of tables that is open.
    pub(super) fn open_element(&self, buffer: &mut Buffer) -> Self {
        Self::new(Kind::Element, self.depth + 1, buffer)
    }

    /// The sub-table under a key, as dotted keys.
    pub(super) fn open_dotted(&mut self, key: &str, buffer: &mut Buffer) -> Self {
        buffer.dotted = Some(self.mark(buffer));
        self.start_line(buffer);
        encode_key(key, &mut buffer.prefix);
        buffer.prefix.push('.');
        Self {
            kind: Kind::Dotted,
            is_started: false,
            depth: self.depth + 1,
            parent_path: buffer.path.len(),
            ..*self
        }
    }

    /// Writes a key and its `=`, and gives the text to write the value to.
    #[inline]
    pub(super) fn open_line<'b>(&mut self, key: &str, buffer: &'b mut Buffer) -> &'b mut String {
        if self.is_started && self.sub_tables_at.is_none() && self.kind != Kind::Dotted {
            encode_key(key, &mut buffer.text);
            buffer.text.push_str(" = ");
            &mut buffer.text
        } else {
            self.open_first_line(key, buffer)
        }
    }

    /// As [`Self::open_line`], for any line.
    fn open_first_line<'b>(&mut self, key: &str, buffer: &'b mut Buffer) -> &'b mut String {
        self.start_line(buffer);
        let out = match self.sub_tables_at {
            None => &mut buffer.text,
            Some(_) => &mut buffer.late,
        };
        out.push_str(&buffer.prefix);
        encode_key(key, out);
        out.push_str(" = ");
        out
    }

    /// The text that a line of this table is written to.
    #[inline]
    pub(super) fn line<'b>(&self, buffer: &'b mut Buffer) -> &'b mut String {
        match self.sub_tables_at {
            None => &mut buffer.text,
            Some(_) => &mut buffer.late,
        }
    }

    /// Writes what this table needs in front of its first line, and where lines come late, notes
    /// where they belong.
    fn start_line(&mut self, buffer: &mut Buffer) {
        if let Some(at) = self.sub_tables_at {
            let (table, start) = (self.number, buffer.late.len());
            let last = buffer.pieces.last();
            if last.is_none_or(|last| (last.at, last.table) != (at, table)) {
                buffer.pieces.push(Piece { at, table, start });
            }
        }
        if !self.is_started {
            self.is_started = true;
            self.write_header(buffer);
        }
    }

    /// Notes where the lines of this table end in the text.
    fn begin_sub_tables(&mut self, buffer: &mut Buffer) {
        if self.sub_tables_at.is_some() {
            return;
        }
        // Tables within an element belong to the element whose header came last.
        if self.kind == Kind::Element {
            self.start_line(buffer);
        }
        self.sub_tables_at = Some(buffer.text.len());
    }

    fn write_header(&self, buffer: &mut Buffer) {
        let (open, close) = match self.kind {
            Kind::Root | Kind::Dotted => return,
            Kind::Table => ("[", "]\n"),
            Kind::Element => ("[[", "]]\n"),
        };
        let is_start = self.sub_tables_at.is_none() && buffer.text.is_empty();
        let out = match self.sub_tables_at {
            None => &mut buffer.text,
            Some(_) => &mut buffer.late,
        };
        out.push_str(if is_start { "" } else { "\n" });
        out.push_str(open);
        out.push_str(&buffer.path);
        out.push_str(close);
    }

    /// Ends the table. Gives whether it could be written: an empty table has no dotted keys.
    #[inline]
    pub(super) fn close(&mut self, buffer: &mut Buffer) -> bool {
        if self.kind == Kind::Dotted {
            buffer.prefix.clear();
            return self.is_started;
        }
        if !self.is_started && self.sub_tables_at.is_none() {
            self.start_line(buffer);
        }
        buffer.path.truncate(self.parent_path);
        true
    }

    /// The state before something is tried.
    pub(super) fn mark(&self, buffer: &Buffer) -> Mark {
        Mark {
            text: buffer.text.len(),
            late: buffer.late.len(),
            pieces: buffer.pieces.len(),
            path: buffer.path.len(),
            fields: buffer.fields.len(),
            section: *self,
        }
    }

    /// Gets back to the state before something was tried.
    pub(super) fn roll_back(&mut self, mark: &Mark, buffer: &mut Buffer) {
        buffer.text.truncate(mark.text);
        buffer.late.truncate(mark.late);
        buffer.pieces.truncate(mark.pieces);
        buffer.path.truncate(mark.path);
        buffer.fields.truncate(mark.fields);
        buffer.prefix.clear();
        *self = mark.section;
    }
}

impl Mark {
    /// Ends the array of tables that began here.
    pub(super) fn close_array(&self, buffer: &mut Buffer) {
        buffer.path.truncate(self.path);
    }
}

impl Buffer {
    fn push_path(&mut self, key: &str) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        encode_key(key, &mut self.path);
    }
}
