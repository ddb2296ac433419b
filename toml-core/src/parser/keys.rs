//! Keys: bare, quoted and dotted.

use super::values::Slot;
use super::{Parsed, Parser};
use crate::error::Fault;
use crate::lexer::scan;
use crate::tree::{NodeId, flag};
use crate::{ErrorKind, Span};

/// What stands between key and value nearly always.
const EQUALS: &[u8] = b" = ";

/// Dotted keys with more segments are left to the lexer, and to the check of their depth.
const MOST_PLAIN_SEGMENTS: usize = 8;

/// A key that was looked for in its commonest spellings.
pub(super) enum PlainKey {
    /// A key of one segment.
    Single(KeySegment),
    /// A key whose segments were pushed.
    Dotted,
    /// Something else; nothing was read.
    Other,
}

/// One segment of a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeySegment {
    /// As written, quotes included.
    pub(super) raw: Span,
    /// The text without quotes, in `Tree::decoded` where `flags` has `KEY_DECODED`, else in the source.
    pub(super) text: Span,
    pub(super) flags: u8,
}

impl KeySegment {
    #[inline]
    pub(super) fn bare(raw: Span) -> Self {
        Self {
            raw,
            text: raw,
            flags: flag::HAS_KEY,
        }
    }

    /// Where the value of this key will go.
    #[inline]
    pub(super) fn slot(self, next: NodeId) -> Slot {
        Slot {
            key: self.raw,
            next,
            flags: self.flags,
        }
    }
}

