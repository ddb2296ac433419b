//! The merged configuration: values of documents as they are, and tables and arrays put together from several.

use std::collections::HashMap;

use toml_core::{Kind, Segment, Span};

use super::sources::{DocumentValue, NOWHERE, Sources, shifted};

/// Number of a slot. The root is 0.
pub(super) type SlotId = u32;

/// The root table.
pub(super) const ROOT: SlotId = 0;

/// Tables with more keys than this are searched by an index.
const INDEX_THRESHOLD: usize = 16;

/// A value of the merged configuration, with its key.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) key: Option<Key>,
    pub(super) content: Content,
    /// Where it was set.
    pub(super) span: Span,
    /// What it has replaced.
    pub(super) displaced: Option<SlotId>,
}

/// What a slot holds.
#[derive(Debug)]
pub(super) enum Content {
    /// Nothing yet.
    Absent,
    /// A value of a document with all that is in it.
    Value(DocumentValue),
    Text(Box<Text>),
    Table(Vec<SlotId>),
    Array(Vec<SlotId>),
    /// Nothing any more: a layer has deleted it.
    Deleted,
    /// A value that was reported to be wrong.
    Broken,
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
    /// The keys of large tables.
    index: HashMap<
        SlotId,
        HashMap<String, SlotId, foldhash::fast::RandomState>,
        foldhash::fast::RandomState,
    >,
}

impl Tree {
    /// An empty root table.
    pub(super) fn new() -> Self {
        let root = Slot {
            key: None,
            content: Content::Table(Vec::new()),
            span: NOWHERE,
            displaced: None,
        };
        Self {
            slots: vec![root],
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

    /// The numbers of all slots.
    pub(super) fn ids(&self) -> std::ops::Range<SlotId> {
        0..self.slots.len() as SlotId
    }

    /// What a slot has held before, the latest first.
    pub(super) fn displaced(&self, id: SlotId) -> impl Iterator<Item = &Slot> {
        let first = self.slot(id).displaced;
        let chain = std::iter::successors(first, |id| self.slot(*id).displaced);
        chain.map(|id| self.slot(id))
    }

    pub(super) fn push(&mut self, slot: Slot) -> SlotId {
        self.slots.push(slot);
        self.slots.len() as SlotId - 1
    }

    /// The slots of a table or array that was put together; none for other values.
    pub(super) fn children(&self, id: SlotId) -> &[SlotId] {
        match &self.slot(id).content {
            Content::Table(children) | Content::Array(children) => children,
            _ => &[],
        }
    }

    /// Puts a slot behind the others of a table or array.
    pub(super) fn link(&mut self, sources: &Sources, parent: SlotId, child: SlotId) {
        if let Content::Table(children) | Content::Array(children) =
            &mut self.slot_mut(parent).content
        {
            children.push(child);
        }
        if self.index.contains_key(&parent)
            && let Some(key) = &self.slot(child).key
        {
            let text = key_text(sources, key).to_owned();
            self.index.entry(parent).or_default().insert(text, child);
        }
    }

    /// The child of a table that was put together.
    pub(super) fn find(&mut self, sources: &Sources, table: SlotId, key: &str) -> Option<SlotId> {
        let children = self.children(table);
        if children.len() <= INDEX_THRESHOLD {
            return children
                .iter()
                .copied()
                .find(|child| self.has_key(sources, *child, key));
        }
        if !self.index.contains_key(&table) {
            let keys = children.iter().filter_map(|child| {
                let text = key_text(sources, self.slot(*child).key.as_ref()?);
                Some((text.to_owned(), *child))
            });
            let keys = keys.collect();
            self.index.insert(table, keys);
        }
        self.index.get(&table)?.get(key).copied()
    }

    fn has_key(&self, sources: &Sources, child: SlotId, key: &str) -> bool {
        let own = self.slot(child).key.as_ref();
        own.is_some_and(|own| key_text(sources, own) == key)
    }

    /// Makes slots of what is in a table or array of a document, one level deep.
    pub(super) fn open(&mut self, sources: &Sources, id: SlotId) {
        let Content::Value(value) = self.slot(id).content else {
            return;
        };
        let (found, parsed) = sources.value(value);
        let children = found.children().map(|child| {
            let value = DocumentValue {
                document: value.document,
                id: child.id(),
            };
            self.slots.push(Slot {
                key: child.key().map(|_| Key::OfValue(value)),
                content: Content::Value(value),
                span: shifted(child.span(), parsed.base),
                displaced: None,
            });
            self.slots.len() as SlotId - 1
        });
        let children: Vec<SlotId> = children.collect();
        match found.kind() {
            Kind::Table => self.slot_mut(id).content = Content::Table(children),
            Kind::Array => self.slot_mut(id).content = Content::Array(children),
            _ => {}
        }
    }

    /// What kind of value some content is.
    pub(super) fn shape(sources: &Sources, content: &Content) -> Shape {
        match content {
            Content::Absent | Content::Deleted => Shape::Nothing,
            Content::Broken => Shape::Broken,
            Content::Table(_) => Shape::Table,
            Content::Array(_) => Shape::Array,
            Content::Text(text) => match text.reading {
                Reading::AsWanted => Shape::Loose,
                Reading::AsText => Shape::String,
            },
            Content::Value(value) => shape_of(sources.value(*value).0.kind()),
        }
    }
}

impl Shape {
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

fn shape_of(kind: Kind) -> Shape {
    match kind {
        Kind::String => Shape::String,
        Kind::Integer | Kind::Float => Shape::Number,
        Kind::Boolean => Shape::Boolean,
        Kind::Datetime => Shape::Datetime,
        Kind::Array => Shape::Array,
        Kind::Table => Shape::Table,
        Kind::Error => Shape::Broken,
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
        .children(parent)
        .iter()
        .position(|other| *other == child);
    Segment::Index(at.and_then(|at| i64::try_from(at).ok()).unwrap_or_default())
}
