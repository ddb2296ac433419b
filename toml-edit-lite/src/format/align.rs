//! Columns of what stands on successive lines: `=`, and comments at the ends of lines.

use super::options::{Alignment, FormatOptions};
use super::outline::{Line, LineKind, Place};

/// A comment in the text that has no white space in front of it yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Offset in the text.
    pub(super) at: usize,
    /// Columns in front of it; 0 for a comment that goes on from the line above.
    pub(super) column: u32,
    /// Number of its line in the text.
    pub(super) line: u32,
    /// What it is in: comments of different arrays are not aligned with each other.
    pub(super) group: u32,
    /// Where it stood in the source.
    pub(super) place: Place,
    pub(super) goes_on: bool,
}

/// The text with white space in front of its comments.
pub(super) fn place_comments(text: String, marks: &[Mark], options: &FormatOptions) -> String {
    if marks.is_empty() {
        return text;
    }
    let gap = u32::from(options.comment_gap.max(1));
    let mut out = String::with_capacity(text.len() + marks.len() * gap as usize);
    let mut copied = 0;
    for run in marks.chunk_by(|one, next| one.group == next.group && one.line + 1 == next.line) {
        let widest = run.iter().map(|mark| mark.column).max().unwrap_or(0);
        let is_run = widest <= options.line_width
            && is_aligned(options.align_comments, run.iter().map(|mark| mark.place));
        let column = is_run.then_some(widest);
        let mut at_column = 0;
        for mark in run {
            out.push_str(&text[copied..mark.at]);
            copied = mark.at;
            if !mark.goes_on {
                at_column = column.unwrap_or(mark.column).saturating_add(gap);
            }
            push_spaces(at_column.saturating_sub(mark.column), &mut out);
        }
    }
    out.push_str(&text[copied..]);
    out
}

/// The column of the `=` of each line, 0 where it is directly behind the key; none where none is aligned.
pub(super) fn equals_columns(lines: &[Line], options: &FormatOptions) -> Vec<u32> {
    if options.align_equals == Alignment::Never {
        return Vec::new();
    }
    let mut columns = vec![0; lines.len()];
    let mut start = 0;
    let is_pair = |line: &Line| line.kind == LineKind::Pair;
    for run in lines.chunk_by(|one, next| is_pair(one) && is_pair(next) && next.blanks == 0) {
        let end = start + run.len();
        let widest = run.iter().map(|line| line.key.width).max().unwrap_or(0);
        let is_run = is_pair(&run[0]) && widest <= options.line_width;
        if is_run && is_aligned(options.align_equals, run.iter().map(|line| line.equals)) {
            columns[start..end].fill(widest);
        }
        start = end;
    }
    columns
}

/// Whether a run of lines is to be aligned, given where what is to be aligned was.
fn is_aligned(alignment: Alignment, mut places: impl Iterator<Item = Place>) -> bool {
    match alignment {
        Alignment::Never => false,
        Alignment::Always => true,
        Alignment::Keep => {
            let Some(first) = places.next() else {
                return false;
            };
            let mut is_meant = first.gap > 1;
            let is_column = places.all(|place| {
                is_meant |= place.gap > 1;
                place.column == first.column
            });
            is_column && is_meant
        }
    }
}

pub(super) fn push_spaces(count: u32, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count as usize));
}
