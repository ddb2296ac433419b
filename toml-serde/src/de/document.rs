//! Values of a parsed document, as the deserializer reads them.

use serde_core::de::{Error as _, Visitor};
use toml_core::de::KeyDeserializer;
use toml_core::{
    Datetime, DetachedRef, Document, KeyRef, Kind, Span, ValueId, ValueIter, ValueRef,
};

use super::Error;
use super::handed::{self, Text, Token};
use super::node::{Entry, Key, Node};
use super::watch::Watch;

/// What all values of a document share while it is read.
pub(crate) struct Context<'d, 'de> {
    /// What is read: a value that stands for its document.
    pub(crate) root: ValueRef<'d>,
    /// The source, with its lifetime: what is borrowed from it outlives the document.
    pub(crate) source: &'de str,
    /// The document, where it lives as long as its source: then texts with escapes can be borrowed, too.
    pub(crate) kept: Option<&'de Document<'de>>,
    /// What spans are counted from: 0 unless the source is one of several.
    pub(crate) base: u32,
    pub(crate) watch: Option<&'d Watch>,
}

/// A value of a document.
#[derive(Clone, Copy)]
pub(crate) struct DocumentNode<'d, 'de> {
    value: DetachedRef<'d>,
    context: &'d Context<'d, 'de>,
}

/// A key of a document.
#[derive(Clone, Copy)]
pub(crate) struct DocumentKey<'d, 'de> {
    value: DetachedRef<'d>,
    context: &'d Context<'d, 'de>,
}

/// The values of a table or the elements of an array.
pub(crate) struct Parts<'d, 'de> {
    rest: ValueIter<'d>,
    context: &'d Context<'d, 'de>,
}

/// The entries of a table.
pub(crate) struct Entries<'d, 'de>(Parts<'d, 'de>);

/// A value of a table, which knows its key.
#[derive(Clone, Copy)]
pub(crate) struct DocumentEntry<'d, 'de> {
    value: DetachedRef<'d>,
    context: &'d Context<'d, 'de>,
}

impl<'d, 'de> Context<'d, 'de> {
    /// That of a value whose source is on its own.
    #[inline]
    pub(super) fn new(root: ValueRef<'d>, source: &'de str) -> Self {
        Self {
            root,
            source,
            kept: None,
            base: 0,
            watch: None,
        }
    }

    /// A span as it is told.
    #[inline]
    fn shifted(&self, span: Span) -> Span {
        Span::new(span.start + self.base, span.end + self.base)
    }
}

impl<'d, 'de> DocumentNode<'d, 'de> {
    /// A value of the document that a context is about.
    #[inline]
    pub(crate) fn new(context: &'d Context<'d, 'de>, value: DetachedRef<'d>) -> Self {
        Self { value, context }
    }

    /// Which value it is.
    #[inline]
    pub(crate) fn id(self) -> ValueId {
        self.value().id()
    }

    /// The value with its key, which it must have.
    #[inline]
    pub(crate) fn as_entry(self) -> DocumentEntry<'d, 'de> {
        DocumentEntry {
            value: self.value,
            context: self.context,
        }
    }

    /// Text that had to be decoded, where that is kept.
    #[cold]
    #[inline(never)]
    fn kept_text(self) -> Option<&'de str> {
        self.context.kept?.value(self.id())?.as_str()
    }

    /// The value that a context is about.
    #[inline]
    pub(super) fn root(context: &'d Context<'d, 'de>) -> Self {
        let value = context.root.detach();
        Self { value, context }
    }

    #[inline]
    fn value(self) -> ValueRef<'d> {
        self.context.root.attach(self.value)
    }
}

impl<'d, 'de> Entry<'de> for DocumentEntry<'d, 'de> {
    type Key = DocumentKey<'d, 'de>;
    type Value = DocumentNode<'d, 'de>;

    #[inline]
    fn key(self) -> Self::Key {
        DocumentKey {
            value: self.value,
            context: self.context,
        }
    }

    #[inline]
    fn value(self) -> Self::Value {
        DocumentNode {
            value: self.value,
            context: self.context,
        }
    }
}

impl<'d, 'de> Node<'de> for DocumentNode<'d, 'de> {
    type Entry = DocumentEntry<'d, 'de>;
    type Entries = Entries<'d, 'de>;
    type Elements = Parts<'d, 'de>;
    const IS_BUFFERED: bool = false;

    #[inline]
    fn kind(self) -> Kind {
        self.value().kind()
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(self.context.shifted(self.value().span()))
    }

    #[inline]
    fn entries(self) -> Entries<'d, 'de> {
        Entries(self.elements())
    }

    #[inline]
    fn elements(self) -> Parts<'d, 'de> {
        Parts {
            rest: self.value().children(),
            context: self.context,
        }
    }

    #[inline]
    fn text(&self) -> &str {
        self.value().as_str().unwrap_or_default()
    }

    #[inline(never)]
    fn borrowed_text(self) -> Option<&'de str> {
        match self.value().text_span() {
            Some(span) => self.context.source.get(span.range()),
            None => self.kept_text(),
        }
    }

    fn visit_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.borrowed_text() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => visitor.visit_str(self.value().as_str().unwrap_or_default()),
        }
    }

    #[inline]
    fn visit_integer<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visit_integer(self.value(), visitor)
    }

    fn integer(self) -> Option<i128> {
        self.value().as_i128()
    }

    #[inline]
    fn float(self) -> f64 {
        self.value().as_f64().unwrap_or(f64::NAN)
    }

    #[inline]
    fn boolean(self) -> bool {
        self.value().as_bool().unwrap_or_default()
    }

    fn datetime(self) -> Option<Datetime> {
        self.value().as_datetime()
    }

    fn visit_datetime_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visit_datetime_text(self.value(), self.context.source, visitor)
    }

    #[inline]
    fn watch(&self) -> Option<&Watch> {
        self.context.watch
    }

    #[cold]
    fn hand_out(self) {
        let text = match self.borrowed_text() {
            Some(text) => Text::borrowed(text),
            None => Text::copied(self.text()),
        };
        let span = self.context.shifted(self.value().span());
        handed::push_value(token(self.value(), text), span);
    }
}

