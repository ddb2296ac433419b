//! Whether a text can be written as it is, sixteen bytes at a time.
//!
//! Most keys and strings are short. So there is no loop for up to sixteen bytes, and the last
//! sixteen are looked at together even where some of them have been already.

#[cfg(test)]
mod tests;

use wide::{bytemuck, u8x16, u64x2};

use super::text::needs_escape;

/// The fewest bytes that are spread over the lanes of a vector.
const FEW: usize = 4;

/// `unquoted-key = 1*( ALPHA / DIGIT / %x2D / %x5F )`
pub(super) fn is_bare_key(key: &[u8]) -> bool {
    if key.len() < FEW {
        !key.is_empty() && key.iter().all(|byte| is_bare(*byte))
    } else {
        has_no(key, not_bare)
    }
}

/// Whether no byte is written as an escape in a basic string.
pub(super) fn needs_no_escape(text: &[u8]) -> bool {
    if text.len() < FEW {
        !text.iter().any(|byte| needs_escape(*byte))
    } else {
        has_no(text, escapes)
    }
}

#[inline]
fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Whether no byte of a text of [`FEW`] or more is wanted.
#[inline]
fn has_no(text: &[u8], wanted: impl Fn(u8x16) -> u8x16) -> bool {
    let Some(last) = text.last_chunk() else {
        return spread(text).is_some_and(|lanes| !wanted(lanes).any());
    };
    let (blocks, _) = text.as_chunks();
    let last = wanted(u8x16::new(*last));
    let all = blocks.iter().map(|block| wanted(u8x16::new(*block)));
    !all.fold(last, |any, wanted| any | wanted).any()
}

/// The bytes of a text of [`FEW`] to fifteen, some of them more than once.
#[inline]
fn spread(text: &[u8]) -> Option<u8x16> {
    let ends = if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        [u64::from_ne_bytes(*first), u64::from_ne_bytes(*last)]
    } else {
        let first = u32::from_ne_bytes(*text.first_chunk()?);
        let last = u32::from_ne_bytes(*text.last_chunk()?);
        [u64::from(first) | u64::from(last) << 32; 2]
    };
    Some(bytemuck::cast(u64x2::new(ends)))
}

/// The lanes whose byte is written as an escape in a basic string.
#[inline]
fn escapes(lanes: u8x16) -> u8x16 {
    is_below(lanes, 0x20) | equals(lanes, 0x7f) | equals(lanes, b'"') | equals(lanes, b'\\')
}

/// The lanes whose byte cannot stand in a bare key.
#[inline]
fn not_bare(lanes: u8x16) -> u8x16 {
    let lower = lanes | u8x16::splat(0x20);
    let is_letter = is_below(lower - u8x16::splat(b'a'), 26);
    let is_digit = is_below(lanes - u8x16::splat(b'0'), 10);
    !(is_letter | is_digit | equals(lanes, b'-') | equals(lanes, b'_'))
}

#[inline]
fn is_below(lanes: u8x16, limit: u8) -> u8x16 {
    lanes.min(u8x16::splat(limit - 1)).simd_eq(lanes)
}

#[inline]
fn equals(lanes: u8x16, byte: u8) -> u8x16 {
    lanes.simd_eq(u8x16::splat(byte))
}
