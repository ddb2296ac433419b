//! What exactly is wrong, once something is. Nothing of this runs on valid input.
//!
//! Each function is called where the parser expected one thing and found another, names the
//! mistake that a person most likely made there, and stops.

mod language;
mod word;

use super::collections::Elements;
use super::values::Slot;
use super::{Parsed, Parser};
use crate::error::{Fault, Relation};
use crate::lexer::{KeyToken, ValueToken, lex_key, lex_value};
use crate::{ErrorKind, ParseOptions, Span, Version};

const MERGE_MARKERS: [&[u8]; 4] = [b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||"];

impl Parser<'_> {
    /// A line that starts with neither key nor header.
    #[cold]
    pub(super) fn no_statement(&mut self) -> Parsed {
        let at = self.at;
        let marker = MERGE_MARKERS
            .iter()
            .find(|marker| self.source[at..].starts_with(marker));
        if let Some(marker) = marker
            && self.line_start(at) == at
            && self.source.get(at + marker.len()) != Some(&marker[0])
        {
            return self.halt(Fault::new(
                ErrorKind::MergeConflict,
                Span::of(at, at + marker.len()),
            ));
        }
        if self.source[at..].starts_with(b"//") {
            return self.halt(Fault::new(
                ErrorKind::InvalidKeyCharacter,
                Span::of(at, at + 2),
            ));
        }
        self.no_key()
    }

    /// A place where a key must start and none does.
    #[cold]
    pub(super) fn no_key<T>(&mut self) -> Parsed<T> {
        let at = self.at;
        let fault = match self.peek() {
            None | Some(b'\n' | b'#') => Fault::new(ErrorKind::MissingKey, Span::of(at, at)),
            Some(b'\r') if self.is_line_end(at) => {
                Fault::new(ErrorKind::MissingKey, Span::of(at, at))
            }
            Some(b'=' | b'.' | b'[' | b']' | b'{' | b'}' | b',') => {
                Fault::new(ErrorKind::MissingKey, Span::byte(at))
            }
            Some(_) => self.character_fault(at, ErrorKind::InvalidKeyCharacter),
        };
        self.halt(fault)
    }

    /// `"""` or `'''` where a key must stand.
    #[cold]
    pub(super) fn multiline_key<T>(&mut self, quote: u8) -> Parsed<T> {
        let start = self.at;
        let line = &self.source[start..self.line_end(start)];
        let close = line[3..].windows(3).position(|bytes| bytes == [quote; 3]);
        let end = close.map_or(start + 3, |at| start + at + 6);
        self.halt(Fault::new(ErrorKind::MultilineKey, Span::of(start, end)))
    }

    /// A key, whose segments start at `base`, without `=` behind it.
    #[cold]
    pub(super) fn no_equals(&mut self, base: usize) -> Parsed {
        let at = self.at;
        let first = self.segments[base].raw;
        let last = self.segments[self.segments.len() - 1].raw;
        let key = Span::new(first.start, last.end);
        let is_adjacent = at as u32 == last.end;
        let fault = match self.peek() {
            Some(b':') => Fault::new(ErrorKind::ColonForEquals, Span::byte(at)),
            None | Some(b'\n' | b'#' | b',' | b'}' | b']' | b'"' | b'\'') => {
                Fault::new(ErrorKind::MissingEquals, key)
            }
            Some(b'\r') if self.is_line_end(at) => Fault::new(ErrorKind::MissingEquals, key),
            Some(_) if is_adjacent => self.character_fault(at, ErrorKind::InvalidKeyCharacter),
            Some(_) if self.line_has_equals(at) => Fault::new(
                ErrorKind::InvalidKeyCharacter,
                Span::new(last.end, last.end + 1),
            ),
            Some(_) => self.character_fault_or(at, Fault::new(ErrorKind::MissingEquals, key)),
        };
        let halt: Parsed = self.halt(fault);
        if fault.kind == ErrorKind::InvalidKeyCharacter {
            // What was read so far is only a part of the key.
            return halt;
        }
        self.in_segments(base)
    }

    /// A header without its closing bracket.
    #[cold]
    pub(super) fn unclosed_header(&mut self, start: usize) -> Parsed {
        let at = self.at;
        let whole = Fault::new(
            ErrorKind::UnclosedHeader,
            Span::of(start, self.text_end(start)),
        );
        let fault = match self.peek() {
            None | Some(b'\n' | b'\r' | b'#' | b']' | b'[' | b'=' | b'"' | b'\'') => whole,
            // `[a b]` and `[a!]` are closed; it is the key that needs quotes.
            Some(_) if self.source[at..self.line_end(at)].contains(&b']') => {
                let before = self
                    .segments
                    .last()
                    .map_or(at, |segment| segment.raw.end as usize);
                self.character_fault(before, ErrorKind::InvalidKeyCharacter)
            }
            Some(_) => whole,
        };
        self.halt(fault)
    }

    /// Something behind a complete statement on its line.
    #[cold]
    pub(super) fn no_line_end(&mut self) -> Parsed {
        let at = self.at;
        let rest = Fault::new(ErrorKind::ExpectedNewline, Span::of(at, self.text_end(at)));
        let fault = self.character_fault_or(at, rest);
        self.halt(fault)
    }

    /// A place where a value must start and none does, or one that no rule of TOML allows.
    #[cold]
    pub(super) fn no_value(&mut self, slot: Slot) -> Parsed {
        let at = self.at;
        let fault = match lex_value(self.source, at) {
            None => Fault::new(ErrorKind::MissingValue, Span::of(at, at)),
            Some((token, end)) if token != ValueToken::Other => {
                self.character_fault_or(at, word::fault(self.source, at, end))
            }
            Some(_) => match self.source[at] {
                b'\n' | b'#' => Fault::new(ErrorKind::MissingValue, Span::of(at, at)),
                b'\r' if self.is_line_end(at) => {
                    Fault::new(ErrorKind::MissingValue, Span::of(at, at))
                }
                _ => {
                    self.character_fault_or(at, Fault::new(ErrorKind::MissingValue, Span::byte(at)))
                }
            },
        };
        self.broken_value(slot, fault)
    }

    /// The last element of an array could not be read. Where it is rather the next statement, it is
    /// the array that is not closed.
    #[cold]
    pub(super) fn in_element(&mut self, open: usize, elements: &mut Elements) -> Parsed {
        let start = self.tree.node(elements.last).span.start as usize;
        if self.looks_like_statement(start) {
            self.trail.clear();
            self.unlink_element(elements);
            return self.unclosed(open, self.source[..start].trim_ascii_end().len());
        }
        self.in_index(elements.count - 1)
    }

    /// No comma and no closing bracket behind an element that ended at `end`.
    #[cold]
    pub(super) fn no_comma(&mut self, open: usize, end: usize) -> Parsed {
        let at = self.at;
        let token_end = match self.peek() {
            None | Some(b'=' | b':' | b']' | b'}' | b'\n' | b'\r') => {
                return self.unclosed(open, end);
            }
            Some(_) if self.looks_like_statement(at) => return self.unclosed(open, end),
            Some(b'[' | b'{') => at + 1,
            Some(quote @ (b'"' | b'\'')) => self.quoted_end(at, quote),
            Some(_) => lex_value(self.source, at).map_or(at + 1, |(_, end)| end),
        };
        let missing = Fault::new(ErrorKind::MissingComma, Span::of(at, token_end));
        let fault = self.character_fault_or(at, missing);
        self.halt(fault)
    }

    /// A comma where an element must stand.
    #[cold]
    pub(super) fn extra_comma(&mut self) -> Parsed {
        self.halt(Fault::new(ErrorKind::ExtraComma, Span::byte(self.at)))
    }

    /// A comma behind the last pair of an inline table, in TOML 1.0.
    #[cold]
    pub(super) fn trailing_comma(&mut self, comma: usize) -> Parsed {
        self.halt(Fault::new(
            ErrorKind::TrailingCommaSince1_1,
            Span::byte(comma),
        ))
    }

    /// A newline or comment inside an inline table, in TOML 1.0: what 1.1 accepts is said to be that.
    #[cold]
    pub(super) fn inline_newline(&mut self, open: usize) -> Parsed {
        let at = self.at;
        if self.peek() == Some(b'\r') && !self.is_line_end(at) {
            return self.halt(self.control_fault(at));
        }
        if !self.is_valid_in_1_1(open) {
            return self.unclosed(open, at);
        }
        let length = if self.peek() == Some(b'\r') { 2 } else { 1 };
        let relation = Relation::OpenedHere;
        let span = Span::of(at, at + length);
        self.halt(Fault::with_related(
            ErrorKind::InlineTableNewlineSince1_1,
            span,
            relation,
            Span::byte(open),
        ))
    }

    /// Something that is no pair where one must stand in an inline table.
    #[cold]
    pub(super) fn no_inline_pair(&mut self, open: usize) -> Parsed {
        match self.peek() {
            Some(b',') => self.extra_comma(),
            Some(b'[') if !self.looks_like_statement(self.at) => self.no_key(),
            _ => self.unclosed(open, self.source[..self.at].trim_ascii_end().len()),
        }
    }

    /// The bracket or brace at `open` is not closed; it should have been at `at`.
    #[cold]
    pub(super) fn unclosed(&mut self, open: usize, at: usize) -> Parsed {
        let kind = if self.source[open] == b'[' {
            ErrorKind::UnclosedArray
        } else {
            ErrorKind::UnclosedInlineTable
        };
        let fault = if at == self.source.len() {
            Fault::new(kind, Span::byte(open))
        } else {
            Fault::with_related(
                kind,
                Span::byte(open),
                Relation::ExpectedHere,
                Span::of(at, at),
            )
        };
        self.halt(fault)
    }

    /// The fault to tell, which for a whole document in another language is just that.
    #[cold]
    pub(super) fn final_fault(&self, fault: Fault) -> Fault {
        let is_first = self.tree.nodes.len() == 1;
        let other = if is_first {
            language::recognise(self.source, fault)
        } else {
            None
        };
        other.unwrap_or(fault)
    }

    /// A control character that may not stand here.
    #[cold]
    pub(super) fn control_fault(&self, at: usize) -> Fault {
        let kind = match self.source.get(at) {
            Some(b'\r') => ErrorKind::LoneCarriageReturn,
            _ => ErrorKind::ControlCharacter,
        };
        Fault::new(kind, Span::byte(at))
    }

    /// The fault of a character that is wrong anywhere outside strings; `otherwise` where it is not.
    fn character_fault_or(&self, at: usize, otherwise: Fault) -> Fault {
        let Some(character) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return otherwise;
        };
        let kind = match character {
            '\0'..='\x08' | '\x0a'..='\x1f' | '\x7f' => return self.control_fault(at),
            '\u{feff}' => ErrorKind::MisplacedBom,
            '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => ErrorKind::SmartQuote,
            '\u{200b}' => ErrorKind::NonAsciiWhitespace,
            _ if character.is_whitespace() && !character.is_ascii() => {
                ErrorKind::NonAsciiWhitespace
            }
            _ => return otherwise,
        };
        Fault::new(kind, Span::of(at, at + character.len_utf8()))
    }

    /// The fault of the character at `at`, of this kind where nothing more precise can be said.
    fn character_fault(&self, at: usize, kind: ErrorKind) -> Fault {
        let character = self.text.get(at..).and_then(|rest| rest.chars().next());
        let length = character.map_or(0, char::len_utf8);
        self.character_fault_or(at, Fault::new(kind, Span::of(at, at + length)))
    }

    /// Whether a new statement starts at `at`: first on its line, and a key with `=` or a whole header.
    pub(super) fn looks_like_statement(&self, at: usize) -> bool {
        let indent = &self.source[self.line_start(at)..at];
        if !indent.iter().all(|byte| matches!(byte, b' ' | b'\t')) {
            return false;
        }
        match lex_key(self.source, at) {
            Some((
                KeyToken::KeyEquals | KeyToken::KeyEqualsQuote | KeyToken::DottedKeyEquals,
                _,
            )) => true,
            Some((
                KeyToken::Header
                | KeyToken::DottedHeader
                | KeyToken::ArrayHeader
                | KeyToken::DottedArrayHeader,
                end,
            )) => self.text_end(end) == end,
            Some((KeyToken::Quote, _)) => {
                let end = self.quoted_end(at, self.source[at]);
                self.source[end..].trim_ascii_start().starts_with(b"=")
            }
            _ => false,
        }
    }

    /// Whether the inline table at `open` can be read to its end as TOML 1.1.
    fn is_valid_in_1_1(&self, open: usize) -> bool {
        let options = ParseOptions {
            version: Version::V1_1,
            max_depth: self.max_depth,
            ..ParseOptions::default()
        };
        let mut trial = Parser::from_offset(self.text, open, options);
        let slot = Slot {
            key: Span::default(),
            next: 0,
            flags: 0,
        };
        trial.parse_value(slot, 0).is_ok()
    }

    fn line_has_equals(&self, at: usize) -> bool {
        self.source[at..self.line_end(at)].contains(&b'=')
    }

    /// Whether a line ends at `at`, where LF, CRLF or the end of the source is.
    fn is_line_end(&self, at: usize) -> bool {
        matches!(&self.source[at..], [] | [b'\n', ..] | [b'\r', b'\n', ..])
    }

    /// The offset of the line's first byte.
    pub(super) fn line_start(&self, at: usize) -> usize {
        let newline = self.source[..at].iter().rposition(|byte| *byte == b'\n');
        newline.map_or(0, |newline| newline + 1)
    }

    /// The offset of the line's end, where its LF or CRLF or the end of the source is.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let length = self.source[at..].iter().position(|byte| *byte == b'\n');
        let end = length.map_or(self.source.len(), |length| at + length);
        if end > at && self.source[end - 1] == b'\r' {
            end - 1
        } else {
            end
        }
    }

    /// Where the text of the line ends: before its comment and the blanks in front of that.
    fn text_end(&self, at: usize) -> usize {
        let line = &self.source[at..self.line_end(at)];
        let comment = line
            .windows(2)
            .position(|pair| matches!(pair, [b' ' | b'\t', b'#']));
        let text = &line[..comment.unwrap_or(line.len())];
        at + text.trim_ascii_end().len()
    }

    /// Behind the string whose quote is at `at`, or at the end of its line.
    fn quoted_end(&self, at: usize, quote: u8) -> usize {
        let line_end = self.line_end(at);
        let close = self.source[at + 1..line_end]
            .iter()
            .position(|byte| *byte == quote);
        close.map_or(line_end, |length| at + length + 2)
    }
}
