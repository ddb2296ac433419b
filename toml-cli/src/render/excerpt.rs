//! The few lines of a source that a report shows, cut to the width of the terminal.
//!
//! miette prints the whole lines that a label touches, be they 100 MB long or not UTF-8. So it gets
//! to see an [`Excerpt`] instead of the source: short lines of printable text, which it finds under
//! offsets of their own, with the line numbers and positions of the source.
//!
//! Invariant: time and memory for an excerpt depend on the marks and the width, but for the search
//! for the ends of the lines concerned.

mod row;

use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use toml_core::{Position, Span};

use row::Row;

use super::lines::{line_after, line_at, line_before};

/// Marks that are at most so many lines apart are shown in one block, with the lines between them.
const MAX_GAP: usize = 3;

/// A place to point at, and what to say there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The bytes of the source.
    pub(super) span: Span,
    /// Two to four words.
    pub(super) label: &'static str,
}

/// The lines round some marks of a source. The first mark is the primary one.
#[derive(Debug)]
pub(super) struct Excerpt {
    name: String,
    blocks: Vec<Block>,
    labels: Vec<Label>,
}

/// Lines that follow one another. Blocks lie one byte apart in the offsets that miette sees.
#[derive(Debug)]
struct Block {
    offset: usize,
    first_line: usize,
    text: String,
}

/// A mark where miette sees it.
#[derive(Debug)]
struct Label {
    span: Range<usize>,
    text: &'static str,
    at: Position,
    rank: Rank,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Primary,
    Secondary,
}

/// A mark with the line of the source that it starts on.
struct Placed {
    mark: Mark,
    rank: Rank,
    at: Position,
    line: Range<usize>,
}

impl Excerpt {
    /// Cuts out the lines round `marks`, each to at most `width` columns.
    pub(super) fn new(name: &str, source: &[u8], marks: &[Mark], width: usize) -> Self {
        let ranks = [Rank::Primary]
            .into_iter()
            .chain(std::iter::repeat(Rank::Secondary));
        let mut placed: Vec<Placed> = marks
            .iter()
            .zip(ranks)
            .map(|(mark, rank)| place(source, *mark, rank))
            .collect();
        placed.sort_by_key(|placed| placed.mark.span.start);
        let mut excerpt = Self {
            name: name.to_string(),
            blocks: Vec::new(),
            labels: Vec::new(),
        };
        for group in placed.chunk_by(|a, b| belong_together(a, b, width)) {
            excerpt.push_block(source, group, width);
        }
        excerpt
    }

    /// The labels in miette's terms.
    pub(super) fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        self.labels.iter().map(|label| {
            let text = Some(label.text.to_string());
            match label.rank {
                Rank::Primary => LabeledSpan::new_primary_with_span(text, label.span.clone()),
                Rank::Secondary => LabeledSpan::new_with_span(text, label.span.clone()),
            }
        })
    }

    /// Adds the lines of a group of marks, those between them, and one before and after.
    fn push_block(&mut self, source: &[u8], group: &[Placed], width: usize) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            return;
        };
        let before = line_before(source, &first.line);
        let first_line = first.at.line - before.iter().len();
        let offset = self
            .blocks
            .last()
            .map_or(0, |block| block.offset + block.text.len() + 1);
        let mut text = String::new();
        let mut line = before.unwrap_or_else(|| first.line.clone());
        loop {
            let on_line: Vec<&Placed> = group.iter().filter(|placed| placed.line == line).collect();
            self.push_row(source, line.clone(), &on_line, offset, &mut text, width);
            let is_behind_last = line.start > last.line.start;
            let is_wanted =
                |next: &Range<usize>| next.start <= last.line.start || next.start < source.len();
            match line_after(source, &line).filter(is_wanted) {
                Some(next) if !is_behind_last => line = next,
                _ => break,
            }
        }
        self.blocks.push(Block {
            offset,
            first_line,
            text,
        });
    }

    /// Adds one line and the labels on it. Every line ends with a newline of ours, so that miette
    /// draws an empty last line too.
    fn push_row(
        &mut self,
        source: &[u8],
        line: Range<usize>,
        marks: &[&Placed],
        offset: usize,
        text: &mut String,
        width: usize,
    ) {
        let row = Row::cut(source, line, marks.first().map(|placed| placed.mark), width);
        let start = offset + text.len();
        for placed in marks {
            let span = row.find(placed.mark.span.range());
            self.labels.push(Label {
                span: start + span.start..start + span.end,
                text: placed.mark.label,
                at: placed.at,
                rank: placed.rank,
            });
        }
        text.push_str(&row.text);
        text.push('\n');
    }
}

impl SourceCode for Excerpt {
    /// The block that holds the span; without context lines, only where the span is in the source.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_before: usize,
        context_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let start = span.offset();
        let end = start + span.len();
        let holds =
            |block: &&Block| block.offset <= start && end <= block.offset + block.text.len();
        let block = self
            .blocks
            .iter()
            .find(holds)
            .ok_or(MietteError::OutOfBounds)?;
        let text = block.text.as_bytes();
        let name = self.name.clone();
        let lines = block.text.lines().count();
        let label = self.labels.iter().find(|label| label.span == (start..end));
        let contents = match label {
            Some(label) if context_before == 0 && context_after == 0 => {
                let Position { line, column } = label.at;
                let text = &text[start - block.offset..end - block.offset];
                MietteSpanContents::new_named(name, text, *span, line - 1, column - 1, 1)
            }
            _ => {
                let span = SourceSpan::new(block.offset.into(), text.len());
                MietteSpanContents::new_named(name, text, span, block.first_line - 1, 0, lines)
            }
        };
        Ok(Box::new(contents))
    }
}

/// Whether two marks, one after the other, go into one block: near enough to be read together, and
/// on one line only where one window shows both.
fn belong_together(a: &Placed, b: &Placed, width: usize) -> bool {
    if a.line == b.line {
        (b.mark.span.start - a.mark.span.start) as usize <= width / 2
    } else {
        b.at.line - a.at.line <= MAX_GAP
    }
}

/// Finds the line of a mark, and shortens the mark to that line.
fn place(source: &[u8], mark: Mark, rank: Rank) -> Placed {
    let start = source.len().min(mark.span.start as usize);
    let at = Position::of(source, mark.span.start);
    let line = line_at(source, start);
    let start = start.clamp(line.start, line.end);
    let end = (mark.span.end as usize).clamp(start, line.end);
    let span = Span::new(start as u32, end as u32);
    Placed {
        mark: Mark { span, ..mark },
        rank,
        at,
        line,
    }
}

#[cfg(test)]
mod tests;
