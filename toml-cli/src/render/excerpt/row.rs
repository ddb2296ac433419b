//! One line of a source as printable text of limited width, and where its bytes went.

use std::iter;
use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

use super::Mark;
use crate::render::glyph;

/// Columns from one tab stop to the next.
const TAB_WIDTH: usize = 4;
/// Columns that a label's corner takes beside its text.
const LABEL_FRAME: usize = 4;
/// A line that does not fit is shown from the width over this before its mark, in columns.
const LEAD: usize = 6;
/// So much of a mark has to be seen for its line to be shown from the start, in columns.
const MARK_SEEN: usize = 8;
/// The most bytes that one column takes: characters are up to four long, some of width zero.
const BYTES_A_COLUMN: usize = 8;
/// What stands for the part of a line that is left out.
const ELLIPSIS: char = '…';

/// A line of printable text.
pub(super) struct Row {
    /// The text, at most as wide as was asked for.
    pub(super) text: String,
    /// What of the source the text shows.
    cells: Vec<Cell>,
    /// Where the text of the last cell ends.
    end: usize,
}

/// A character of the source, or a run of bytes that make none.
struct Cell {
    source: Range<usize>,
    shown: char,
    column: usize,
    width: usize,
    /// Offset in the text of the row; set when it is printed.
    text: usize,
}

/// A mark in columns.
struct Focus {
    start: usize,
    end: usize,
    label: usize,
}

impl Row {
    /// Makes the text of a line, which shows the start of `mark` where one is given.
    pub(super) fn cut(source: &[u8], line: Range<usize>, mark: Option<Mark>, width: usize) -> Self {
        let crop = crop(source, &line, mark, width);
        let cells = decode(source, crop.clone());
        let focus = mark.map(|mark| Focus::new(&cells, mark, width));
        let is_whole = crop == line;
        let window = window(&cells, focus.as_ref(), width, is_whole);
        let before = (crop.start > line.start || window.start > 0).then_some(ELLIPSIS);
        let behind = (crop.end < line.end || window.end < cells.len()).then_some(ELLIPSIS);
        Self::print(cells, window, before, behind)
    }

    /// The range of the text that shows a range of the source.
    pub(super) fn find(&self, range: Range<usize>) -> Range<usize> {
        let text_at = |index: usize| self.cells.get(index).map_or(self.end, |cell| cell.text);
        let start = text_at(
            self.cells
                .partition_point(|cell| cell.source.end <= range.start),
        );
        let end = text_at(
            self.cells
                .partition_point(|cell| cell.source.start < range.end),
        );
        if range.is_empty() {
            start..start
        } else {
            start..end.max(start)
        }
    }

    fn print(
        mut cells: Vec<Cell>,
        window: Range<usize>,
        before: Option<char>,
        behind: Option<char>,
    ) -> Self {
        cells.truncate(window.end);
        cells.drain(..window.start);
        let mut text = String::from_iter(before);
        for cell in &mut cells {
            cell.text = text.len();
            // A tab is as many spaces as it took; everything else is one character.
            let count = if cell.shown == ' ' { cell.width } else { 1 };
            text.extend(iter::repeat_n(cell.shown, count));
        }
        let end = text.len();
        text.extend(behind);
        Self { text, cells, end }
    }
}

impl Focus {
    /// Finds a mark among the cells. A mark too long to be shown ends where the window will.
    fn new(cells: &[Cell], mark: Mark, width: usize) -> Self {
        let range = mark.span.range();
        let column_at = |index: usize| {
            cells
                .get(index)
                .map_or_else(|| total(cells), |cell| cell.column)
        };
        let start = column_at(cells.partition_point(|cell| cell.source.end <= range.start));
        let end = column_at(cells.partition_point(|cell| cell.source.start < range.end));
        let end = end.clamp(start, start + width - width / LEAD);
        Self {
            start,
            end,
            label: mark.label.len(),
        }
    }

    /// The column where the label ends: it hangs from the middle of the mark.
    fn label_end(&self) -> usize {
        self.start.midpoint(self.end) + LABEL_FRAME + self.label
    }
}

/// What of a line is worth looking at, however long it is.
fn crop(source: &[u8], line: &Range<usize>, mark: Option<Mark>, width: usize) -> Range<usize> {
    let reach = BYTES_A_COLUMN * width;
    let focus = mark.map_or(line.start, |mark| mark.span.start as usize);
    let is_inside_character = |at: &usize| source.get(*at).is_some_and(|byte| byte & 0xc0 == 0x80);
    let boundary = |at: usize| at + (at..at + 3).take_while(is_inside_character).count();
    let start = focus.saturating_sub(reach);
    let end = focus + 2 * reach;
    let start = if start > line.start {
        boundary(start)
    } else {
        line.start
    };
    let end = if end < line.end {
        boundary(end)
    } else {
        line.end
    };
    start..end
}

/// The characters of a part of the source. Bytes that are not UTF-8 become one U+FFFD each run.
fn decode(source: &[u8], range: Range<usize>) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut at = range.start;
    let mut column = 0;
    let mut push = |character: char, length: usize| {
        let (shown, width) = match character {
            '\t' => (' ', TAB_WIDTH - column % TAB_WIDTH),
            other => (glyph(other), glyph(other).width().unwrap_or(0)),
        };
        cells.push(Cell {
            source: at..at + length,
            shown,
            column,
            width,
            text: 0,
        });
        at += length;
        column += width;
    };
    for chunk in source[range].utf8_chunks() {
        for character in chunk.valid().chars() {
            push(character, character.len_utf8());
        }
        if !chunk.invalid().is_empty() {
            push(char::REPLACEMENT_CHARACTER, chunk.invalid().len());
        }
    }
    cells
}

/// The cells that fit into the width, so that the mark and its label can be seen.
fn window(cells: &[Cell], focus: Option<&Focus>, width: usize, is_whole: bool) -> Range<usize> {
    let from = focus.map_or(0, |focus| first_column(focus, total(cells), width));
    let fits = from == 0 && is_whole && total(cells) <= width;
    if fits {
        return 0..cells.len();
    }
    // One column each is kept for an ellipsis.
    let first = if from == 0 { 0 } else { from + 1 };
    let start = cells.partition_point(|cell| cell.column < first);
    let end = cells.partition_point(|cell| cell.column + cell.width < from + width);
    start..end.max(start)
}

/// The column to start at: 0 where that shows the mark and its label, otherwise as little further
/// as there is text to fill the line, or a lead before the mark.
fn first_column(focus: &Focus, total: usize, width: usize) -> usize {
    let seen = focus.end.min(focus.start + MARK_SEEN);
    if focus.label_end() <= width && seen < width {
        return 0;
    }
    let shortest = (focus.label_end() + 1).saturating_sub(width);
    let filled = (total + 1).saturating_sub(width);
    focus
        .start
        .saturating_sub(width / LEAD)
        .min(shortest.max(filled))
}

/// Columns of all cells.
fn total(cells: &[Cell]) -> usize {
    cells.last().map_or(0, |last| last.column + last.width)
}
