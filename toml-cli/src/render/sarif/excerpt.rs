//! The text of a region and of the lines round it, within limits.

use std::ops::Range;

use toml_core::Span;

use super::log::{Region, Snippet};
use crate::render::lines::{line_after, line_at, line_before};
use crate::render::{printable, region};

/// The most bytes of a snippet. A string that is never closed can be as long as the file.
const MAX_SNIPPET: usize = 2048;
/// So many bytes before and behind a region are shown where its lines are longer than a snippet.
const REACH: usize = 200;

/// A region with its text, which is cut with an ellipsis where it is too long.
pub(super) fn region(source: &[u8], region: &region::Region) -> Region {
    let range = region.range();
    let mut text = text(
        source,
        range.start..range.end.min(range.start + MAX_SNIPPET),
    );
    if range.len() > MAX_SNIPPET {
        text = text.trim_end_matches('\u{fffd}').to_string() + "…";
    }
    sarif(region, text)
}

/// The lines of a region, the line before and the line after; of long lines only what is near the
/// region. `None` where that is no more than the region itself.
pub(super) fn context(source: &[u8], region: &region::Region) -> Option<Region> {
    let range = region.range();
    let first = line_at(source, range.start);
    let last = line_at(source, range.end);
    let lines = first.start.min(range.start)..last.end.max(range.end);
    let before = line_before(source, &first).map_or(lines.start, |line| line.start);
    let after = line_after(source, &last).map_or(lines.end, |line| line.end);
    let near = nearby(source, &range, &lines);
    let context = [before..after, lines, near]
        .into_iter()
        .find(|context| context.len() <= MAX_SNIPPET)?;
    let span = Span::new(context.start as u32, context.end as u32);
    let context = region::Region::of(source, span);
    (context.span != region.span).then(|| sarif(&context, text(source, context.range())))
}

/// A region and [`REACH`] bytes of its lines on both sides, made to end between characters.
fn nearby(source: &[u8], range: &Range<usize>, lines: &Range<usize>) -> Range<usize> {
    let is_inside = |at: &usize| source.get(*at).is_some_and(|byte| byte & 0xc0 == 0x80);
    let start = lines.start.max(range.start.saturating_sub(REACH));
    let start = (start..range.start).find(|at| !is_inside(at));
    let end = lines.end.min(range.end + REACH);
    let end = (range.end..=end).rev().find(|at| !is_inside(at));
    start.unwrap_or(range.start)..end.unwrap_or(range.end)
}

fn sarif(region: &region::Region, text: String) -> Region {
    Region {
        start_line: region.start.line,
        start_column: region.start.column,
        end_line: region.end.line,
        end_column: region.end.column,
        byte_offset: region.span.start,
        byte_length: region.span.len(),
        snippet: Snippet { text },
    }
}

fn text(source: &[u8], range: Range<usize>) -> String {
    printable(&String::from_utf8_lossy(&source[range]))
}
