//! Pieces, and where they end.

use alloc::vec::Vec;

use super::{TriviaKind, trivia};
use crate::{Span, key_spans};

#[test]
fn trivia_ends_at_anything_else() {
    let source = "\r\n\t # é # x\r\n\rb";
    let mut pieces = trivia(source, 0);
    let found: Vec<_> = pieces.by_ref().collect();
    assert_eq!(
        found,
        [
            (TriviaKind::Newline, Span::new(0, 2)),
            (TriviaKind::Blank, Span::new(2, 4)),
            (TriviaKind::Comment, Span::new(4, 12)),
            (TriviaKind::Newline, Span::new(12, 14)),
        ]
    );
    assert_eq!(pieces.offset(), 14);
    assert_eq!(trivia(source, 99).next(), None);
}

#[test]
fn key_spans_are_those_of_all_segments() {
    let spans = key_spans("a . \"b.c\".'d' = 1", 0);
    assert_eq!(spans, [Span::new(0, 1), Span::new(4, 9), Span::new(10, 13)]);
    assert_eq!(key_spans("a..b", 0), []);
    assert_eq!(key_spans("= 1", 0), []);
    assert_eq!(key_spans("a", 9), []);
}
