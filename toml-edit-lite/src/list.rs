//! What stands between brackets or braces: items, commas, comments; and patches that change which items there are.
//!
//! Arrays and inline tables are lists alike. Knows nothing of what the items mean.

mod insert;
mod remove;
mod reorder;

use toml_core::{TriviaKind, trivia};

use crate::lines::{self, line_end, line_start};

pub(crate) use insert::NewItem;

/// The items between two brackets.
pub(crate) struct List<'s> {
    source: &'s str,
    /// Offset behind the opening bracket.
    inner: usize,
    /// Offset of the closing bracket.
    close: usize,
    items: Vec<Item>,
    /// Whether a comma may stand behind the last item, and newlines between items.
    lines: Lines,
}

/// Whether items may be on lines of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    Many,
    /// Inline tables of TOML 1.0.
    One,
}

/// An item with what belongs to it.
#[derive(Clone, Copy, Debug)]
struct Item {
    start: usize,
    end: usize,
    /// Offset of the comma behind it.
    comma: Option<usize>,
    /// Start of the comment lines above, of its own line, or [`start`](Self::start) if it is not the first there.
    above: usize,
    /// Offset behind the comma and the comment on its line, as far as there are any.
    tail: usize,
    is_first_on_line: bool,
    is_last_on_line: bool,
}

impl Item {
    /// Whether the item has its lines to itself, comma included.
    fn is_alone(&self) -> bool {
        self.is_first_on_line
            && self.is_last_on_line
            && self.comma.is_none_or(|comma| comma < self.tail)
    }
}

impl<'s> List<'s> {
    /// The list between two brackets, `open` the offset of the first and `end` that behind the second, from
    /// the start and end of each item.
    pub(crate) fn new(
        source: &'s str,
        (open, end): (usize, usize),
        items: impl Iterator<Item = usize>,
        lines: Lines,
    ) -> Self {
        let mut list = Self {
            source,
            inner: open + 1,
            close: end - 1,
            items: Vec::new(),
            lines,
        };
        for item_end in items {
            let from = list.items.last().map_or(list.inner, |item| item.end);
            let start = crate::extent::skip_separator(source, from);
            list.push(start, item_end);
        }
        list
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The start of an item.
    pub(crate) fn start_of(&self, index: usize) -> usize {
        self.items[index].start
    }

    /// The item whose text ends at an offset.
    pub(crate) fn index_of(&self, end: usize) -> Option<usize> {
        self.items.binary_search_by_key(&end, |item| item.end).ok()
    }

    /// The whole lines of the comments above an item, and the offset that one beside it stands behind; neither where
    /// other things are on the item's line.
    pub(crate) fn comment_spots(&self, index: usize) -> (Option<(usize, usize)>, Option<usize>) {
        let item = &self.items[index];
        let is_free = self.lines == Lines::Many;
        let line = line_start(self.source, item.start);
        let above = (is_free && item.is_first_on_line).then_some((item.above, line));
        let comma = item.comma.filter(|comma| *comma < item.tail);
        let beside = comma.map_or(item.end, |comma| comma + 1);
        (above, (is_free && item.is_last_on_line).then_some(beside))
    }

    fn push(&mut self, start: usize, end: usize) {
        let gap = Gap::behind(self.source, end);
        // Comment lines above start on lines of their own behind what precedes.
        let floor = self.items.last().map_or(self.inner, |item| item.tail);
        let line = line_start(self.source, start);
        let is_first_on_line = line >= floor && lines::is_blank(&self.source[line..start]);
        self.items.push(Item {
            start,
            end,
            comma: gap.comma,
            above: if is_first_on_line {
                comments_above(self.source, line, line_end(self.source, floor))
            } else {
                start
            },
            tail: gap.tail,
            is_first_on_line,
            is_last_on_line: gap.has_newline,
        });
    }

    fn last(&self) -> Option<&Item> {
        self.items.last()
    }

    fn is_multiline(&self) -> bool {
        self.source[self.inner..self.close].contains('\n')
            && self.items.iter().any(|item| item.is_first_on_line)
    }

    fn newline(&self) -> &'static str {
        lines::newline_near(self.source, self.close)
    }

    /// What stands between an item and the one before it on the same line.
    fn separator(&self) -> &'s str {
        let gap = |pair: &[Item]| {
            let between = &self.source[pair[0].comma? + 1..pair[1].start];
            between
                .bytes()
                .all(|byte| matches!(byte, b' ' | b'\t'))
                .then_some(between)
        };
        self.items.windows(2).find_map(gap).unwrap_or(" ")
    }

    /// Whether there is a comment between two offsets that are outside of items or at their edges.
    fn has_comment(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        loop {
            let mut pieces = trivia(self.source, at);
            let has_comment = pieces
                .by_ref()
                .take_while(|(_, span)| (span.start as usize) < to)
                .any(|(kind, _)| kind == TriviaKind::Comment);
            if has_comment {
                return true;
            }
            at = pieces.offset().max(at);
            if at >= to {
                return false;
            }
            // Past an item, or a comma.
            at = match self.items.binary_search_by_key(&at, |item| item.start) {
                Ok(item) => self.items[item].end,
                Err(_) => at + 1,
            };
        }
    }
}

/// What follows an item up to the next one or the closing bracket.
struct Gap {
    comma: Option<usize>,
    /// Offset behind the comma and the comment on the item's line.
    tail: usize,
    has_newline: bool,
}

impl Gap {
    fn behind(source: &str, end: usize) -> Self {
        let mut gap = Self {
            comma: None,
            tail: end,
            has_newline: false,
        };
        let mut at = end;
        loop {
            let mut pieces = trivia(source, at);
            for (kind, span) in pieces.by_ref() {
                match kind {
                    TriviaKind::Newline => gap.has_newline = true,
                    TriviaKind::Comment if !gap.has_newline => gap.tail = span.end as usize,
                    _ => {}
                }
            }
            at = pieces.offset();
            if source.as_bytes().get(at) != Some(&b',') || gap.comma.is_some() {
                return gap;
            }
            gap.comma = Some(at);
            at += 1;
            if !gap.has_newline {
                gap.tail = at;
            }
        }
    }
}

/// The start of the comment lines right above `line`, none of which starts before `floor`.
fn comments_above(source: &str, line: usize, floor: usize) -> usize {
    let mut above = line;
    while let Some(before) = lines::line_before(source, above) {
        if before < floor || !lines::is_comment(lines::text_of(source, before)) {
            break;
        }
        above = before;
    }
    above
}
