//! Lines and columns from byte offsets.

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A place in a source as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line number, 1-based. Lines end with LF or CRLF.
    pub line: usize,
    /// Column, 1-based, in characters (Unicode scalar values). A byte order mark is not counted.
    pub column: usize,
}

impl Position {
    /// The place of a byte offset; an offset past the end counts as the end.
    ///
    /// Bytes that continue a UTF-8 character do not count, so any offset in any bytes has a place.
    #[must_use]
    pub fn of(source: &[u8], offset: u32) -> Self {
        Locator::default().locate(source, offset)
    }
}

/// Finds the places of many offsets of one source; quick when they rise.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Locator {
    /// Up to here, lines are counted.
    offset: usize,
    /// How many lines end before `offset`.
    newlines: usize,
    /// Where the line of `offset` starts.
    line_start: usize,
}

impl Locator {
    /// [`Position::of`]
    pub(crate) fn locate(&mut self, source: &[u8], offset: u32) -> Position {
        let offset = source.len().min(offset as usize);
        if offset < self.offset {
            *self = Self::default();
        }
        let passed = &source[self.offset..offset];
        self.newlines += passed.iter().filter(|byte| **byte == b'\n').count();
        if let Some(newline) = passed.iter().rposition(|byte| *byte == b'\n') {
            self.line_start = self.offset + newline + 1;
        }
        self.offset = offset;
        let line = &source[self.line_start..offset];
        let line = match self.line_start {
            0 => line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line),
            _ => line,
        };
        let starts_character = |byte: &&u8| **byte & 0xc0 != 0x80;
        Position {
            line: 1 + self.newlines,
            column: 1 + line.iter().filter(starts_character).count(),
        }
    }
}
