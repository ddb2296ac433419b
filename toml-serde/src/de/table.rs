//! The keys and values of a table.

use std::borrow::Cow;

use std::marker::PhantomData;

use serde_core::de::{Deserialize, DeserializeSeed, IntoDeserializer, MapAccess};

use super::Error;
use super::handed;
use super::key::NodeKeyDeserializer;
use super::locate;
use super::node::{Entry, Key, Node};
use super::value::{Rare, read, read_stand_in, unboxed};
use super::watch::StandIn;

/// A table on its way to a visitor.
pub(crate) struct TableAccess<'de, N: Node<'de>> {
    table: N,
    rest: N::Entries,
    /// The entry whose value is next.
    entry: Option<N::Entry>,
    /// How many items were handed to buffers, those of the table included.
    handed: usize,
    /// How many of them are not the table's.
    scope: usize,
    /// The names of the struct that is being read.
    fields: Option<&'static [&'static str]>,
    /// How many of the keys that are to be made up were handed out.
    made_up: usize,
    /// The value of the one that was handed out last.
    stand_in: Option<StandIn>,
}

impl<'de, N: Node<'de>> TableAccess<'de, N> {
    #[inline]
    pub(super) fn new(table: N, fields: Option<&'static [&'static str]>) -> Self {
        let handed = handed::count();
        Self {
            table,
            rest: table.entries(),
            entry: None,
            handed,
            scope: handed,
            fields,
            made_up: 0,
            stand_in: None,
        }
    }

    /// The next entry that is not to be left out.
    #[inline]
    fn next_entry(&mut self) -> Option<N::Entry> {
        match self.table.watch() {
            None => self.rest.next(),
            Some(_) => self.next_watched(),
        }
    }

    #[cold]
    #[inline(never)]
    fn next_watched(&mut self) -> Option<N::Entry> {
        let watch = self.table.watch()?;
        self.rest.find(|entry| {
            !watch.leaves_out_key(entry.key().span()) && !watch.leaves_out(entry.value())
        })
    }

    /// A value that serde keeps in a buffer until it has seen the whole table.
    fn buffered_value<V: DeserializeSeed<'de>>(
        &mut self,
        entry: N::Entry,
        seed: V,
    ) -> Result<V::Value, Error> {
        let (key, value) = (entry.key(), entry.value());
        key.hand_out(self.table.span(), self.scope);
        let result = read(value, seed);
        self.handed = handed::count();
        result.map_err(|error| error.in_key(key.as_str()))
    }

    /// An error of an entry's value.
    #[cold]
    #[inline(never)]
    fn failed(&self, error: Error, entry: N::Entry) -> Error {
        handed::restore(self.handed, self.scope);
        error.in_key(entry.key().as_str())
    }

    /// Another key that the table lacks and is thought to have.
    #[cold]
    fn next_made_up<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let watch = self.table.watch();
        let made_up = watch.and_then(|watch| watch.made_up(self.table.span(), self.made_up));
        let Some((key, stand_in)) = made_up else {
            return Ok(None);
        };
        self.made_up += 1;
        self.stand_in = Some(stand_in);
        seed.deserialize(Cow::Borrowed(key).into_deserializer())
            .map(Some)
    }

    /// The value of a key that was made up.
    #[cold]
    fn made_up_value<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Rare<V::Value> {
        match (self.table.watch(), self.stand_in.take()) {
            (Some(watch), Some(stand_in)) => read_stand_in(watch, stand_in, seed),
            _ => Err(Error::value_before_key()),
        }
    }
}

#[expect(
    clippy::inline_always,
    reason = "what is read then goes from registers to its place"
)]
impl<'de, N: Node<'de>> MapAccess<'de> for TableAccess<'de, N> {
    type Error = Error;

    #[inline]
    fn next_key<K: Deserialize<'de>>(&mut self) -> Result<Option<K>, Error> {
        self.next_key_seed(PhantomData)
    }

    #[inline(always)]
    fn next_value<V: Deserialize<'de>>(&mut self) -> Result<V, Error> {
        self.next_value_seed(PhantomData)
    }

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let next = self.next_entry();
        self.entry = next;
        let Some(entry) = next else {
            return match self.table.watch() {
                None => Ok(None),
                Some(_) => self.next_made_up(seed),
            };
        };
        let key = entry.key().among(self.fields);
        match seed.deserialize(NodeKeyDeserializer(key)) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(locate::placed_at_key(error, key, self.table.watch())),
        }
    }

    #[inline(always)]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some(entry) = self.entry else {
            return unboxed(self.made_up_value(seed));
        };
        if let Some(watch) = self.table.watch() {
            watch.enter(entry.key(), self.fields);
        }
        if handed::is_buffer::<V>() {
            return self.buffered_value(entry, seed);
        }
        match read(entry.value(), seed) {
            Ok(value) => {
                handed::restore(self.handed, self.scope);
                Ok(value)
            }
            Err(error) => Err(self.failed(error, entry)),
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.rest.size_hint().1
    }
}
