//! The items of a list in another order, each with its lines where it has them to itself.

use super::{Item, List};
use crate::lines::line_end;
use crate::patch::Patch;

impl List<'_> {
    /// Puts the item at `order[n]` where the `n`th is; `order` names each item once.
    pub(crate) fn reorder(&self, order: &[usize]) -> Vec<Patch> {
        let moved = |slot: usize, item: usize| {
            let (slot, item) = (&self.items[slot], &self.items[item]);
            if self.items.iter().all(Item::is_alone) {
                let needs_comma = slot.comma.is_some();
                let end = line_end(self.source, slot.tail);
                return Patch::new(slot.above, end, self.lines_of(item, needs_comma));
            }
            Patch::new(slot.start, slot.end, &self.source[item.start..item.end])
        };
        let slots = order.iter().enumerate();
        slots
            .filter(|(slot, item)| slot != *item)
            .map(|(slot, item)| moved(slot, *item))
            .collect()
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
