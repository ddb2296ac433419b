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

/// What a table has for a key.
#[derive(Clone, Copy)]
pub(in crate::config) struct Known<'s> {
    pub(in crate::config) found: Found,
    /// The value of a document that it is, if it is one.
    pub(in crate::config) value: Option<ValueRef<'s>>,
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
    #[inline]
    pub(in crate::config) fn find(
        &mut self,
        sources: &'s Sources,
        tree: &mut Tree,
        key: &str,
    ) -> Option<Known<'s>> {
        if let Some(base) = &mut self.base
            && let Some(value) = base.find(key)
        {
            let id = value.id();
            let standing = DocumentValue { id, ..base.value };
            let slot = match self.known {
                0 => None,
                _ => self.instead_of(tree.table(self.table)?, id),
            };
            return Some(match slot {
                Some(slot) => Known::of_slot(sources, tree, slot),
                None => Known {
                    found: Found::Value(standing),
                    value: Some(value),
                },
            });
        }
        tree.make_index(sources, self.table);
        let added = tree.look_up_added(sources, self.table, key)?;
        Some(Known::of_slot(sources, tree, added))
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

impl<'s> Known<'s> {
    #[inline]
    fn of_slot(sources: &'s Sources, tree: &Tree, slot: SlotId) -> Self {
        let value = match tree.slot(slot).content {
            Content::Value(value) => Some(sources.value(value).0),
            _ => None,
        };
        let found = Found::Slot(slot);
        Self { found, value }
    }
}

impl<'s> Base<'s> {
    #[inline]
    fn find(&mut self, key: &str) -> Option<ValueRef<'s>> {
        let mut near = self.next;
        for _ in 0..NEAR {
            if near.has_key(key) {
                self.next = near.next_around();
                return Some(near);
            }
            near = near.next_around();
        }
        let found = self.table.get(key)?;
        self.next = found.next_around();
        Some(found)
    }
}
