//! The merged configuration: values of documents as they are, and tables and arrays put together from several.

mod cursor;

use std::collections::HashMap;

use toml_core::{KeyRef, Kind, Segment, Span, TableRef, ValueId, ValueRef};

use super::env::is_same_name;
use super::sources::{DocumentValue, NOWHERE, Sources, shifted};

pub(super) use cursor::{Cursor, Known};

/// Number of a slot. The root is 0.
pub(super) type SlotId = u32;

/// The root table.
pub(super) const ROOT: SlotId = 0;

/// Tables with more keys than this are searched by an index.
const INDEX_THRESHOLD: usize = 16;

/// For no more slots than these room is made beforehand: a large layer may need a few of them only.
const MOST_ROOM: usize = 256;

/// A value of the merged configuration.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found {
    Slot(SlotId),
    /// One inside of a document.
    Value(DocumentValue),
}

/// A slot: a value of the merged configuration that is its own, with its key.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) key: Option<Key>,
    pub(super) content: Content,
    /// Where it was set.
    pub(super) span: Span,
    /// What it has replaced.
    pub(super) displaced: Option<Found>,
}

/// What a slot holds.
#[derive(Debug)]
pub(super) enum Content {
    /// Nothing yet.
    Absent,
    /// A value of a document with all that is in it.
    Value(DocumentValue),
    Text(Box<Text>),
    Table(Box<Table>),
    Array(Vec<SlotId>),
    /// Nothing any more: a layer has deleted it.
    Deleted,
    /// A value that was reported to be wrong, if it stands in a document.
    Broken(Option<DocumentValue>),
}

/// A table that was put together: one of a document, with changes.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Whose values these are, but for those that have a slot.
    pub(super) base: Option<DocumentValue>,
    /// What stands in the place of values of `base`, by rising number of these, which is their order.
    pub(super) instead: Vec<(ValueId, SlotId)>,
    /// Keys that `base` does not have.
    pub(super) added: Vec<SlotId>,
}

/// Text that does not stand in a document as a string.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) content: String,
    /// Where it stands, or what it was made of.
    pub(super) span: Span,
    pub(super) reading: Reading,
    /// What it is as a value of TOML.
    pub(super) value: Option<DocumentValue>,
    /// What it is as a list.
    pub(super) parts: Vec<Text>,
}

/// Whether text may be read as other types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// By the type that is wanted.
    AsWanted,
    /// As text only.
    AsText,
}

/// A key of a table.
#[derive(Clone, Debug)]
pub(super) enum Key {
    /// The key of a value of a document.
    OfValue(DocumentValue),
    /// One of a variable, an override or a rule.
    Named(Box<Name>),
}

/// A key that stands in no document.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) spelling: Spelling,
}

/// Whether a key may stand for others that are spelled alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    Exact,
    /// Case, `-` and `_` do not count.
    Loose,
}

/// What kinds of values there are to the rules of merging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing is there.
    Nothing,
    Table,
    Array,
    String,
    Number,
    Boolean,
    Datetime,
    /// Text that is read by the type that is wanted.
    Loose,
    /// Reported already.
    Broken,
}

/// All slots.
#[derive(Debug)]
pub(super) struct Tree {
    slots: Vec<Slot>,
    /// Whether some keys may stand for others that are spelled alike.
    spelling: Spelling,
    /// The keys of large tables.
    index: HashMap<
        SlotId,
        HashMap<String, SlotId, foldhash::fast::RandomState>,
        foldhash::fast::RandomState,
    >,
}

impl Tree {
    /// An empty root table, with room for about as many more slots.
    pub(super) fn with_room(slots: usize) -> Self {
        let mut all = Vec::with_capacity(slots.min(MOST_ROOM) + 1);
        all.push(Slot {
            key: None,
            content: Content::Table(Box::default()),
            span: NOWHERE,
            displaced: None,
        });
        Self {
            spelling: Spelling::Exact,
            slots: all,
            index: HashMap::default(),
        }
    }

    #[inline]
    pub(super) fn slot(&self, id: SlotId) -> &Slot {
        &self.slots[id as usize]
    }

    #[inline]
    pub(super) fn slot_mut(&mut self, id: SlotId) -> &mut Slot {
        &mut self.slots[id as usize]
    }

