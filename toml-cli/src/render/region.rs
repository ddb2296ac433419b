//! The part of a source that a finding is about, for formats that mark text in an editor or a diff.

use std::ops::Range;

use toml_core::{Error, Position, Span};

/// Bytes of a source, and where they are. Ends before the line break that it may end with: nobody
/// marks that, and the line behind it may not be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// The bytes.
    pub(super) span: Span,
    /// Where they start.
    pub(super) start: Position,
    /// Just behind them.
    pub(super) end: Position,
}

impl Region {
    /// The place of an error.
    pub(super) fn of_error(source: &[u8], error: &Error) -> Self {
        let span = trimmed(source, error.span());
        let end = if span == error.span() {
            error.end()
        } else {
            Position::of(source, span.end)
        };
        Self {
            span,
            start: error.start(),
            end,
        }
    }

    /// The place of some bytes.
    pub(super) fn of(source: &[u8], span: Span) -> Self {
        let span = trimmed(source, span);
        Self {
            span,
            start: Position::of(source, span.start),
            end: Position::of(source, span.end),
        }
    }

    /// The bytes as a range.
    pub(super) fn range(&self) -> Range<usize> {
        self.span.range()
    }
}

/// A span inside of the source, without the line break at its end.
fn trimmed(source: &[u8], span: Span) -> Span {
    let end = source.len().min(span.end as usize);
    let start = end.min(span.start as usize);
    let bytes = &source[start..end];
    let bytes = bytes
        .strip_suffix(b"\r\n")
        .or_else(|| bytes.strip_suffix(b"\n"))
        .unwrap_or(bytes);
    Span::new(start as u32, (start + bytes.len()) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(source: &str, start: u32, end: u32) -> (Span, (usize, usize), (usize, usize)) {
        let Region { span, start, end } = Region::of(source.as_bytes(), Span::new(start, end));
        (span, (start.line, start.column), (end.line, end.column))
    }

    #[test]
    fn region_ends_on_its_line() {
        let span = Span::new;
        assert_eq!(region("a =\r\nb", 3, 5), (span(3, 3), (1, 4), (1, 4)));
        assert_eq!(region("a =\nb", 2, 4), (span(2, 3), (1, 3), (1, 4)));
        assert_eq!(region("ä\nb\n", 0, 4), (span(0, 4), (1, 1), (2, 2)));
    }

    #[test]
    fn region_stays_in_the_source() {
        let span = Span::new;
        assert_eq!(region("a = [\n", 6, 6), (span(6, 6), (2, 1), (2, 1)));
        assert_eq!(region("a = [", 9, 12), (span(5, 5), (1, 6), (1, 6)));
    }
}
