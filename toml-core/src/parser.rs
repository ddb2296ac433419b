//! Source to tree: one statement after the other.
//!
//! Knows the grammar; knows nothing of owned maps, serde or Python. The happy path only moves
//! [`Parser::at`] and appends nodes; whatever goes wrong leaves a [`Fault`] behind and returns
//! [`Halt`], and only then is a path, a line or a word put together.

mod collections;
mod diagnose;
mod estimate;
mod headers;
mod insert;
mod keys;
mod lone_value;
mod numbers;
mod path;
mod recover;
mod strings;
mod trail;
mod values;

#[cfg(test)]
mod tests;

use alloc::{string::String, vec::Vec};

use crate::error::Fault;
use crate::lexer::{KeyToken, lex_key, scan};
use crate::tree::{Kind, Node, NodeId, ROOT, Tree};
use crate::{Document, Error, ErrorKind, IntegerRange, LoneValue, ParseOptions, Span, Version};
use keys::{KeySegment, PlainKey};
pub(crate) use lone_value::run_value;
pub use path::key_spans;
pub(crate) use path::parse_path;
use recover::{Recovery, ValueStart};
pub(crate) use recover::{run_recoverable, run_recoverable_bytes};

/// Parses a whole TOML 1.0 document.
///
/// # Errors
/// The first rule of TOML that the source breaks.
///
/// ```
/// let document = toml_core::parse("title = 'TOML'")?;
/// assert_eq!(document.get("title").and_then(|title| title.as_str()), Some("TOML"));
///
/// let error = toml_core::parse("born = 1979-13-01").unwrap_err();
/// assert_eq!(error.to_string(), "month 13 is out of range 01-12 at born, line 1 column 13");
/// # Ok::<(), toml_core::Error>(())
/// ```
pub fn parse(source: &str) -> Result<Document<'_>, Error> {
    ParseOptions::default().parse(source)
}

/// Parses a TOML 1.0 value on its own, as it stands behind `=`.
///
/// # Errors
/// The first rule of TOML that the source breaks.
///
/// ```
/// let ports = toml_core::parse_value("[8000, 0x1F41]")?;
/// assert_eq!(ports.value().get_index(1).and_then(|port| port.as_i64()), Some(8001));
/// # Ok::<(), toml_core::Error>(())
/// ```
pub fn parse_value(source: &str) -> Result<LoneValue<'_>, Error> {
    ParseOptions::default().parse_value(source)
}

/// Parses a whole TOML 1.0 document from bytes, which must be UTF-8.
///
/// # Errors
/// As [`parse`]; `InvalidUtf8` with the span of the first bytes that are not UTF-8.
pub fn parse_bytes(source: &[u8]) -> Result<Document<'_>, Error> {
    ParseOptions::default().parse_bytes(source)
}

/// Parses as much of a TOML 1.0 document as can be read, and tells all its mistakes.
///
/// See [`ParseOptions::parse_recoverable`].
///
/// ```
/// let (document, errors) = toml_core::parse_recoverable("a = 1\nb = yes\nc = [1\nd = 2");
/// let messages: Vec<String> = errors.iter().map(|error| error.to_string()).collect();
/// assert_eq!(messages, [
///     "`yes` is not a value; booleans are `true` and `false` at b, line 2 column 5",
///     "array is not closed at c, line 3 column 5",
/// ]);
/// assert_eq!(document.get("d").and_then(|d| d.as_i64()), Some(2));
/// ```
#[must_use]
pub fn parse_recoverable(source: &str) -> (Document<'_>, Vec<Error>) {
    ParseOptions::default().parse_recoverable(source)
}

/// Parses with options; the one way in.
pub(crate) fn run(source: &str, options: ParseOptions) -> Result<Document<'_>, Error> {
    check_length(source.len()).map_err(|fault| Error::new(fault, None, source.as_bytes()))?;
    let mut parser = Parser::new(source, options);
    match parser.parse_statements() {
        Ok(()) => Ok(Document::new(parser.tree, source)),
        Err(Halt) => Err(parser.take_error()),
    }
}