    /// Makes the indexes of all large tables, when nothing changes any more.
    pub(super) fn finish(&mut self, sources: &Sources) {
        for id in 0..self.slots.len() as SlotId {
            self.make_index(sources, id);
        }
    }

    /// What a slot has held before, the latest first.
    pub(super) fn displaced(&self, id: SlotId) -> impl Iterator<Item = Found> {
        let before = |found: &Found| match found {
            Found::Slot(id) => self.slot(*id).displaced,
            Found::Value(_) => None,
        };
        std::iter::successors(self.slot(id).displaced, before)
    }

    #[inline]
    pub(super) fn push(&mut self, slot: Slot) -> SlotId {
        self.slots.push(slot);
        self.slots.len() as SlotId - 1
    }

    /// Puts new content into a slot, and what was there behind it.
    #[inline]
    pub(super) fn displace(&mut self, id: SlotId, content: Content, span: Span) {
        let behind = self.slots.len() as SlotId;
        if !self.index.is_empty() {
            self.index.remove(&id);
        }
        let slot = &mut self.slots[id as usize];
        let old_content = std::mem::replace(&mut slot.content, content);
        let old_span = std::mem::replace(&mut slot.span, span);
        if let Content::Absent = old_content {
            return;
        }
        let old = Slot {
            key: slot.key.clone(),
            content: old_content,
            span: old_span,
            displaced: slot.displaced,
        };
        slot.displaced = Some(Found::Slot(behind));
        self.slots.push(old);
    }

    /// The slots of the elements of an array that was put together; none for other values.
    pub(super) fn elements(&self, id: SlotId) -> &[SlotId] {
        match &self.slot(id).content {
            Content::Array(elements) => elements,
            _ => &[],
        }
    }

