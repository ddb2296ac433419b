//! The merged configuration, as the deserializer reads it.

mod parts;

use serde_core::de::{DeserializeSeed, Visitor};
use std::slice;

use toml_core::{Datetime, Kind, Span};

use super::env::is_same_name;
use super::sources::{DocumentValue, Sources};
use super::tree::{Content, Key as SlotKey, Reading, Slot, SlotId, Text, Tree};
use crate::de::Error;
use crate::de::document::{self, DocumentEntry, DocumentNode};
use crate::de::handed::{self, Text as HandedText, Token};
use crate::de::node::{Node, Wanted};
use crate::de::value::NodeDeserializer;
use crate::de::watch::Watch;
use parts::{ConfigEntry, Elements, Entries, Rest};

/// What all values share while a configuration is read.
pub(super) struct Context<'w, 'c> {
    sources: &'c Sources,
    tree: &'c Tree,
    watch: Option<&'w Watch>,
    /// For all documents, by their numbers.
    documents: Vec<document::Context<'w, 'c>>,
}

impl<'w, 'c: 'w> Context<'w, 'c> {
    pub(super) fn new(sources: &'c Sources, tree: &'c Tree, watch: Option<&'w Watch>) -> Self {
        let documents = sources.documents().iter();
        let documents = documents.map(|parsed| document::Context {
            root: parsed.document.root().as_value(),
            source: parsed.document.source(),
            kept: Some(&parsed.document),
            base: parsed.base,
            watch,
        });
        Self {
            sources,
            tree,
            watch,
            documents: documents.collect(),
        }
    }

    /// A value of a document.
    #[inline]
    fn value<'n>(&'n self, value: DocumentValue) -> DocumentNode<'n, 'c> {
        let (found, _) = self.sources.value(value);
        DocumentNode::new(&self.documents[value.document as usize], found.detach())
    }

    /// What is in a slot, where key and value are those of one line of a document.
    #[inline]
    fn entry_of_one_line<'n>(&'n self, slot: &Slot) -> Option<DocumentEntry<'n, 'c>> {
        match (&slot.key, &slot.content) {
            (Some(SlotKey::OfValue(key)), Content::Value(value)) if key == value => {
                Some(self.value(*value).as_entry())
            }
            _ => None,
        }
    }
}

/// A value of a configuration.
#[derive(Clone, Copy)]
pub(super) struct ConfigNode<'n, 'c> {
    context: &'n Context<'n, 'c>,
    item: Item<'n, 'c>,
}

#[derive(Clone, Copy)]
enum Item<'n, 'c> {
    /// A value of a document: nearly all are.
    Value(DocumentNode<'n, 'c>),
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
    pub(super) fn of_slot(context: &'n Context<'n, 'c>, id: SlotId) -> Self {
        Self::in_slot(context, context.tree.slot(id))
    }

    fn in_slot(context: &'n Context<'n, 'c>, slot: &'c Slot) -> Self {
        let item = match &slot.content {
            Content::Value(value) => Item::Value(context.value(*value)),
            Content::Text(text) => Item::Text(text),
            _ => Item::Slot(slot),
        };
        Self { context, item }
    }

    /// A value inside of a document.
    pub(super) fn of_value(context: &'n Context<'n, 'c>, value: DocumentValue) -> Self {
        let item = Item::Value(context.value(value));
        Self { context, item }
    }

    fn with(self, item: Item<'n, 'c>) -> Self {
        Self { item, ..self }
    }

    /// The text of a string, whatever it is made of.
    #[inline]
    fn string(self) -> Option<&'c str> {
        match self.item {
            Item::Value(node) => node.borrowed_text(),
            Item::Text(text) => Some(&text.content),
            Item::Variant(_, name) => Some(name),
            Item::Slot(_) | Item::Boolean(..) | Item::ListOfOne(_) => None,
        }
    }

    #[inline]
    fn value(self) -> Option<DocumentNode<'n, 'c>> {
        match self.item {
            Item::Value(node) => Some(node),
            _ => None,
        }
    }

    /// What text is as a value of TOML.
    fn parsed(self, text: &'c Text) -> Option<Self> {
        Some(self.with(Item::Value(self.context.value(text.value?))))
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
            Item::Value(node) => node.kind(),
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

/// Text as a list: its parts, or where these have not been looked for, itself.
fn list_of(text: &Text) -> &[Text] {
    if text.parts.is_empty() && !text.content.trim().is_empty() {
        slice::from_ref(text)
    } else {
        &text.parts
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

    /// A value of a document is read as that: in two words, by code that is there for plain documents, too.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "what is read then goes from registers to its place"
    )]
    fn seed<S: DeserializeSeed<'c>>(self, seed: S) -> Result<S::Value, Error> {
        match self.item {
            Item::Value(node) => seed.deserialize(NodeDeserializer(node)),
            _ => seed.deserialize(NodeDeserializer(self)),
        }
    }

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
            Item::Value(node) => node.kind(),
            _ => self.kind_of_other(),
        }
    }

    #[inline]
    fn span(self) -> Option<Span> {
        Some(match self.item {
            Item::Value(node) => return node.span(),
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
            Item::Value(node) => Entries::of_values(self.context, node.entries()),
            Item::Slot(Slot {
                content: Content::Table(table),
                ..
            }) => Entries::of_table(self.context, table),
            _ => Entries::none(self.context),
        }
    }

    #[inline]
    fn elements(self) -> Elements<'n, 'c> {
        let context = self.context;
        let rest = match self.item {
            Item::Value(node) => Rest::Values(node.elements()),
            Item::Slot(Slot {
                content: Content::Array(children),
                ..
            }) => Rest::Slots(children.iter()),
            Item::ListOfOne(text) => Rest::Texts(list_of(text).iter()),
            _ => Rest::Slots([].iter()),
        };
        Elements::new(context, rest)
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
            Some(node) => node.visit_integer(visitor),
            None => visitor.visit_i64(0),
        }
    }

    fn integer(self) -> Option<i128> {
        self.value()?.integer()
    }

    #[inline]
    fn float(self) -> f64 {
        self.value().map_or(f64::NAN, Node::float)
    }

    #[inline]
    fn boolean(self) -> bool {
        match self.item {
            Item::Boolean(_, boolean) => boolean,
            _ => self.value().is_some_and(Node::boolean),
        }
    }

    fn datetime(self) -> Option<Datetime> {
        self.value()?.datetime()
    }

    fn visit_datetime_text<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.item {
            Item::Value(node) => node.visit_datetime_text(visitor),
            _ => visitor.visit_str(""),
        }
    }

    #[inline]
    fn watch(&self) -> Option<&Watch> {
        self.context.watch
    }

    #[cold]
    fn hand_out(self) {
        let text = HandedText::borrowed(self.string().unwrap_or_default());
        let token = match self.item {
            Item::Value(node) => return node.hand_out(),
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