/// [`run`] for bytes.
pub(crate) fn run_bytes(source: &[u8], options: ParseOptions) -> Result<Document<'_>, Error> {
    check_length(source.len()).map_err(|fault| Error::new(fault, None, source))?;
    if let Ok(text) = core::str::from_utf8(source) {
        return run(text, options);
    }
    let (document, errors) = run_recoverable_bytes(source, options);
    errors.into_iter().next().map_or(Ok(document), Err)
}

/// Spans are `u32`, so a source may have at most `u32::MAX` bytes.
fn check_length(length: usize) -> Result<(), Fault> {
    if u32::try_from(length).is_ok() {
        return Ok(());
    }
    Err(Fault::new(
        ErrorKind::TooLarge,
        Span::new(u32::MAX, u32::MAX),
    ))
}

/// Parsing cannot go on here; [`Parser::fault`] says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Halt;

type Parsed<T = ()> = Result<T, Halt>;

struct Parser<'s> {
    text: &'s str,
    source: &'s [u8],
    /// Offset of the next byte to read.
    at: usize,
    tree: Tree,
    version: Version,
    integers: IntegerRange,
    max_depth: usize,
    /// The table that statements go to.
    table: NodeId,
    /// How many tables enclose the statements, the root not counted.
    table_depth: usize,
    /// The tables and arrays that the last header leads through, outermost first.
    chain: Vec<NodeId>,
    /// Segments of the key being read; those of an enclosing inline table's key lie below.
    segments: Vec<KeySegment>,
    fault: Option<Fault>,
    /// Path of the fault below the table, innermost first; see `trail.rs`.
    trail: Vec<String>,
    /// Offset of the statement being read.
    statement_at: usize,
    recovery: Recovery,
}

impl<'s> Parser<'s> {
    fn new(text: &'s str, options: ParseOptions) -> Self {
        let source = text.as_bytes();
        let start = if source.starts_with(b"\xef\xbb\xbf") {
            3
        } else {
            0
        };
        let mut parser = Self::from_offset(text, start, options);
        let nodes = estimate::node_count(source);
        parser.tree.nodes.reserve_exact(nodes);
        parser.tree.nodes.push(Node {
            key: Span::default(),
            span: Span::of(start, source.len()),
            payload: 0,
            next: ROOT,
            kind: Kind::RootTable,
            flags: 0,
            classes: 0,
        });
        parser
    }

    /// A parser that starts at an offset, with an empty tree.
    fn from_offset(text: &'s str, start: usize, options: ParseOptions) -> Self {
        Self {
            text,
            source: text.as_bytes(),
            at: start,
            tree: Tree::default(),
            version: options.version,
            integers: options.integers,
            max_depth: options.max_depth.min(ParseOptions::MAX_DEPTH_LIMIT),
            table: ROOT,
            table_depth: 0,
            chain: Vec::new(),
            segments: Vec::new(),
            fault: None,
            trail: Vec::new(),
            statement_at: start,
            recovery: Recovery::default(),
        }
    }

    /// `toml = expression *( newline expression )`
    fn parse_statements(&mut self) -> Parsed {
        loop {
            let start = self.at;
            self.statement_at = start;
            match self.eat_plain_key(0) {
                PlainKey::Single(key) => {
                    self.finish_pair(key)?;
                    continue;
                }
                PlainKey::Dotted => {
                    self.parse_dotted_pair()?;
                    continue;
                }
                PlainKey::Other => {}
            }
            match self.peek() {
                Some(b'\n') => {
                    while self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    continue;
                }
                Some(b'"') => {
                    self.parse_quoted_pair()?;
                    continue;
                }
                _ => {}
            }
            let Some((token, end)) = lex_key(self.source, start) else {
                return Ok(());
            };
            match token {
                KeyToken::KeyEqualsQuote => {
                    self.at = end - 1;
                    self.parse_pair(start, end)?;
                }
                KeyToken::KeyEquals => {
                    self.at = end;
                    self.parse_pair(start, end)?;
                }
                KeyToken::Blank | KeyToken::CrLf => self.at = end,
                KeyToken::Hash => self.skip_comment()?,
                KeyToken::DottedKeyEquals => {
                    self.at = end;
                    self.split_key(start, end)?;
                    self.parse_dotted_pair()?;
                }
                KeyToken::Quote => self.parse_quoted_pair()?,
                KeyToken::Bare => {
                    self.parse_key(0)?;
                    self.parse_dotted_pair()?;
                }
                KeyToken::Header
                | KeyToken::DottedHeader
                | KeyToken::ArrayHeader
                | KeyToken::DottedArrayHeader
                | KeyToken::OpenHeader
                | KeyToken::OpenArrayHeader => self.parse_header(token, end)?,
                KeyToken::Other => return self.no_statement(),
            }
        }
    }

