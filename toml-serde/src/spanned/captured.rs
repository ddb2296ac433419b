//! A value as it came out of serde's buffer, with the places that were found again.

use std::borrow::Cow;
use std::fmt;
use std::slice;

use serde_core::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use toml_core::de::{DATETIME_FIELD, KeyDeserializer};
use toml_core::{Datetime, Kind, Span};

use crate::de::Error;
use crate::de::handed::{self, Item, Text, Token};
use crate::de::node::{Entry, Key, Node};
use crate::de::watch::Watch;

/// A value from a buffer.
#[derive(Debug)]
pub(super) struct Captured<'de> {
    data: Data<'de>,
    span: Option<Span>,
}

#[derive(Debug)]
enum Data<'de> {
    Text(Cow<'de, str>),
    Integer(i128),
    /// Beyond what an `i128` holds.
    Huge(u128),
    Float(f64),
    Boolean(bool),
    Datetime(Datetime),
    Array(Vec<Captured<'de>>),
    Table(Vec<(CapturedKey<'de>, Captured<'de>)>),
}

#[derive(Debug)]
pub(super) struct CapturedKey<'de> {
    text: Cow<'de, str>,
    span: Option<Span>,
}

impl<'de> From<Data<'de>> for Captured<'de> {
    fn from(data: Data<'de>) -> Self {
        Self { data, span: None }
    }
}

impl Captured<'_> {
    /// Finds the places of the value and of all its parts among what was handed out.
    pub(super) fn locate(&mut self) {
        handed::with_items(|items, scope| {
            if let Some(place) = self.find(items, scope) {
                self.place(items, place);
            }
        });
    }

    /// The place of the value, and the number of the first item that may belong to its parts.
    fn find(&self, items: &[Item], scope: usize) -> Option<Place> {
        let first_part = match &self.data {
            Data::Table(entries) => entries.iter().find_map(|(key, _)| {
                items[scope..].iter().find_map(|item| match &item.token {
                    Token::Key { text, owner } if *text == token_text(&key.text) => *owner,
                    _ => None,
                })
            }),
            Data::Array(elements) => elements.iter().find_map(|element| {
                let at = element.find(items, scope)?.at?;
                let before = &items[at.checked_sub(1)?];
                (before.token == Token::Element).then_some(before.span)
            }),
            _ => None,
        };
        if let Some(span) = first_part {
            let at = items
                .iter()
                .position(|item| item.span == span && !matches!(item.token, Token::Element));
            return Some(Place { span, at });
        }
        let at = handed::find(items, scope, &self.token())?;
        Some(Place {
            span: items[at].span,
            at: Some(at),
        })
    }

    /// Gives the value its place, and its parts theirs.
    fn place(&mut self, items: &[Item], place: Place) {
        let owner = place.span;
        self.span = Some(owner);
        let start = place.at.unwrap_or(0);
        match &mut self.data {
            Data::Table(entries) => {
                for (key, value) in entries {
                    let wanted = Token::Key {
                        text: token_text(&key.text),
                        owner: Some(owner),
                    };
                    let Some(at) = position(items, start, |item| item.token == wanted) else {
                        continue;
                    };
                    key.span = Some(items[at].span);
                    value.place_at(items, at + 1);
                }
            }
            Data::Array(elements) => {
                let mut at = start;
                for element in elements {
                    let is_next = |item: &Item| item.token == Token::Element && item.span == owner;
                    let Some(found) = position(items, at, is_next) else {
                        return;
                    };
                    element.place_at(items, found + 1);
                    at = found + 1;
                }
            }
            _ => {}
        }
    }

    fn place_at(&mut self, items: &[Item], at: usize) {
        if let Some(item) = items.get(at) {
            let span = item.span;
            self.place(items, Place { span, at: Some(at) });
        }
    }

    /// What the value was when it was handed out.
    fn token(&self) -> Token {
        match &self.data {
            Data::Text(text) => Token::Text(token_text(text)),
            Data::Integer(integer) => Token::Integer(*integer),
            Data::Huge(_) => Token::Integer(0),
            Data::Float(float) => Token::Float(float.to_bits()),
            Data::Boolean(boolean) => Token::Boolean(*boolean),
            Data::Datetime(datetime) => Token::Datetime(Some(*datetime)),
            Data::Array(_) => Token::Array,
            Data::Table(_) => Token::Table,
        }
    }
}

