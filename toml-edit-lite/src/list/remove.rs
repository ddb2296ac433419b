//! Items that leave a list, with the commas, lines and comments that are theirs.

use std::collections::BTreeSet;

use super::{Item, List};
use crate::lines::{self, line_end};
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
        if run.iter().all(Item::is_alone) {
            for item in run {
                patches.push(Patch::remove(item.above, line_end(self.source, item.tail)));
            }
            patches.extend(stray.map(|comma| Patch::remove(comma, comma + 1)));
        } else if let Some(patch) = self.on_line(first, last) {
            patches.push(patch);
        } else {
            for item in run {
                patches.push(Patch::remove(item.start, item.end));
                patches.extend(item.comma.map(|comma| Patch::remove(comma, comma + 1)));
            }
            patches.extend(stray.map(|comma| Patch::remove(comma, comma + 1)));
        }
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
