//! `["a", "b"]` or something else, such as `"a b"` or `{ workspace = true }`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{
    MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer, StringDeserializer,
};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use toml_spanner::{Kind, Toml};

/// An array of `T`, or a `U`, which is a table or a string.
#[derive(Clone, Debug, PartialEq, Serialize, Toml)]
#[serde(untagged)]
#[toml(Toml, untagged)]
pub(crate) enum ListOr<T, U = T> {
    /// An array.
    #[toml(final_if = |_context, item| item.kind() == Kind::Array)]
    List(Vec<T>),
    /// A table or a string.
    Other(U),
}

impl<'de, T, U> Deserialize<'de> for ListOr<T, U>
where
    T: Deserialize<'de>,
    U: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListOrVisitor(PhantomData))
    }
}

struct ListOrVisitor<T, U>(PhantomData<(T, U)>);

impl<'de, T, U> Visitor<'de> for ListOrVisitor<T, U>
where
    T: Deserialize<'de>,
    U: Deserialize<'de>,
{
    type Value = ListOr<T, U>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array, a table or a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        U::deserialize(StrDeserializer::new(text)).map(ListOr::Other)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        U::deserialize(StringDeserializer::new(text)).map(ListOr::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Self::Value, A::Error> {
        U::deserialize(MapAccessDeserializer::new(table)).map(ListOr::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<Self::Value, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(array)).map(ListOr::List)
    }
}
