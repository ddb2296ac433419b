//! Ends of strings and comments, 16 bytes at a time.

use wide::u8x16;

const LANES: usize = 16;

/// Offset of the first byte from `at` on that can end or break a basic string:
/// a quote, a backslash, or a control character other than tab.
#[inline]
pub(crate) fn basic_string(source: &[u8], at: usize) -> usize {
    find(
        source,
        at,
        |v| equals(v, b'"') | equals(v, b'\\') | controls(v),
        |byte| byte == b'"' || byte == b'\\' || is_control(byte),
    )
}

/// Offset of the first byte from `at` on that can end or break a literal string:
/// an apostrophe, or a control character other than tab.
#[inline]
pub(crate) fn literal_string(source: &[u8], at: usize) -> usize {
    find(
        source,
        at,
        |v| equals(v, b'\'') | controls(v),
        |byte| byte == b'\'' || is_control(byte),
    )
}

/// Offset of the first byte from `at` on that needs a look in a multi-line basic string:
/// as [`basic_string`], but newlines are passed over.
#[inline]
pub(crate) fn multiline_basic_string(source: &[u8], at: usize) -> usize {
    find(
        source,
        at,
        |v| equals(v, b'"') | equals(v, b'\\') | controls_but_newline(v),
        |byte| byte == b'"' || byte == b'\\' || is_control(byte) && byte != b'\n',
    )
}

/// Offset of the first byte from `at` on that needs a look in a multi-line literal string:
/// as [`literal_string`], but newlines are passed over.
#[inline]
pub(crate) fn multiline_literal_string(source: &[u8], at: usize) -> usize {
    find(
        source,
        at,
        |v| equals(v, b'\'') | controls_but_newline(v),
        |byte| byte == b'\'' || is_control(byte) && byte != b'\n',
    )
}

/// Offset of the first byte from `at` on that ends or breaks a comment: a control character other than tab.
#[inline]
pub(crate) fn comment(source: &[u8], at: usize) -> usize {
    find(source, at, controls, is_control)
}

/// Which bytes a bare key is made of.
const BARE: [bool; 256] = {
    let mut bare = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        bare[byte] =
            (byte as u8).is_ascii_alphanumeric() || byte == b'_' as usize || byte == b'-' as usize;
        byte += 1;
    }
    bare
};

/// Offset of the first byte from `at` on that is not part of a bare key.
#[inline]
pub(crate) fn bare_key(source: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(byte) = source.get(end) {
        if !BARE[usize::from(*byte)] {
            break;
        }
        end += 1;
    }
    end
}

/// Most strings end in the first lanes; the longer ones go on by two at a time.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "the closures must be part of the loop"
)]
fn find(
    source: &[u8],
    start: usize,
    matches: impl Fn(u8x16) -> u8x16,
    is_match: impl Fn(u8) -> bool,
) -> usize {
    let rest = source.get(start..).unwrap_or_default();
    let Some((first, rest)) = rest.split_first_chunk::<LANES>() else {
        return find_short(source, start, is_match);
    };
    let mask = matches(u8x16::new(*first)).to_bitmask();
    if mask != 0 {
        return start + mask.trailing_zeros() as usize;
    }
    let mut at = start + LANES;
    let (pairs, _) = rest.as_chunks::<{ 2 * LANES }>();
    for pair in pairs {
        let (low, high) = halves(pair);
        let (low, high) = (matches(u8x16::new(low)), matches(u8x16::new(high)));
        if (low | high).to_bitmask() != 0 {
            let mask = low.to_bitmask() | high.to_bitmask() << LANES;
            return at + mask.trailing_zeros() as usize;
        }
        at += 2 * LANES;
    }
    find_short(source, at, is_match)
}

fn halves(pair: &[u8; 2 * LANES]) -> ([u8; LANES], [u8; LANES]) {
    let (low, high) = pair.split_at(LANES);
    let half = |bytes: &[u8]| bytes.first_chunk().copied().unwrap_or_default();
    (half(low), half(high))
}

/// Byte by byte, at the end of the source.
fn find_short(source: &[u8], at: usize, is_match: impl Fn(u8) -> bool) -> usize {
    let rest = source.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .position(|byte| is_match(*byte))
        .unwrap_or(rest.len())
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "one instruction")]
fn equals(v: u8x16, byte: u8) -> u8x16 {
    v.simd_eq(u8x16::splat(byte))
}

/// Lanes with a control character other than tab.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a few instructions")]
fn controls(v: u8x16) -> u8x16 {
    let below_space = v.min(u8x16::splat(0x1f)).simd_eq(v);
    (below_space & !equals(v, b'\t')) | equals(v, 0x7f)
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "a few instructions")]
fn controls_but_newline(v: u8x16) -> u8x16 {
    controls(v) & !equals(v, b'\n')
}

/// Whether a byte is a control character other than tab.
#[inline]
fn is_control(byte: u8) -> bool {
    byte < 0x20 && byte != b'\t' || byte == 0x7f
}