    /// A table that was put together.
    fn table(&self, id: SlotId) -> Option<&Table> {
        match &self.slot(id).content {
            Content::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Puts a slot behind the others of a table or array. A table must not have its key.
    pub(super) fn link(&mut self, sources: &Sources, parent: SlotId, child: SlotId) {
        match &mut self.slot_mut(parent).content {
            Content::Table(table) => table.added.push(child),
            Content::Array(elements) => elements.push(child),
            _ => {}
        }
        if let Some(Key::Named(name)) = &self.slots[child as usize].key
            && name.spelling == Spelling::Loose
        {
            self.spelling = Spelling::Loose;
        }
        if let Some(index) = self.index.get_mut(&parent)
            && let Some(key) = &self.slots[child as usize].key
        {
            index.insert(key_text(sources, key).to_owned(), child);
        }
    }

    /// The value of a key of a table that was put together.
    pub(super) fn look_up(&self, sources: &Sources, table: SlotId, key: &str) -> Option<Found> {
        let table_of = self.table(table)?;
        if let Some(base) = table_of.base
            && let Some(child) = sources.value(base).0.get(key)
        {
            return Some(match table_of.instead_of(child.id()) {
                Some(slot) => Found::Slot(slot),
                None => Found::Value(DocumentValue {
                    id: child.id(),
                    ..base
                }),
            });
        }
        let added = self.look_up_added(sources, table, key);
        let alike = || self.find_named_like(table, key);
        added.or_else(alike).map(Found::Slot)
    }

    /// The slot of a key that the document of a table does not have.
    fn look_up_added(&self, sources: &Sources, table: SlotId, key: &str) -> Option<SlotId> {
        if let Some(index) = self.index.get(&table) {
            return index.get(key).copied();
        }
        let mut added = self.table(table)?.added.iter().copied();
        added.find(|child| self.slot(*child).has_key(sources, key))
    }

    /// The slot of a key of a table that was put together; it is made for a value that has none yet.
    pub(super) fn find(&mut self, sources: &Sources, table: SlotId, key: &str) -> Option<SlotId> {
        self.make_index(sources, table);
        let found = self.look_up(sources, table, key)?;
        let slot = self.slot_of(sources, table, found);
        if let Content::Table(table) = &mut self.slot_mut(table).content {
            table.sort_last();
        }
        Some(slot)
    }

    /// The slot of a value of a table; it is made for one that has none yet. [`Table::sort`] is to be called then.
    pub(super) fn slot_of(&mut self, sources: &Sources, table: SlotId, found: Found) -> SlotId {
        match found {
            Found::Slot(slot) => slot,
            Found::Value(value) => {
                let slot = Slot {
                    key: Some(Key::OfValue(value)),
                    content: Content::Value(value),
                    span: sources.span(value),
                    displaced: None,
                };
                self.push_instead(table, value.id, slot)
            }
        }
    }

    /// Puts a value of a document in the place of one of a table, which is kept behind it.
    /// [`Table::sort`] is to be called then.
    pub(super) fn supersede(&mut self, table: SlotId, old: Found, new: DocumentValue, span: Span) {
        let key = Some(Key::OfValue(new));
        let content = Content::Value(new);
        match old {
            Found::Slot(slot) => {
                self.displace(slot, content, span);
                self.slot_mut(slot).key = key;
            }
            Found::Value(value) => {
                let slot = Slot {
                    key,
                    content,
                    span,
                    displaced: Some(old),
                };
                self.push_instead(table, value.id, slot);
            }
        }
    }

    #[inline]
    fn push_instead(&mut self, table: SlotId, value: ValueId, slot: Slot) -> SlotId {
        let slot = self.push(slot);
        if let Content::Table(table) = &mut self.slot_mut(table).content {
            table.instead.push((value, slot));
        }
        slot
    }

    /// The slot of a key that a variable has named and no layer had, where the key differs from it in case, `-` and `_` only.
    pub(super) fn find_named_like(&self, table: SlotId, key: &str) -> Option<SlotId> {
        if self.spelling == Spelling::Exact {
            return None;
        }
        let mut added = self.table(table)?.added.iter().copied();
        added.find(|child| match &self.slot(*child).key {
            Some(Key::Named(name)) => {
                name.spelling == Spelling::Loose && is_same_name(&name.text, key)
            }
            _ => false,
        })
    }

    /// Gives a slot the spelling that a layer has for its key.
    pub(super) fn respell(&mut self, table: SlotId, child: SlotId, key: Key) {
        self.index.remove(&table);
        self.slot_mut(child).key = Some(key);
    }

    /// A key of a table that was put together which differs from another in case, `-` and `_` only.
    pub(super) fn key_like(&self, sources: &Sources, table: SlotId, key: &str) -> Option<String> {
        let table = self.table(table)?;
        let base = table.base.and_then(|base| sources.value(base).0.as_table());
        let of_base = base
            .into_iter()
            .flat_map(TableRef::keys)
            .map(KeyRef::as_str);
        let added = table
            .added
            .iter()
            .filter_map(|child| self.slot(*child).key.as_ref());
        let added = added.map(|key| key_text(sources, key));
        let mut keys = of_base.chain(added);
        keys.find(|known| is_same_name(known, key))
            .map(str::to_owned)
    }

    /// Makes the index of a table that has become large.
    #[inline]
    fn make_index(&mut self, sources: &Sources, table: SlotId) {
        let added = self.table(table).map_or(0, |table| table.added.len());
        if added > INDEX_THRESHOLD && !self.index.contains_key(&table) {
            self.index_added(sources, table);
        }
    }

    #[cold]
    fn index_added(&mut self, sources: &Sources, table: SlotId) {
        let added = self.table(table).map_or(&[][..], |table| &table.added);
        let keys = added.iter().filter_map(|child| {
            let text = key_text(sources, self.slot(*child).key.as_ref()?);
            Some((text.to_owned(), *child))
        });
        let keys = keys.collect();
        self.index.insert(table, keys);
    }

    /// Makes a table or array of a document one that can be changed.
    pub(super) fn open(&mut self, sources: &Sources, id: SlotId) {
        let Content::Value(value) = self.slot(id).content else {
            return;
        };
        let (found, parsed) = sources.value(value);
        match found.kind() {
            Kind::Table => self.slot_mut(id).content = Content::Table(Box::new(Table::of(value))),
            Kind::Array => {
                let elements = found.children().map(|element| {
                    let value = DocumentValue {
                        id: element.id(),
                        ..value
                    };
                    self.push(Slot {
                        key: None,
                        content: Content::Value(value),
                        span: shifted(element.span(), parsed.base),
                        displaced: None,
                    })
                });
                let elements = elements.collect();
                self.slot_mut(id).content = Content::Array(elements);
            }
            _ => {}
        }
    }

    /// What kind of value some content is.
    pub(super) fn shape(sources: &Sources, content: &Content) -> Shape {
        match content {
            Content::Absent | Content::Deleted => Shape::Nothing,
            Content::Broken(_) => Shape::Broken,
            Content::Table(_) => Shape::Table,
            Content::Array(_) => Shape::Array,
            Content::Text(text) => match text.reading {
                Reading::AsWanted => Shape::Loose,
                Reading::AsText => Shape::String,
            },
            Content::Value(value) => Shape::of(sources.value(*value).0),
        }
    }
}

impl Table {
    /// A table of a document, without changes.
    pub(super) fn of(base: DocumentValue) -> Self {
        Self {
            base: Some(base),
            ..Self::default()
        }
    }

    /// Whether it has never had a key.
    pub(super) fn is_new(&self) -> bool {
        self.base.is_none() && self.added.is_empty()
    }

    /// What stands in the place of a value of the document.
    #[inline]
    pub(super) fn instead_of(&self, value: ValueId) -> Option<SlotId> {
        if self.instead.is_empty() {
            return None;
        }
        let found = self
            .instead
            .binary_search_by_key(&value, |(value, _)| *value);
        found.ok().map(|at| self.instead[at].1)
    }

    /// [`sort`](Self::sort), where no more than the last may be out of order.
    fn sort_last(&mut self) {
        if let Some((last, sorted)) = self.instead.split_last() {
            let place = sorted.partition_point(|other| other < last);
            self.instead[place..].rotate_right(1);
        }
    }

    /// Brings what was put in the place of values into their order again, which it mostly is in.
    pub(super) fn sort(&mut self) {
        if !self.instead.is_sorted() {
            self.instead.sort();
        }
    }
}

impl Slot {
    /// A slot with nothing in it.
    pub(super) fn new(key: Option<Key>, span: Span) -> Self {
        Self {
            key,
            content: Content::Absent,
            span,
            displaced: None,
        }
    }

    fn has_key(&self, sources: &Sources, key: &str) -> bool {
        let own = self.key.as_ref();
        own.is_some_and(|own| key_text(sources, own) == key)
    }
}

impl Shape {
    /// That of a value of a document.
    #[inline]
    pub(super) fn of(value: ValueRef<'_>) -> Self {
        match value.kind() {
            Kind::String => Self::String,
            Kind::Integer | Kind::Float => Self::Number,
            Kind::Boolean => Self::Boolean,
            Kind::Datetime => Self::Datetime,
            Kind::Array => Self::Array,
            Kind::Table => Self::Table,
            Kind::Error => Self::Broken,
        }
    }

    /// With an article, for messages.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Nothing | Self::Broken => "nothing",
            Self::Table => "a table",
            Self::Array => "an array",
            Self::String | Self::Loose => "a string",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::Datetime => "a date-time",
        }
    }
}

/// The decoded text of a key.
pub(super) fn key_text<'s>(sources: &'s Sources, key: &'s Key) -> &'s str {
    match key {
        Key::Named(name) => &name.text,
        Key::OfValue(value) => {
            let key = sources.value(*value).0.key();
            key.map_or("", |key| key.as_str())
        }
    }
}

/// Where a key stands.
pub(super) fn key_span(sources: &Sources, key: &Key) -> Span {
    match key {
        Key::Named(name) => name.span,
        Key::OfValue(value) => {
            let (found, parsed) = sources.value(*value);
            let span = found.key().map_or(found.span(), |key| key.span());
            shifted(span, parsed.base)
        }
    }
}

/// A step of a path, by the key of a slot or its number among its siblings.
pub(super) fn segment(sources: &Sources, tree: &Tree, parent: SlotId, child: SlotId) -> Segment {
    if let Some(key) = &tree.slot(child).key {
        return Segment::Key(key_text(sources, key).to_owned());
    }
    let at = tree
        .elements(parent)
        .iter()
        .position(|other| *other == child);
    Segment::Index(at.and_then(|at| i64::try_from(at).ok()).unwrap_or_default())
}
