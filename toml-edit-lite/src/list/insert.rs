//! New items of a list: on lines of their own where the others are, else behind a comma.

use super::{Item, Lines, List};
use crate::lines::{self, line_end, line_start};
use crate::new_value::Comments;
use crate::patch::Patch;

/// Spaces before an item on a line of its own, where no other shows how many.
const INDENT: &str = "    ";

/// The text of an item that is to go into a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct NewItem {
    pub(crate) text: String,
    pub(crate) comments: Comments,
}

impl List<'_> {
    /// Puts items before the one at an index, or behind the last.
    pub(crate) fn insert(&self, index: usize, new: &[NewItem]) -> Vec<Patch> {
        if new.is_empty() {
            return Vec::new();
        }
        match (self.items.get(index), self.last()) {
            (Some(item), _) => vec![self.before(item, new)],
            (None, Some(last)) => self.behind(last, new),
            (None, None) => vec![self.first(new)],
        }
    }

    /// Whether new items before the one at an index, or behind the last, get lines of their own.
    pub(crate) fn has_lines_at(&self, index: usize) -> bool {
        match (self.items.get(index), self.last()) {
            (Some(item), _) => item.is_alone() && self.lines == Lines::Many,
            (None, Some(last)) => self.goes_on_lines(last),
            (None, None) => self.source[self.inner..self.close].contains('\n'),
        }
    }

    fn before(&self, item: &Item, new: &[NewItem]) -> Patch {
        if item.is_alone() && self.lines == Lines::Many {
            let indent = &self.source[line_start(self.source, item.start)..item.start];
            let text = self.on_lines(new, indent, ",");
            return Patch::insert(item.above, text);
        }
        let separator = if self.items.len() > 1 {
            self.separator()
        } else {
            " "
        };
        let text: String = new
            .iter()
            .flat_map(|new| [&new.text, ",", separator])
            .collect();
        Patch::insert(item.start, text)
    }

    fn behind(&self, last: &Item, new: &[NewItem]) -> Vec<Patch> {
        let final_comma = if last.comma.is_some() { "," } else { "" };
        if self.goes_on_lines(last) {
            let indent = self.item_indent();
            let line = line_end(self.source, last.tail);
            let lines = Patch::insert(line, self.on_lines(new, &indent, final_comma));
            return match last.comma {
                Some(_) => vec![lines],
                None => vec![Patch::insert(last.end, ","), lines],
            };
        }
        let hangs = last.is_first_on_line && self.is_multiline() && self.items.len() > 1;
        let separator = if hangs {
            let indent = &self.source[line_start(self.source, last.start)..last.start];
            [self.newline(), indent].concat()
        } else {
            self.separator().to_owned()
        };
        let comma = [",", separator.as_str()].concat();
        let texts: Vec<&str> = new.iter().map(|new| new.text.as_str()).collect();
        let texts = texts.join(&comma);
        vec![match last.comma {
            Some(at) => Patch::insert(at + 1, [&separator, texts.as_str(), ","].concat()),
            None => Patch::insert(last.end, [&comma, texts.as_str()].concat()),
        }]
    }

    /// Whether a new last item gets a line of its own: where the others have theirs, or a comment would be taken for its.
    fn goes_on_lines(&self, last: &Item) -> bool {
        let is_split =
            |item: &Item| item.is_last_on_line && item.comma.is_none_or(|comma| comma < item.tail);
        let before = self.items.len().checked_sub(2).map(|at| &self.items[at]);
        let is_usual = last.is_first_on_line
            && before.is_none_or(|before| before.comma.is_some() && is_split(before));
        self.lines == Lines::Many
            && is_split(last)
            && (is_usual || self.comment_beside(last).is_some())
    }

    /// The spaces before items on lines of their own.
    pub(super) fn item_indent(&self) -> String {
        let model = self.items.iter().rfind(|item| item.is_first_on_line);
        let indent = |line| lines::indent_of(self.source, line);
        match model {
            Some(item) => indent(line_start(self.source, item.start)).to_owned(),
            None => indent(line_start(self.source, self.inner)).to_owned() + INDENT,
        }
    }

    /// The first items of an empty list.
    fn first(&self, new: &[NewItem]) -> Patch {
        let inside = &self.source[self.inner..self.close];
        if inside.contains('\n') {
            let line = line_start(self.source, self.close);
            let comment = lines::line_before(self.source, line)
                .filter(|before| *before >= self.inner)
                .filter(|before| lines::is_comment(lines::text_of(self.source, *before)));
            let indent = match comment {
                Some(comment) => lines::indent_of(self.source, comment).to_owned(),
                None => lines::indent_of(self.source, line).to_owned() + INDENT,
            };
            let final_comma = if self.lines == Lines::Many { "," } else { "" };
            return Patch::insert(line, self.on_lines(new, &indent, final_comma));
        }
        let is_braced = self.source.as_bytes()[self.inner - 1] == b'{';
        let pad = if is_braced || !inside.is_empty() {
            " "
        } else {
            ""
        };
        let texts: Vec<&str> = new.iter().map(|new| new.text.as_str()).collect();
        let text = [pad, &texts.join(", "), pad].concat();
        Patch::new(self.inner, self.close, text)
    }

    /// Items on lines of their own, with a comma behind each but perhaps the last.
    fn on_lines(&self, new: &[NewItem], indent: &str, final_comma: &str) -> String {
        let newline = self.newline();
        let mut text = String::new();
        for (at, item) in new.iter().enumerate() {
            for comment in &item.comments.above {
                text.extend([indent, comment, newline]);
            }
            let comma = if at + 1 < new.len() { "," } else { final_comma };
            text.extend([indent, &item.text, comma]);
            if let Some(comment) = &item.comments.beside {
                text.extend([" ", comment]);
            }
            text.push_str(newline);
        }
        text
    }

    /// The whole list with each item on a line of its own; comments stay with their items.
    pub(crate) fn spread(&self) -> Option<Patch> {
        if self.items.is_empty() || self.items.iter().all(Item::is_alone) {
            return None;
        }
        let order: Vec<usize> = (0..self.items.len()).collect();
        let outer = lines::indent_of(self.source, line_start(self.source, self.inner));
        Some(self.spread_in(&order, &[outer, INDENT].concat()))
    }

    /// [`spread`](Self::spread) with the item at `order[n]` where the `n`th is.
    pub(super) fn spread_in(&self, order: &[usize], indent: &str) -> Patch {
        let newline = self.newline();
        let mut text = newline.to_owned();
        let mut from = self.inner;
        for (slot, item) in self.items.iter().zip(order) {
            self.push_comments(&mut text, from, slot.above.max(from), indent);
            from = slot.tail;
            let item = &self.items[*item];
            self.push_comments(&mut text, item.above, item.start, indent);
            text.extend([indent, &self.source[item.start..item.end], ","]);
            if let Some(comment) = self.comment_beside(item) {
                text.extend([" ", comment]);
            }
            text.push_str(newline);
        }
        self.push_comments(&mut text, from, self.close, indent);
        text.push_str(lines::indent_of(
            self.source,
            line_start(self.source, self.inner),
        ));
        Patch::new(self.inner, self.close, text)
    }

    /// Appends the comments between two offsets, each on a line of its own.
    fn push_comments(&self, text: &mut String, from: usize, to: usize, indent: &str) {
        for line in self.source[from..to].lines() {
            let comment = line.trim_start_matches([' ', '\t', ',']).trim_end();
            if comment.starts_with('#') {
                text.extend([indent, comment, self.newline()]);
            }
        }
    }

    /// The comment on an item's line.
    fn comment_beside(&self, item: &Item) -> Option<&str> {
        let behind = &self.source[item.end..item.tail];
        behind.find('#').map(|at| &behind[at..])
    }

    /// The list's own items on one line, whatever is in them; `None` where a comment stands in the way.
    pub(crate) fn join(&self) -> Option<Vec<Patch>> {
        if self.has_comment(self.inner, self.close) {
            return None;
        }
        let is_braced = self.source.as_bytes()[self.inner - 1] == b'{';
        let pad = if is_braced && !self.items.is_empty() {
            " "
        } else {
            ""
        };
        let starts = self.items.iter().map(|item| item.start);
        let ends = self.items.iter().map(|item| item.end);
        let gaps = std::iter::once(self.inner)
            .chain(ends)
            .zip(starts.chain(std::iter::once(self.close)));
        if !gaps
            .clone()
            .any(|(from, to)| self.source[from..to].contains('\n'))
        {
            return Some(Vec::new());
        }
        let patch = |(from, to): (usize, usize)| {
            let is_edge = from == self.inner || to == self.close;
            let text = if is_edge { pad } else { ", " };
            (self.source[from..to] != *text).then(|| Patch::new(from, to, text))
        };
        Some(gaps.filter_map(patch).collect())
    }

    /// The comments that belong to no item, each with its `#`.
    pub(crate) fn loose_comments(&self) -> Vec<String> {
        let mut text = String::new();
        let mut from = self.inner;
        for item in &self.items {
            self.push_comments(&mut text, from, item.above.max(from), "");
            from = item.tail;
        }
        self.push_comments(&mut text, from, self.close, "");
        text.lines().map(str::to_owned).collect()
    }

    /// The comments that belong to an item, each with its `#`.
    pub(crate) fn comments_of(&self, index: usize) -> Comments {
        let item = &self.items[index];
        let above = self.source[item.above..item.start]
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with('#'));
        Comments {
            above: above.map(str::to_owned).collect(),
            beside: self
                .comment_beside(item)
                .map(|text| text.trim_end().to_owned()),
            end: Vec::new(),
        }
    }
}
