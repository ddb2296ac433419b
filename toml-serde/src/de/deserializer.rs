//! `Deserializer` for documents and `ValueDeserializer` for values on their own.

use serde_core::de::{DeserializeSeed, IntoDeserializer, Visitor};
use toml_core::{Document, IntegerRange, LoneValue, ParseOptions};

use super::Error;
use super::document::{Context, DocumentNode};
use super::handed::{self, End, Reading};
use super::node::Node;
use super::tree::{DeTable, DeValue};
use super::value::read;
use super::watch::Watch;
use crate::Spanned;

/// How documents are parsed that are then read into Rust types.
///
/// Integers of any size are let through: whether one fits is for its type to say.
pub(crate) fn parse_options() -> ParseOptions {
    ParseOptions {
        integers: IntegerRange::Unlimited,
        ..ParseOptions::default()
    }
}

/// A document and its source.
///
/// What only ever reads documents goes by this type: by the public one, each type would be compiled twice.
pub(super) struct ParsedDocument<'de> {
    document: Document<'de>,
    source: &'de str,
}

/// A parsed document, to be read into a type.
///
/// ```
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Server<'s> {
///     host: &'s str,
///     port: u16,
/// }
///
/// let deserializer = toml_serde::Deserializer::parse("host = 'localhost'\nport = 8000")?;
/// let server = Server::deserialize(deserializer)?;
/// assert_eq!((server.host, server.port), ("localhost", 8000));
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
pub struct Deserializer<'de>(DocumentOr<'de>);

enum DocumentOr<'de> {
    Document(ParsedDocument<'de>),
    Tree(Box<Spanned<DeValue<'de>>>),
}

/// A parsed value that is no document, to be read into a type.
///
/// ```
/// use serde::Deserialize;
/// use toml_serde::de::ValueDeserializer;
///
/// let ports = Vec::<u16>::deserialize(ValueDeserializer::parse("[8000, 0x1F41]")?)?;
/// assert_eq!(ports, [8000, 8001]);
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
pub struct ValueDeserializer<'de>(ValueOr<'de>);

enum ValueOr<'de> {
    Value {
        value: LoneValue<'de>,
        source: &'de str,
    },
    Tree(Box<Spanned<DeValue<'de>>>),
}

impl<'de> ParsedDocument<'de> {
    #[inline]
    pub(super) fn parse(source: &'de str, options: ParseOptions) -> Result<Self, Error> {
        match options.parse(source) {
            Ok(document) => Ok(Self { document, source }),
            Err(error) => Err(Error::from(error).with_input(source)),
        }
    }

    pub(super) fn into_document(self) -> Document<'de> {
        self.document
    }

    pub(super) fn read<S: DeserializeSeed<'de>>(
        self,
        end: End,
        seed: S,
    ) -> Result<S::Value, Error> {
        let context = Context::new(self.document.root().as_value(), self.source);
        read_root(&context, end, seed)
    }
}

impl<'de> Deserializer<'de> {
    /// Parses a TOML 1.0 document.
    ///
    /// # Errors
    /// The first rule of TOML that the source breaks.
    #[inline]
    pub fn parse(source: &'de str) -> Result<Self, Error> {
        let parsed = ParsedDocument::parse(source, parse_options())?;
        Ok(Self(DocumentOr::Document(parsed)))
    }

    /// Parses a document; renamed to [`parse`](Self::parse).
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    #[deprecated(note = "renamed to `Deserializer::parse`")]
    pub fn new(source: &'de str) -> Result<Self, Error> {
        Self::parse(source)
    }

    fn read<S: DeserializeSeed<'de>>(self, end: End, seed: S) -> Result<S::Value, Error> {
        match self.0 {
            DocumentOr::Document(parsed) => parsed.read(end, seed),
            DocumentOr::Tree(root) => read_node(&*root, end, seed),
        }
    }
}

impl<'de> ValueDeserializer<'de> {
    /// Parses a TOML 1.0 value, as it stands behind `=`.
    ///
    /// # Errors
    /// The first rule of TOML that the source breaks.
    pub fn parse(source: &'de str) -> Result<Self, Error> {
        match parse_options().parse_value(source) {
            Ok(value) => Ok(Self(ValueOr::Value { value, source })),
            Err(error) => Err(Error::from(error).with_input(source)),
        }
    }

    /// Parses a value; renamed to [`parse`](Self::parse).
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    #[deprecated(note = "renamed to `ValueDeserializer::parse`")]
    pub fn new(source: &'de str) -> Result<Self, Error> {
        Self::parse(source)
    }

    fn read<S: DeserializeSeed<'de>>(self, end: End, seed: S) -> Result<S::Value, Error> {
        match self.0 {
            ValueOr::Value { value, source } => {
                let context = Context::new(value.value(), source);
                read_root(&context, end, seed)
            }
            ValueOr::Tree(value) => read_node(&*value, end, seed),
        }
    }
}

