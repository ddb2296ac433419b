//! Stands in for a value that is missing or wrong, so that the rest can be read and checked as well.
//!
//! It answers whatever it is asked for: a number, an empty text, the first variant. What comes of it is
//! thrown away; a type that does not take it gives an error that is not reported.

use serde_core::de::value::BorrowedStrDeserializer;
use serde_core::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::Error;

/// How deep placeholders may nest, which only types do that contain themselves.
const MAX_DEPTH: usize = 64;
/// After how many levels a placeholder tries the next variant of an enum.
const LEVELS_PER_VARIANT: usize = 4;

/// What is tried for text, one attempt after the other.
const TEXTS: [&str; 8] = [
    "",
    "a",
    "1",
    "127.0.0.1",
    "127.0.0.1:80",
    "1.0.0",
    "1970-01-01T00:00:00Z",
    "https://example.org",
];

/// A value that is not there.
#[derive(Clone, Copy)]
pub(crate) struct Placeholder {
    depth: usize,
    attempt: usize,
}

impl Placeholder {
    /// How many different placeholders there are.
    pub(crate) const ATTEMPTS: usize = TEXTS.len();

    /// A placeholder; attempts are counted from 0.
    pub(crate) fn new(attempt: usize) -> Self {
        Self { depth: 0, attempt }
    }

    fn text(self) -> &'static str {
        TEXTS[self.attempt % TEXTS.len()]
    }

    /// 1, 0, 2, 3 and so on: few types that take numbers do not take 1.
    fn number(self) -> u8 {
        match self.attempt {
            0 => 1,
            1 => 0,
            other => other as u8,
        }
    }

    fn deeper(self) -> Result<Self, Error> {
        if self.depth == MAX_DEPTH {
            return Err(Error::custom("the type contains itself"));
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self
        })
    }
}

/// Methods that hand a value to the visitor.
macro_rules! answer {
    ($self:ident: $($method:ident => $visit:ident($value:expr),)*) => {$(
        fn $method<V: Visitor<'de>>($self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit($value)
        }
    )*};
}

impl<'de> Deserializer<'de> for Placeholder {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    answer! {
        self:
        deserialize_bool => visit_bool(self.attempt % 2 == 1),
        deserialize_i8 => visit_i64(self.number().into()),
        deserialize_i16 => visit_i64(self.number().into()),
        deserialize_i32 => visit_i64(self.number().into()),
        deserialize_i64 => visit_i64(self.number().into()),
        deserialize_i128 => visit_i64(self.number().into()),
        deserialize_u8 => visit_u64(self.number().into()),
        deserialize_u16 => visit_u64(self.number().into()),
        deserialize_u32 => visit_u64(self.number().into()),
        deserialize_u64 => visit_u64(self.number().into()),
        deserialize_u128 => visit_u64(self.number().into()),
        deserialize_f32 => visit_f64(self.number().into()),
        deserialize_f64 => visit_f64(self.number().into()),
        deserialize_char => visit_char('a'),
        deserialize_str => visit_borrowed_str(self.text()),
        deserialize_string => visit_borrowed_str(self.text()),
        deserialize_identifier => visit_borrowed_str(self.text()),
        deserialize_bytes => visit_borrowed_bytes(self.text().as_bytes()),
        deserialize_byte_buf => visit_borrowed_bytes(self.text().as_bytes()),
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == super::protocol::SPANNED {
            return visitor.visit_seq(SpannedPlaceholder {
                step: 0,
                value: self.deeper()?,
            });
        }
        visitor.visit_newtype_struct(self.deeper()?)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Placeholders {
            left: 0,
            item: self,
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Placeholders {
            left: length,
            item: self.deeper()?,
        })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(Empty)
    }

    /// In the order of the fields, as their names include other names of the same field.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Placeholders::endless(self.deeper()?))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let last = variants.len().saturating_sub(1);
        let name = variants.get(last.min(self.depth / LEVELS_PER_VARIANT));
        visitor.visit_enum(Variant {
            name: name.copied().unwrap_or_default(),
            content: self.deeper()?,
        })
    }

    serde_core::forward_to_deserialize_any! { unit unit_struct ignored_any }
}

/// A number of placeholders.
struct Placeholders {
    left: usize,
    item: Placeholder,
}

impl Placeholders {
    /// As many as are asked for.
    fn endless(item: Placeholder) -> Self {
        Self {
            left: usize::MAX,
            item,
        }
    }
}

impl<'de> SeqAccess<'de> for Placeholders {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(self.item).map(Some)
    }

    /// None where the visitor may ask for as many as it likes, lest it makes room for them all.
    fn size_hint(&self) -> Option<usize> {
        (self.left < usize::MAX / 2).then_some(self.left)
    }
}

/// A placeholder with a span that is nowhere, so that nobody takes it for one of the document.
struct SpannedPlaceholder {
    step: u8,
    value: Placeholder,
}

impl<'de> SeqAccess<'de> for SpannedPlaceholder {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.step = self.step.saturating_add(1);
        match self.step {
            1 | 2 => seed.deserialize(u32::MAX.into_deserializer()).map(Some),
            _ => seed.deserialize(self.value).map(Some),
        }
    }
}

/// A table without keys.
struct Empty;

impl<'de> MapAccess<'de> for Empty {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        _seed: K,
    ) -> Result<Option<K::Value>, Error> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Placeholder::new(0))
    }
}

/// A variant of an enum.
struct Variant {
    name: &'static str,
    content: Placeholder,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name = BorrowedStrDeserializer::<Error>::new(self.name);
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.content)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.content.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.content.deserialize_struct("", fields, visitor)
    }
}
