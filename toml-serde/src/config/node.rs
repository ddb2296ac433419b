//! The merged configuration, as the deserializer reads it.

use std::slice;

use serde_core::de::Visitor;
use toml_core::de::KeyDeserializer;
use toml_core::{Datetime, DetachedRef, Kind, Span, ValueId, ValueIter, ValueRef};

use super::env::is_same_name;
use super::sources::{NOWHERE, Parsed, Sources, shifted};
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
    /// A value of a document: nearly all are.
    Value(DetachedRef<'c>, &'c Parsed),
    /// A table or array that was put together, or nothing that can be read.
    Slot(&'c Slot),
    /// Text that stands in no document as a string.
    Text(&'c Text),
    /// Such text, read as a boolean.
    Boolean(&'c Text, bool),
    /// Such text, read as a list of one.
    ListOfOne(&'c Text),
    /// Such text, read as the name of a variant.
    Variant(&'c Text, &'static &'static str),
}

impl<'n, 'c> ConfigNode<'n, 'c> {
    /// The value in a slot.
    pub(super) fn of_slot(context: &'n Context<'c>, id: SlotId) -> Self {
        Self::in_slot(context, context.tree.slot(id))
    }

    fn in_slot(context: &'n Context<'c>, slot: &'c Slot) -> Self {
        let item = match &slot.content {
            Content::Value(value) => {
                let (value, parsed) = context.sources.value(*value);
                Item::Value(value.detach(), parsed)
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
        let item = Item::Value(value.detach(), parsed);
        Self { context, item }
    }

    fn with(self, item: Item<'c>) -> Self {
        Self { item, ..self }
    }

    /// The text of a string, whatever it is made of.
    #[inline]
    fn string(self) -> Option<&'c str> {
        match self.item {
            Item::Value(value, parsed) => parsed.document.attach(value).as_str(),
            Item::Text(text) => Some(&text.content),
            Item::Variant(_, name) => Some(name),
            Item::Slot(_) | Item::Boolean(..) | Item::ListOfOne(_) => None,
        }
    }

    #[inline]
    fn value(self) -> Option<ValueRef<'c>> {
        match self.item {
            Item::Value(value, parsed) => Some(parsed.document.attach(value)),
            _ => None,
        }
    }

    /// What text is as a value of TOML.
    fn parsed(self, text: &'c Text) -> Option<Self> {
        let (value, parsed) = self.context.sources.value(text.value?);
        Some(self.with(Item::Value(value.detach(), parsed)))
    }

    /// [`resolved`](Node::resolved), for text that may be read as other types.
    #[cold]
    #[inline(never)]
    fn read_as(self, text: &'c Text, wanted: Wanted) -> Self {
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

    /// [`among`](Node::among), for text that may be read as other types.
    #[cold]
    #[inline(never)]
    fn named_among(self, text: &'c Text, variants: &'static [&'static str]) -> Self {
        if variants.contains(&text.content.as_str()) {
            return self;
        }
        let name = text.content.trim();
        let mut all = variants.iter();
        match all.find(|variant| is_same_name(variant, name)) {
            Some(variant) => self.with(Item::Variant(text, variant)),
            None => self,
        }
    }

    /// [`kind`](Node::kind) of what is no value of a document.
    #[inline(never)]
    fn kind_of_other(self) -> Kind {
        match self.item {
            Item::Value(value, parsed) => parsed.document.attach(value).kind(),
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

    #[inline]
    fn resolved(self, wanted: Wanted) -> Self {
        match self.item {
            Item::Text(text) if text.reading == Reading::AsWanted => self.read_as(text, wanted),
            _ => self,
        }
    }

    #[inline]
    fn among(self, variants: &'static [&'static str]) -> Self {
        match self.item {
            Item::Text(text) if text.reading == Reading::AsWanted => {
                self.named_among(text, variants)
            }
            _ => self,
        }
    }

    #[inline]
    fn kind(self) -> Kind {
        match self.item {
            Item::Value(value, parsed) => parsed.document.attach(value).kind(),
            _ => self.kind_of_other(),
        }
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(match self.item {
            Item::Value(value, parsed) => {
                shifted(parsed.document.attach(value).span(), parsed.base)
            }
            Item::Text(text)
            | Item::Boolean(text, _)
            | Item::ListOfOne(text)
            | Item::Variant(text, _) => text.span,
            Item::Slot(slot) => slot.span,
        })
    }

    #[inline]
    fn entries(self) -> Entries<'n, 'c> {
        match self.item {
            Item::Value(value, parsed) => Entries {
                context: self.context,
                values: Some((parsed.document.attach(value).children(), parsed)),
                instead: &[],
                added: [].iter(),
            },
            Item::Slot(Slot {
                content: Content::Table(table),
                ..
            }) => Entries::of_table(self.context, table),
            _ => Entries::of_table(self.context, &NO_TABLE),
        }
    }

    #[inline]
    fn elements(self) -> Elements<'n, 'c> {
        let context = self.context;
        let rest = match self.item {
            Item::Value(value, parsed) => {
                Rest::Values(parsed.document.attach(value).children(), parsed)
            }
            Item::Slot(Slot {
                content: Content::Array(children),
                ..
            }) => Rest::Slots(children.iter()),
            Item::ListOfOne(text) => Rest::Texts(text.parts.iter()),
            _ => Rest::Slots([].iter()),
        };
        Elements { context, rest }
    }

    #[inline]
    fn text(&self) -> &str {
        self.string().unwrap_or_default()
    }

    #[inline]
    fn borrowed_text(self) -> Option<&'c str> {
        self.string()
    }

    #[inline]
    fn visit_text<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.string().unwrap_or_default())
    }

    #[inline]
    fn visit_integer<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value() {
            Some(value) => visit_integer(value, visitor),
            None => visitor.visit_i64(0),
        }
    }

    fn integer(self) -> Option<i128> {
        self.value()?.as_i128()
    }

    #[inline]
    fn float(self) -> f64 {
        self.value()
            .and_then(|value| value.as_f64())
            .unwrap_or(f64::NAN)
    }

    #[inline]
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
                let value = parsed.document.attach(value);
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
            Item::Value(value, parsed) => token(parsed.document.attach(value), text),
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

/// A table without keys.
static NO_TABLE: Table = Table {
    base: None,
    instead: Vec::new(),
    added: Vec::new(),
};

/// The entries of a table: the values of a document, of which some are replaced, and then others.
pub(super) struct Entries<'n, 'c> {
    context: &'n Context<'c>,
    values: Option<(ValueIter<'c>, &'c Parsed)>,
    /// What stands in the place of those that are left.
    instead: &'c [(ValueId, SlotId)],
    added: slice::Iter<'c, SlotId>,
}

/// The elements of an array.
pub(super) struct Elements<'n, 'c> {
    context: &'n Context<'c>,
    rest: Rest<'c>,
}

enum Rest<'c> {
    Values(ValueIter<'c>, &'c Parsed),
    Slots(slice::Iter<'c, SlotId>),
    Texts(slice::Iter<'c, Text>),
}

/// A value of a table, which knows its key.
#[derive(Clone, Copy)]
pub(super) struct ConfigEntry<'n, 'c> {
    context: &'n Context<'c>,
    place: EntryPlace<'c>,
}

#[derive(Clone, Copy)]
enum EntryPlace<'c> {
    /// In a document.
    Value(DetachedRef<'c>, &'c Parsed),
    Slot(&'c Slot),
}

/// A key of a configuration.
#[derive(Clone, Copy)]
pub(super) enum ConfigKey<'c> {
    /// That of a value of a document.
    OfValue(DetachedRef<'c>, &'c Parsed),
    Named(&'c Name),
    /// One that stands for the name of a field.
    Field(&'static &'static str, &'c Name),
}

/// Whether there is anything in a slot, be it something that cannot be read.
#[inline]
fn is_set(slot: &Slot) -> bool {
    !matches!(slot.content, Content::Deleted | Content::Absent)
}

impl<'n, 'c> Entries<'n, 'c> {
    #[inline]
    fn of_table(context: &'n Context<'c>, table: &'c Table) -> Self {
        let values = table.base.map(|base| {
            let (value, parsed) = context.sources.value(base);
            (value.children(), parsed)
        });
        Self {
            context,
            values,
            instead: &table.instead,
            added: table.added.iter(),
        }
    }

    /// What stands in the place of a value, or else what is behind that.
    #[inline(never)]
    fn next_instead(&mut self, slot: SlotId) -> Option<ConfigEntry<'n, 'c>> {
        let context = self.context;
        let mut slot = context.tree.slot(slot);
        while !is_set(slot) {
            let Some((values, parsed)) = &mut self.values else {
                return self.next_added();
            };
            let Some(value) = values.next() else {
                return self.next_added();
            };
            match self.instead {
                [(next, instead), rest @ ..] if *next == value.id() => {
                    self.instead = rest;
                    slot = context.tree.slot(*instead);
                }
                _ => {
                    let place = EntryPlace::Value(value.detach(), parsed);
                    return Some(ConfigEntry { context, place });
                }
            }
        }
        Some(ConfigEntry::of_slot(context, slot))
    }

    #[inline(never)]
    fn next_added(&mut self) -> Option<ConfigEntry<'n, 'c>> {
        let context = self.context;
        let mut added = self.added.by_ref().map(|id| context.tree.slot(*id));
        let slot = added.find(|slot| is_set(slot))?;
        Some(ConfigEntry::of_slot(context, slot))
    }
}

impl<'n, 'c> Iterator for Entries<'n, 'c> {
    type Item = ConfigEntry<'n, 'c>;

    /// The next one. What was deleted is left out.
    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let Some((values, parsed)) = &mut self.values else {
            return self.next_added();
        };
        let Some(value) = values.next() else {
            return self.next_added();
        };
        // The elements of an array have no keys, and so are no entries.
        value.key()?;
        if let [(next, slot), rest @ ..] = self.instead
            && *next == value.id()
        {
            self.instead = rest;
            return self.next_instead(*slot);
        }
        let place = EntryPlace::Value(value.detach(), parsed);
        let context = self.context;
        Some(ConfigEntry { context, place })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let values = self.values.as_ref().map_or(0, |(values, _)| values.len());
        let most = values + self.added.len();
        // What was deleted is not known yet.
        let is_exact = self.instead.is_empty() && self.added.len() == 0;
        (if is_exact { most } else { 0 }, Some(most))
    }
}

impl<'n, 'c> Iterator for Elements<'n, 'c> {
    type Item = ConfigNode<'n, 'c>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let context = self.context;
        match &mut self.rest {
            Rest::Values(values, parsed) => {
                let value = values.next()?;
                Some(ConfigNode::of_value(context, value, parsed))
            }
            Rest::Slots(slots) => {
                let mut slots = slots.map(|id| context.tree.slot(*id));
                let slot = slots.find(|slot| is_set(slot))?;
                Some(ConfigNode::in_slot(context, slot))
            }
            Rest::Texts(texts) => {
                let item = Item::Text(texts.next()?);
                Some(ConfigNode { context, item })
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.rest {
            Rest::Slots(slots) => slots.size_hint(),
            Rest::Values(values, _) => values.size_hint(),
            Rest::Texts(texts) => texts.size_hint(),
        }
    }
}

impl<'n, 'c> ConfigEntry<'n, 'c> {
    /// The entry of a slot that has a key.
    #[inline]
    fn of_slot(context: &'n Context<'c>, slot: &'c Slot) -> Self {
        let place = match (&slot.key, &slot.content) {
            // Key and value are those of one line.
            (Some(SlotKey::OfValue(key)), Content::Value(value)) if key == value => {
                let (value, parsed) = context.sources.value(*value);
                EntryPlace::Value(value.detach(), parsed)
            }
            _ => EntryPlace::Slot(slot),
        };
        Self { context, place }
    }
}

impl<'n, 'c> Entry<'c> for ConfigEntry<'n, 'c> {
    type Key = ConfigKey<'c>;
    type Value = ConfigNode<'n, 'c>;

    #[inline]
    fn key(self) -> ConfigKey<'c> {
        match self.place {
            EntryPlace::Value(value, parsed) => ConfigKey::OfValue(value, parsed),
            EntryPlace::Slot(slot) => ConfigKey::of_slot(self.context.sources, slot),
        }
    }

    #[inline]
    fn value(self) -> ConfigNode<'n, 'c> {
        let context = self.context;
        match self.place {
            EntryPlace::Value(value, parsed) => ConfigNode {
                context,
                item: Item::Value(value, parsed),
            },
            EntryPlace::Slot(slot) => ConfigNode::in_slot(context, slot),
        }
    }
}

impl<'c> ConfigKey<'c> {
    #[inline(never)]
    fn of_slot(sources: &'c Sources, slot: &'c Slot) -> Self {
        match &slot.key {
            Some(SlotKey::OfValue(value)) => {
                let (value, parsed) = sources.value(*value);
                Self::OfValue(value.detach(), parsed)
            }
            Some(SlotKey::Named(name)) => Self::Named(name),
            None => Self::Named(&NO_NAME),
        }
    }

    #[inline]
    fn text(self) -> &'c str {
        match self {
            Self::OfValue(value, parsed) => {
                let key = parsed.document.attach_key(value);
                let span = key.text_span();
                let plain = span.and_then(|span| parsed.document.source().get(span.range()));
                plain.unwrap_or_else(|| key.as_str())
            }
            Self::Named(name) => &name.text,
            Self::Field(text, _) => text,
        }
    }
}

/// The key of what has none, which no table has.
static NO_NAME: Name = Name {
    text: String::new(),
    span: NOWHERE,
    spelling: Spelling::Exact,
};

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
            Self::OfValue(value, parsed) => {
                shifted(parsed.document.attach_key(value).span(), parsed.base)
            }
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
