//! Lines and columns from byte offsets.

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
        let before = &source[..source.len().min(offset as usize)];
        let before = before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before);
        let line_start = before
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |newline| newline + 1);
        let starts_character = |byte: &&u8| **byte & 0xc0 != 0x80;
        Self {
            line: 1 + before[..line_start].iter().filter(|b| **b == b'\n').count(),
            column: 1 + before[line_start..].iter().filter(starts_character).count(),
        }
    }
}
