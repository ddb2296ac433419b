//! The merged configuration, as the deserializer reads it.

use std::slice;

use serde_core::de::Visitor;
use toml_core::de::KeyDeserializer;
use toml_core::{Datetime, KeyRef, Kind, Span, ValueIter, ValueRef};

use super::env::is_same_name;
use super::sources::{Parsed, Sources, shifted};
use super::tree::{
    Content, Key as SlotKey, Name, Reading, Slot, SlotId, Spelling, Table, Text, Tree,
};
use crate::de::Error;
use crate::de::document::{token, visit_datetime_text, visit_integer};
use crate::de::handed::{self, Text as HandedText, Token};
use crate::de::node::{Entry, Key, Node, Wanted};
use crate::de::watch::Watch;

/// What all values share while a configuration is read.
pub(super) struct Context<'c> {
    pub(super) sources: &'c Sources,
    pub(super) tree: &'c Tree,
    pub(super) watch: Option<Watch>,
}

/// A value of a configuration.
#[derive(Clone, Copy)]
pub(super) struct ConfigNode<'n, 'c> {
    context: &'n Context<'c>,
    item: Item<'c>,
}

#[derive(Clone, Copy)]
enum Item<'c> {
    /// A table or array that was put together, or nothing that can be read.
    Slot(&'c Slot),
    /// A value of a document.
    Value(ValueRef<'c>, &'c Parsed),
    /// Text that stands in no document as a string.
    Text(&'c Text),
    /// Such text, read as a boolean.
    Boolean(&'c Text, bool),
    /// Such text, read as a list of one.
    ListOfOne(&'c Text),
    /// Such text, read as the name of a variant.
    Variant(&'c Text, &'static str),
}

impl<'n, 'c> ConfigNode<'n, 'c> {
    /// The value in a slot.
    pub(super) fn of_slot(context: &'n Context<'c>, id: SlotId) -> Self {
        let slot = context.tree.slot(id);
        let item = match &slot.content {
            Content::Value(value) => {
                let (value, parsed) = context.sources.value(*value);
                Item::Value(value, parsed)
            }
            Content::Text(text) => Item::Text(text),
            _ => Item::Slot(slot),
        };
        Self { context, item }
    }

    /// A value inside of a document.
    pub(super) fn of_value(
        context: &'n Context<'c>,
        value: ValueRef<'c>,
        parsed: &'c Parsed,
    ) -> Self {
        let item = Item::Value(value, parsed);
        Self { context, item }
    }

    fn with(self, item: Item<'c>) -> Self {
        Self { item, ..self }
    }

    /// The text of a string, whatever it is made of.
    fn string(self) -> Option<&'c str> {
        match self.item {
            Item::Value(value, _) => value.as_str(),
            Item::Text(text) => Some(&text.content),
            Item::Variant(_, name) => Some(name),
            Item::Slot(_) | Item::Boolean(..) | Item::ListOfOne(_) => None,
        }
    }

    fn value(self) -> Option<ValueRef<'c>> {
        match self.item {
            Item::Value(value, _) => Some(value),
            _ => None,
        }
    }

    /// What text is as a value of TOML.
    fn parsed(self, text: &'c Text) -> Option<Self> {
        let (value, parsed) = self.context.sources.value(text.value?);
        Some(self.with(Item::Value(value, parsed)))
    }
}

/// The values of yes and no that people give variables.
fn boolean(text: &str) -> Option<bool> {
    const NAMES: [(&str, bool); 8] = [
        ("true", true),
        ("false", false),
        ("1", true),
        ("0", false),
        ("yes", true),
        ("no", false),
        ("on", true),
        ("off", false),
    ];
    let mut names = NAMES.iter();
    let found = names.find(|(name, _)| text.trim().eq_ignore_ascii_case(name))?;
    Some(found.1)
}

impl<'n, 'c> Node<'c> for ConfigNode<'n, 'c> {
    type Entry = ConfigEntry<'n, 'c>;
    type Entries = Entries<'n, 'c>;
    type Elements = Elements<'n, 'c>;
    const IS_BUFFERED: bool = false;

    fn resolved(self, wanted: Wanted) -> Self {
        let Item::Text(text) = self.item else {
            return self;
        };
        if text.reading == Reading::AsText {
            return self;
        }
        let parsed = self.parsed(text);
        let of_kind = |kinds: &[Kind]| parsed.filter(|node| kinds.contains(&node.kind()));
        let resolved = match wanted {
            Wanted::Text => None,
            Wanted::Any => parsed,
            Wanted::Boolean => {
                boolean(&text.content).map(|yes| self.with(Item::Boolean(text, yes)))
            }
            Wanted::Number => of_kind(&[Kind::Integer, Kind::Float]),
            Wanted::Table => of_kind(&[Kind::Table, Kind::Datetime]),
            Wanted::Array => of_kind(&[Kind::Array]).or(Some(self.with(Item::ListOfOne(text)))),
        };
        resolved.unwrap_or(self)
    }

    fn among(self, variants: &'static [&'static str]) -> Self {
        let Item::Text(text) = self.item else {
            return self;
        };
        let name = text.content.trim();
        if text.reading == Reading::AsText || variants.contains(&text.content.as_str()) {
            return self;
        }
        let mut all = variants.iter();
        match all.find(|variant| is_same_name(variant, name)) {
            Some(variant) => self.with(Item::Variant(text, variant)),
            None => self,
        }
    }

    #[inline]
    fn kind(self) -> Kind {
        match self.item {
            Item::Value(value, _) => value.kind(),
            Item::Text(_) | Item::Variant(..) => Kind::String,
            Item::Boolean(..) => Kind::Boolean,
            Item::ListOfOne(_) => Kind::Array,
            Item::Slot(slot) => match slot.content {
                Content::Table(_) => Kind::Table,
                Content::Array(_) => Kind::Array,
                _ => Kind::Error,
            },
        }
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(match self.item {
            Item::Value(value, parsed) => shifted(value.span(), parsed.base),
            Item::Text(text)
            | Item::Boolean(text, _)
            | Item::ListOfOne(text)
            | Item::Variant(text, _) => text.span,
            Item::Slot(slot) => slot.span,
        })
    }

    #[inline]
    fn entries(self) -> Entries<'n, 'c> {
        Entries(match self.item {
            Item::Slot(slot) => match &slot.content {
                Content::Table(table) => Parts::table(self.context, table),
                _ => Parts::slots(self.context, &[]),
            },
            Item::Value(value, parsed) => Parts {
                context: self.context,
                rest: Rest::Values(value.children(), parsed),
            },
            _ => Parts::slots(self.context, &[]),
        })
    }

    #[inline]
    fn elements(self) -> Elements<'n, 'c> {
        let context = self.context;
        Elements(match self.item {
            Item::Slot(slot) => match &slot.content {
                Content::Array(children) => Parts::slots(context, children),
                _ => Parts::slots(context, &[]),
            },
            Item::Value(value, parsed) => Parts {
                context,
                rest: Rest::Values(value.children(), parsed),
            },
            Item::ListOfOne(text) => Parts {
                context,
                rest: Rest::Texts(text.parts.iter()),
            },
            _ => Parts::slots(context, &[]),
        })
    }

    fn text(&self) -> &str {
        self.string().unwrap_or_default()
    }

    #[inline]
    fn borrowed_text(self) -> Option<&'c str> {
        self.string()
    }

    fn visit_text<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.string().unwrap_or_default())
    }

    fn visit_integer<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value() {
            Some(value) => visit_integer(value, visitor),
            None => visitor.visit_i64(0),
        }
    }

    fn integer(self) -> Option<i128> {
        self.value()?.as_i128()
    }

    fn float(self) -> f64 {
        self.value()
            .and_then(|value| value.as_f64())
            .unwrap_or(f64::NAN)
    }

    fn boolean(self) -> bool {
        match self.item {
            Item::Boolean(_, boolean) => boolean,
            _ => self
                .value()
                .and_then(|value| value.as_bool())
                .unwrap_or_default(),
        }
    }

    fn datetime(self) -> Option<Datetime> {
        self.value()?.as_datetime()
    }

    fn visit_datetime_text<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.item {
            Item::Value(value, parsed) => {
                visit_datetime_text(value, parsed.document.source(), visitor)
            }
            _ => visitor.visit_str(""),
        }
    }

    #[inline]
    fn watch(&self) -> Option<&Watch> {
        self.context.watch.as_ref()
    }

    #[cold]
    fn hand_out(self) {
        let text = HandedText::borrowed(self.string().unwrap_or_default());
        let token = match self.item {
            Item::Value(value, _) => token(value, text),
            Item::Text(_) | Item::Variant(..) => Token::Text(text),
            Item::Boolean(_, boolean) => Token::Boolean(boolean),
            Item::ListOfOne(_) => Token::Array,
            Item::Slot(slot) => match slot.content {
                Content::Array(_) => Token::Array,
                _ => Token::Table,
            },
        };
        handed::push_value(token, self.span().unwrap_or_default());
    }
}

