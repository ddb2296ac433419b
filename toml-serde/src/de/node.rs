//! What the deserializer reads from: a value of a document, or one that serde has buffered.

use serde_core::de::{DeserializeSeed, Visitor};
use toml_core::de::KeyDeserializer;
use toml_core::{Datetime, Kind, Span};

use super::Error;
use super::value::NodeDeserializer;
use super::watch::Watch;

/// What a type asks for, where a value may be read as one kind or another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Whatever it is.
    Any,
    Boolean,
    /// An integer or a float.
    Number,
    Array,
    /// A table, or a date-time, which serde takes for one.
    Table,
    /// Text as it is.
    Text,
}

impl Wanted {
    /// What a type asks for that takes values of one kind.
    #[inline]
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::String => Self::Text,
            Kind::Integer | Kind::Float => Self::Number,
            Kind::Boolean => Self::Boolean,
            Kind::Array => Self::Array,
            Kind::Table | Kind::Datetime => Self::Table,
            Kind::Error => Self::Any,
        }
    }
}

/// A value with its place. Cheap to copy, like a reference.
pub(crate) trait Node<'de>: Copy {
    /// A key of a table, and its value.
    type Entry: Entry<'de, Value = Self>;
    /// The keys and values of a table in file order; none for other values.
    type Entries: Iterator<Item = Self::Entry>;
    /// The elements of an array in file order; to be asked of arrays only.
    type Elements: Iterator<Item = Self>;
    /// Whether serde has had the value in a buffer, so that nobody knows the path that leads to it.
    const IS_BUFFERED: bool;

    /// What to read where a type asks for `wanted`: the value itself, unless it is text that stands for values of
    /// other kinds, as that of an environment variable.
    #[inline]
    fn resolved(self, _wanted: Wanted) -> Self {
        self
    }

    /// The text of a string as an enum with these variants names it, where its spelling does not decide.
    #[inline]
    fn among(self, _variants: &'static [&'static str]) -> Self {
        self
    }

    /// Hands the value to a seed, as a deserializer; it may be that of another node that is read faster.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "what is read then goes from registers to its place"
    )]
    fn seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(NodeDeserializer(self))
    }

    /// What the value is.
    fn kind(self) -> Kind;
    /// Where it stands.
    fn span(self) -> Option<Span>;
    /// See [`Node::Entries`].
    fn entries(self) -> Self::Entries;
    /// See [`Node::Elements`].
    fn elements(self) -> Self::Elements;
    /// The text of a string.
    fn text(&self) -> &str;
    /// The text of a string that stands in the source as it is.
    fn borrowed_text(self) -> Option<&'de str>;
    /// Hands the text of a string to a visitor, borrowed from the source where it stands there.
    fn visit_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error>;
    /// Hands an integer to a visitor, in the narrowest of `i64`, `u64`, `i128` and `u128`.
    fn visit_integer<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error>;
    /// The value of an integer that fits in 128 bits.
    fn integer(self) -> Option<i128>;
    /// The value of a float.
    fn float(self) -> f64;
    /// The value of a boolean.
    fn boolean(self) -> bool;
    /// The value of a date-time.
    fn datetime(self) -> Option<Datetime>;
    /// Hands the text of a date-time to a visitor, as RFC 3339 has it.
    fn visit_datetime_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error>;
    /// What else is to be done while reading; `None` nearly always.
    fn watch(&self) -> Option<&Watch>;
    /// Tells that serde is about to buffer the value, and so will lose its place.
    fn hand_out(self);
}

/// A key with its value.
pub(crate) trait Entry<'de>: Copy {
    /// See [`Key`].
    type Key: Key<'de>;
    /// See [`Node`].
    type Value;

    fn key(self) -> Self::Key;
    fn value(self) -> Self::Value;
}

/// A key with its place.
pub(crate) trait Key<'de>: Copy {
    /// The key as a struct with these fields names it, where its spelling does not decide.
    #[inline]
    fn among(self, _fields: Option<&'static [&'static str]>) -> Self {
        self
    }

    /// The decoded text.
    fn as_str(&self) -> &str;
    /// Where it stands, quotes included.
    fn span(self) -> Option<Span>;
    /// The text on its way to a visitor, borrowed from the source where it stands there.
    fn deserializer(&self) -> KeyDeserializer<'de, '_>;
    /// Tells that serde is about to buffer the value of this key of the table at `owner`, whose items
    /// begin with number `scope`.
    fn hand_out(self, owner: Option<Span>, scope: usize);
}