impl Parser<'_> {
    /// The end of the bare key that a token begins with, whose `=`, white space and quote are at its end.
    #[inline]
    pub(super) fn bare_end(&self, token_end: usize) -> usize {
        let mut end = token_end;
        while let Some(b' ' | b'=' | b'"' | b'\t') = self.source.get(end - 1) {
            end -= 1;
        }
        end
    }

    /// Pushes the segments of a dotted key without quotes or white space, which a token begins with.
    pub(super) fn split_key(&mut self, start: usize, token_end: usize) -> Parsed {
        let end = self.bare_end(token_end);
        self.split_segments(start, end)
    }

    /// Pushes the bare segments between two offsets.
    pub(super) fn split_segments(&mut self, start: usize, end: usize) -> Parsed {
        let mut from = start;
        for segment in self.source[start..end].split(|byte| *byte == b'.') {
            let to = from + segment.len();
            if segment.is_empty() {
                self.at = to;
                self.skip_blanks();
                return self.no_key();
            }
            self.push_segment(KeySegment::bare(Span::of(from, to)))?;
            from = to + 1;
        }
        Ok(())
    }

    /// Segments past any limit are refused here, before they take memory; the exact check is `check_depth`.
    fn push_segment(&mut self, segment: KeySegment) -> Parsed {
        if self.segments.len() > 2 * self.max_depth + 1 {
            return self.halt(Fault::new(ErrorKind::TooDeep, segment.raw));
        }
        self.segments.push(segment);
        Ok(())
    }

    /// `key ws %x3D ws`: pushes the segments of any key, from `base` on, and leaves off at the value.
    #[inline(never)]
    pub(super) fn parse_key(&mut self, base: usize) -> Parsed {
        self.parse_segments()?;
        self.expect_equals(base)
    }

    /// [`parse_key`](Self::parse_key) for a key whose first segment was read, with the white space behind it.
    pub(super) fn parse_key_from(&mut self, base: usize, first: KeySegment) -> Parsed {
        self.push_segment(first)?;
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.parse_segments()?;
        }
        self.expect_equals(base)
    }

    fn expect_equals(&mut self, base: usize) -> Parsed {
        if self.peek() != Some(b'=') {
            return self.no_equals(base);
        }
        self.at += 1;
        self.skip_blanks();
        Ok(())
    }

    /// Steps to the value of a key in one of its commonest spellings: `key = ` and `a.b = `.
    ///
    /// Any other key, and any mistake, is left to the lexer. `base` is the number of segments that an
    /// enclosing key has left in `segments`.
    #[inline]
    pub(super) fn eat_plain_key(&mut self, base: usize) -> PlainKey {
        let start = self.at;
        let end = scan::bare_key(self.source, start);
        if end == start {
            return PlainKey::Other;
        }
        if self.source[end..].starts_with(EQUALS) {
            self.at = end + EQUALS.len();
            self.skip_blanks();
            return PlainKey::Single(KeySegment::bare(Span::of(start, end)));
        }
        if self.source.get(end) == Some(&b'.') {
            return self.eat_dotted_key(end, base);
        }
        PlainKey::Other
    }

    /// [`eat_plain_key`](Self::eat_plain_key) for a key whose first segment ends at `end`.
    fn eat_dotted_key(&mut self, end: usize, base: usize) -> PlainKey {
        let (mut start, mut end) = (self.at, end);
        while end > start && self.segments.len() < base + MOST_PLAIN_SEGMENTS {
            self.segments.push(KeySegment::bare(Span::of(start, end)));
            if self.source[end..].starts_with(EQUALS) {
                self.at = end + EQUALS.len();
                self.skip_blanks();
                return PlainKey::Dotted;
            }
            if self.source.get(end) != Some(&b'.') {
                break;
            }
            start = end + 1;
            end = scan::bare_key(self.source, start);
        }
        self.segments.truncate(base);
        PlainKey::Other
    }

    /// A key in quotes that has no escapes and is the whole key: steps to its value.
    ///
    /// Any other key, and any mistake, is left to [`parse_opt_single_key`](Self::parse_opt_single_key).
    #[inline]
    pub(super) fn eat_quoted_key(&mut self) -> Option<KeySegment> {
        let start = self.at;
        let quote = self.source[start];
        let end = if quote == b'"' {
            scan::basic_string(self.source, start + 1)
        } else {
            scan::literal_string(self.source, start + 1)
        };
        if end == start + 1 || self.source.get(end) != Some(&quote) {
            return None;
        }
        self.at = end + 1;
        self.skip_blanks();
        if self.peek() != Some(b'=') {
            self.at = start;
            return None;
        }
        self.at += 1;
        self.skip_blanks();
        Some(KeySegment {
            raw: Span::of(start, end + 1),
            text: Span::of(start + 1, end),
            flags: flag::HAS_KEY | flag::KEY_QUOTED,
        })
    }

    /// A key in quotes up to the value, if it is the whole key; else its first segment is left in `segments`
    /// with the others.
    pub(super) fn parse_opt_single_key(&mut self, base: usize) -> Parsed<Option<KeySegment>> {
        let key = self.parse_quoted_key()?;
        self.skip_blanks();
        if self.peek() == Some(b'=') {
            self.at += 1;
            self.skip_blanks();
            return Ok(Some(key));
        }
        self.parse_key_from(base, key)?;
        Ok(None)
    }

    /// `dotted-key = simple-key 1*( ws %x2E ws simple-key )`, or one key; and the white space behind it.
    #[inline(never)]
    pub(super) fn parse_segments(&mut self) -> Parsed {
        loop {
            self.skip_blanks();
            let segment = self.parse_segment()?;
            self.push_segment(segment)?;
            self.skip_blanks();
            if self.peek() != Some(b'.') {
                return Ok(());
            }
            self.at += 1;
        }
    }

    /// `simple-key = quoted-key / unquoted-key`
    fn parse_segment(&mut self) -> Parsed<KeySegment> {
        let start = self.at;
        if let Some(b'"' | b'\'') = self.peek() {
            return self.parse_quoted_key();
        }
        let end = scan::bare_key(self.source, start);
        if end == start {
            return self.no_key();
        }
        self.at = end;
        Ok(KeySegment::bare(Span::of(start, end)))
    }

    /// `quoted-key = basic-string / literal-string`
    fn parse_quoted_key(&mut self) -> Parsed<KeySegment> {
        let start = self.at;
        let quote = self.source[start];
        if self.source[start..].starts_with(&[quote; 3]) {
            return self.multiline_key(quote);
        }
        let text = if quote == b'"' {
            self.parse_basic_string(start)?
        } else {
            self.parse_literal_string(start)?
        };
        let decoded = if text.is_decoded() {
            flag::KEY_DECODED
        } else {
            0
        };
        Ok(KeySegment {
            raw: Span::of(start, self.at),
            text: text.span,
            flags: flag::HAS_KEY | flag::KEY_QUOTED | decoded,
        })
    }

    /// The decoded bytes of a segment.
    #[inline]
    pub(super) fn segment_bytes(&self, segment: KeySegment) -> &[u8] {
        if segment.flags & flag::KEY_DECODED != 0 {
            &self.tree.decoded.as_bytes()[segment.text.range()]
        } else {
            &self.source[segment.text.range()]
        }
    }
}
