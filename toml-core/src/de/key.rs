//! The deserializer of a key: text, or what the key type of a map makes of text.

#[cfg(test)]
mod tests;

use serde_core::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde_core::de::{Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};

use super::Error;

/// A key, ready to be read as text, an integer, a float, a boolean, a character, a unit variant,
/// or a newtype of these.
#[derive(Clone, Copy, Debug)]
pub struct KeyDeserializer<'de, 'k>(Text<'de, 'k>);

#[derive(Clone, Copy, Debug)]
enum Text<'de, 'k> {
    /// Lives as long as what is read.
    Borrowed(&'de str),
    /// Lives no longer than the call.
    Transient(&'k str),
}

impl<'de, 'k> KeyDeserializer<'de, 'k> {
    /// The key of a text that what is read may borrow from.
    #[must_use]
    #[inline]
    pub fn borrowed(key: &'de str) -> Self {
        Self(Text::Borrowed(key))
    }

    /// The key of a text that is to be copied.
    #[must_use]
    #[inline]
    pub fn transient(key: &'k str) -> Self {
        Self(Text::Transient(key))
    }

    /// The decoded text.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self.0 {
            Text::Borrowed(key) | Text::Transient(key) => key,
        }
    }
}

/// Methods that read the text as the type that is asked for.
macro_rules! parsed {
    ($($method:ident => $visit:ident $expected:literal,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.as_str().parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(Error::invalid_value(
                    Unexpected::Str(self.as_str()),
                    &concat!("a key that is ", $expected),
                )),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for KeyDeserializer<'de, '_> {
    type Error = Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Text::Borrowed(key) => visitor.visit_borrowed_str(key),
            Text::Transient(key) => visitor.visit_str(key),
        }
    }

    parsed! {
        deserialize_bool => visit_bool "a boolean",
        deserialize_i8 => visit_i8 "an i8",
        deserialize_i16 => visit_i16 "an i16",
        deserialize_i32 => visit_i32 "an i32",
        deserialize_i64 => visit_i64 "an i64",
        deserialize_i128 => visit_i128 "an i128",
        deserialize_u8 => visit_u8 "a u8",
        deserialize_u16 => visit_u16 "a u16",
        deserialize_u32 => visit_u32 "a u32",
        deserialize_u64 => visit_u64 "a u64",
        deserialize_u128 => visit_u128 "a u128",
        deserialize_f32 => visit_f32 "a float",
        deserialize_f64 => visit_f64 "a float",
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Text::Borrowed(key) => visitor.visit_enum(BorrowedStrDeserializer::new(key)),
            Text::Transient(key) => visitor.visit_enum(StrDeserializer::new(key)),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Text::Borrowed(key) => visitor.visit_borrowed_bytes(key.as_bytes()),
            Text::Transient(key) => visitor.visit_bytes(key.as_bytes()),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    serde_core::forward_to_deserialize_any! {
        char str string seq map struct unit ignored_any unit_struct tuple_struct tuple identifier
    }
}

impl<'de> IntoDeserializer<'de, Error> for KeyDeserializer<'de, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
