//! The tree, as the deserializer reads it.

use std::borrow::Cow;
use std::{ops::Range, slice};

use serde_core::de::{Error as _, Visitor};
use toml_core::de::KeyDeserializer;
use toml_core::{Datetime, Kind, Span};

use super::{DeInteger, DeString, DeValue};
use crate::Spanned;
use crate::de::Error;
use crate::de::handed::{self, Text, Token};
use crate::de::node::{Entry, Key, Node};
use crate::de::watch::Watch;
use crate::map::Iter;

type SpannedValue<'de> = Spanned<DeValue<'de>>;
type SpannedKey<'de> = Spanned<DeString<'de>>;

/// The entries of a table; none for other values.
pub(crate) struct Entries<'n, 'de>(Option<Iter<'n, SpannedKey<'de>, SpannedValue<'de>>>);

impl<'n, 'de> Iterator for Entries<'n, 'de> {
    type Item = (&'n SpannedKey<'de>, &'n SpannedValue<'de>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.as_mut()?.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0
            .as_ref()
            .map_or((0, Some(0)), |entries| entries.size_hint())
    }
}

impl<'n, 'de> Entry<'de> for (&'n SpannedKey<'de>, &'n SpannedValue<'de>) {
    type Key = &'n SpannedKey<'de>;
    type Value = &'n SpannedValue<'de>;

    fn key(self) -> Self::Key {
        self.0
    }

    fn value(self) -> Self::Value {
        self.1
    }
}

impl<'n, 'de> Node<'de> for &'n SpannedValue<'de> {
    type Entry = (&'n SpannedKey<'de>, &'n SpannedValue<'de>);
    type Entries = Entries<'n, 'de>;
    type Elements = slice::Iter<'n, SpannedValue<'de>>;
    const IS_BUFFERED: bool = false;

    fn kind(self) -> Kind {
        match self.get_ref() {
            DeValue::String(_) => Kind::String,
            DeValue::Integer(_) => Kind::Integer,
            DeValue::Float(_) => Kind::Float,
            DeValue::Boolean(_) => Kind::Boolean,
            DeValue::Datetime(_) => Kind::Datetime,
            DeValue::Array(_) => Kind::Array,
            DeValue::Table(_) => Kind::Table,
        }
    }

    fn span(self) -> Option<Span> {
        Some(narrow(&Spanned::span(self)))
    }

    fn entries(self) -> Self::Entries {
        Entries(self.get_ref().as_table().map(|table| table.iter()))
    }

    fn elements(self) -> Self::Elements {
        let elements: &[_] = match self.get_ref() {
            DeValue::Array(array) => array,
            _ => &[],
        };
        elements.iter()
    }

    fn text(&self) -> &str {
        self.get_ref().as_str().unwrap_or_default()
    }

    fn borrowed_text(self) -> Option<&'de str> {
        match *self.get_ref() {
            DeValue::String(Cow::Borrowed(text)) => Some(text),
            _ => None,
        }
    }

    fn visit_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.borrowed_text() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => visitor.visit_str(self.text()),
        }
    }

    fn visit_integer<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.get_ref() {
            DeValue::Integer(integer) => match integer.to_i64() {
                Some(narrow) => visitor.visit_i64(narrow),
                None => visit_wide(integer, visitor),
            },
            _ => visitor.visit_i64(0),
        }
    }

    fn integer(self) -> Option<i128> {
        self.get_ref().as_integer()?.to_i128()
    }

    fn float(self) -> f64 {
        self.get_ref()
            .as_float()
            .map_or(f64::NAN, |float| float.to_f64())
    }

    fn boolean(self) -> bool {
        self.get_ref().as_bool().unwrap_or_default()
    }

    fn datetime(self) -> Option<Datetime> {
        self.get_ref().as_datetime().copied()
    }

    fn visit_datetime_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.get_ref() {
            DeValue::Datetime(datetime) => visitor.visit_string(datetime.to_string()),
            _ => visitor.visit_str(""),
        }
    }

    fn watch(&self) -> Option<&Watch> {
        None
    }

    #[cold]
    fn hand_out(self) {
        let token = match self.get_ref() {
            DeValue::String(text) => Token::Text(text_of(text)),
            DeValue::Integer(integer) => Token::Integer(integer.to_i128().unwrap_or_default()),
            DeValue::Float(float) => Token::Float(float.to_f64().to_bits()),
            DeValue::Boolean(boolean) => Token::Boolean(*boolean),
            DeValue::Datetime(datetime) => Token::Datetime(Some(*datetime)),
            DeValue::Array(_) => Token::Array,
            DeValue::Table(_) => Token::Table,
        };
        handed::push_value(token, narrow(&Spanned::span(self)));
    }
}

/// An integer beyond 64 bits with a sign.
#[cold]
fn visit_wide<'de, V: Visitor<'de>>(
    integer: &DeInteger<'de>,
    visitor: V,
) -> Result<V::Value, Error> {
    let mut result = if let Some(integer) = integer.to_u64() {
        visitor.visit_u64(integer)
    } else if let Some(integer) = integer.to_i128() {
        visitor.visit_i128(integer)
    } else if let Some(integer) = integer.to_u128() {
        visitor.visit_u128(integer)
    } else {
        Err(Error::custom("the integer does not fit in 128 bits"))
    };
    if let Err(error) = &mut result {
        error.set_found(&format!("integer `{integer}`"));
    }
    result
}

impl<'de> Key<'de> for &SpannedKey<'de> {
    fn as_str(&self) -> &str {
        self.get_ref()
    }

    fn span(self) -> Option<Span> {
        Some(narrow(&Spanned::span(self)))
    }

    fn deserializer(&self) -> KeyDeserializer<'de, '_> {
        match self.get_ref() {
            Cow::Borrowed(text) => KeyDeserializer::borrowed(text),
            Cow::Owned(text) => KeyDeserializer::transient(text),
        }
    }

    #[cold]
    fn hand_out(self, owner: Option<Span>, scope: usize) {
        let text = text_of(self.get_ref());
        handed::push_part(
            Token::Key { text, owner },
            narrow(&Spanned::span(self)),
            scope,
        );
    }
}

fn text_of(text: &DeString<'_>) -> Text {
    match text {
        Cow::Borrowed(text) => Text::borrowed(text),
        Cow::Owned(text) => Text::copied(text),
    }
}

/// The span of a range. Nothing that was parsed is beyond 32 bits.
fn narrow(range: &Range<usize>) -> Span {
    let offset = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(offset(range.start), offset(range.end))
}
