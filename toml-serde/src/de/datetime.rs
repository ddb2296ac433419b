//! A date-time as the one-key table by which serde's data model carries it.

use std::marker::PhantomData;

use serde_core::de::value::BorrowedStrDeserializer;
use serde_core::de::{DeserializeSeed, MapAccess};

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
        let text = self.node.take().and_then(Node::datetime);
        let text = text
            .map(|datetime| datetime.to_string())
            .unwrap_or_default();
        seed.deserialize(serde_core::de::value::StringDeserializer::new(text))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::from(self.node.is_some()))
    }
}
