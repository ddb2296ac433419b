//! The deserializer of a key: text, or whatever the map's key type makes of text.

use serde_core::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Error as _, Unexpected, Visitor,
};

use super::enums::UnitOnly;
use super::node::Key;
use super::spanned_access::SpannedAccess;
use super::{Error, protocol};

/// A key, ready to be read as any type.
pub(super) struct NodeKeyDeserializer<K>(pub(super) K);

/// Methods that read the key's text as the type that is asked for.
macro_rules! parsed {
    ($($method:ident => $visit:ident $type:literal,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0.as_str().parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(Error::invalid_value(
                    Unexpected::Str(self.0.as_str()),
                    &concat!("a key that is ", $type),
                )),
            }
        }
    )*};
}

impl<'de, K: Key<'de>> Deserializer<'de> for NodeKeyDeserializer<K> {
    type Error = Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.visit(visitor)
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
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == protocol::SPANNED {
            return visitor.visit_seq(SpannedAccess::of_key(self.0));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == protocol::FOREIGN_SPANNED {
            return visitor.visit_map(SpannedAccess::of_key(self.0));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bytes(self.0.as_str().as_bytes())
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    serde_core::forward_to_deserialize_any! {
        char str string seq map unit ignored_any unit_struct tuple_struct tuple identifier
    }
}

impl<'de, K: Key<'de>> EnumAccess<'de> for NodeKeyDeserializer<K> {
    type Error = Error;
    type Variant = UnitOnly;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, UnitOnly), Error> {
        Ok((seed.deserialize(self)?, UnitOnly))
    }
}

impl<'de, K: Key<'de>> de::IntoDeserializer<'de, Error> for NodeKeyDeserializer<K> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
