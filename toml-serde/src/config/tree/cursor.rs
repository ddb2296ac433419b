//! Finds the keys of a layer among those of a table, for layers that have them in nearly the same order.

use toml_core::{ValueId, ValueRef};

use super::{Content, Found, MOST_ROOM, SlotId, Table, Tree};
use crate::config::sources::{DocumentValue, Sources};

/// So many keys behind the last one are looked at before the table is searched.
const NEAR: usize = 8;

/// A place among the values of a table that was put together.
///
/// Each key may be looked for once only: what the cursor's owner puts in the place of values is not found by it.
pub(in crate::config) struct Cursor<'s> {
    table: SlotId,
    base: Option<Base<'s>>,
    /// How many values had something in their place at first; in order.
    known: usize,
    /// How many of these stand before the last value that was found.
    passed: usize,
}

/// The document's table.
struct Base<'s> {
    value: DocumentValue,
    table: ValueRef<'s>,
    /// The value whose key is thought to be next.
    next: ValueRef<'s>,
}

impl<'s> Cursor<'s> {
    /// One that is to find about so many keys.
    pub(in crate::config) fn new(
        sources: &'s Sources,
        tree: &mut Tree,
        table: SlotId,
        keys: usize,
    ) -> Self {
        let mut cursor = Self {
            table,
            base: None,
            known: 0,
            passed: 0,
        };
        if let Content::Table(table) = &mut tree.slot_mut(table).content
            && let Some(value) = table.base
        {
            let (found, _) = sources.value(value);
            let next = found.children().next();
            cursor.base = next.map(|next| Base {
                value,
                table: found,
                next,
            });
            cursor.known = table.instead.len();
            if cursor.known == 0 {
                table.instead.reserve(keys.min(MOST_ROOM));
            }
        }
        cursor
    }

    /// The value of a key.
    pub(in crate::config) fn find(
        &mut self,
        sources: &Sources,
        tree: &mut Tree,
        key: &str,
    ) -> Option<Found> {
        if let Some(base) = &mut self.base
            && let Some(id) = base.find(key)
        {
            let value = DocumentValue { id, ..base.value };
            let slot = tree.table(self.table)?;
            let slot = self.instead_of(slot, id);
            return Some(slot.map_or(Found::Value(value), Found::Slot));
        }
        tree.make_index(sources, self.table);
        let added = tree.look_up_added(sources, self.table, key);
        added.map(Found::Slot)
    }

    /// What stood in the place of a value at first.
    #[inline]
    fn instead_of(&mut self, table: &Table, value: ValueId) -> Option<SlotId> {
        let known = table.instead.get(..self.known)?;
        if known.get(self.passed).is_none_or(|next| next.0 != value) {
            self.passed = known.partition_point(|other| other.0 < value);
        }
        let (found, slot) = known.get(self.passed)?;
        if *found != value {
            return None;
        }
        self.passed += 1;
        Some(*slot)
    }

    /// Brings the table into order.
    pub(in crate::config) fn finish(self, tree: &mut Tree) {
        if let Content::Table(table) = &mut tree.slot_mut(self.table).content {
            table.sort();
        }
    }
}

impl Base<'_> {
    fn find(&mut self, key: &str) -> Option<ValueId> {
        let mut near = self.next;
        for _ in 0..NEAR {
            if near.key().is_some_and(|found| found.as_str() == key) {
                self.next = near.next_around();
                return Some(near.id());
            }
            near = near.next_around();
        }
        let found = self.table.get(key)?;
        self.next = found.next_around();
        Some(found.id())
    }
}
