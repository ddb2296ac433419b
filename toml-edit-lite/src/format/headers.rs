//! What headers bring with them: blank lines, the comments above them, indentation.

use super::options::{FormatOptions, HeaderGap, Nesting};
use super::outline::{Key, Line, LineKind, Outline};
use super::spell::decode_path;

/// How a line stands to the next header.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Attachment {
    /// It is a header, or the first of the comments that belong to one.
    Begins,
    /// It belongs to a header, and so does the line above.
    GoesOn,
    /// It belongs to no header.
    None,
}

/// How many blank lines are above a header, or above the comments that belong to one.
pub(super) fn header_gap(line: &Line, options: &FormatOptions) -> u32 {
    match options.header_gap {
        HeaderGap::Exactly(count) => count.into(),
        HeaderGap::AtLeast(count) => {
            let kept = line.blanks.min(options.max_blank_lines.into());
            kept.max(count.into())
        }
    }
}

/// How each line stands to the next header.
pub(super) fn attachments(lines: &[Line], options: &FormatOptions) -> Vec<Attachment> {
    let mut attachments = vec![Attachment::None; lines.len()];
    for at in (0..lines.len()).rev() {
        let belongs = match lines[at].kind {
            LineKind::Header | LineKind::ArrayHeader => true,
            LineKind::Comment => lines.get(at + 1).is_some_and(|below| {
                let is_apart = below.blanks > 0 && header_gap(below, options) > 0;
                attachments[at + 1] != Attachment::None && !is_apart
            }),
            LineKind::Pair | LineKind::CommentGoingOn => false,
        };
        if !belongs {
            continue;
        }
        attachments[at] = Attachment::Begins;
        if lines[at].kind == LineKind::Comment {
            attachments[at + 1] = Attachment::GoesOn;
        }
    }
    attachments
}

/// How deep the headers above have led.
pub(super) struct Nest {
    nesting: Nesting,
    /// The tables with a header that enclose the lines at hand, outermost first.
    tables: Vec<Vec<String>>,
    /// Steps of indentation of the keys at hand.
    pub(super) body_level: u32,
}

impl Nest {
    pub(super) fn new(nesting: Nesting) -> Self {
        Self {
            nesting,
            tables: Vec::new(),
            body_level: 0,
        }
    }

    /// The level of a header, which becomes the one that the next lines are below.
    pub(super) fn enter(&mut self, outline: &Outline<'_>, key: Key) -> u32 {
        if self.nesting == Nesting::Flat {
            return 0;
        }
        let path = decode_path(outline, key);
        self.tables.truncate(self.enclosing(&path));
        let level = self.tables.len() as u32;
        self.tables.push(path);
        self.body_level = level + u32::from(self.nesting == Nesting::TablesAndKeys);
        level
    }

    /// The level of the first header among some lines, for the comments above it.
    pub(super) fn level_of_next_header(&self, outline: &Outline<'_>, lines: &[Line]) -> u32 {
        if self.nesting == Nesting::Flat {
            return 0;
        }
        let header = lines.iter().find(|line| line.kind.is_header());
        header.map_or(0, |line| {
            self.enclosing(&decode_path(outline, line.key)) as u32
        })
    }

    /// How many of the tables above enclose the table at a path.
    fn enclosing(&self, path: &[String]) -> usize {
        let encloses = |table: &&Vec<String>| path.len() > table.len() && path.starts_with(table);
        self.tables.iter().take_while(encloses).count()
    }
}
