//! The deserializer of one value, whatever it is read from.

use serde_core::de::{self, DeserializeSeed, Deserializer, Error as _, Unexpected, Visitor};
use toml_core::Kind;
use toml_core::de::{DATETIME_NAME, VARIANT};

use super::array::ArrayAccess;
use super::datetime::DatetimeAccess;
use super::enums::{TableVariant, UnitVariant};
use super::handed;
use super::locate;
use super::node::{Node, Wanted};
use super::spanned_access::SpannedAccess;
use super::table::TableAccess;
use super::watch::{StandIn, Watch};
use super::{Error, protocol};

/// A value, ready to be read as any type.
pub(crate) struct NodeDeserializer<N>(pub(crate) N);

/// The result of a rare call, in two words. One that writes its value to memory would have the usual value go
/// through memory too, which costs more than to read it.
pub(super) type Rare<T> = Result<Box<T>, Error>;

#[inline]
pub(super) fn unboxed<T>(result: Rare<T>) -> Result<T, Error> {
    match result {
        Ok(value) => Ok(*value),
        Err(error) => Err(error),
    }
}

/// Reads a value; an error gets the value's place, unless it has one of its own.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "what is read then goes from registers to its place"
)]
pub(crate) fn read<'de, N: Node<'de>, S: DeserializeSeed<'de>>(
    node: N,
    seed: S,
) -> Result<S::Value, Error> {
    if let Some(watch) = node.watch()
        && let Some(stand_in) = watch.replacement(node)
    {
        return unboxed(read_stand_in(watch, stand_in, seed));
    }
    match node.seed(seed) {
        Ok(value) => Ok(value),
        Err(error) => Err(locate::placed(error, node)),
    }
}

/// Reads a placeholder in place of a value.
#[cold]
#[inline(never)]
pub(super) fn read_stand_in<'de, S: DeserializeSeed<'de>>(
    watch: &Watch,
    stand_in: StandIn,
    seed: S,
) -> Rare<S::Value> {
    let result = seed.deserialize(stand_in.placeholder);
    if result.is_err() {
        watch.reject(stand_in);
    }
    result.map(Box::new)
}

impl<'de, N: Node<'de>> NodeDeserializer<N> {
    #[inline]
    fn visit_table<V: Visitor<'de>>(
        self,
        fields: Option<&'static [&'static str]>,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match visitor.visit_map(TableAccess::new(self.0, fields)) {
            Ok(value) => Ok(value),
            Err(error) => Err(locate::placed_inside(error, self.0)),
        }
    }

    #[inline]
    fn visit_array<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match visitor.visit_seq(ArrayAccess::new(self.0)) {
            Ok(value) => Ok(value),
            Err(error) => Err(locate::placed_inside(error, self.0)),
        }
    }

    #[inline]
    fn visit_scalar<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let node = self.0;
        match node.kind() {
            Kind::String => node.visit_text(visitor),
            Kind::Integer => node.visit_integer(visitor),
            Kind::Float => visitor.visit_f64(node.float()),
            Kind::Boolean => visitor.visit_bool(node.boolean()),
            Kind::Datetime => visitor.visit_map(DatetimeAccess::new(node)),
            Kind::Array | Kind::Table | Kind::Error => {
                Err(Error::custom("the value could not be read"))
            }
        }
    }
}

/// What is not of the kind that was asked for. That of the visitor's methods which takes the right kind is not
/// called again here: with a single call it can become part of its caller.
impl<'de, N: Node<'de>> NodeDeserializer<N> {
    #[cold]
    #[inline(never)]
    fn visit_other<V: Visitor<'de>>(self, visitor: V) -> Rare<V::Value> {
        self.deserialize_any(visitor).map(Box::new)
    }

    /// What is no table. A date-time is a table only to the struct that stands for one.
    #[cold]
    #[inline(never)]
    fn visit_no_table<V: Visitor<'de>>(self, name: &str, visitor: V) -> Rare<V::Value> {
        prepare_for::<V, N>(self.0);
        let result = match self.0.kind() {
            Kind::Array => self.visit_array(visitor),
            Kind::Datetime if name != DATETIME_NAME => {
                Err(Error::invalid_type(Unexpected::Map, &visitor))
            }
            _ => self.visit_scalar(visitor),
        };
        result.map(Box::new)
    }

    #[cold]
    #[inline(never)]
    fn visit_no_array<V: Visitor<'de>>(self, visitor: V) -> Rare<V::Value> {
        prepare_for::<V, N>(self.0);
        let result = match self.0.kind() {
            Kind::Table => self.visit_table(None, visitor),
            _ => self.visit_scalar(visitor),
        };
        result.map(Box::new)
    }

    /// What is no text that stands in the source as it is.
    #[cold]
    #[inline(never)]
    fn visit_no_plain_text<V: Visitor<'de>>(self, visitor: V) -> Rare<V::Value> {
        let result = match self.0.kind() {
            Kind::String => self.0.visit_text(visitor),
            Kind::Datetime => self.0.visit_datetime_text(visitor),
            _ => self.deserialize_any(visitor),
        };
        result.map(Box::new)
    }
}

