//! Items that leave a list, with the commas, lines and comments that are theirs.

use std::collections::BTreeSet;

use super::{Item, List};
use crate::lines::{self, line_end, line_start};
use crate::patch::Patch;

/// Items that go together.
struct Block {
    /// Start of the comment lines above the first of them.
    above: usize,
    start: usize,
    end: usize,
}

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
        let (mut whole_lines, mut apart) = (Vec::new(), Vec::new());
        for block in self.blocks(run) {
            let line = line_start(self.source, block.start);
            let end = line_end(self.source, block.end);
            let is_whole = lines::is_blank(&self.source[line..block.start])
                && lines::is_blank(&self.source[block.end..end])
                && end <= self.close;
            if is_whole {
                whole_lines.push((block.above, end));
            } else {
                apart.push(Patch::remove(block.start, block.end));
            }
        }
        patches.extend(self.with_blank_lines(&whole_lines));
        patches.extend(apart);
        // Commas that stand on other lines than their items.
        let commas = run
            .iter()
            .filter_map(|item| item.comma.filter(|comma| *comma >= item.tail));
        patches.extend(
            commas
                .chain(stray)
                .map(|comma| Patch::remove(comma, comma + 1)),
        );
    }

    /// Items with their commas and the comments beside them, those that follow one another on a line made one.
    fn blocks(&self, items: &[Item]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for item in items {
            let comma = item.comma.filter(|comma| *comma < item.tail);
            let end = if item.is_last_on_line {
                item.tail
            } else {
                let end = comma.map_or(item.end, |comma| comma + 1);
                let behind = &self.source[end..];
                end + behind.len() - behind.trim_start_matches([' ', '\t']).len()
            };
            if let Some(last) = blocks.last_mut().filter(|last| last.end == item.start) {
                last.end = end;
                continue;
            }
            let mut start = item.start;
            if item.is_last_on_line {
                start = self.source[..start].trim_end_matches([' ', '\t']).len();
            }
            let above = item.above;
            blocks.push(Block { above, start, end });
        }
        blocks
    }

    /// Lines that go, and the blank lines that would be left over.
    fn with_blank_lines(&self, blocks: &[(usize, usize)]) -> Vec<Patch> {
        let top = line_end(self.source, self.inner);
        let bottom = line_start(self.source, self.close);
        let back = |start| lines::skip_blank_lines_back(self.source, start).max(top);
        let mut gone: Vec<(usize, usize)> = Vec::with_capacity(blocks.len());
        for &(start, end) in blocks {
            let is_set_off = start == top || back(start) < start;
            let (mut start, mut end) = (start, end);
            if end == bottom {
                start = back(start);
            } else if is_set_off {
                end = lines::skip_blank_lines(self.source, end, bottom);
            }
            match gone.last_mut() {
                Some(last) if last.1 >= start => last.1 = end,
                _ => gone.push((start, end)),
            }
        }
        // What has become the end has no blank lines behind it, if there were none before.
        let is_end = blocks.last().is_some_and(|(_, end)| *end == bottom);
        if let Some(last) = gone.last_mut().filter(|_| is_end) {
            last.0 = back(last.0);
        }
        let patches = gone.into_iter();
        patches
            .map(|(start, end)| Patch::remove(start, end))
            .collect()
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
