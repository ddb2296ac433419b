//! The entries of tables and the elements of arrays, of one document or put together from several.

use std::slice;

use toml_core::de::KeyDeserializer;
use toml_core::{Span, ValueId};

use super::{ConfigNode, Context, Item};
use crate::config::env::is_same_name;
use crate::config::sources::NOWHERE;
use crate::config::tree::{Content, Key as SlotKey, Name, Slot, SlotId, Spelling, Table, Text};
use crate::de::document::{self, DocumentEntry, DocumentKey};
use crate::de::handed::{self, Text as HandedText, Token};
use crate::de::node::{Entry, Key, Node};

/// The entries of a table: the values of a document, of which some are replaced, and then others.
pub(in crate::config) struct Entries<'n, 'c> {
    context: &'n Context<'n, 'c>,
    values: Option<document::Entries<'n, 'c>>,
    /// What stands in the place of those that are left.
    instead: &'c [(ValueId, SlotId)],
    added: slice::Iter<'c, SlotId>,
}

/// The elements of an array.
pub(in crate::config) struct Elements<'n, 'c> {
    context: &'n Context<'n, 'c>,
    rest: Rest<'n, 'c>,
}

/// What is left of an array.
pub(super) enum Rest<'n, 'c> {
    Values(document::Parts<'n, 'c>),
    Slots(slice::Iter<'c, SlotId>),
    Texts(slice::Iter<'c, Text>),
}

/// A value of a table, which knows its key.
#[derive(Clone, Copy)]
pub(in crate::config) struct ConfigEntry<'n, 'c> {
    context: &'n Context<'n, 'c>,
    place: EntryPlace<'n, 'c>,
}

#[derive(Clone, Copy)]
enum EntryPlace<'n, 'c> {
    /// In a document.
    Value(DocumentEntry<'n, 'c>),
    Slot(&'c Slot),
}

/// A key of a configuration.
#[derive(Clone, Copy)]
pub(in crate::config) enum ConfigKey<'n, 'c> {
    /// That of a value of a document.
    OfValue(DocumentKey<'n, 'c>),
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
    pub(super) fn of_values(
        context: &'n Context<'n, 'c>,
        values: document::Entries<'n, 'c>,
    ) -> Self {
        Self {
            values: Some(values),
            ..Self::none(context)
        }
    }

    #[inline]
    pub(super) fn none(context: &'n Context<'n, 'c>) -> Self {
        Self {
            context,
            values: None,
            instead: &[],
            added: [].iter(),
        }
    }

    #[inline]
    pub(super) fn of_table(context: &'n Context<'n, 'c>, table: &'c Table) -> Self {
        let values = table.base.map(|base| context.value(base).entries());
        Self {
            context,
            values,
            instead: &table.instead,
            added: table.added.iter(),
        }
    }

    /// What stands in the place of a value, or else what is behind that.
    #[inline(never)]
    fn next_instead(&mut self, mut slot: &'c Slot) -> Option<ConfigEntry<'n, 'c>> {
        let context = self.context;
        while !is_set(slot) {
            let Some(values) = &mut self.values else {
                return self.next_added();
            };
            let Some(entry) = values.next() else {
                return self.next_added();
            };
            match self.instead {
                [(next, instead), rest @ ..] if *next == entry.value().id() => {
                    self.instead = rest;
                    slot = context.tree.slot(*instead);
                }
                _ => {
                    let place = EntryPlace::Value(entry);
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
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "a result that is handed over in memory is waited for"
    )]
    fn next(&mut self) -> Option<Self::Item> {
        let context = self.context;
        let Some(mut entry) = self.values.as_mut().and_then(Iterator::next) else {
            return self.next_added();
        };
        if let [(next, slot), rest @ ..] = self.instead
            && *next == entry.value().id()
        {
            self.instead = rest;
            let slot = context.tree.slot(*slot);
            match context.entry_of_one_line(slot) {
                Some(found) => entry = found,
                None => return self.next_instead(slot),
            }
        }
        let place = EntryPlace::Value(entry);
        Some(ConfigEntry { context, place })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let values = self
            .values
            .as_ref()
            .map_or(0, |values| values.size_hint().0);
        let most = values + self.added.len();
        // What was deleted is not known yet.
        let is_exact = self.instead.is_empty() && self.added.len() == 0;
        (if is_exact { most } else { 0 }, Some(most))
    }
}

impl<'n, 'c> Elements<'n, 'c> {
    #[inline]
    pub(super) fn new(context: &'n Context<'n, 'c>, rest: Rest<'n, 'c>) -> Self {
        Self { context, rest }
    }
}

impl<'n, 'c> Iterator for Elements<'n, 'c> {
    type Item = ConfigNode<'n, 'c>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let context = self.context;
        match &mut self.rest {
            Rest::Values(values) => {
                let item = Item::Value(values.next()?);
                Some(ConfigNode { context, item })
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
            Rest::Values(values) => values.size_hint(),
            Rest::Texts(texts) => texts.size_hint(),
        }
    }
}

impl<'n, 'c> ConfigEntry<'n, 'c> {
    /// The entry of a slot that has a key.
    #[inline]
    fn of_slot(context: &'n Context<'n, 'c>, slot: &'c Slot) -> Self {
        let entry = context.entry_of_one_line(slot);
        let place = entry.map_or(EntryPlace::Slot(slot), EntryPlace::Value);
        Self { context, place }
    }
}

impl<'n, 'c> Entry<'c> for ConfigEntry<'n, 'c> {
    type Key = ConfigKey<'n, 'c>;
    type Value = ConfigNode<'n, 'c>;

    #[inline]
    fn key(self) -> ConfigKey<'n, 'c> {
        match self.place {
            EntryPlace::Value(entry) => ConfigKey::OfValue(entry.key()),
            EntryPlace::Slot(slot) => ConfigKey::of_slot(self.context, slot),
        }
    }

    #[inline]
    fn value(self) -> ConfigNode<'n, 'c> {
        let context = self.context;
        match self.place {
            EntryPlace::Value(entry) => ConfigNode {
                context,
                item: Item::Value(entry.value()),
            },
            EntryPlace::Slot(slot) => ConfigNode::in_slot(context, slot),
        }
    }
}

impl<'n, 'c> ConfigKey<'n, 'c> {
    #[inline(never)]
    fn of_slot(context: &'n Context<'n, 'c>, slot: &'c Slot) -> Self {
        match &slot.key {
            Some(SlotKey::OfValue(value)) => Self::OfValue(context.value(*value).as_entry().key()),
            Some(SlotKey::Named(name)) => Self::Named(name),
            None => Self::Named(&NO_NAME),
        }
    }
}

/// The key of what has none, which no table has.
static NO_NAME: Name = Name {
    text: String::new(),
    span: NOWHERE,
    spelling: Spelling::Exact,
};

impl<'c> Key<'c> for ConfigKey<'_, 'c> {
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
        match self {
            Self::OfValue(key) => key.as_str(),
            Self::Named(name) => &name.text,
            Self::Field(text, _) => text,
        }
    }

    #[inline]
    fn span(self) -> Option<Span> {
        match self {
            Self::OfValue(key) => key.span(),
            Self::Named(name) | Self::Field(_, name) => Some(name.span),
        }
    }

    #[inline]
    fn deserializer(&self) -> KeyDeserializer<'c, '_> {
        match self {
            Self::OfValue(key) => key.deserializer(),
            Self::Named(name) => KeyDeserializer::borrowed(&name.text),
            Self::Field(text, _) => KeyDeserializer::borrowed(text),
        }
    }

    #[cold]
    fn hand_out(self, owner: Option<Span>, scope: usize) {
        let (text, span) = match self {
            Self::OfValue(key) => return key.hand_out(owner, scope),
            Self::Named(name) => (&*name.text, name.span),
            Self::Field(text, name) => (*text, name.span),
        };
        let text = HandedText::borrowed(text);
        handed::push_part(Token::Key { text, owner }, span, scope);
    }
}
