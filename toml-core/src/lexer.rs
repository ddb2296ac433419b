//! Bytes to tokens: two token sets, one for the left of `=` and headers, one for values.
//!
//! `1979-05-27`, `1.5` and `true` are keys on the left of `=` and values on its right; with a set for
//! each side the generated automata tell them apart by themselves. Knows nothing of tables.

mod count;
pub(crate) mod extent;
mod key;
pub(crate) mod scan;
mod value;

#[cfg(test)]
mod tests;

use logos::Logos;

pub use count::count_tokens;
pub(crate) use key::KeyToken;
pub(crate) use value::ValueToken;

/// The token of a key or header at `at`, and the offset of its end. `None` at the end of the source.
#[inline]
pub(crate) fn lex_key(source: &[u8], at: usize) -> Option<(KeyToken, usize)> {
    let mut lexer = KeyToken::lexer(source.get(at..)?);
    let token = lexer.next()?.unwrap_or(KeyToken::Other);
    Some((token, at + lexer.span().end))
}

/// The token of a value at `at`, and the offset of its end. `None` at the end of the source.
#[inline]
pub(crate) fn lex_value(source: &[u8], at: usize) -> Option<(ValueToken, usize)> {
    let mut lexer = ValueToken::lexer(source.get(at..)?);
    let token = lexer.next()?.unwrap_or(ValueToken::Other);
    Some((token, at + lexer.span().end))
}
