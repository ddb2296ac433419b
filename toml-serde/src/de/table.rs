//! The keys and values of a table.

use std::borrow::Cow;

use serde_core::de::{DeserializeSeed, IntoDeserializer, MapAccess};

use super::Error;
use super::handed::{self, Scope};
use super::key::NodeKeyDeserializer;
use super::node::{Key, Node};
use super::placeholder::Placeholder;
use super::value::read;

/// A table on its way to a visitor.
pub(crate) struct TableAccess<'de, N: Node<'de>> {
    table: N,
    rest: N::Entries,
    /// The entry whose value is next.
    entry: Option<(N::Key, N)>,
    /// The names of the struct that is being read.
    fields: Option<&'static [&'static str]>,
    /// How many of the keys that are to be made up were handed out, the one whose value is next included.
    made_up: usize,
}

impl<'de, N: Node<'de>> TableAccess<'de, N> {
    #[inline]
    pub(super) fn new(table: N, fields: Option<&'static [&'static str]>) -> Self {
        Self {
            table,
            rest: table.entries(),
            entry: None,
            fields,
            made_up: 0,
        }
    }

    /// The next entry that is not to be left out.
    #[inline]
    fn next_entry(&mut self) -> Option<(N::Key, N)> {
        match self.table.watch() {
            None => self.rest.next(),
            Some(watch) => self.rest.find(|(key, _)| !watch.leaves_out(key.span())),
        }
    }

    /// Another key that the table lacks and is to be thought to have.
    #[cold]
    fn next_made_up<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let key = self
            .table
            .watch()
            .and_then(|watch| watch.made_up_key(self.table.span(), self.made_up));
        let Some(key) = key else {
            return Ok(None);
        };
        self.made_up += 1;
        seed.deserialize(Cow::Borrowed(key).into_deserializer())
            .map(Some)
    }
}

impl<'de, N: Node<'de>> MapAccess<'de> for TableAccess<'de, N> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.entry = self.next_entry();
        let Some((key, _)) = self.entry else {
            return match self.table.watch() {
                None => Ok(None),
                Some(_) => self.next_made_up(seed),
            };
        };
        match seed.deserialize(NodeKeyDeserializer(key)) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(at_key(error, key)),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some((key, value)) = self.entry.take() else {
            return seed.deserialize(Placeholder::new());
        };
        if let Some(watch) = value.watch() {
            watch.enter(key, self.fields);
        }
        let result = if handed::is_buffer::<V>() {
            key.hand_out(self.table.span());
            read(value, seed)
        } else {
            let _scope = Scope::begin();
            read(value, seed)
        };
        match result {
            Ok(value) => Ok(value),
            Err(error) => Err(error.in_key(key.as_str())),
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.rest.size_hint().1
    }
}

/// An error about a key itself.
#[cold]
fn at_key<'de>(error: Error, key: impl Key<'de>) -> Error {
    match key.span() {
        Some(span) => error.at(span),
        None => error,
    }
    .in_key(key.as_str())
}