/// The values of a table or the elements of an array.
pub(super) struct Parts<'n, 'c> {
    context: &'n Context<'c>,
    rest: Rest<'c>,
}

enum Rest<'c> {
    Slots(slice::Iter<'c, SlotId>),
    Values(ValueIter<'c>, &'c Parsed),
    Texts(slice::Iter<'c, Text>),
    /// The values of a document, of which some are replaced, and then others.
    Table(
        ValueIter<'c>,
        &'c Parsed,
        &'c Table,
        slice::Iter<'c, SlotId>,
    ),
}

/// A key of a configuration.
#[derive(Clone, Copy)]
pub(super) enum ConfigKey<'c> {
    /// That of a value of a document, whose source begins at the number.
    OfValue(KeyRef<'c>, u32),
    Named(&'c Name),
    /// One that stands for the name of a field.
    Field(&'static str, &'c Name),
}

/// A value of a table, with its key.
#[derive(Clone, Copy)]
pub(super) struct ConfigEntry<'n, 'c> {
    key: ConfigKey<'c>,
    node: ConfigNode<'n, 'c>,
}

/// The entries of a table.
pub(super) struct Entries<'n, 'c>(Parts<'n, 'c>);

/// The elements of an array.
pub(super) struct Elements<'n, 'c>(Parts<'n, 'c>);

impl<'n, 'c> Parts<'n, 'c> {
    fn slots(context: &'n Context<'c>, slots: &'c [SlotId]) -> Self {
        let rest = Rest::Slots(slots.iter());
        Self { context, rest }
    }

    fn table(context: &'n Context<'c>, table: &'c Table) -> Self {
        let added = table.added.iter();
        let rest = match table.base {
            None => Rest::Slots(added),
            Some(base) => {
                let (value, parsed) = context.sources.value(base);
                Rest::Table(value.children(), parsed, table, added)
            }
        };
        Self { context, rest }
    }

    /// A slot that has not been deleted.
    #[inline]
    fn slot(
        context: &'n Context<'c>,
        id: SlotId,
    ) -> Option<(ConfigNode<'n, 'c>, Option<ConfigKey<'c>>)> {
        let slot = context.tree.slot(id);
        if matches!(slot.content, Content::Deleted | Content::Absent) {
            return None;
        }
        let key = slot.key.as_ref();
        let key = key.and_then(|key| ConfigKey::of(context.sources, key));
        Some((ConfigNode::of_slot(context, id), key))
    }

    /// The next value, and its key if it has one. What was deleted is left out.
    #[inline]
    fn next(&mut self) -> Option<(ConfigNode<'n, 'c>, Option<ConfigKey<'c>>)> {
        let context = self.context;
        match &mut self.rest {
            Rest::Values(values, parsed) => {
                let value = values.next()?;
                let key = value.key().map(|key| ConfigKey::OfValue(key, parsed.base));
                Some((ConfigNode::of_value(context, value, parsed), key))
            }
            Rest::Slots(slots) => slots.find_map(|id| Self::slot(context, *id)),
            Rest::Table(values, parsed, table, added) => {
                for value in values.by_ref() {
                    match table.instead_of(value.id()) {
                        None => {
                            let key = value.key().map(|key| ConfigKey::OfValue(key, parsed.base));
                            return Some((ConfigNode::of_value(context, value, parsed), key));
                        }
                        Some(id) => {
                            if let Some(found) = Self::slot(context, id) {
                                return Some(found);
                            }
                        }
                    }
                }
                added.find_map(|id| Self::slot(context, *id))
            }
            Rest::Texts(texts) => {
                let item = Item::Text(texts.next()?);
                Some((ConfigNode { context, item }, None))
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.rest {
            Rest::Slots(slots) => slots.size_hint(),
            Rest::Values(values, _) => values.size_hint(),
            Rest::Texts(texts) => texts.size_hint(),
            Rest::Table(values, _, _, added) => (0, Some(values.len() + added.len())),
        }
    }
}

impl<'n, 'c> Iterator for Entries<'n, 'c> {
    type Item = ConfigEntry<'n, 'c>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (node, key) = self.0.next()?;
        Some(ConfigEntry { key: key?, node })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'n, 'c> Iterator for Elements<'n, 'c> {
    type Item = ConfigNode<'n, 'c>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        Some(self.0.next()?.0)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'n, 'c> Entry<'c> for ConfigEntry<'n, 'c> {
    type Key = ConfigKey<'c>;
    type Value = ConfigNode<'n, 'c>;

    #[inline]
    fn key(self) -> ConfigKey<'c> {
        self.key
    }

    #[inline]
    fn value(self) -> ConfigNode<'n, 'c> {
        self.node
    }
}

impl<'c> ConfigKey<'c> {
    #[inline]
    fn of(sources: &'c Sources, key: &'c SlotKey) -> Option<Self> {
        match key {
            SlotKey::Named(name) => Some(Self::Named(name)),
            SlotKey::OfValue(value) => {
                let (value, parsed) = sources.value(*value);
                Some(Self::OfValue(value.key()?, parsed.base))
            }
        }
    }

    #[inline]
    fn text(self) -> &'c str {
        match self {
            Self::OfValue(key, _) => key.as_str(),
            Self::Named(name) => &name.text,
            Self::Field(text, _) => text,
        }
    }
}

impl<'c> Key<'c> for ConfigKey<'c> {
    #[inline]
    fn among(self, fields: Option<&'static [&'static str]>) -> Self {
        match (self, fields) {
            (Self::Named(name), Some(fields)) => {
                let is_meant = |field: &&&str| is_same_name(field, &name.text);
                let is_free = name.spelling == Spelling::Loose && !fields.contains(&&*name.text);
                match fields.iter().find(is_meant) {
                    Some(field) if is_free => Self::Field(field, name),
                    _ => self,
                }
            }
            _ => self,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        self.text()
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(match self {
            Self::OfValue(key, base) => shifted(key.span(), base),
            Self::Named(name) | Self::Field(_, name) => name.span,
        })
    }

    #[inline]
    fn deserializer(&self) -> KeyDeserializer<'c, '_> {
        KeyDeserializer::borrowed(self.text())
    }

    #[cold]
    fn hand_out(self, owner: Option<Span>, scope: usize) {
        let text = HandedText::borrowed(self.text());
        let span = self.span().unwrap_or_default();
        handed::push_part(Token::Key { text, owner }, span, scope);
    }
}
