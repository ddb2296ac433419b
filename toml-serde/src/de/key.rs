//! The deserializer of a key with its place.

use serde_core::de::{self, Deserializer, Visitor};

use super::node::Key;
use super::spanned_access::SpannedAccess;
use super::{Error, protocol};

/// A key, ready to be read as any type that [`KeyDeserializer`](toml_core::de::KeyDeserializer) knows, and with
/// its span.
pub(super) struct NodeKeyDeserializer<K>(pub(super) K);

/// Methods that the core has for a key's text.
macro_rules! forward {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.0.deserializer().$method(visitor)
        }
    )*};
}

impl<'de, K: Key<'de>> Deserializer<'de> for NodeKeyDeserializer<K> {
    type Error = Error;

    forward! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32
        deserialize_i64 deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char
        deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit
        deserialize_seq deserialize_map deserialize_identifier deserialize_ignored_any
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
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == protocol::FOREIGN_SPANNED {
            return visitor.visit_map(SpannedAccess::of_key(self.0));
        }
        self.0
            .deserializer()
            .deserialize_struct(name, fields, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0
            .deserializer()
            .deserialize_enum(name, variants, visitor)
    }

    serde_core::forward_to_deserialize_any! { unit_struct tuple_struct tuple }
}

impl<'de, K: Key<'de>> de::IntoDeserializer<'de, Error> for NodeKeyDeserializer<K> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
