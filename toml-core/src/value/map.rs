//! A map from keys to values that keeps the order of insertion.
//!
//! Most tables have a handful of keys. Those are a list, which is searched from its start: one
//! allocation, nothing to hash, and a quarter of the size in the `Value` that holds it. Larger ones are
//! hash maps.

mod entry;
mod iter;

#[cfg(test)]
mod tests;

use alloc::{boxed::Box, vec::Vec};
use core::borrow::Borrow;
use core::fmt;
use core::hash::Hash;

use foldhash::fast::RandomState;
use indexmap::IndexMap;

pub use entry::{Entry, OccupiedEntry, VacantEntry};
pub use iter::{IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Values, ValuesMut};

/// Keys and values in the order of insertion. [`Table`](super::Table) is the one of TOML.
///
/// Two maps are equal when they have the same keys with equal values, whatever the order, as the
/// order means nothing in TOML. A key can be looked up by all that it borrows as: a `String` by
/// a `&str`.
///
/// ```
/// use toml_core::value::Map;
///
/// let mut stars = Map::<String, u32>::new();
/// stars.insert("toml".to_string(), 5);
/// *stars.entry("serde").or_insert(8) += 1;
/// assert_eq!(stars["serde"], 9);
/// assert_eq!(stars.keys().collect::<Vec<_>>(), ["toml", "serde"]);
/// ```
pub struct Map<K, V>(Repr<K, V>);

/// Maps with more keys than this are hash maps.
///
/// Up to here a search by comparing is about as quick as one by hashing (`cargo xtask bench --serde`).
const MOST_LISTED: usize = 16;

type HashMap<K, V> = IndexMap<K, V, RandomState>;

enum Repr<K, V> {
    List(Vec<(K, V)>),
    Hashed(Box<HashMap<K, V>>),
}

impl<K, V> Map<K, V> {
    /// A map without keys.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(Repr::List(Vec::new()))
    }

    /// A map without keys that has room for `capacity` of them.
    #[must_use]
    #[inline]
    pub fn with_capacity(capacity: usize) -> Self {
        if capacity <= MOST_LISTED {
            return Self(Repr::List(Vec::with_capacity(capacity)));
        }
        let map = HashMap::with_capacity_and_hasher(capacity, RandomState::default());
        Self(Repr::Hashed(Box::new(map)))
    }

    /// How many keys the map has.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        match &self.0 {
            Repr::List(list) => list.len(),
            Repr::Hashed(map) => map.len(),
        }
    }

    /// Whether the map has no keys.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes all keys out.
    pub fn clear(&mut self) {
        match &mut self.0 {
            Repr::List(list) => list.clear(),
            Repr::Hashed(map) => map.clear(),
        }
    }

    /// Keeps only the keys and values that `keep` says yes to, in their order.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut V) -> bool)
    where
        K: AsRef<str>,
    {
        match &mut self.0 {
            Repr::List(list) => list.retain_mut(|(key, value)| keep(key.as_ref(), value)),
            Repr::Hashed(map) => map.retain(|key, value| keep(key.as_ref(), value)),
        }
    }

    /// Sorts the keys, those of a [`Table`](super::Table) by their bytes; maps within are not sorted.
    pub fn sort_keys(&mut self)
    where
        K: Ord,
    {
        match &mut self.0 {
            Repr::List(list) => list.sort_unstable_by(|(one, _), (other, _)| one.cmp(other)),
            Repr::Hashed(map) => map.sort_unstable_keys(),
        }
    }

    /// Keys and values in order.
    #[must_use]
    #[inline]
    pub fn iter(&self) -> Iter<'_, K, V> {
        match &self.0 {
            Repr::List(list) => Iter(iter::Inner::List(list.iter())),
            Repr::Hashed(map) => Iter(iter::Inner::Hashed(map.iter())),
        }
    }

    /// Keys and values in order, to change the values.
    #[must_use]
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        match &mut self.0 {
            Repr::List(list) => IterMut(iter::InnerMut::List(list.iter_mut())),
            Repr::Hashed(map) => IterMut(iter::InnerMut::Hashed(map.iter_mut())),
        }
    }

    /// Keys in order.
    #[must_use]
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys(self.iter())
    }

    /// Values in order of their keys.
    #[must_use]
    pub fn values(&self) -> Values<'_, K, V> {
        Values(self.iter())
    }

    /// Values in order of their keys, to change them.
    #[must_use]
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut(self.iter_mut())
    }

    /// Keys in order, owned.
    #[must_use]
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys(self.into_iter())
    }

    /// Values in order of their keys, owned.
    #[must_use]
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues(self.into_iter())
    }

    /// The key and value at a place, counted from 0 in order.
    fn at(&mut self, index: usize) -> Option<(&K, &mut V)> {
        match &mut self.0 {
            Repr::List(list) => list.get_mut(index).map(|(key, value)| (&*key, value)),
            Repr::Hashed(map) => map.get_index_mut(index),
        }
    }

    /// [`at`](Self::at), not to be changed.
    fn get_index(&self, index: usize) -> Option<(&K, &V)> {
        match &self.0 {
            Repr::List(list) => list.get(index).map(|(key, value)| (key, value)),
            Repr::Hashed(map) => map.get_index(index),
        }
    }

    /// Takes out the key at a place, counted from 0 in order.
    fn remove_at(&mut self, index: usize) -> Option<(K, V)> {
        match &mut self.0 {
            Repr::List(list) if index < list.len() => Some(list.remove(index)),
            Repr::List(_) => None,
            Repr::Hashed(map) => map.shift_remove_index(index),
        }
    }
}

