//! Paths in dotted-key syntax with indexes, by the parser's own rules for keys.

use alloc::{string::String, vec::Vec};

use super::{Halt, Parsed, Parser};
use crate::error::Fault;
use crate::lexer::{ValueToken, lex_value};
use crate::{Error, ErrorKind, ParseOptions, Segment, Span, decode::number};

/// `path = [ key *( "." key / "[" index "]" ) ]`, with `key` as in a dotted key.
///
/// # Errors
/// The first key or index that is not well formed.
pub(crate) fn parse_path(path: &str) -> Result<Vec<Segment>, Error> {
    super::check_length(path.len()).map_err(|fault| Error::new(fault, None, path.as_bytes()))?;
    let mut parser = Parser::new(path, ParseOptions::default());
    let mut segments = Vec::new();
    match parser.parse_steps(&mut segments) {
        Ok(()) => Ok(segments),
        Err(Halt) => Err(parser.take_error()),
    }
}

/// Where the segments of the dotted key at an offset stand, quotes included.
///
/// The key may be followed by anything. No segments where there is none, or none that is well formed.
///
/// ```
/// use toml_core::{Span, key_spans};
///
/// let source = "[ tool . 'my key' ]";
/// assert_eq!(key_spans(source, 2), [Span::new(2, 6), Span::new(9, 17)]);
/// ```
#[must_use]
pub fn key_spans(source: &str, at: usize) -> Vec<Span> {
    if at > source.len() || super::check_length(source.len()).is_err() {
        return Vec::new();
    }
    let options = ParseOptions {
        max_depth: ParseOptions::MAX_DEPTH_LIMIT,
        ..ParseOptions::default()
    };
    let mut parser = Parser::from_offset(source, at, options);
    match parser.parse_segments() {
        Ok(()) => parser.segments.iter().map(|key| key.raw).collect(),
        Err(Halt) => Vec::new(),
    }
}

impl Parser<'_> {
    fn parse_steps(&mut self, segments: &mut Vec<Segment>) -> Parsed {
        self.skip_blanks();
        while self.peek().is_some() {
            if self.peek() == Some(b'[') {
                segments.push(self.parse_index()?);
                self.skip_blanks();
                match self.peek() {
                    Some(b'.') => self.at += 1,
                    Some(b'[') | None => continue,
                    Some(_) => return self.no_line_end(),
                }
            }
            self.parse_segments()?;
            let keys = self.segments.drain(..).collect::<Vec<_>>();
            for key in keys {
                let text = String::from_utf8_lossy(self.segment_bytes(key)).into_owned();
                segments.push(Segment::Key(text));
            }
            if !matches!(self.peek(), Some(b'[') | None) {
                return self.no_line_end();
            }
        }
        Ok(())
    }

    /// `"[" ws dec-int ws "]"`
    fn parse_index(&mut self) -> Parsed<Segment> {
        let open = self.at;
        self.at += 1;
        self.skip_blanks();
        let start = self.at;
        let index = match lex_value(self.source, start) {
            Some((ValueToken::Decimal, end)) => {
                self.at = end;
                number::decimal(&self.source[start..end])
            }
            _ => None,
        };
        self.skip_blanks();
        match (index, self.peek()) {
            (Some(index), Some(b']')) => {
                self.at += 1;
                Ok(Segment::Index(index))
            }
            _ => self.halt(Fault::new(
                ErrorKind::InvalidNumber,
                Span::of(open, self.source.len()),
            )),
        }
    }
}