/// Methods that take one kind of value as it is and leave the others to `deserialize_any`.
macro_rules! direct {
    ($($method:ident: $kind:ident => $call:expr,)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let node = self.0.resolved(Wanted::of(Kind::$kind));
            if node.kind() != Kind::$kind {
                return unboxed(self.visit_other(visitor));
            }
            let call: fn(N, V) -> Result<V::Value, Error> = $call;
            call(node, visitor)
        }
    )*};
}

impl<'de, N: Node<'de>> Deserializer<'de> for NodeDeserializer<N> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let this = Self(self.0.resolved(Wanted::Any));
        prepare_for::<V, N>(this.0);
        match this.0.kind() {
            Kind::Array => this.visit_array(visitor),
            Kind::Table => this.visit_table(None, visitor),
            _ => this.visit_scalar(visitor),
        }
    }

    direct! {
        deserialize_bool: Boolean => |node, visitor| visitor.visit_bool(node.boolean()),
        deserialize_i8: Integer => N::visit_integer,
        deserialize_i16: Integer => N::visit_integer,
        deserialize_i32: Integer => N::visit_integer,
        deserialize_i64: Integer => N::visit_integer,
        deserialize_i128: Integer => N::visit_integer,
        deserialize_u8: Integer => N::visit_integer,
        deserialize_u16: Integer => N::visit_integer,
        deserialize_u32: Integer => N::visit_integer,
        deserialize_u64: Integer => N::visit_integer,
        deserialize_u128: Integer => N::visit_integer,
        deserialize_f32: Float => |node, visitor| visitor.visit_f64(node.float()),
        deserialize_f64: Float => |node, visitor| visitor.visit_f64(node.float()),
        deserialize_char: String => N::visit_text,
        deserialize_identifier: String => N::visit_text,
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let this = Self(self.0.resolved(Wanted::Array));
        match this.0.kind() {
            Kind::Array => this.visit_array(visitor),
            _ => unboxed(this.visit_no_array(visitor)),
        }
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let this = Self(self.0.resolved(Wanted::Table));
        match this.0.kind() {
            Kind::Table => this.visit_table(None, visitor),
            _ => unboxed(this.visit_no_table("", visitor)),
        }
    }

    /// A date-time is read as its text, since the type asks for text.
    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.borrowed_text() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => unboxed(self.visit_no_plain_text(visitor)),
        }
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    /// The bytes of a string, or an array of integers.
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.kind() {
            Kind::String => self.0.visit_text(BytesOf(visitor)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    /// What is there is `Some`; TOML has no null.
    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == protocol::SPANNED {
            return visitor.visit_seq(SpannedAccess::of_value(self.0));
        }
        visitor.visit_newtype_struct(self)
    }

    /// An array with more elements than the tuple is an error, as these would get lost.
    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let this = Self(self.0.resolved(Wanted::Array));
        if this.0.kind() != Kind::Array {
            return unboxed(this.visit_no_array(visitor));
        }
        let found = this.0.elements().size_hint().0;
        if found > length {
            return Err(Error::too_long(found, length));
        }
        this.visit_array(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == protocol::FOREIGN_SPANNED {
            return visitor.visit_map(SpannedAccess::of_value(self.0));
        }
        let this = Self(self.0.resolved(Wanted::Table));
        match this.0.kind() {
            Kind::Table => this.visit_table(Some(fields), visitor),
            _ => unboxed(this.visit_no_table(name, visitor)),
        }
    }

    /// A string is a unit variant; a table with one key is that variant.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let node = self.0.resolved(Wanted::Table);
        match node.kind() {
            Kind::String => visitor.visit_enum(UnitVariant(node.among(variants))),
            Kind::Table => visitor.visit_enum(TableVariant::of(node, variants)?),
            kind => Err(Error::invalid_type(unexpected(node, kind), &VARIANT)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let Some(watch) = self.0.watch() {
            watch.ignored();
        }
        visitor.visit_unit()
    }
}

impl<'de, N: Node<'de>> de::IntoDeserializer<'de, Error> for NodeDeserializer<N> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Notes a value that serde buffers, and forgets the errors of what was buffered before.
#[inline]
fn prepare_for<'de, V, N: Node<'de>>(node: N) {
    if !N::IS_BUFFERED {
        super::forget_discarded();
    }
    if handed::is_buffer::<V>() {
        node.hand_out();
    }
}

fn unexpected<'n, 'de, N: Node<'de>>(node: N, kind: Kind) -> Unexpected<'n> {
    match kind {
        Kind::Integer => match node.integer().map(i64::try_from) {
            Some(Ok(integer)) => Unexpected::Signed(integer),
            _ => Unexpected::Other("integer"),
        },
        Kind::Float => Unexpected::Float(node.float()),
        Kind::Boolean => Unexpected::Bool(node.boolean()),
        Kind::Array => Unexpected::Seq,
        Kind::Datetime => Unexpected::Other("date-time"),
        _ => Unexpected::Other("value"),
    }
}

/// Turns text into its bytes on the way to a visitor.
struct BytesOf<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for BytesOf<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.expecting(f)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.0.visit_borrowed_bytes(text.as_bytes())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<V::Value, E> {
        self.0.visit_bytes(text.as_bytes())
    }
}
