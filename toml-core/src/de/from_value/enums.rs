//! Variants of enums: a table whose one key is the variant's name.

use alloc::string::String;

use serde_core::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};

use super::{Error, KeyDeserializer, mismatch};
use crate::de::{NO_CONTENT, element_number};
use crate::value::IntoIter;
use crate::{Table, Value};

/// The name of a variant, and what the variant holds.
pub(super) struct TableVariant {
    name: String,
    content: Value,
}

impl TableVariant {
    pub(super) fn of(table: Table) -> Result<Self, Error> {
        let mut entries = table.into_iter();
        match (entries.next(), entries.next()) {
            (Some((name, content)), None) => Ok(Self { name, content }),
            (None, _) => Err(Error::no_variant_name()),
            (Some(_), Some((second, _))) => Err(Error::second_variant_name(&second)),
        }
    }
}

impl<'de> EnumAccess<'de> for TableVariant {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        match seed.deserialize(KeyDeserializer::transient(&self.name)) {
            Ok(name) => Ok((name, self)),
            Err(error) => Err(error.in_key(&self.name)),
        }
    }
}

impl<'de> VariantAccess<'de> for TableVariant {
    type Error = Error;

    /// A unit variant may hold an empty table or array.
    fn unit_variant(self) -> Result<(), Error> {
        self.read(|content| match content {
            Value::Array(array) if array.is_empty() => Ok(()),
            Value::Table(table) if table.is_empty() => Ok(()),
            other => Err(mismatch(&other, &NO_CONTENT)),
        })
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        self.read(|content| seed.deserialize(content))
    }

    /// An array of the variant's length, or a table with the keys `0`, `1` and so on.
    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.read(|content| match content {
            Value::Table(table) => visit_numbered(table, length, visitor),
            other => other.deserialize_tuple(length, visitor),
        })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.read(|content| content.deserialize_struct("", fields, visitor))
    }
}

impl TableVariant {
    fn read<T>(self, read: impl FnOnce(Value) -> Result<T, Error>) -> Result<T, Error> {
        read(self.content).map_err(|error| error.in_key(&self.name))
    }
}

/// Hands out the values of a table whose keys number them.
fn visit_numbered<'de, V: Visitor<'de>>(
    table: Table,
    length: usize,
    visitor: V,
) -> Result<V::Value, Error> {
    if table.len() > length {
        return Err(Error::too_long(table.len(), length));
    }
    for (index, key) in table.keys().enumerate() {
        if key.parse() != Ok(index) {
            let expected = element_number(index);
            let error = Error::invalid_value(Unexpected::Str(key), &expected.as_str());
            return Err(error.in_key(key));
        }
    }
    visitor.visit_seq(NumberedAccess(table.into_iter()))
}

/// The values of a table as the elements of an array.
struct NumberedAccess(IntoIter<String, Value>);

impl<'de> SeqAccess<'de> for NumberedAccess {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((key, value)) = self.0.next() else {
            return Ok(None);
        };
        match seed.deserialize(value) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error.in_key(&key)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}
