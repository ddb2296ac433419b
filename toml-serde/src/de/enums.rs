//! Variants of enums: a string, or a table whose one key is the variant's name.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Error as _, IgnoredAny, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use toml_core::Kind;
use toml_core::de::{NO_CONTENT, element_number};

use super::Error;
use super::key::NodeKeyDeserializer;
use super::locate;
use super::node::{Entry, Key, Node};
use super::value::{NodeDeserializer, read};

/// A string that names a variant.
pub(super) struct UnitVariant<N>(pub(super) N);

/// A table with one key that names a variant, and what the variant holds.
pub(super) struct TableVariant<'de, N: Node<'de>> {
    entry: N::Entry,
    variants: &'static [&'static str],
}

impl<'de, N: Node<'de>> TableVariant<'de, N> {
    pub(super) fn of(table: N, variants: &'static [&'static str]) -> Result<Self, Error> {
        let mut entries = table.entries();
        match (entries.next(), entries.next()) {
            (Some(entry), None) => Ok(Self { entry, variants }),
            (None, _) => Err(Error::no_variant_name()),
            (Some(_), Some(second)) => {
                let second = second.key();
                let error = Error::second_variant_name(second.as_str());
                Err(match second.span() {
                    Some(span) => error.at(span),
                    None => error,
                })
            }
        }
    }
}

impl<'de, N: Node<'de>> EnumAccess<'de> for UnitVariant<N> {
    type Error = Error;
    type Variant = UnitOnly<N>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, UnitOnly<N>), Error> {
        let name = seed.deserialize(NodeDeserializer(self.0))?;
        Ok((name, UnitOnly(self.0)))
    }
}

impl<'de, N: Node<'de>> EnumAccess<'de> for TableVariant<'de, N> {
    type Error = Error;
    type Variant = Content<'de, N>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Content<'de, N>), Error> {
        let (key, content) = (self.entry.key(), self.entry.value());
        let key = key.among(Some(self.variants));
        match seed.deserialize(NodeKeyDeserializer(key)) {
            Ok(name) => Ok((name, Content { entry: self.entry })),
            Err(error) => Err(locate::placed_at_key(error, key, content.watch())),
        }
    }
}

/// A variant that was named by a string, and so holds nothing.
pub(super) struct UnitOnly<N>(N);

impl<'de, N: Node<'de>> UnitOnly<N> {
    #[cold]
    fn holds_values<T>(self) -> Result<T, Error> {
        let name = self.0.text();
        let message = format!("variant `{name}` holds values; write `{{ {name} = … }}`");
        Err(Error::custom(message))
    }
}

impl<'de, N: Node<'de>> VariantAccess<'de> for UnitOnly<N> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _seed: T) -> Result<T::Value, Error> {
        self.holds_values()
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _length: usize,
        _visitor: V,
    ) -> Result<V::Value, Error> {
        self.holds_values()
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Error> {
        self.holds_values()
    }
}

/// What a variant holds.
pub(super) struct Content<'de, N: Node<'de>> {
    entry: N::Entry,
}

impl<'de, N: Node<'de>> VariantAccess<'de> for Content<'de, N> {
    type Error = Error;

    /// A unit variant may hold an empty table or array.
    fn unit_variant(self) -> Result<(), Error> {
        self.read(Unit)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        self.read(seed)
    }

    /// An array of the variant's length, or a table with the keys `0`, `1` and so on.
    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        match self.entry.value().kind() {
            Kind::Table => self.read(Numbered(visitor)),
            _ => self.read(Tuple { length, visitor }),
        }
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.read(Struct { fields, visitor })
    }
}

impl<'de, N: Node<'de>> Content<'de, N> {
    fn read<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        read(self.entry.value(), seed).map_err(|error| error.in_key(self.entry.key().as_str()))
    }
}

/// Reads a tuple variant from an array.
struct Tuple<V> {
    length: usize,
    visitor: V,
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Tuple<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_tuple(self.length, self.visitor)
    }
}

/// Reads a struct variant.
struct Struct<V> {
    fields: &'static [&'static str],
    visitor: V,
}

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Struct<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_struct("", self.fields, self.visitor)
    }
}

/// Reads nothing, from what is empty.
struct Unit;

impl<'de> DeserializeSeed<'de> for Unit {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unit {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(NO_CONTENT)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        match array.next_element::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<(), A::Error> {
        match table.next_key::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

/// Reads a tuple variant from a table whose keys number the elements.
struct Numbered<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Numbered<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Numbered<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(NumberedAccess { table, index: 0 })
    }
}

/// The values of a table as the elements of an array.
struct NumberedAccess<A> {
    table: A,
    index: usize,
}

impl<'de, A: MapAccess<'de>> SeqAccess<'de> for NumberedAccess<A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        let Some(key) = self.table.next_key::<Cow<'de, str>>()? else {
            return Ok(None);
        };
        if key != self.index.to_string() {
            let expected = element_number(self.index);
            return Err(A::Error::invalid_value(
                Unexpected::Str(&key),
                &expected.as_str(),
            ));
        }
        self.index += 1;
        self.table.next_value_seed(seed).map(Some)
    }
}
