//! Lexing without parsing, for the benches that tell the two apart.

use super::{KeyToken, extent, lex_key, lex_value, scan};

/// How many tokens a valid source has.
///
/// Not part of the API: it is here for the benches, and knows just as much of the grammar as it
/// takes to know which token set applies.
#[doc(hidden)]
#[must_use]
pub fn count_tokens(source: &str) -> usize {
    let source = source.as_bytes();
    let (mut at, mut count) = (0, 0);
    while let Some((token, end)) = lex_key(source, at) {
        count += 1;
        at = match token {
            KeyToken::KeyEqualsQuote => skip_value(source, end - 1, &mut count),
            KeyToken::KeyEquals | KeyToken::DottedKeyEquals => skip_value(source, end, &mut count),
            KeyToken::Hash => scan::comment(source, end),
            KeyToken::Quote => extent::string(source, end - 1),
            _ => end,
        };
        if let Some(b'=') = source.get(at) {
            at = skip_value(source, at + 1, &mut count);
        }
    }
    count
}

/// Lexes up to the newline that ends the value at `at`.
fn skip_value(source: &[u8], mut at: usize, count: &mut usize) -> usize {
    let mut depth = 0_usize;
    while let Some(byte) = source.get(at) {
        *count += 1;
        at = match byte {
            b'\n' if depth == 0 => return at,
            b'"' | b'\'' => extent::string(source, at),
            b'#' => scan::comment(source, at + 1),
            b'[' | b'{' => {
                depth += 1;
                at + 1
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                at + 1
            }
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b'=' => at + 1,
            _ => lex_value(source, at).map_or(at + 1, |(_, end)| end),
        };
    }
    at
}
