//! Items that leave a list, with the commas, lines and comments that are theirs.

use std::collections::BTreeSet;

use super::{Item, List};
use crate::lines::{self, line_end, line_start};
use crate::patch::Patch;

impl List<'_> {
    /// Takes out the items at some indexes.
    pub(crate) fn remove(&self, indexes: &BTreeSet<usize>) -> Vec<Patch> {
        if !self.items.is_empty()
            && indexes.len() >= self.items.len()
            && let Some(all) = self.remove_all()
        {
            return all;
        }
        let mut patches = Vec::new();
        let mut at = 0;
        while at < self.items.len() {
            let length = (at..self.items.len())
                .take_while(|index| indexes.contains(index))
                .count();
            if length > 0 {
                self.remove_run(at, at + length - 1, &mut patches);
            }
            at += length + 1;
        }
        patches
    }

    /// Everything between the brackets, if all that stays is blank.
    fn remove_all(&self) -> Option<Vec<Patch>> {
        let mut from = self.inner;
        for item in &self.items {
            if self.has_comment(from, item.above.max(from)) {
                return None;
            }
            from = item.tail.max(item.comma.map_or(0, |comma| comma + 1));
            if self.has_comment(item.tail, from) {
                return None;
            }
        }
        let is_clear = !self.has_comment(from, self.close);
        is_clear.then(|| vec![Patch::remove(self.inner, self.close)])
    }

    /// Takes out the items from one index to another, that one included.
    fn remove_run(&self, first: usize, last: usize, patches: &mut Vec<Patch>) {
        let run = &self.items[first..=last];
        // The comma of the item that becomes the last, if the last had none.
        let is_at_end = last + 1 == self.items.len();
        let stray = (is_at_end && self.items[last].comma.is_none() && first > 0)
            .then(|| self.items[first - 1].comma)
            .flatten();
        if !run.iter().all(Item::is_alone)
            && let Some(patch) = self.on_line(first, last)
        {
            patches.push(patch);
            return;
        }
        let alone: Vec<&Item> = run.iter().filter(|item| item.is_alone()).collect();
        patches.extend(self.lines_of_items(&alone));
        for item in run.iter().filter(|item| !item.is_alone()) {
            self.remove_from_line(item, patches);
        }
        patches.extend(stray.map(|comma| Patch::remove(comma, comma + 1)));
    }

    /// The lines of items that have theirs to themselves, and the blank lines that would be left over.
    fn lines_of_items(&self, items: &[&Item]) -> Vec<Patch> {
        let (top, bottom) = (
            line_end(self.source, self.inner),
            line_start(self.source, self.close),
        );
        let mut gone: Vec<(usize, usize)> = Vec::with_capacity(items.len());
        for item in items {
            let (mut start, mut end) = (item.above, line_end(self.source, item.tail));
            let before = lines::skip_blank_lines_back(self.source, start).max(top);
            if end == bottom {
                start = before;
            } else if start == top || before < start {
                end = lines::skip_blank_lines(self.source, end, bottom);
            }
            match gone.last_mut() {
                Some(last) if last.1 >= start => last.1 = end,
                _ => gone.push((start, end)),
            }
        }
        // What has become the end has no blank lines behind it, if there were none before.
        let has_end = items
            .last()
            .is_some_and(|item| line_end(self.source, item.tail) == bottom);
        if has_end && let Some(last) = gone.last_mut() {
            last.0 = lines::skip_blank_lines_back(self.source, last.0).max(top);
        }
        gone.into_iter()
            .map(|(start, end)| Patch::remove(start, end))
            .collect()
    }

    /// An item that shares its line, with its comma and its comment; other comments stay.
    fn remove_from_line(&self, item: &Item, patches: &mut Vec<Patch>) {
        let comma = item.comma.filter(|comma| *comma < item.tail);
        let mut end = if item.is_last_on_line {
            item.tail
        } else {
            comma.map_or(item.end, |comma| comma + 1)
        };
        let mut start = item.start;
        let before = &self.source[..start];
        if item.is_first_on_line && item.is_last_on_line {
            (start, end) = (item.above, line_end(self.source, item.tail));
        } else if item.is_last_on_line {
            start = before.trim_end_matches([' ', '\t']).len();
        } else {
            let behind = &self.source[end..];
            end += behind.len() - behind.trim_start_matches([' ', '\t']).len();
        }
        patches.push(Patch::remove(start, end));
        let apart = item.comma.filter(|comma| *comma >= end);
        patches.extend(apart.map(|comma| Patch::remove(comma, comma + 1)));
    }

    /// The bytes of items that share their line with others; `None` where comments are among them.
    fn on_line(&self, first: usize, last: usize) -> Option<Patch> {
        let (start, end) = (self.items[first].start, self.items[last].end);
        if self.has_comment(start, end) {
            return None;
        }
        let Some(next) = self.items.get(last + 1) else {
            return self.at_end(first, last);
        };
        let comma = self.items[last].comma?;
        if lines::is_blank(&self.source[comma + 1..next.start])
            && !self.source[end..next.start].contains('\n')
        {
            return Some(Patch::remove(start, next.start));
        }
        // The next item is on another line: the comment on this one goes along.
        let tail = self.items[last].tail;
        let is_bare = first == 0 && !self.items[first].is_first_on_line || comma >= tail;
        if is_bare && !self.has_comment(tail, next.start) {
            return Some(Patch::remove(start, next.start));
        }
        let before = first
            .checked_sub(1)
            .and_then(|before| self.items[before].comma);
        let from = match before {
            Some(before)
                if lines::is_blank(&self.source[before + 1..start])
                    && !self.source[before + 1..start].contains('\n') =>
            {
                before + 1
            }
            _ => start,
        };
        (comma < tail).then(|| Patch::remove(from, tail))
    }

    /// The bytes of the last items, together with the comma that would be left over.
    fn at_end(&self, first: usize, last: usize) -> Option<Patch> {
        let item = &self.items[last];
        let Some(before) = first.checked_sub(1).map(|before| &self.items[before]) else {
            let end = item.comma.map_or(item.end, |comma| comma + 1);
            let is_clear = !self.has_comment(item.end, end);
            return is_clear.then(|| Patch::remove(self.items[first].start, end.max(item.tail)));
        };
        let (from, to) = match item.comma {
            Some(comma) => (before.comma? + 1, comma + 1),
            None => (before.end, item.end),
        };
        let is_clear =
            !self.has_comment(from, self.items[first].start) && !self.has_comment(item.end, to);
        is_clear.then(|| Patch::remove(from, to.max(item.tail)))
    }
}
