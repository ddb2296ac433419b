//! A map from keys to values that keeps the order of insertion.
//!
//! A newtype, so that the map behind it can change without breaking anyone.

mod entry;
mod iter;

#[cfg(test)]
mod tests;

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
pub struct Map<K, V>(IndexMap<K, V, RandomState>);

impl<K, V> Map<K, V> {
    /// A map without keys.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A map without keys that has room for `capacity` of them.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        let hasher = RandomState::default();
        Self(IndexMap::with_capacity_and_hasher(capacity, hasher))
    }

    /// How many keys the map has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the map has no keys.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes all keys out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps only the keys and values that `keep` says yes to, in their order.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut V) -> bool)
    where
        K: AsRef<str>,
    {
        self.0.retain(|key, value| keep(key.as_ref(), value));
    }

    /// Sorts the keys, those of a [`Table`](super::Table) by their bytes; maps within are not sorted.
    pub fn sort_keys(&mut self)
    where
        K: Ord,
    {
        self.0.sort_unstable_keys();
    }

    /// Keys and values in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.0.iter())
    }

    /// Keys and values in order, to change the values.
    #[must_use]
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut(self.0.iter_mut())
    }

    /// Keys in order.
    #[must_use]
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys(self.0.keys())
    }

    /// Values in order of their keys.
    #[must_use]
    pub fn values(&self) -> Values<'_, K, V> {
        Values(self.0.values())
    }

    /// Values in order of their keys, to change them.
    #[must_use]
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut(self.0.values_mut())
    }

    /// Keys in order, owned.
    #[must_use]
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys(self.0.into_keys())
    }

    /// Values in order of their keys, owned.
    #[must_use]
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues(self.0.into_values())
    }
}

/// Looking up.
impl<K, V> Map<K, V> {
    /// The value of a key.
    #[must_use]
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(key)
    }

    /// The value of a key, to change it.
    #[must_use]
    pub fn get_mut<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.0.get_mut(key)
    }

    /// A key as it is stored, and its value.
    #[must_use]
    pub fn get_key_value<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        self.0.get_key_value(key)
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    /// Takes a key out and returns its value; the order of the others stays.
    ///
    /// Takes time in proportion to the number of keys behind it.
    pub fn remove<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.0.shift_remove(key)
    }

    /// Takes a key out and returns it with its value; the order of the others stays.
    pub fn remove_entry<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
    {
        self.0.shift_remove_entry(key)
    }
}

/// Inserting.
impl<K: Eq + Hash, V> Map<K, V> {
    /// Makes room for `additional` more keys.
    pub fn reserve(&mut self, additional: usize) {
        self.0.reserve(additional);
    }

    /// Sets the value of a key and returns the one it had; a new key goes to the end.
    #[inline]
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        self.0.insert(key, value)
    }

    /// Sets the value of a key, and returns the key where it had a value before.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn insert_or_duplicate(&mut self, key: K, value: V) -> Option<&K> {
        match self.0.insert_full(key, value) {
            (_, None) => None,
            (at, Some(_)) => self.0.get_index(at).map(|(key, _)| key),
        }
    }

    /// The place of a key, whether or not it is there, to look and insert at once.
    pub fn entry<S: Into<K>>(&mut self, key: S) -> Entry<'_, K, V> {
        self.0.entry(key.into()).into()
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(IndexMap::default())
    }
}

/// Entry by entry: cloning the map whole would take twice the stack for each level of nesting.
impl<K: Clone + Eq + Hash, V: Clone> Clone for Map<K, V> {
    fn clone(&self) -> Self {
        let mut copy = Self::with_capacity(self.len());
        for (key, value) in &self.0 {
            copy.0.insert(key.clone(), value.clone());
        }
        copy
    }
}

impl<K: Eq + Hash, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: Eq + Hash, V: Eq> Eq for Map<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Of equal keys, the first place and the last value count.
impl<K: Eq + Hash, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(IndexMap::from_iter(pairs))
    }
}

/// Sets the value of each key; new keys go to the end.
impl<K: Eq + Hash, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        self.0.extend(pairs);
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter(self.0.into_iter())
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
