//! All tokens of a document, white space and comments too, for tools that rewrite or highlight it.
//!
//! Knows which token set applies where, and nothing else of the grammar: what is valid has been
//! decided by the parser before.

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::iter::FusedIterator;

use crate::Span;
use crate::lexer::{ValueToken, extent, lex_value, scan};

/// Three bytes that may stand at the start of a source.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A piece of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes, at least one.
    pub span: Span,
}

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A byte order mark; only at the start.
    ByteOrderMark,
    /// Spaces and tabs, as many as there are.
    Whitespace,
    /// One line feed, or a carriage return and a line feed. Those inside strings are no tokens.
    Newline,
    /// A comment from its `#` to the end of the line, white space there included.
    Comment,
    /// One segment of a key or header, quotes included.
    Key,
    /// `.` between the segments of a key or header.
    Dot,
    /// `=`
    Equals,
    /// A value that is neither array nor table, quotes included.
    Scalar,
    /// `[` of a header.
    HeaderOpen,
    /// `[[` of a header.
    ArrayHeaderOpen,
    /// `]` or `]]` of a header.
    HeaderClose,
    /// `[` of a value.
    ArrayOpen,
    /// `]` of a value.
    ArrayClose,
    /// `{`
    InlineTableOpen,
    /// `}`
    InlineTableClose,
    /// `,`
    Comma,
    /// Bytes that belong to no token; only in a document parsed with recovery.
    Unknown,
}

/// Iterator over the tokens of a source; see [`Document::tokens`](crate::Document::tokens).
///
/// Each starts where the one before it ends.
///
/// ```
/// use toml_core::TokenKind::{Comment, Equals, Key, Newline, Scalar, Whitespace};
///
/// let document = toml_core::parse("'a' = 1 # one\n")?;
/// let kinds: Vec<_> = document.tokens().map(|token| token.kind).collect();
/// assert_eq!(kinds, [Key, Whitespace, Equals, Whitespace, Scalar, Whitespace, Comment, Newline]);
///
/// let comment = document.tokens().find(|token| token.kind == Comment).unwrap();
/// assert_eq!(&document.source()[comment.span.range()], "# one");
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Tokens<'s> {
    source: &'s [u8],
    at: usize,
    /// The brackets that are open, the innermost last.
    open: Vec<Bracket>,
    side: Side,
}

/// What an open bracket belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bracket {
    Header,
    ArrayHeader,
    Array,
    InlineTable,
}

/// Which kind of token comes next, as far as the same bytes may be either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// A key, or at the start of a line a header.
    Key,
    /// A value.
    Value,
}

impl<'s> Tokens<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self {
            source: source.as_bytes(),
            at: 0,
            open: Vec::new(),
            side: Side::Key,
        }
    }

    /// The kind of the token that starts with `byte`, and the offset of its end.
    fn lex(&mut self, byte: u8) -> (TokenKind, usize) {
        let (source, at) = (self.source, self.at);
        let next = at + 1;
        match byte {
            b' ' | b'\t' => (TokenKind::Whitespace, blanks_end(source, next)),
            b'\n' => (self.newline(), next),
            b'\r' if source.get(next) == Some(&b'\n') => (self.newline(), next + 1),
            b'#' => (TokenKind::Comment, scan::comment(source, next)),
            b'[' => self.opening_bracket(),
            b']' => self.closing_bracket(),
            b'{' => (self.enter(Bracket::InlineTable, Side::Key), next),
            b'}' => (self.leave(TokenKind::InlineTableClose), next),
            b',' => (self.comma(), next),
            b'=' if self.side == Side::Key => {
                self.side = Side::Value;
                (TokenKind::Equals, next)
            }
            b'.' if self.side == Side::Key => (TokenKind::Dot, next),
            _ if self.side == Side::Key => key(source, at),
            _ => scalar(source, at),
        }
    }

    fn newline(&mut self) -> TokenKind {
        if self.open.is_empty() {
            self.side = Side::Key;
        }
        TokenKind::Newline
    }

    fn comma(&mut self) -> TokenKind {
        if let Some(Bracket::InlineTable) = self.open.last() {
            self.side = Side::Key;
        }
        TokenKind::Comma
    }

    fn opening_bracket(&mut self) -> (TokenKind, usize) {
        let next = self.at + 1;
        if self.side == Side::Value {
            return (self.enter(Bracket::Array, Side::Value), next);
        }
        if self.source.get(next) == Some(&b'[') {
            return (self.enter(Bracket::ArrayHeader, Side::Key), next + 1);
        }
        (self.enter(Bracket::Header, Side::Key), next)
    }

    fn closing_bracket(&mut self) -> (TokenKind, usize) {
        let next = self.at + 1;
        match self.open.last() {
            Some(Bracket::ArrayHeader) if self.source.get(next) == Some(&b']') => {
                (self.leave(TokenKind::HeaderClose), next + 1)
            }
            Some(Bracket::Header | Bracket::ArrayHeader) => {
                (self.leave(TokenKind::HeaderClose), next)
            }
            _ => (self.leave(TokenKind::ArrayClose), next),
        }
    }

    fn enter(&mut self, bracket: Bracket, side: Side) -> TokenKind {
        self.open.push(bracket);
        self.side = side;
        match bracket {
            Bracket::Header => TokenKind::HeaderOpen,
            Bracket::ArrayHeader => TokenKind::ArrayHeaderOpen,
            Bracket::Array => TokenKind::ArrayOpen,
            Bracket::InlineTable => TokenKind::InlineTableOpen,
        }
    }

    fn leave(&mut self, kind: TokenKind) -> TokenKind {
        self.open.pop();
        self.side = Side::Value;
        kind
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let start = self.at;
        let byte = *self.source.get(start)?;
        let (kind, end) = if start == 0 && self.source.starts_with(BYTE_ORDER_MARK) {
            (TokenKind::ByteOrderMark, BYTE_ORDER_MARK.len())
        } else {
            self.lex(byte)
        };
        self.at = end;
        Some(Token {
            kind,
            span: Span::of(start, end),
        })
    }
}

impl FusedIterator for Tokens<'_> {}

fn blanks_end(source: &[u8], at: usize) -> usize {
    let rest = source[at..].iter();
    at + rest.take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// `simple-key = quoted-key / unquoted-key`
fn key(source: &[u8], at: usize) -> (TokenKind, usize) {
    if let b'"' | b'\'' = source[at] {
        return (TokenKind::Key, extent::string(source, at));
    }
    match scan::bare_key(source, at) {
        end if end > at => (TokenKind::Key, end),
        _ => (TokenKind::Unknown, character_end(source, at)),
    }
}

/// A string, number, boolean or date-time.
fn scalar(source: &[u8], at: usize) -> (TokenKind, usize) {
    if let b'"' | b'\'' = source[at] {
        return (TokenKind::Scalar, extent::string(source, at));
    }
    match lex_value(source, at) {
        None | Some((ValueToken::Other, _)) => (TokenKind::Unknown, character_end(source, at)),
        Some((ValueToken::Word, end)) => (TokenKind::Unknown, end),
        Some((_, end)) => (TokenKind::Scalar, end),
    }
}

/// Behind the character that starts at `at`.
fn character_end(source: &[u8], at: usize) -> usize {
    let rest = source[at + 1..].iter();
    at + 1 + rest.take_while(|byte| **byte & 0xc0 == 0x80).count()
}
