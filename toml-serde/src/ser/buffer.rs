//! The text of a document while it is written, and how late text gets to its place.
//!
//! TOML wants the plain values of a table before its sub-tables, a type may have them the other way
//! round. So a value that comes after a sub-table has begun is written to a second text, beside the
//! offset it belongs at. Both texts only grow, and are joined once, at the end.

use std::fmt;

use super::names::Names;
use super::section::{Mark, Retry, Section};
use super::style::Layout;

/// Bytes to make room for at first.
const CAPACITY: usize = 1024;

/// The text that a [`Serializer`](super::Serializer) writes to; `Display` gives the document.
///
/// What is serialized to a buffer that is not empty is appended. After an error the text is of no
/// use, and the buffer wants to be [cleared](Self::clear).
///
/// ```
/// use serde::Serialize;
/// use toml_serde::ser::{Buffer, Serializer};
///
/// let mut buffer = Buffer::new();
/// for name in ["a", "b"] {
///     buffer.clear();
///     std::collections::BTreeMap::from([(name, 1)]).serialize(Serializer::new(&mut buffer))?;
///     assert_eq!(buffer.to_string(), format!("{name} = 1\n"));
/// }
/// # Ok::<(), toml_serde::ser::Error>(())
/// ```
#[derive(Debug)]
pub struct Buffer {
    pub(super) text: String,
    /// What came too late for its place in `text`.
    pub(super) late: String,
    /// The pieces of `late`, each up to the start of the next.
    pub(super) pieces: Vec<Piece>,
    /// The table that is being written.
    pub(super) section: Section,
    /// The tables that it is in, the outermost first.
    pub(super) outer: Vec<Section>,
    /// The encoded path of the table.
    pub(super) path: String,
    /// What stands before the keys of a table that is written as dotted keys, else nothing.
    pub(super) prefix: String,
    /// The names of the fields of all structs that are open.
    pub(super) fields: Vec<&'static str>,
    /// The keys of all maps that are open.
    pub(super) names: Names,
    /// How many tables there have been.
    pub(super) tables: usize,
    pub(super) layout: Layout,
    /// Where a table that is written as dotted keys started.
    pub(super) dotted: Option<Box<Mark>>,
    /// What to do again, and how, when an error comes back.
    pub(super) retry: Option<Retry>,
}

/// A piece of text that came too late for its place. Their order is that in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    /// Where it belongs, an offset in the text: where the first sub-table of its table begins.
    pub(super) at: usize,
    /// The number of its table, as tables within one another may begin at one offset.
    pub(super) table: usize,
    /// Where it starts in the late text.
    pub(super) start: usize,
}

impl Buffer {
    /// An empty buffer.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: String::with_capacity(CAPACITY),
            late: String::new(),
            pieces: Vec::new(),
            section: Section::root(0),
            outer: Vec::new(),
            path: String::new(),
            prefix: String::new(),
            fields: Vec::new(),
            names: Names::default(),
            tables: 0,
            layout: Layout::DEFAULT,
            dotted: None,
            retry: None,
        }
    }

    /// Drops the text, and keeps the memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.late.clear();
        self.pieces.clear();
        self.tables = 0;
    }

    /// Gets ready for another document, laid out so.
    pub(super) fn begin(&mut self, layout: Layout) {
        self.layout = layout;
        self.section = Section::root(self.tables);
        self.tables += 1;
        self.outer.clear();
        self.path.clear();
        self.prefix.clear();
        self.fields.clear();
        self.names.truncate(0);
        self.dotted = None;
        self.retry = None;
    }

    /// The document.
    pub(super) fn into_text(self) -> String {
        if self.pieces.is_empty() {
            self.text
        } else {
            self.join()
        }
    }

    /// The document, with all late pieces in their places.
    fn join(&self) -> String {
        let ends = self.pieces[1..].iter().map(|next| next.start);
        let ends = ends.chain([self.late.len()]);
        let mut pieces: Vec<_> = self.pieces.iter().copied().zip(ends).collect();
        pieces.sort_unstable();

        let mut joined = String::with_capacity(self.text.len() + self.late.len() + 1);
        let mut copied = 0;
        for (piece, end) in pieces {
            push(&self.text[copied..piece.at], &mut joined);
            push(&self.late[piece.start..end], &mut joined);
            copied = piece.at;
        }
        push(&self.text[copied..], &mut joined);
        joined
    }
}

/// Appends a part of a document, with one blank line before a header but none at the start.
fn push(part: &str, joined: &mut String) {
    let is_start = joined.is_empty();
    // No key starts with a bracket. Only the first header of the text has no blank line yet.
    if !is_start && part.starts_with('[') {
        joined.push('\n');
    }
    joined.push_str(match part.strip_prefix('\n') {
        Some(header) if is_start => header,
        _ => part,
    });
}

impl Default for Buffer {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pieces.is_empty() {
            f.write_str(&self.text)
        } else {
            f.write_str(&self.join())
        }
    }
}
