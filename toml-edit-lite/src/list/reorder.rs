//! The items of a list in another order, each with its lines where it has them to itself.

use super::{Item, Lines, List};
use crate::lines::line_end;
use crate::patch::Patch;

impl List<'_> {
    /// Puts the item at `order[n]` where the `n`th is; `order` names each item once.
    ///
    /// Where items have comments, but not all of them have lines of their own to go with, they get such.
    pub(crate) fn reorder(&self, order: &[usize]) -> Vec<Patch> {
        let have_lines = self.items.iter().all(Item::is_alone);
        let moves = order.iter().copied().enumerate();
        let moves = moves.filter(|(slot, item)| slot != item);
        let has_comments = |(_, item): (usize, usize)| !self.comments_of(item).is_empty();
        if !have_lines && self.lines == Lines::Many && moves.clone().any(has_comments) {
            return vec![self.spread_in(order, &self.item_indent())];
        }
        let patch = |(slot, item): (usize, usize)| {
            let (slot, item) = (&self.items[slot], &self.items[item]);
            if have_lines {
                let needs_comma = slot.comma.is_some();
                let end = line_end(self.source, slot.tail);
                return Patch::new(slot.above, end, self.lines_of(item, needs_comma));
            }
            Patch::new(slot.start, slot.end, &self.source[item.start..item.end])
        };
        moves.map(patch).collect()
    }

    /// The lines of an item, with or without a comma.
    fn lines_of(&self, item: &Item, needs_comma: bool) -> String {
        let end = line_end(self.source, item.tail);
        let (above, line) = (
            &self.source[item.above..item.start],
            &self.source[item.start..item.end],
        );
        match (item.comma, needs_comma) {
            (Some(comma), false) => {
                let before = &self.source[item.end..comma];
                [above, line, before, &self.source[comma + 1..end]].concat()
            }
            (None, true) => [above, line, ",", &self.source[item.end..end]].concat(),
            _ => self.source[item.above..end].to_owned(),
        }
    }
}
