//! Strings: where they end, and their text where it is not the source's own.

use super::values::Slot;
use super::{Halt, Parsed, Parser};
use crate::decode::escape;
use crate::error::Fault;
use crate::lexer::scan;
use crate::tree::{Kind, Node, flag, pack};
use crate::{ErrorKind, Span};

/// The text of a string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    /// In the source, or in `Tree::decoded`.
    pub(super) span: Span,
    /// The node flag that tells which.
    flag: u8,
}

impl Text {
    fn plain(start: usize, end: usize) -> Self {
        Self {
            span: Span::of(start, end),
            flag: 0,
        }
    }

    pub(super) fn is_decoded(self) -> bool {
        self.flag != 0
    }
}

impl Parser<'_> {
    /// `basic-string` or `ml-basic-string` as a value.
    #[inline]
    pub(super) fn parse_basic(&mut self, slot: Slot) -> Parsed {
        let start = self.at;
        let end = scan::basic_string(self.source, start + 1);
        if end > start + 1 && self.source.get(end) == Some(&b'"') {
            self.at = end + 1;
            self.push_string(slot, Kind::BasicString, start, Text::plain(start + 1, end));
            return Ok(());
        }
        self.parse_basic_slow(slot, end)
    }

    #[inline(never)]
    fn parse_basic_slow(&mut self, slot: Slot, stop: usize) -> Parsed {
        let start = self.at;
        let (kind, text) = if self.source[start..].starts_with(b"\"\"\"") {
            (
                Kind::MultilineBasicString,
                self.parse_multiline_basic_string(start),
            )
        } else {
            (Kind::BasicString, self.parse_basic_string_from(start, stop))
        };
        self.finish_string(slot, kind, start, text)
    }

    /// `literal-string` or `ml-literal-string` as a value.
    pub(super) fn parse_literal(&mut self, slot: Slot) -> Parsed {
        let start = self.at;
        let (kind, text) = if self.source[start..].starts_with(b"'''") {
            (
                Kind::MultilineLiteralString,
                self.parse_multiline_literal_string(start),
            )
        } else {
            (Kind::LiteralString, self.parse_literal_string(start))
        };
        self.finish_string(slot, kind, start, text)
    }

    fn finish_string(
        &mut self,
        slot: Slot,
        kind: Kind,
        start: usize,
        text: Parsed<Text>,
    ) -> Parsed {
        if let Ok(text) = text {
            self.push_string(slot, kind, start, text);
            Ok(())
        } else {
            let node = Node {
                key: slot.key,
                span: Span::of(start, self.at.max(start)),
                payload: 0,
                next: slot.next,
                kind: Kind::Error,
                flags: slot.flags,
                classes: 0,
            };
            self.push_node(node);
            Err(Halt)
        }
    }

    #[inline]
    fn push_string(&mut self, slot: Slot, kind: Kind, start: usize, text: Text) {
        let payload = pack(text.span.start, text.span.end);
        let flags = slot.flags | text.flag;
        self.push_scalar(Slot { flags, ..slot }, kind, start, payload);
    }

    /// `basic-string = quotation-mark *basic-char quotation-mark`, from its quote at `start`.
    pub(super) fn parse_basic_string(&mut self, start: usize) -> Parsed<Text> {
        let stop = scan::basic_string(self.source, start + 1);
        self.parse_basic_string_from(start, stop)
    }

    /// A basic string that was scanned up to `stop`, the first byte that is not plain.
    fn parse_basic_string_from(&mut self, start: usize, mut stop: usize) -> Parsed<Text> {
        let decoded_from = self.tree.decoded.len();
        let mut plain_from = start + 1;
        loop {
            match self.source.get(stop) {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.push_decoded(plain_from, stop);
                    plain_from = self.parse_escape(stop)?;
                    stop = scan::basic_string(self.source, plain_from);
                }
                _ => return self.broken_string(start, stop),
            }
        }
        self.at = stop + 1;
        Ok(self.finish_text(decoded_from, start + 1, plain_from, stop))
    }

    /// `literal-string = apostrophe *literal-char apostrophe`, from its apostrophe at `start`.
    pub(super) fn parse_literal_string(&mut self, start: usize) -> Parsed<Text> {
        let end = scan::literal_string(self.source, start + 1);
        if self.source.get(end) != Some(&b'\'') {
            return self.broken_string(start, end);
        }
        self.at = end + 1;
        Ok(Text::plain(start + 1, end))
    }

    /// `ml-basic-string`, from its first quote at `start`.
    fn parse_multiline_basic_string(&mut self, start: usize) -> Parsed<Text> {
        let decoded_from = self.tree.decoded.len();
        let text_start = self.text_start(start);
        let mut plain_from = text_start;
        let mut at = text_start;
        loop {
            at = scan::multiline_basic_string(self.source, at);
            match self.source.get(at) {
                Some(b'"') => match self.closing_quotes(at, b'"') {
                    Some(end) => {
                        self.at = end + 3;
                        return Ok(self.finish_text(decoded_from, text_start, plain_from, end));
                    }
                    None => at = self.after_quotes(at, b'"'),
                },
                Some(b'\\') => {
                    self.push_decoded(plain_from, at);
                    at = match self.after_line_end_escape(at) {
                        Some(next) => next,
                        None => match self.parse_escape(at) {
                            Ok(next) => next,
                            Err(halt) => return self.leave_multiline_string(start, halt),
                        },
                    };
                    plain_from = at;
                }
                Some(b'\r') if self.source.get(at + 1) == Some(&b'\n') => {
                    self.push_decoded(plain_from, at);
                    plain_from = at + 1;
                    at += 2;
                }
                _ => return self.broken_multiline_string(start, at),
            }
        }
    }

    /// `ml-literal-string`, from its first apostrophe at `start`.
    fn parse_multiline_literal_string(&mut self, start: usize) -> Parsed<Text> {
        let decoded_from = self.tree.decoded.len();
        let text_start = self.text_start(start);
        let mut plain_from = text_start;
        let mut at = text_start;
        loop {
            at = scan::multiline_literal_string(self.source, at);
            match self.source.get(at) {
                Some(b'\'') => match self.closing_quotes(at, b'\'') {
                    Some(end) => {
                        self.at = end + 3;
                        return Ok(self.finish_text(decoded_from, text_start, plain_from, end));
                    }
                    None => at = self.after_quotes(at, b'\''),
                },
                Some(b'\r') if self.source.get(at + 1) == Some(&b'\n') => {
                    self.push_decoded(plain_from, at);
                    plain_from = at + 1;
                    at += 2;
                }
                _ => return self.broken_multiline_string(start, at),
            }
        }
    }

    /// Where the text of a multi-line string starts: behind the quotes and a newline right after them.
    fn text_start(&self, start: usize) -> usize {
        match &self.source[start + 3..] {
            [b'\n', ..] => start + 4,
            [b'\r', b'\n', ..] => start + 5,
            _ => start + 3,
        }
    }

    /// Where the three closing quotes start, if the run of quotes at `at` closes the string.
    ///
    /// One or two more quotes in front of them belong to the text.
    fn closing_quotes(&self, at: usize, quote: u8) -> Option<usize> {
        let run = self.source[at..]
            .iter()
            .take(5)
            .take_while(|byte| **byte == quote)
            .count();
        (run >= 3).then(|| at + run - 3)
    }

    /// Behind the one or two quotes at `at`.
    fn after_quotes(&self, at: usize, quote: u8) -> usize {
        if self.source.get(at + 1) == Some(&quote) {
            at + 2
        } else {
            at + 1
        }
    }

    /// `mlb-escaped-nl`: where the text goes on, if nothing but white space follows the backslash on its line.
    fn after_line_end_escape(&self, backslash: usize) -> Option<usize> {
        let mut at = backslash + 1;
        let mut has_newline = false;
        loop {
            match &self.source[at..] {
                [b' ' | b'\t', ..] => at += 1,
                [b'\n', ..] => {
                    has_newline = true;
                    at += 1;
                }
                [b'\r', b'\n', ..] => {
                    has_newline = true;
                    at += 2;
                }
                _ => return has_newline.then_some(at),
            }
        }
    }

    /// Decodes the escape at a backslash; returns the offset behind it.
    #[inline]
    fn parse_escape(&mut self, backslash: usize) -> Parsed<usize> {
        let letter = self.source.get(backslash + 1).copied().unwrap_or_default();
        if let Some(character) = escape::simple(letter) {
            self.tree.decoded.push(character);
            return Ok(backslash + 2);
        }
        self.parse_long_escape(backslash)
    }

    fn parse_long_escape(&mut self, backslash: usize) -> Parsed<usize> {
        match escape::decode(self.source, backslash, self.version) {
            Ok(escape) => {
                self.tree.decoded.push(escape.character);
                Ok(escape.end)
            }
            Err(fault) => {
                self.at = backslash;
                self.halt(fault)
            }
        }
    }

    /// Copies plain text in front of something that has to be decoded.
    fn push_decoded(&mut self, start: usize, end: usize) {
        let decoded = &mut self.tree.decoded;
        if decoded.capacity() - decoded.len() < end - start {
            let left = self.source.len() - start;
            // As much again for each byte of source as so far; the first time, a sixteenth.
            let expected = decoded.len() as u64 * left as u64 / start.max(1) as u64;
            let expected = (expected as usize).max(left / 16);
            decoded.reserve_exact((expected + end - start + 64).min(left));
        }
        decoded.push_str(&self.text[start..end]);
    }

    /// The text of a string that ends at `end`: the source's own, unless something was decoded before.
    fn finish_text(
        &mut self,
        decoded_from: usize,
        start: usize,
        plain_from: usize,
        end: usize,
    ) -> Text {
        if plain_from == start {
            return Text::plain(start, end);
        }
        self.tree.decoded.push_str(&self.text[plain_from..end]);
        Text {
            span: Span::of(decoded_from, self.tree.decoded.len()),
            flag: flag::TEXT_DECODED,
        }
    }

    /// A string on one line that meets its end or a control character at `stop`.
    #[cold]
    fn broken_string(&mut self, start: usize, stop: usize) -> Parsed<Text> {
        self.at = stop;
        let fault = match &self.source[stop..] {
            [] | [b'\n', ..] | [b'\r', b'\n', ..] => {
                Fault::new(ErrorKind::UnclosedString, Span::of(start, stop))
            }
            _ => self.control_fault(stop),
        };
        self.halt(fault)
    }

    /// A multi-line string that meets the end of the source or a control character at `stop`.
    #[cold]
    fn broken_multiline_string(&mut self, start: usize, stop: usize) -> Parsed<Text> {
        self.at = stop;
        let fault = if stop == self.source.len() {
            Fault::new(ErrorKind::UnclosedString, Span::of(start, stop))
        } else {
            self.control_fault(stop)
        };
        let halt: Parsed<Text> = self.halt(fault);
        halt.or_else(|halt| self.leave_multiline_string(start, halt))
    }

    /// Steps behind the closing quotes of a string with a fault; where there are none, the next
    /// statement is looked for right behind the opening ones.
    #[cold]
    fn leave_multiline_string(&mut self, start: usize, halt: Halt) -> Parsed<Text> {
        let quotes = [self.source[start]; 3];
        let rest = &self.source[self.at..];
        if let Some(length) = rest.windows(3).position(|bytes| bytes == quotes) {
            self.at += length + 3;
        } else {
            self.at = start + 3;
            self.recovery.open += 1;
        }
        Err(halt)
    }
}
