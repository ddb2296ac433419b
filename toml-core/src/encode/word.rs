//! Eight bytes of a text at once, in the lanes of a `u64`.
//!
//! Answers stand in the high bits of the lanes, the other bits mean nothing.

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// The first and last eight bytes of a text, which may overlap; of four to seven bytes, a word of
/// the first and last four, twice.
#[inline]
pub(super) fn both_ends(bytes: &[u8]) -> Option<[u64; 2]> {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return Some([u64::from_ne_bytes(*first), u64::from_ne_bytes(*last)]);
    }
    let first = u32::from_ne_bytes(*bytes.first_chunk()?);
    let last = u32::from_ne_bytes(*bytes.last_chunk()?);
    Some([u64::from(first) | u64::from(last) << 32; 2])
}

/// Whether any byte is written as an escape in a basic string.
#[inline]
pub(super) fn has_escape(word: u64) -> bool {
    let ascii = word & !HIGH;
    let is_escape = is_below(ascii, 0x20)
        | is_equal(ascii, b'"')
        | is_equal(ascii, b'\\')
        | is_equal(ascii, 0x7f);
    is_escape & !word & HIGH != 0
}

/// Whether any byte cannot stand in a bare key.
#[inline]
pub(super) fn has_not_bare(word: u64) -> bool {
    let ascii = word & !HIGH;
    // Makes letters lower case, and no letters of others.
    let lower = ascii | (0x20 * ONES);
    let is_bare = (is_below(lower, b'z' + 1) & !is_below(lower, b'a'))
        | (is_below(ascii, b'9' + 1) & !is_below(ascii, b'0'))
        | is_equal(ascii, b'-')
        | is_equal(ascii, b'_');
    (!is_bare | word) & HIGH != 0
}

/// Whether each lane is less than a limit; both are at most `0x7f`.
#[inline]
fn is_below(lanes: u64, limit: u8) -> u64 {
    !(lanes + u64::from(0x80 - limit) * ONES)
}

/// Whether each lane is a byte; both are at most `0x7f`.
#[inline]
fn is_equal(lanes: u64, byte: u8) -> u64 {
    is_below(lanes ^ (u64::from(byte) * ONES), 1)
}
