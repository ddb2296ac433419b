//! Values of a parsed document, as the deserializer reads them.

use serde_core::de::{Error as _, Visitor};
use toml_core::{ArrayIter, Datetime, KeyRef, Kind, Span, TableIter, ValueRef};

use super::Error;
use super::handed::{self, Text, Token};
use super::node::{Key, Node};
use super::watch::Watch;

/// What all values of a document share while it is read.
pub(crate) struct Context<'de> {
    /// The source, with its lifetime: what is borrowed from it outlives the document.
    pub(crate) source: &'de str,
    pub(crate) watch: Option<Watch>,
}

/// A value of a document.
#[derive(Clone, Copy)]
pub(crate) struct DocumentNode<'d, 'de> {
    pub(crate) value: ValueRef<'d>,
    pub(crate) context: &'d Context<'de>,
}

/// A key of a document.
#[derive(Clone, Copy)]
pub(crate) struct DocumentKey<'d, 'de> {
    key: KeyRef<'d>,
    context: &'d Context<'de>,
}

/// The entries of a table.
pub(crate) struct Entries<'d, 'de> {
    rest: Option<TableIter<'d>>,
    context: &'d Context<'de>,
}

/// The elements of an array.
pub(crate) struct Elements<'d, 'de> {
    rest: Option<ArrayIter<'d>>,
    context: &'d Context<'de>,
}

impl<'d, 'de> Node<'de> for DocumentNode<'d, 'de> {
    type Key = DocumentKey<'d, 'de>;
    type Entries = Entries<'d, 'de>;
    type Elements = Elements<'d, 'de>;
    const IS_BUFFERED: bool = false;

    #[inline]
    fn kind(self) -> Kind {
        self.value.kind()
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(self.value.span())
    }

    #[inline]
    fn entries(self) -> Entries<'d, 'de> {
        Entries {
            rest: self.value.as_table().map(|table| table.iter()),
            context: self.context,
        }
    }

    #[inline]
    fn elements(self) -> Elements<'d, 'de> {
        Elements {
            rest: self.value.as_array().map(|array| array.iter()),
            context: self.context,
        }
    }

    #[inline]
    fn text(&self) -> &str {
        self.value.as_str().unwrap_or_default()
    }

    #[inline]
    fn visit_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value.text_span() {
            Some(span) => visitor.visit_borrowed_str(&self.context.source[span.range()]),
            None => visitor.visit_str(self.value.as_str().unwrap_or_default()),
        }
    }

    #[inline]
    fn visit_integer<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value.as_i64() {
            Some(integer) => visitor.visit_i64(integer),
            None => visit_wide(self.value, visitor),
        }
    }

    fn integer(self) -> Option<i128> {
        self.value.as_i128()
    }

    #[inline]
    fn float(self) -> f64 {
        self.value.as_f64().unwrap_or(f64::NAN)
    }

    #[inline]
    fn boolean(self) -> bool {
        self.value.as_bool().unwrap_or_default()
    }

    fn datetime(self) -> Option<Datetime> {
        self.value.as_datetime()
    }

    fn visit_datetime_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let raw = &self.context.source[self.value.span().range()];
        let text = self
            .value
            .as_datetime()
            .map(|datetime| datetime.to_string());
        match text {
            Some(text) if text != raw => visitor.visit_string(text),
            _ => visitor.visit_borrowed_str(raw),
        }
    }

    #[inline]
    fn watch(&self) -> Option<&Watch> {
        self.context.watch.as_ref()
    }

    #[cold]
    fn hand_out(self) {
        let token = match self.kind() {
            Kind::String => match self.value.text_span() {
                Some(span) => Token::Text(Text::borrowed(&self.context.source[span.range()])),
                None => Token::Text(Text::copied(self.text())),
            },
            Kind::Integer => Token::Integer(self.value.as_i128().unwrap_or_default()),
            Kind::Float => Token::Float(self.float().to_bits()),
            Kind::Boolean => Token::Boolean(self.boolean()),
            Kind::Datetime => Token::Datetime(self.value.as_datetime()),
            Kind::Array => Token::Array,
            Kind::Table | Kind::Error => Token::Table,
        };
        handed::push_value(token, self.value.span());
    }
}

/// An integer beyond 64 bits with a sign.
#[cold]
fn visit_wide<'de, V: Visitor<'de>>(value: ValueRef<'_>, visitor: V) -> Result<V::Value, Error> {
    let raw = value.raw();
    let result = match (value.as_u128(), value.as_i128()) {
        (Some(integer), signed) => match (u64::try_from(integer), signed) {
            (Ok(integer), _) => visitor.visit_u64(integer),
            (Err(_), Some(integer)) => visitor.visit_i128(integer),
            (Err(_), None) => visitor.visit_u128(integer),
        },
        (None, Some(integer)) => visitor.visit_i128(integer),
        (None, None) => Err(Error::custom("the integer does not fit in 128 bits")),
    };
    result.map_err(|error| error.about(&format!("integer `{raw}`")))
}

impl<'de> Key<'de> for DocumentKey<'_, 'de> {
    #[inline]
    fn as_str(&self) -> &str {
        self.key.as_str()
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(self.key.span())
    }

    #[inline]
    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.key.text_span() {
            Some(span) => visitor.visit_borrowed_str(&self.context.source[span.range()]),
            None => visitor.visit_str(self.key.as_str()),
        }
    }

    #[cold]
    fn hand_out(self, owner: Option<Span>, scope: usize) {
        let text = match self.key.text_span() {
            Some(span) => Text::borrowed(&self.context.source[span.range()]),
            None => Text::copied(self.key.as_str()),
        };
        handed::push_part(Token::Key { text, owner }, self.key.span(), scope);
    }
}

impl<'d, 'de> Iterator for Entries<'d, 'de> {
    type Item = (DocumentKey<'d, 'de>, DocumentNode<'d, 'de>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let context = self.context;
        let (key, value) = self.rest.as_mut()?.next()?;
        Some((
            DocumentKey { key, context },
            DocumentNode { value, context },
        ))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest
            .as_ref()
            .map_or((0, Some(0)), |rest| rest.size_hint())
    }
}

impl<'d, 'de> Iterator for Elements<'d, 'de> {
    type Item = DocumentNode<'d, 'de>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let context = self.context;
        let value = self.rest.as_mut()?.next()?;
        Some(DocumentNode { value, context })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest
            .as_ref()
            .map_or((0, Some(0)), |rest| rest.size_hint())
    }
}