/// A value as it is noted when serde buffers it; `text` is that of a string.
pub(crate) fn token(value: ValueRef<'_>, text: Text) -> Token {
    match value.kind() {
        Kind::String => Token::Text(text),
        Kind::Integer => Token::Integer(value.as_i128().unwrap_or_default()),
        Kind::Float => Token::Float(value.as_f64().unwrap_or(f64::NAN).to_bits()),
        Kind::Boolean => Token::Boolean(value.as_bool().unwrap_or_default()),
        Kind::Datetime => Token::Datetime(value.as_datetime()),
        Kind::Array => Token::Array,
        Kind::Table | Kind::Error => Token::Table,
    }
}

/// Hands the text of a date-time to a visitor, as RFC 3339 has it. `source` is that of the value.
pub(crate) fn visit_datetime_text<'de, V: Visitor<'de>>(
    value: ValueRef<'_>,
    source: &'de str,
    visitor: V,
) -> Result<V::Value, Error> {
    let raw = &source[value.span().range()];
    if is_rfc_3339(raw) {
        return visitor.visit_borrowed_str(raw);
    }
    let text = value.as_datetime().map(|datetime| datetime.to_string());
    visitor.visit_string(text.unwrap_or_default())
}

/// Whether a date-time of TOML is one of RFC 3339 as it is written: with `T` and `Z`, and with seconds.
fn is_rfc_3339(raw: &str) -> bool {
    let has_seconds = |colon: usize| raw.as_bytes().get(colon + 3) == Some(&b':');
    !raw.contains([' ', 't', 'z']) && raw.find(':').is_none_or(has_seconds)
}

/// Hands an integer to a visitor, in the narrowest of `i64`, `u64`, `i128` and `u128`.
#[inline]
pub(crate) fn visit_integer<'de, V: Visitor<'de>>(
    value: ValueRef<'_>,
    visitor: V,
) -> Result<V::Value, Error> {
    match value.as_i64() {
        Some(integer) => visitor.visit_i64(integer),
        None => visit_wide(value, visitor),
    }
}

/// An integer beyond 64 bits with a sign.
#[cold]
fn visit_wide<'de, V: Visitor<'de>>(value: ValueRef<'_>, visitor: V) -> Result<V::Value, Error> {
    let raw = value.raw();
    let mut result = match (value.as_u128(), value.as_i128()) {
        (Some(integer), signed) => match (u64::try_from(integer), signed) {
            (Ok(integer), _) => visitor.visit_u64(integer),
            (Err(_), Some(integer)) => visitor.visit_i128(integer),
            (Err(_), None) => visitor.visit_u128(integer),
        },
        (None, Some(integer)) => visitor.visit_i128(integer),
        (None, None) => Err(Error::custom("the integer does not fit in 128 bits")),
    };
    if let Err(error) = &mut result {
        error.set_found(&format!("integer `{raw}`"));
    }
    result
}

impl<'d, 'de> DocumentKey<'d, 'de> {
    #[inline]
    fn key(self) -> KeyRef<'d> {
        self.context.root.attach_key(self.value)
    }

    #[inline]
    fn borrowed_text(self) -> Option<&'de str> {
        match self.key().text_span() {
            Some(span) => self.context.source.get(span.range()),
            None => self.kept_text(),
        }
    }

    /// Text that had to be decoded, where that is kept.
    #[cold]
    #[inline(never)]
    fn kept_text(self) -> Option<&'de str> {
        let id = self.key().value().id();
        Some(self.context.kept?.value(id)?.key()?.as_str())
    }
}

impl<'de> Key<'de> for DocumentKey<'_, 'de> {
    #[inline]
    fn as_str(&self) -> &str {
        self.key().as_str()
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(self.context.shifted(self.key().span()))
    }

    #[inline]
    fn deserializer(&self) -> KeyDeserializer<'de, '_> {
        match self.borrowed_text() {
            Some(text) => KeyDeserializer::borrowed(text),
            None => KeyDeserializer::transient(self.key().as_str()),
        }
    }

    #[cold]
    fn hand_out(self, owner: Option<Span>, scope: usize) {
        let text = match self.borrowed_text() {
            Some(text) => Text::borrowed(text),
            None => Text::copied(self.key().as_str()),
        };
        let span = self.context.shifted(self.key().span());
        handed::push_part(Token::Key { text, owner }, span, scope);
    }
}

impl<'d, 'de> Iterator for Parts<'d, 'de> {
    type Item = DocumentNode<'d, 'de>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let context = self.context;
        let value = self.rest.next()?.detach();
        Some(DocumentNode { value, context })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

/// The elements of an array have no keys, and so are no entries.
impl<'d, 'de> Iterator for Entries<'d, 'de> {
    type Item = DocumentEntry<'d, 'de>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let context = self.0.context;
        let value = self.0.rest.next()?;
        value.key()?;
        let value = value.detach();
        Some(DocumentEntry { value, context })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}
