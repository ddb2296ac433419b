//! The place of a key in a map, whether or not the key is there.

use core::fmt;
use core::hash::Hash;

use super::Map;

/// The place of a key in a map; from [`Map::entry`](super::Map::entry).
///
/// ```
/// use toml_core::{Table, Value};
///
/// let mut table = Table::new();
/// table.entry("count").or_insert(Value::from(1));
/// table.entry("count").and_modify(|count| *count = Value::from(2));
/// assert_eq!(table["count"], 2);
/// ```
pub enum Entry<'m, K, V> {
    /// The key is there.
    Occupied(OccupiedEntry<'m, K, V>),
    /// The key is not there.
    Vacant(VacantEntry<'m, K, V>),
}

/// The place of a key that is there.
pub struct OccupiedEntry<'m, K, V> {
    map: &'m mut Map<K, V>,
    index: usize,
}

/// The place of a key that is not there, which is the end.
pub struct VacantEntry<'m, K, V> {
    map: &'m mut Map<K, V>,
    key: K,
}

/// What is at an entry's place, which is there: while the entry lives, nobody else can change the map.
fn kept<T>(found: Option<T>) -> T {
    found.expect("an entry's key stays where it is")
}

impl<'m, K, V> Entry<'m, K, V> {
    pub(super) fn occupied(map: &'m mut Map<K, V>, index: usize) -> Self {
        Self::Occupied(OccupiedEntry { map, index })
    }

    pub(super) fn vacant(map: &'m mut Map<K, V>, key: K) -> Self {
        Self::Vacant(VacantEntry { map, key })
    }

    /// The key of the entry.
    #[must_use]
    pub fn key(&self) -> &K {
        match self {
            Self::Occupied(entry) => entry.key(),
            Self::Vacant(entry) => entry.key(),
        }
    }

    /// Changes the value where the key has one.
    #[expect(clippy::return_self_not_must_use, reason = "the change may be all")]
    pub fn and_modify(mut self, change: impl FnOnce(&mut V)) -> Self {
        if let Self::Occupied(entry) = &mut self {
            change(entry.get_mut());
        }
        self
    }
}

impl<'m, K: Eq + Hash, V> Entry<'m, K, V> {
    /// The key's value, which is `value` where it had none.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// The key's value, which is that of `value` where it had none.
    pub fn or_insert_with<F: FnOnce() -> V>(self, value: F) -> &'m mut V {
        match self {
            Self::Occupied(entry) => entry.into_mut(),
            Self::Vacant(entry) => entry.insert(value()),
        }
    }
}

impl<'m, K, V> OccupiedEntry<'m, K, V> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &K {
        kept(self.map.get_index(self.index)).0
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> &V {
        kept(self.map.get_index(self.index)).1
    }

    /// The value, to change it.
    #[must_use]
    pub fn get_mut(&mut self) -> &mut V {
        kept(self.map.at(self.index)).1
    }

    /// The value, to change it for as long as the map is borrowed.
    #[must_use]
    pub fn into_mut(self) -> &'m mut V {
        kept(self.map.at(self.index)).1
    }

    /// Sets the value and returns the one before.
    pub fn insert(&mut self, value: V) -> V {
        core::mem::replace(self.get_mut(), value)
    }

    /// Takes the key out and returns its value; the order of the others stays.
    #[expect(clippy::must_use_candidate, reason = "removing may be the point")]
    pub fn remove(self) -> V {
        kept(self.map.remove_at(self.index)).1
    }
}

impl<K, V> VacantEntry<'_, K, V> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &K {
        &self.key
    }

    /// The key, owned.
    #[must_use]
    pub fn into_key(self) -> K {
        self.key
    }
}

impl<'m, K: Eq + Hash, V> VacantEntry<'m, K, V> {
    /// Inserts the key at the end of the map.
    pub fn insert(self, value: V) -> &'m mut V {
        let Self { map, key } = self;
        map.insert_new(key, value);
        let last = map.len() - 1;
        kept(map.at(last)).1
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Entry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Occupied(entry) => f.debug_tuple("Occupied").field(entry).finish(),
            Self::Vacant(entry) => f.debug_tuple("Vacant").field(entry).finish(),
        }
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OccupiedEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OccupiedEntry")
            .field("key", self.key())
            .field("value", self.get())
            .finish()
    }
}

impl<K: fmt::Debug, V> fmt::Debug for VacantEntry<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("VacantEntry").field(&self.key).finish()
    }
}
