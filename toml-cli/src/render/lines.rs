//! Where the lines of a source begin and end. Knows LF, CRLF and the byte order mark.

use std::ops::Range;

/// The line round an offset, without its end and without a byte order mark.
pub(super) fn line_at(source: &[u8], offset: usize) -> Range<usize> {
    let is_newline = |byte: &u8| *byte == b'\n';
    let start = source[..offset]
        .iter()
        .rposition(is_newline)
        .map_or(0, |newline| newline + 1);
    let length = source[offset..]
        .iter()
        .position(is_newline)
        .unwrap_or(source.len() - offset);
    let mut end = offset + length;
    if end < source.len() && end > start && source[end - 1] == b'\r' {
        end -= 1;
    }
    let has_mark = start == 0 && source[..end].starts_with(b"\xef\xbb\xbf");
    if has_mark { 3..end } else { start..end }
}

/// The line before another one.
pub(super) fn line_before(source: &[u8], line: &Range<usize>) -> Option<Range<usize>> {
    let newline = source[..line.start]
        .iter()
        .rposition(|byte| *byte == b'\n')?;
    Some(line_at(source, newline))
}

/// The line after another one, which is empty behind a newline that ends the source.
pub(super) fn line_after(source: &[u8], line: &Range<usize>) -> Option<Range<usize>> {
    let newline = source[line.end..].iter().position(|byte| *byte == b'\n')?;
    Some(line_at(source, line.end + newline + 1))
}