/// Its errors know spans, but not the source, and so no lines.
///
/// ```
/// use serde::Deserialize;
/// use toml_serde::de::{DeTable, Deserializer};
///
/// let mut table = DeTable::parse("port = 1\nports = 2")?;
/// table.get_mut().remove("port");
/// let rest = toml_serde::Table::deserialize(Deserializer::from(table))?;
/// assert_eq!(rest.to_string(), "ports = 2\n");
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
impl<'de> From<Spanned<DeTable<'de>>> for Deserializer<'de> {
    fn from(root: Spanned<DeTable<'de>>) -> Self {
        let span = root.span();
        let root = Spanned::new(span, DeValue::Table(root.into_inner()));
        Self(DocumentOr::Tree(Box::new(root)))
    }
}

/// Its errors know spans, but not the source, and so no lines.
impl<'de> From<Spanned<DeValue<'de>>> for ValueDeserializer<'de> {
    fn from(value: Spanned<DeValue<'de>>) -> Self {
        Self(ValueOr::Tree(Box::new(value)))
    }
}

impl<'de> IntoDeserializer<'de, Error> for Spanned<DeTable<'de>> {
    type Deserializer = Deserializer<'de>;

    fn into_deserializer(self) -> Deserializer<'de> {
        self.into()
    }
}

impl<'de> IntoDeserializer<'de, Error> for Spanned<DeValue<'de>> {
    type Deserializer = ValueDeserializer<'de>;

    fn into_deserializer(self) -> ValueDeserializer<'de> {
        self.into()
    }
}

/// Reads a value that is no part of another.
pub(crate) fn read_node<'de, N: Node<'de>, S: DeserializeSeed<'de>>(
    node: N,
    end: End,
    seed: S,
) -> Result<S::Value, Error> {
    let _reading = Reading::begin(end);
    read(node, seed)
}

/// Reads a document or lone value; an error gets the source.
pub(crate) fn read_root<'de, S: DeserializeSeed<'de>>(
    context: &Context<'_, 'de>,
    end: End,
    seed: S,
) -> Result<S::Value, Error> {
    match read_node(DocumentNode::root(context), end, seed) {
        Ok(value) => Ok(value),
        Err(error) => Err(error.with_input(context.source)),
    }
}

/// Reads a document and notes what a watch is to notice.
pub(crate) fn read_watched<'de, S: DeserializeSeed<'de>>(
    document: &Document<'_>,
    source: &'de str,
    watch: Watch,
    seed: S,
) -> (Result<S::Value, Error>, Watch) {
    let context = Context {
        watch: Some(&watch),
        ..Context::new(document.root().as_value(), source)
    };
    let result = read_root(&context, End::Read, seed);
    (result, watch)
}

/// Implements `serde::Deserializer` by calling the method of the same name on the root.
macro_rules! forward {
    ($type:ident: $($method:ident($($argument:ident: $kind:ty),*),)*) => {
        impl<'de> serde_core::Deserializer<'de> for $type<'de> {
            type Error = Error;

            $(
                fn $method<V: Visitor<'de>>(
                    self,
                    $($argument: $kind,)*
                    visitor: V,
                ) -> Result<V::Value, Error> {
                    struct Seed<V> {
                        $($argument: $kind,)*
                        visitor: V,
                    }

                    impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Seed<V> {
                        type Value = V::Value;

                        #[inline]
                        fn deserialize<D: serde_core::Deserializer<'de>>(
                            self,
                            deserializer: D,
                        ) -> Result<V::Value, D::Error> {
                            deserializer.$method($(self.$argument,)* self.visitor)
                        }
                    }

                    let end = if handed::is_buffer::<V>() {
                        End::Buffered
                    } else {
                        End::Read
                    };
                    self.read(end, Seed { $($argument,)* visitor })
                }
            )*
        }

        impl<'de> IntoDeserializer<'de, Error> for $type<'de> {
            type Deserializer = Self;

            fn into_deserializer(self) -> Self {
                self
            }
        }
    };
}

macro_rules! forward_all {
    ($($type:ident)*) => {$(
        forward! {
            $type:
            deserialize_any(),
            deserialize_bool(),
            deserialize_i8(),
            deserialize_i16(),
            deserialize_i32(),
            deserialize_i64(),
            deserialize_i128(),
            deserialize_u8(),
            deserialize_u16(),
            deserialize_u32(),
            deserialize_u64(),
            deserialize_u128(),
            deserialize_f32(),
            deserialize_f64(),
            deserialize_char(),
            deserialize_str(),
            deserialize_string(),
            deserialize_bytes(),
            deserialize_byte_buf(),
            deserialize_option(),
            deserialize_unit(),
            deserialize_unit_struct(name: &'static str),
            deserialize_newtype_struct(name: &'static str),
            deserialize_seq(),
            deserialize_tuple(length: usize),
            deserialize_tuple_struct(name: &'static str, length: usize),
            deserialize_map(),
            deserialize_struct(name: &'static str, fields: &'static [&'static str]),
            deserialize_enum(name: &'static str, variants: &'static [&'static str]),
            deserialize_identifier(),
            deserialize_ignored_any(),
        }
    )*};
}

forward_all! { Deserializer ValueDeserializer }