/// Where a value was found.
#[derive(Clone, Copy)]
struct Place {
    span: Span,
    /// The number of its item; a table whose keys alone were handed out has none.
    at: Option<usize>,
}

fn position(items: &[Item], start: usize, is_wanted: impl Fn(&Item) -> bool) -> Option<usize> {
    let found = items.get(start..)?.iter().position(is_wanted)?;
    Some(start + found)
}

#[expect(clippy::ptr_arg, reason = "borrowed and owned text are told apart")]
fn token_text(text: &Cow<'_, str>) -> Text {
    match text {
        Cow::Borrowed(text) => Text::borrowed(text),
        Cow::Owned(text) => Text::copied(text),
    }
}

impl<'de> Deserialize<'de> for Captured<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_any(CapturedVisitor)
            .map(Self::from)
    }
}

struct CapturedVisitor;

impl<'de> Visitor<'de> for CapturedVisitor {
    type Value = Data<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a TOML value")
    }

    fn visit_bool<E: serde_core::de::Error>(self, boolean: bool) -> Result<Data<'de>, E> {
        Ok(Data::Boolean(boolean))
    }

    fn visit_i64<E: serde_core::de::Error>(self, integer: i64) -> Result<Data<'de>, E> {
        Ok(Data::Integer(integer.into()))
    }

    fn visit_u64<E: serde_core::de::Error>(self, integer: u64) -> Result<Data<'de>, E> {
        Ok(Data::Integer(integer.into()))
    }

    fn visit_i128<E: serde_core::de::Error>(self, integer: i128) -> Result<Data<'de>, E> {
        Ok(Data::Integer(integer))
    }

    fn visit_u128<E: serde_core::de::Error>(self, integer: u128) -> Result<Data<'de>, E> {
        Ok(integer
            .try_into()
            .map_or(Data::Huge(integer), Data::Integer))
    }

    fn visit_f64<E: serde_core::de::Error>(self, float: f64) -> Result<Data<'de>, E> {
        Ok(Data::Float(float))
    }

    fn visit_borrowed_str<E: serde_core::de::Error>(self, text: &'de str) -> Result<Data<'de>, E> {
        Ok(Data::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: serde_core::de::Error>(self, text: &str) -> Result<Data<'de>, E> {
        Ok(Data::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: serde_core::de::Error>(self, text: String) -> Result<Data<'de>, E> {
        Ok(Data::Text(Cow::Owned(text)))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Data<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Data<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Data<'de>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = array.next_element()? {
            elements.push(element);
        }
        Ok(Data::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Data<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = table.next_key::<CapturedKey<'de>>()? {
            if entries.is_empty() && key.text == DATETIME_FIELD {
                let text: Cow<'de, str> = table.next_value()?;
                return text.parse().map(Data::Datetime).map_err(A::Error::custom);
            }
            entries.push((key, table.next_value()?));
        }
        Ok(Data::Table(entries))
    }
}

impl<'de> Deserialize<'de> for CapturedKey<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Cow<'de, str>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E: serde_core::de::Error>(
                self,
                text: &'de str,
            ) -> Result<Cow<'de, str>, E> {
                Ok(Cow::Borrowed(text))
            }

            fn visit_str<E: serde_core::de::Error>(self, text: &str) -> Result<Cow<'de, str>, E> {
                Ok(Cow::Owned(text.to_owned()))
            }
        }

        let text = deserializer.deserialize_str(KeyVisitor)?;
        Ok(Self { text, span: None })
    }
}