/// Looking up.
impl<K, V> Map<K, V> {
    /// The place of a key, counted from 0 in order.
    #[inline]
    fn position<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        match &self.0 {
            Repr::List(list) => list.iter().position(|(one, _)| one.borrow() == key),
            Repr::Hashed(map) => map.get_index_of(key),
        }
    }

    /// The value of a key.
    #[must_use]
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The value of a key, to change it.
    #[must_use]
    pub fn get_mut<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let index = self.position(key)?;
        self.at(index).map(|(_, value)| value)
    }

    /// A key as it is stored, and its value.
    #[must_use]
    pub fn get_key_value<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        match &self.0 {
            Repr::List(list) => {
                let (key, value) = list.iter().find(|(one, _)| one.borrow() == key)?;
                Some((key, value))
            }
            Repr::Hashed(map) => map.get_key_value(key),
        }
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.position(key).is_some()
    }

    /// Takes a key out and returns its value; the order of the others stays.
    ///
    /// Takes time in proportion to the number of keys behind it.
    pub fn remove<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.remove_entry(key).map(|(_, value)| value)
    }

    /// Takes a key out and returns it with its value; the order of the others stays.
    pub fn remove_entry<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
    {
        let index = self.position(key)?;
        self.remove_at(index)
    }

    /// Takes a key out and returns its value; the last key takes its place.
    ///
    /// Takes the same time in maps of any size.
    pub fn swap_remove<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let index = self.position(key)?;
        match &mut self.0 {
            Repr::List(list) => Some(list.swap_remove(index).1),
            Repr::Hashed(map) => map.swap_remove_index(index).map(|(_, value)| value),
        }
    }
}

/// Inserting.
impl<K: Eq + Hash, V> Map<K, V> {
    /// Makes room for `additional` more keys.
    pub fn reserve(&mut self, additional: usize) {
        let wanted = self.len() + additional;
        if wanted > MOST_LISTED {
            self.hash(wanted);
        }
        match &mut self.0 {
            Repr::List(list) => list.reserve(additional),
            Repr::Hashed(map) => map.reserve(additional),
        }
    }

    /// Makes a hash map of a list.
    #[cold]
    fn hash(&mut self, capacity: usize) {
        if let Repr::List(list) = &mut self.0 {
            let mut map = HashMap::with_capacity_and_hasher(capacity, RandomState::default());
            map.extend(list.drain(..));
            self.0 = Repr::Hashed(Box::new(map));
        }
    }

    /// Sets the value of a key and returns the one it had; a new key goes to the end.
    #[inline]
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        self.insert_full(key, value).1
    }

    /// Sets the value of a key; tells its place and the value that it had.
    #[inline]
    fn insert_full(&mut self, key: K, value: V) -> (usize, Option<V>) {
        if let Repr::List(list) = &mut self.0 {
            if let Some(index) = list.iter().position(|(one, _)| *one == key) {
                let old = core::mem::replace(&mut list[index].1, value);
                return (index, Some(old));
            }
            if list.len() < MOST_LISTED {
                list.push((key, value));
                return (list.len() - 1, None);
            }
            self.hash(2 * MOST_LISTED);
        }
        match &mut self.0 {
            Repr::Hashed(map) => map.insert_full(key, value),
            Repr::List(list) => {
                list.push((key, value));
                (list.len() - 1, None)
            }
        }
    }

    /// Inserts a key that is known not to be there.
    #[inline]
    pub(crate) fn insert_new(&mut self, key: K, value: V) {
        match &mut self.0 {
            Repr::List(list) if list.len() < MOST_LISTED => list.push((key, value)),
            _ => drop(self.insert_full(key, value)),
        }
    }

    /// Sets the value of a key, and returns the key where it had a value before.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn insert_or_duplicate(&mut self, key: K, value: V) -> Option<&K> {
        match self.insert_full(key, value) {
            (_, None) => None,
            (at, Some(_)) => self.at(at).map(|(key, _)| key),
        }
    }

    /// The place of a key, whether or not it is there, to look and insert at once.
    pub fn entry<S: Into<K>>(&mut self, key: S) -> Entry<'_, K, V> {
        let key = key.into();
        match self.position(&key) {
            Some(index) => Entry::occupied(self, index),
            None => Entry::vacant(self, key),
        }
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

/// Entry by entry: cloning the map whole would take twice the stack for each level of nesting.
impl<K: Clone + Eq + Hash, V: Clone> Clone for Map<K, V> {
    fn clone(&self) -> Self {
        let mut copy = Self::with_capacity(self.len());
        for (key, value) in self {
            copy.insert_new(key.clone(), value.clone());
        }
        copy
    }
}

impl<K: Eq + Hash, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let mut entries = self.iter();
        self.len() == other.len() && entries.all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<K: Eq + Hash, V: Eq> Eq for Map<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// Of equal keys, the first place and the last value count.
impl<K: Eq + Hash, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

/// Sets the value of each key; new keys go to the end.
impl<K: Eq + Hash, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        match self.0 {
            Repr::List(list) => IntoIter(iter::IntoInner::List(list.into_iter())),
            Repr::Hashed(map) => IntoIter(iter::IntoInner::Hashed(map.into_iter())),
        }
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Iter<'m, K, V> {
        self.iter()
    }
}

impl<'m, K, V> IntoIterator for &'m mut Map<K, V> {
    type Item = (&'m K, &'m mut V);
    type IntoIter = IterMut<'m, K, V>;

    fn into_iter(self) -> IterMut<'m, K, V> {
        self.iter_mut()
    }
}
