//! Lines and columns from byte offsets.

use alloc::vec::Vec;

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
        let end = source.len().min(offset as usize);
        Self { line: 1, column: 1 }.behind(source, 0, end)
    }
}

/// Finds the places of many offsets of one source, in any order.
///
/// Remembers the place of every 1024th byte up to the farthest offset so far, so that no part of the
/// source is gone over again and again.
#[derive(Clone, Debug, Default)]
pub struct Locator {
    places: Vec<Position>,
}

/// The bytes from one place that is remembered to the next, which every look-up goes over at the most.
const STEP: usize = 1024;

impl Locator {
    /// [`Position::of`]; the source must be the same each time.
    #[must_use]
    pub fn locate(&mut self, source: &[u8], offset: u32) -> Position {
        let offset = source.len().min(offset as usize);
        while self.places.len() <= offset / STEP {
            let end = self.places.len() * STEP;
            let place = match self.places.last() {
                Some(place) => place.behind(source, end - STEP, end),
                None => Position { line: 1, column: 1 },
            };
            self.places.push(place);
        }
        let start = offset - offset % STEP;
        self.places[start / STEP].behind(source, start, offset)
    }
}

impl Position {
    /// The place of the offset `end`, where this is that of `start`.
    fn behind(self, source: &[u8], start: usize, end: usize) -> Self {
        let passed = &source[start..end];
        let passed = match start {
            0 => passed.strip_prefix(BYTE_ORDER_MARK).unwrap_or(passed),
            _ => passed,
        };
        let newlines = passed.iter().filter(|byte| **byte == b'\n').count();
        let (column, line) = match passed.iter().rposition(|byte| *byte == b'\n') {
            Some(newline) => (1, &passed[newline + 1..]),
            None => (self.column, passed),
        };
        let starts_character = |byte: &&u8| **byte & 0xc0 != 0x80;
        Self {
            line: self.line + newlines,
            column: column + line.iter().filter(starts_character).count(),
        }
    }
}
