//! A date-time as the one-key table by which serde's data model carries it.

use std::marker::PhantomData;

use serde_core::de::value::BorrowedStrDeserializer;
use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use toml_core::de::DATETIME_FIELD;

use super::Error;
use super::node::Node;

/// A date-time on its way to a visitor.
pub(super) struct DatetimeAccess<'de, N> {
    node: Option<N>,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, N: Node<'de>> DatetimeAccess<'de, N> {
    pub(super) fn new(node: N) -> Self {
        Self {
            node: Some(node),
            lifetime: PhantomData,
        }
    }
}

impl<'de, N: Node<'de>> MapAccess<'de> for DatetimeAccess<'de, N> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        if self.node.is_none() {
            return Ok(None);
        }
        seed.deserialize(BorrowedStrDeserializer::new(DATETIME_FIELD))
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.node.take() {
            Some(node) => seed.deserialize(TextDeserializer(node)),
            None => Err(Error::value_before_key()),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::from(self.node.is_some()))
    }
}

/// The text of a date-time.
struct TextDeserializer<N>(N);

impl<'de, N: Node<'de>> Deserializer<'de> for TextDeserializer<N> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.visit_datetime_text(visitor)
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}