impl<'c, 'de> Node<'de> for &'c Captured<'de> {
    type Entry = &'c (CapturedKey<'de>, Captured<'de>);
    type Entries = slice::Iter<'c, (CapturedKey<'de>, Captured<'de>)>;
    type Elements = slice::Iter<'c, Captured<'de>>;
    const IS_BUFFERED: bool = true;

    fn kind(self) -> Kind {
        match self.data {
            Data::Text(_) => Kind::String,
            Data::Integer(_) | Data::Huge(_) => Kind::Integer,
            Data::Float(_) => Kind::Float,
            Data::Boolean(_) => Kind::Boolean,
            Data::Datetime(_) => Kind::Datetime,
            Data::Array(_) => Kind::Array,
            Data::Table(_) => Kind::Table,
        }
    }

    fn span(self) -> Option<Span> {
        self.span
    }

    fn entries(self) -> Self::Entries {
        let entries: &[_] = match &self.data {
            Data::Table(entries) => entries,
            _ => &[],
        };
        entries.iter()
    }

    fn elements(self) -> slice::Iter<'c, Captured<'de>> {
        let elements: &[_] = match &self.data {
            Data::Array(elements) => elements,
            _ => &[],
        };
        elements.iter()
    }

    fn text(&self) -> &str {
        match &self.data {
            Data::Text(text) => text,
            _ => "",
        }
    }

    fn borrowed_text(self) -> Option<&'de str> {
        match self.data {
            Data::Text(Cow::Borrowed(text)) => Some(text),
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
        match self.data {
            Data::Integer(integer) => match (i64::try_from(integer), u64::try_from(integer)) {
                (Ok(integer), _) => visitor.visit_i64(integer),
                (_, Ok(integer)) => visitor.visit_u64(integer),
                _ => visitor.visit_i128(integer),
            },
            Data::Huge(integer) => visitor.visit_u128(integer),
            _ => visitor.visit_i64(0),
        }
    }

    fn integer(self) -> Option<i128> {
        match self.data {
            Data::Integer(integer) => Some(integer),
            _ => None,
        }
    }

    fn float(self) -> f64 {
        match self.data {
            Data::Float(float) => float,
            _ => f64::NAN,
        }
    }

    fn boolean(self) -> bool {
        matches!(self.data, Data::Boolean(true))
    }

    fn datetime(self) -> Option<Datetime> {
        match self.data {
            Data::Datetime(datetime) => Some(datetime),
            _ => None,
        }
    }

    fn visit_datetime_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.data {
            Data::Datetime(datetime) => visitor.visit_string(datetime.to_string()),
            _ => visitor.visit_str(""),
        }
    }

    fn watch(&self) -> Option<&Watch> {
        None
    }

    /// Once more into a buffer: the places are known already.
    fn hand_out(self) {
        if let Some(span) = self.span {
            handed::push_value(self.token(), span);
        }
    }
}

impl<'de> Key<'de> for &CapturedKey<'de> {
    fn as_str(&self) -> &str {
        &self.text
    }

    fn span(self) -> Option<Span> {
        self.span
    }

    fn deserializer(&self) -> KeyDeserializer<'de, '_> {
        match &self.text {
            Cow::Borrowed(text) => KeyDeserializer::borrowed(text),
            Cow::Owned(text) => KeyDeserializer::transient(text),
        }
    }

    fn hand_out(self, owner: Option<Span>, scope: usize) {
        if let Some(span) = self.span {
            let text = token_text(&self.text);
            handed::push_part(Token::Key { text, owner }, span, scope);
        }
    }
}

impl<'c, 'de> Entry<'de> for &'c (CapturedKey<'de>, Captured<'de>) {
    type Key = &'c CapturedKey<'de>;
    type Value = &'c Captured<'de>;

    fn key(self) -> Self::Key {
        &self.0
    }

    fn value(self) -> Self::Value {
        &self.1
    }
}
