//! What stands between tokens: white space, newlines and comments. Knows nothing of tokens.

#[cfg(test)]
mod tests;

use crate::Span;
use crate::lexer::scan;

/// A kind of text without meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TriviaKind {
    /// Spaces and tabs.
    Blank,
    /// One line feed, or carriage return and line feed.
    Newline,
    /// A comment from its `#` up to the end of its line, the newline not included.
    Comment,
}

/// The white space, newlines and comments from a byte offset on, up to anything else.
///
/// ```
/// use toml_core::{Span, TriviaKind, trivia};
///
/// let pieces: Vec<_> = trivia("a = [ # b\n]", 5).collect();
/// assert_eq!(pieces, [
///     (TriviaKind::Blank, Span::new(5, 6)),
///     (TriviaKind::Comment, Span::new(6, 9)),
///     (TriviaKind::Newline, Span::new(9, 10)),
/// ]);
/// ```
#[must_use]
pub fn trivia(source: &str, at: usize) -> TriviaIter<'_> {
    TriviaIter {
        source: source.as_bytes(),
        at,
    }
}

/// Iterator over pieces of [`trivia`], each with its bytes.
#[derive(Clone, Debug)]
pub struct TriviaIter<'s> {
    source: &'s [u8],
    at: usize,
}

impl TriviaIter<'_> {
    /// The byte offset up to which all was trivia so far.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.at
    }
}

impl Iterator for TriviaIter<'_> {
    type Item = (TriviaKind, Span);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.source.get(start..)?;
        let (kind, length) = match rest {
            [b' ' | b'\t', ..] => {
                let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t');
                let length = rest.iter().take_while(is_blank).count();
                (TriviaKind::Blank, length)
            }
            [b'\n', ..] => (TriviaKind::Newline, 1),
            [b'\r', b'\n', ..] => (TriviaKind::Newline, 2),
            [b'#', ..] => {
                let end = scan::comment(self.source, start + 1);
                (TriviaKind::Comment, end - start)
            }
            _ => return None,
        };
        self.at = start + length;
        Some((kind, Span::of(start, self.at)))
    }
}
