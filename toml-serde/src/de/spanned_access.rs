//! A span's start, its end, and what is there: what `Spanned` reads.

use std::marker::PhantomData;

use serde_core::de::value::BorrowedStrDeserializer;
use serde_core::de::{DeserializeSeed, Error as _, IntoDeserializer, MapAccess, SeqAccess};
use toml_core::Span;

use super::key::NodeKeyDeserializer;
use super::node::{Key, Node};
use super::value::read;
use super::{Error, protocol};

/// A value or key with its span, on its way to a visitor.
pub(super) struct SpannedAccess<'de, T> {
    span: Option<Span>,
    item: T,
    /// How many of the three parts were handed out.
    step: usize,
    lifetime: PhantomData<&'de ()>,
}

/// What is read behind the span.
pub(super) trait Item<'de> {
    fn read<S: DeserializeSeed<'de>>(&self, seed: S) -> Result<S::Value, Error>;
}

/// A value.
pub(super) struct ValueItem<N>(N);

/// A key.
pub(super) struct KeyItem<K>(K);

impl<'de, N: Node<'de>> SpannedAccess<'de, ValueItem<N>> {
    pub(super) fn of_value(node: N) -> Self {
        Self::new(node.span(), ValueItem(node))
    }
}

impl<'de, K: Key<'de>> SpannedAccess<'de, KeyItem<K>> {
    pub(super) fn of_key(key: K) -> Self {
        Self::new(key.span(), KeyItem(key))
    }
}

impl<'de, N: Node<'de>> Item<'de> for ValueItem<N> {
    fn read<S: DeserializeSeed<'de>>(&self, seed: S) -> Result<S::Value, Error> {
        read(self.0, seed)
    }
}

impl<'de, K: Key<'de>> Item<'de> for KeyItem<K> {
    fn read<S: DeserializeSeed<'de>>(&self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(NodeKeyDeserializer(self.0))
    }
}

impl<'de, T: Item<'de>> SpannedAccess<'de, T> {
    fn new(span: Option<Span>, item: T) -> Self {
        Self {
            span,
            item,
            step: 0,
            lifetime: PhantomData,
        }
    }

    fn next<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let span = self
            .span
            .ok_or_else(|| Error::custom("the value has no span"))?;
        self.step += 1;
        match self.step {
            1 => seed.deserialize(span.start.into_deserializer()),
            2 => seed.deserialize(span.end.into_deserializer()),
            _ => self.item.read(seed),
        }
    }
}

/// For our own `Spanned`.
impl<'de, T: Item<'de>> SeqAccess<'de> for SpannedAccess<'de, T> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        match self.step {
            0..3 => self.next(seed).map(Some),
            _ => Ok(None),
        }
    }
}

/// For the `Spanned` of the crate `serde_spanned`.
impl<'de, T: Item<'de>> MapAccess<'de> for SpannedAccess<'de, T> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        match protocol::FOREIGN_FIELDS.get(self.step) {
            Some(field) => seed
                .deserialize(BorrowedStrDeserializer::new(field))
                .map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        self.next(seed)
    }
}
