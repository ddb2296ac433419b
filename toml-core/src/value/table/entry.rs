//! The place of a key in a table, whether or not the key is there.

use alloc::string::String;

use indexmap::map;

use super::Value;

/// The place of a key in a table; from [`Table::entry`](super::Table::entry).
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
pub enum Entry<'t> {
    /// The key is there.
    Occupied(OccupiedEntry<'t>),
    /// The key is not there.
    Vacant(VacantEntry<'t>),
}

/// The place of a key that is there.
#[derive(Debug)]
pub struct OccupiedEntry<'t>(map::OccupiedEntry<'t, String, Value>);

/// The place of a key that is not there, which is the end.
#[derive(Debug)]
pub struct VacantEntry<'t>(map::VacantEntry<'t, String, Value>);

impl<'t> Entry<'t> {
    /// The key of the entry.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Occupied(entry) => entry.key(),
            Self::Vacant(entry) => entry.key(),
        }
    }

    /// The key's value, which is `value` where it had none.
    #[expect(clippy::must_use_candidate, reason = "inserting may be the point")]
    pub fn or_insert(self, value: Value) -> &'t mut Value {
        self.or_insert_with(|| value)
    }

    /// The key's value, which is that of `value` where it had none.
    pub fn or_insert_with(self, value: impl FnOnce() -> Value) -> &'t mut Value {
        match self {
            Self::Occupied(entry) => entry.into_mut(),
            Self::Vacant(entry) => entry.insert(value()),
        }
    }

    /// Changes the value where the key has one.
    #[expect(clippy::return_self_not_must_use, reason = "the change may be all")]
    pub fn and_modify(mut self, change: impl FnOnce(&mut Value)) -> Self {
        if let Self::Occupied(entry) = &mut self {
            change(entry.get_mut());
        }
        self
    }
}

impl<'t> OccupiedEntry<'t> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.key()
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> &Value {
        self.0.get()
    }

    /// The value, to change it.
    #[must_use]
    pub fn get_mut(&mut self) -> &mut Value {
        self.0.get_mut()
    }

    /// The value, to change it for as long as the table is borrowed.
    #[must_use]
    pub fn into_mut(self) -> &'t mut Value {
        self.0.into_mut()
    }

    /// Sets the value and returns the one before.
    pub fn insert(&mut self, value: Value) -> Value {
        self.0.insert(value)
    }

    /// Takes the key out and returns its value; the order of the others stays.
    #[expect(clippy::must_use_candidate, reason = "removing may be the point")]
    pub fn remove(self) -> Value {
        self.0.shift_remove()
    }
}

impl<'t> VacantEntry<'t> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.key()
    }

    /// The key, owned.
    #[must_use]
    pub fn into_key(self) -> String {
        self.0.into_key()
    }

    /// Inserts the key at the end of the table.
    #[expect(clippy::must_use_candidate, reason = "inserting may be the point")]
    pub fn insert(self, value: Value) -> &'t mut Value {
        self.0.insert(value)
    }
}

impl<'t> From<map::Entry<'t, String, Value>> for Entry<'t> {
    fn from(entry: map::Entry<'t, String, Value>) -> Self {
        match entry {
            map::Entry::Occupied(entry) => Self::Occupied(OccupiedEntry(entry)),
            map::Entry::Vacant(entry) => Self::Vacant(VacantEntry(entry)),
        }
    }
}
