//! The elements of an array and the entries of a table, on their way to a visitor.

use alloc::{string::String, vec};

use serde_core::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::{Error, KeyDeserializer};
use crate::value::{Array, IntoIter};
use crate::{Table, Value};

/// An array.
pub(super) struct ElementAccess {
    rest: vec::IntoIter<Value>,
    /// The 0-based index of the next element.
    index: usize,
}

impl ElementAccess {
    pub(super) fn new(array: Array) -> Self {
        Self {
            rest: array.into_iter(),
            index: 0,
        }
    }

    pub(super) fn remaining(&self) -> usize {
        self.rest.len()
    }
}

impl<'de> SeqAccess<'de> for ElementAccess {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(element) = self.rest.next() else {
            return Ok(None);
        };
        let index = self.index;
        self.index += 1;
        match seed.deserialize(element) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error.in_index(index)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.remaining())
    }
}

/// A table.
pub(super) struct EntryAccess {
    rest: IntoIter<String, Value>,
    /// The entry whose value is next. Its key stays here, to tell errors where they are.
    entry: Option<(String, Value)>,
}

impl EntryAccess {
    pub(super) fn new(table: Table) -> Self {
        Self {
            rest: table.into_iter(),
            entry: None,
        }
    }

    pub(super) fn remaining(&self) -> usize {
        self.rest.len()
    }
}

impl<'de> MapAccess<'de> for EntryAccess {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some(entry) = self.rest.next() else {
            return Ok(None);
        };
        let (key, _) = self.entry.insert(entry);
        match seed.deserialize(KeyDeserializer::transient(key)) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error.in_key(key)),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some((key, value)) = self.entry.take() else {
            return Err(Error::value_before_key());
        };
        seed.deserialize(value).map_err(|error| error.in_key(&key))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.remaining())
    }
}
