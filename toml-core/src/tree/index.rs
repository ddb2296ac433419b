//! The hash index over the keys of all large tables of a document: open addressing, linear probing,
//! at most three quarters full, seeded for each document so that colliding keys cannot be prepared: what is
//! multiplied with is as secret as what it starts from, for keys that all but cancel a known factor collide.

#[cfg(test)]
mod tests;

use alloc::{vec, vec::Vec};

use super::{NodeId, Tree, flag};

/// Marks a free slot; no tree has this many nodes, since a node takes a byte of source.
const FREE: NodeId = NodeId::MAX;

/// By how much the index grows at the most in one step: a guess from the start of a source may be far off.
const MOST_GROWTH: usize = 4;

#[derive(Clone, Copy, Debug)]
struct Slot {
    node: NodeId,
    table: NodeId,
    hash: u32,
}

/// Maps (table, key) to a node.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeyIndex {
    slots: Vec<Slot>,
    used: usize,
    seed: u64,
    factor: u64,
}

/// Where a key is in the index, or belongs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    slot: usize,
    hash: u32,
}

impl Tree {
    #[inline]
    pub(super) fn find_indexed(&self, source: &[u8], table: NodeId, key: &[u8]) -> Option<NodeId> {
        let place = self.place(source, table, key);
        let found = self.index.slots[place.slot].node;
        (found != FREE).then_some(found)
    }

    /// The slot of a key: its own, or the free one where it belongs.
    #[inline]
    pub(crate) fn place(&self, source: &[u8], table: NodeId, key: &[u8]) -> Place {
        let hash = self.index.hash(table, key);
        let mask = self.index.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = &self.index.slots[at];
            let is_match = slot.hash == hash && slot.table == table;
            if slot.node == FREE || is_match && self.key_bytes(source, self.node(slot.node)) == key
            {
                return Place { slot: at, hash };
            }
            at = (at + 1) & mask;
        }
    }

    /// Enters a node at its place, unless another has that key, which is returned.
    #[inline]
    pub(crate) fn occupy(&mut self, place: Place, table: NodeId, node: NodeId) -> Option<NodeId> {
        let slot = &mut self.index.slots[place.slot];
        if slot.node != FREE {
            return Some(slot.node);
        }
        *slot = Slot {
            node,
            table,
            hash: place.hash,
        };
        self.index.used += 1;
        None
    }

    /// Takes the nodes behind `last` out of the index.
    pub(super) fn forget_indexed(&mut self, source: &[u8], last: usize) {
        let is_forgotten = |slot: &Slot| slot.node as usize > last;
        let free = free_slots(self.index.slots.len());
        let slots = core::mem::replace(&mut self.index.slots, free);
        self.index.used = 0;
        for slot in slots
            .iter()
            .filter(|slot| slot.node != FREE && !is_forgotten(slot))
        {
            let place = self.place(
                source,
                slot.table,
                self.key_bytes(source, self.node(slot.node)),
            );
            self.occupy(place, slot.table, slot.node);
        }
    }

    /// Makes sure that one more key can be entered.
    ///
    /// `read` and `length` are the bytes of source read so far and in all: if it goes on like this,
    /// the index grows at once to what the whole source will need, by up to [`MOST_GROWTH`].
    #[inline]
    pub(crate) fn make_index_room(&mut self, read: usize, length: usize) {
        if 4 * (self.index.used + 1) > 3 * self.index.slots.len() {
            let expected = self.index.used as u64 * length as u64 / read.max(1) as u64;
            self.index.grow(expected as usize);
        }
    }

    /// Enters all children of a table that has outgrown [`INDEX_THRESHOLD`](super::INDEX_THRESHOLD).
    ///
    /// `expected_keys` is an estimate of all keys of large tables, for the first allocation.
    #[cold]
    pub(crate) fn index_table(&mut self, source: &[u8], table: NodeId, expected_keys: usize) {
        if self.index.slots.is_empty() {
            self.index.reserve(expected_keys, source);
        }
        self.node_mut(table).flags |= flag::INDEXED;
        let node = self.node(table);
        let (mut child, count) = (self.node(node.last_child()).next, node.child_count());
        for _ in 0..count {
            self.make_index_room(1, 1);
            let place = self.place(source, table, self.key_bytes(source, self.node(child)));
            self.occupy(place, table, child);
            child = self.node(child).next;
        }
    }
}

impl KeyIndex {
    fn reserve(&mut self, keys: usize, source: &[u8]) {
        (self.seed, self.factor) = secrets(source);
        self.slots = free_slots((2 * keys).next_power_of_two());
    }

    #[cold]
    fn grow(&mut self, expected: usize) {
        let slots = self.slots.len().max(32);
        let wanted = (expected + expected / 2).next_power_of_two();
        let grown = free_slots(wanted.clamp(2 * slots, MOST_GROWTH * slots));
        let mask = grown.len() - 1;
        for slot in core::mem::replace(&mut self.slots, grown) {
            if slot.node != FREE {
                let mut at = slot.hash as usize & mask;
                while self.slots[at].node != FREE {
                    at = (at + 1) & mask;
                }
                self.slots[at] = slot;
            }
        }
    }

    /// Short keys take two 8-byte loads and two folded multiplications, longer ones one more each 16 bytes.
    #[inline]
    fn hash(&self, table: NodeId, key: &[u8]) -> u32 {
        let mut state =
            self.seed ^ u64::from(table).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ key.len() as u64;
        let mut rest = key;
        while rest.len() > 16 {
            state = folded_multiply(state ^ load(rest), self.factor ^ load(&rest[8..]));
            rest = &rest[16..];
        }
        let (low, high) = if rest.len() >= 8 {
            (load(rest), load(&rest[rest.len() - 8..]))
        } else {
            (load_short(rest), 0)
        };
        state = folded_multiply(state ^ low, self.factor ^ high);
        let hash = folded_multiply(state, self.seed | 1);
        (hash >> 32) as u32 ^ hash as u32
    }
}

fn free_slots(count: usize) -> Vec<Slot> {
    let free = Slot {
        node: FREE,
        table: 0,
        hash: 0,
    };
    vec![free; count]
}

#[inline]
fn load(bytes: &[u8]) -> u64 {
    bytes
        .first_chunk()
        .map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

#[inline]
fn load_short(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    match bytes {
        [] => 0,
        [only] => u64::from(*only),
        [first, middle @ .., last] => {
            let middle = middle.first().copied().unwrap_or(0);
            u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16
        }
    }
}

#[inline]
fn folded_multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// Two numbers that differ between documents and, with `std`, between runs in an unforeseeable way.
fn secrets(source: &[u8]) -> (u64, u64) {
    let address = source.as_ptr().addr() as u64;
    #[cfg(feature = "std")]
    let (random, factor) = {
        use core::hash::BuildHasher;
        let random = std::hash::RandomState::new();
        (random.hash_one(0), random.hash_one(1))
    };
    #[cfg(not(feature = "std"))]
    let (random, factor) = (
        0x2545_f491_4f6c_dd1d,
        0xff51_afd7_ed55_8ccd ^ address.rotate_left(32),
    );
    (
        folded_multiply(address ^ random, 0x9e37_79b9_7f4a_7c15),
        factor,
    )
}