    /// `keyval = key ws %x3D ws val`, the key being one bare word and the token ending at the value.
    #[inline]
    fn parse_pair(&mut self, start: usize, token_end: usize) -> Parsed {
        self.finish_pair(KeySegment::bare(Span::of(start, self.bare_end(token_end))))
    }

    /// `val`, for a key of one segment.
    #[inline]
    fn finish_pair(&mut self, key: KeySegment) -> Parsed {
        let start = self.value_start();
        let outcome = match self.link_key(self.table, key) {
            Ok(next) => self.parse_value(key.slot(next), 0),
            Err(halt) => Err(halt),
        };
        if outcome.is_err() {
            return self.rescue_single(key, start);
        }
        if self.expect_line_end().is_err() {
            return self.in_key(key);
        }
        Ok(())
    }

    /// Where a value goes that is read from here.
    #[inline]
    fn value_start(&self) -> ValueStart {
        ValueStart {
            at: self.at,
            node: self.tree.nodes.len(),
        }
    }

    /// `keyval`, the key starting with a quote.
    fn parse_quoted_pair(&mut self) -> Parsed {
        if let Some(key) = self.eat_quoted_key() {
            return self.finish_pair(key);
        }
        match self.parse_opt_single_key(0)? {
            Some(key) => self.finish_pair(key),
            None => self.parse_dotted_pair(),
        }
    }

    /// The rest of a statement whose key is in [`Parser::segments`].
    fn parse_dotted_pair(&mut self) -> Parsed {
        let (table, key) = self.descend(self.table, 0, 0)?;
        let level = self.segments.len() - 1;
        let start = self.value_start();
        let outcome = match self.link_key(table, key) {
            Ok(next) => self.parse_value(key.slot(next), level),
            Err(halt) => Err(halt),
        };
        if outcome.is_err() {
            return self.rescue(key, level, start);
        }
        if self.expect_line_end().is_err() {
            return self.in_segments(0);
        }
        self.segments.clear();
        Ok(())
    }

    /// The end of a statement's line: `ws [ comment ] newline`.
    #[inline]
    fn expect_line_end(&mut self) -> Parsed {
        if self.peek() == Some(b'\n') {
            self.at += 1;
            return Ok(());
        }
        self.expect_line_end_slow()
    }

    #[inline(never)]
    fn expect_line_end_slow(&mut self) -> Parsed {
        self.skip_blanks();
        match self.peek() {
            None => Ok(()),
            Some(b'\n') => {
                self.at += 1;
                Ok(())
            }
            Some(b'\r') if self.source.get(self.at + 1) == Some(&b'\n') => {
                self.at += 2;
                Ok(())
            }
            Some(b'#') => self.skip_comment(),
            Some(_) => self.no_line_end(),
        }
    }

    /// `comment = comment-start-symbol *non-eol`, from its `#` up to the line's end.
    fn skip_comment(&mut self) -> Parsed {
        self.at = scan::comment(self.source, self.at + 1);
        match self.peek() {
            None | Some(b'\n') => Ok(()),
            Some(b'\r') if self.source.get(self.at + 1) == Some(&b'\n') => Ok(()),
            Some(_) => self.halt(self.control_fault(self.at)),
        }
    }

    /// `ws`
    #[inline]
    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.source.get(self.at).copied()
    }

    /// Stops with a fault.
    #[cold]
    fn halt<T>(&mut self, fault: Fault) -> Parsed<T> {
        self.fault = Some(fault);
        Err(Halt)
    }
}
