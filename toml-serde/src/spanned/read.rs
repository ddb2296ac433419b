//! How `Spanned` gets its span: from our deserializer, or behind serde's back.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserialize, Deserializer, Error as _, SeqAccess, Visitor};

use toml_core::Span;

use super::Spanned;
use super::captured::Captured;
use crate::de::Error;
use crate::de::node::Node;
use crate::de::protocol;
use crate::de::value::NodeDeserializer;

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_noting(deserializer, |_| {})
    }
}

/// Reads a value with its span, which is told before the value is read.
pub(crate) fn deserialize_noting<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
    note: fn(Span),
) -> Result<Spanned<T>, D::Error> {
    let visitor = SpannedVisitor {
        note,
        value: PhantomData,
    };
    deserializer.deserialize_newtype_struct(protocol::SPANNED, visitor)
}

struct SpannedVisitor<T> {
    note: fn(Span),
    value: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for SpannedVisitor<T> {
    type Value = Spanned<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with a span")
    }

    /// Our own deserializer gives the start, the end, and the value.
    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Spanned<T>, A::Error> {
        let missing = || A::Error::custom("the value has no span");
        let start = parts.next_element::<u32>()?.ok_or_else(missing)?;
        let end = parts.next_element::<u32>()?.ok_or_else(missing)?;
        (self.note)(Span::new(start, end));
        let value = parts.next_element()?.ok_or_else(missing)?;
        Ok(Spanned::new(start as usize..end as usize, value))
    }

    /// Any other deserializer reads from a buffer, or from something that is no document.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Spanned<T>, D::Error> {
        let mut captured = Captured::deserialize(deserializer)?;
        captured.locate();
        let Some(span) = (&captured).span() else {
            return Err(D::Error::custom(
                "a span is known only where a document is read by toml-serde",
            ));
        };
        (self.note)(span);
        let value = T::deserialize(NodeDeserializer(&captured)).map_err(Error::into_other)?;
        Ok(Spanned::new(span.range(), value))
    }
}
