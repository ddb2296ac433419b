//! The place of a key in a map, whether or not the key is there.

use indexmap::map;

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
#[derive(Debug)]
pub enum Entry<'m, K, V> {
    /// The key is there.
    Occupied(OccupiedEntry<'m, K, V>),
    /// The key is not there.
    Vacant(VacantEntry<'m, K, V>),
}

/// The place of a key that is there.
#[derive(Debug)]
pub struct OccupiedEntry<'m, K, V>(map::OccupiedEntry<'m, K, V>);

/// The place of a key that is not there, which is the end.
#[derive(Debug)]
pub struct VacantEntry<'m, K, V>(map::VacantEntry<'m, K, V>);

impl<'m, K, V> Entry<'m, K, V> {
    /// The key of the entry.
    #[must_use]
    pub fn key(&self) -> &K {
        match self {
            Self::Occupied(entry) => entry.key(),
            Self::Vacant(entry) => entry.key(),
        }
    }

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

    /// Changes the value where the key has one.
    #[expect(clippy::return_self_not_must_use, reason = "the change may be all")]
    pub fn and_modify(mut self, change: impl FnOnce(&mut V)) -> Self {
        if let Self::Occupied(entry) = &mut self {
            change(entry.get_mut());
        }
        self
    }
}

impl<'m, K, V> OccupiedEntry<'m, K, V> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &K {
        self.0.key()
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> &V {
        self.0.get()
    }

    /// The value, to change it.
    #[must_use]
    pub fn get_mut(&mut self) -> &mut V {
        self.0.get_mut()
    }

    /// The value, to change it for as long as the map is borrowed.
    #[must_use]
    pub fn into_mut(self) -> &'m mut V {
        self.0.into_mut()
    }

    /// Sets the value and returns the one before.
    pub fn insert(&mut self, value: V) -> V {
        self.0.insert(value)
    }

    /// Takes the key out and returns its value; the order of the others stays.
    #[expect(clippy::must_use_candidate, reason = "removing may be the point")]
    pub fn remove(self) -> V {
        self.0.shift_remove()
    }
}

impl<'m, K, V> VacantEntry<'m, K, V> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &K {
        self.0.key()
    }

    /// The key, owned.
    #[must_use]
    pub fn into_key(self) -> K {
        self.0.into_key()
    }

    /// Inserts the key at the end of the map.
    pub fn insert(self, value: V) -> &'m mut V {
        self.0.insert(value)
    }
}

impl<'m, K, V> From<map::Entry<'m, K, V>> for Entry<'m, K, V> {
    fn from(entry: map::Entry<'m, K, V>) -> Self {
        match entry {
            map::Entry::Occupied(entry) => Self::Occupied(OccupiedEntry(entry)),
            map::Entry::Vacant(entry) => Self::Vacant(VacantEntry(entry)),
        }
    }
}
