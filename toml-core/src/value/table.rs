//! A map from keys to values that keeps the order of insertion.
//!
//! A newtype, so that the map behind it can change without breaking anyone.

mod entry;
mod iter;

use alloc::string::String;
use core::fmt;

use foldhash::fast::RandomState;
use indexmap::IndexMap;

pub use entry::{Entry, OccupiedEntry, VacantEntry};
pub use iter::{IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Values, ValuesMut};

use super::Value;

type Map = IndexMap<String, Value, RandomState>;

/// A TOML table: keys and values in the order of insertion (TOML 1.0.0, "Table").
///
/// Two tables are equal when they have the same keys with equal values, whatever the order, as
/// the order means nothing in TOML.
///
/// ```
/// use toml_core::{Table, Value};
///
/// let mut table = Table::new();
/// table.insert("name".to_string(), Value::from("toml"));
/// table.entry("stars").or_insert(Value::from(5));
/// assert_eq!(table["name"], "toml");
/// assert_eq!(table.keys().collect::<Vec<_>>(), ["name", "stars"]);
/// assert_eq!(table.to_string(), "name = \"toml\"\nstars = 5\n");
/// ```
#[derive(PartialEq, Default)]
pub struct Table(Map);

/// Entry by entry: cloning the map whole would take twice the stack for each level of nesting.
impl Clone for Table {
    fn clone(&self) -> Self {
        let mut copy = Self::with_capacity(self.len());
        for (key, value) in &self.0 {
            copy.0.insert(key.clone(), value.clone());
        }
        copy
    }
}

impl Table {
    /// A table without keys.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A table without keys that has room for `capacity` of them.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Map::with_capacity_and_hasher(
            capacity,
            RandomState::default(),
        ))
    }

    /// Makes room for `additional` more keys.
    pub fn reserve(&mut self, additional: usize) {
        self.0.reserve(additional);
    }

    /// How many keys the table has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the table has no keys.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// The value of a key, to change it.
    #[must_use]
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.0.get_mut(key)
    }

    /// A key as it is stored, and its value.
    #[must_use]
    pub fn get_key_value(&self, key: &str) -> Option<(&String, &Value)> {
        self.0.get_key_value(key)
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Sets the value of a key and returns the one it had; a new key goes to the end.
    #[inline]
    pub fn insert(&mut self, key: String, value: Value) -> Option<Value> {
        self.0.insert(key, value)
    }

    /// Takes a key out and returns its value; the order of the others stays.
    ///
    /// Takes time in proportion to the number of keys behind it.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        self.0.shift_remove(key)
    }

    /// Takes a key out and returns it with its value; the order of the others stays.
    pub fn remove_entry(&mut self, key: &str) -> Option<(String, Value)> {
        self.0.shift_remove_entry(key)
    }

    /// The place of a key, whether or not it is there, to look and insert at once.
    pub fn entry(&mut self, key: impl Into<String>) -> Entry<'_> {
        self.0.entry(key.into()).into()
    }

    /// Keeps only the keys and values that `keep` says yes to, in their order.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        self.0.retain(|key, value| keep(key, value));
    }

    /// Takes all keys out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Sorts the keys by their bytes; tables within are not sorted.
    pub fn sort_keys(&mut self) {
        self.0.sort_unstable_keys();
    }

    /// Keys and values in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    /// Keys and values in order, to change the values.
    #[must_use]
    pub fn iter_mut(&mut self) -> IterMut<'_> {
        IterMut(self.0.iter_mut())
    }

    /// Keys in order.
    #[must_use]
    pub fn keys(&self) -> Keys<'_> {
        Keys(self.0.keys())
    }

    /// Values in order of their keys.
    #[must_use]
    pub fn values(&self) -> Values<'_> {
        Values(self.0.values())
    }

    /// Values in order of their keys, to change them.
    #[must_use]
    pub fn values_mut(&mut self) -> ValuesMut<'_> {
        ValuesMut(self.0.values_mut())
    }

    /// Keys in order, owned.
    #[must_use]
    pub fn into_keys(self) -> IntoKeys {
        IntoKeys(self.0.into_keys())
    }

    /// Values in order of their keys, owned.
    #[must_use]
    pub fn into_values(self) -> IntoValues {
        IntoValues(self.0.into_values())
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Of equal keys, the first place and the last value count.
impl FromIterator<(String, Value)> for Table {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(pairs: I) -> Self {
        Self(Map::from_iter(pairs))
    }
}

/// Sets the value of each key; new keys go to the end.
impl Extend<(String, Value)> for Table {
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, pairs: I) {
        self.0.extend(pairs);
    }
}

impl IntoIterator for Table {
    type Item = (String, Value);
    type IntoIter = IntoIter;

    fn into_iter(self) -> IntoIter {
        IntoIter(self.0.into_iter())
    }
}

impl<'t> IntoIterator for &'t Table {
    type Item = (&'t String, &'t Value);
    type IntoIter = Iter<'t>;

    fn into_iter(self) -> Iter<'t> {
        self.iter()
    }
}

impl<'t> IntoIterator for &'t mut Table {
    type Item = (&'t String, &'t mut Value);
    type IntoIter = IterMut<'t>;

    fn into_iter(self) -> IterMut<'t> {
        self.iter_mut()
    }
}
