//! Puts one layer over the other.
//!
//! A table is taken over from its document as it is until a second layer has something to say of it; only
//! then its keys get slots of their own. So merging takes time for what the layers have in common, not for all they hold.

mod arrays;
mod assign;
mod rename;

use toml_core::{Segment, Span, ValueRef};

use super::interpolate::Expansion;
use super::rules::{Merge, Rules};
use super::sources::{Directives, DocumentValue, Sources, shifted};
use super::tree::{Content, Cursor, Key, Known, ROOT, Shape, Slot, SlotId, Text, Tree, segment};
use super::{Error, ErrorKind, Note};

pub(super) use assign::{Assignment, Step};

/// Merges layers, which are handed over in order.
pub(super) struct Merger<'s> {
    sources: &'s Sources,
    rules: &'s Rules,
    pub(super) tree: Tree,
    /// The way to the value that is being merged, without the root.
    way: Vec<SlotId>,
    /// Values of the document that is being merged which have moved elsewhere.
    moved: Vec<DocumentValue>,
    pub(super) errors: Vec<Error>,
    pub(super) warnings: Vec<Error>,
    /// Where secrets stand that are in no slot.
    pub(super) hidden: Vec<Span>,
}

/// A value on its way into a slot.
struct Incoming {
    key: Option<Key>,
    content: Content,
    span: Span,
}

impl<'s> Merger<'s> {
    pub(super) fn new(sources: &'s Sources, rules: &'s Rules) -> Self {
        let room = sources.values_above_first();
        Self {
            sources,
            rules,
            tree: Tree::with_room(room),
            way: Vec::new(),
            moved: Vec::new(),
            errors: Vec::new(),
            warnings: Vec::new(),
            hidden: Vec::new(),
        }
    }

    /// Merges a document.
    pub(super) fn add_document(&mut self, number: u32) {
        let root = DocumentValue {
            document: number,
            id: self
                .sources
                .document(number)
                .document
                .root()
                .as_value()
                .id(),
        };
        let moves = self.find_renamed(root);
        self.merge_tables(ROOT, root);
        for (steps, value) in moves {
            let content = self.directed(value);
            let span = self.sources.span(value);
            self.set(&steps, content, span);
        }
        self.moved.clear();
    }

    /// Merges a value into a slot. Recursion is bounded by the depth that the parser allows.
    fn put_value(&mut self, at: SlotId, value: DocumentValue) {
        let incoming = self.incoming(value);
        self.put(at, incoming);
    }

    fn incoming(&self, value: DocumentValue) -> Incoming {
        let (found, parsed) = self.sources.value(value);
        Incoming {
            key: found.key().map(|_| Key::OfValue(value)),
            content: self.directed(value),
            span: shifted(found.span(), parsed.base),
        }
    }

    /// A value as it is, or what it says of itself: that a value is to be deleted, or that it names variables.
    fn directed(&self, value: DocumentValue) -> Content {
        let (found, parsed) = self.sources.value(value);
        let (Directives::Some, Some(text)) = (parsed.directives, found.as_str()) else {
            return Content::Value(value);
        };
        if self.rules.delete_marker.as_deref() == Some(text) {
            return Content::Deleted;
        }
        match self.sources.expansion(value) {
            None => Content::Value(value),
            Some(Expansion::Text(text)) => Content::Text(text.clone()),
            Some(Expansion::Failed) => Content::Broken(Some(value)),
        }
    }

    fn shape(&self, at: SlotId) -> Shape {
        Tree::shape(self.sources, &self.tree.slot(at).content)
    }

    /// Merges something into a slot.
    fn put(&mut self, at: SlotId, incoming: Incoming) {
        let old = self.shape(at);
        let new = Tree::shape(self.sources, &incoming.content);
        match (old, new, &incoming.content) {
            (Shape::Table, Shape::Table, Content::Value(value)) if !self.is_replaced(at) => {
                self.merge_tables(at, *value);
            }
            (Shape::Table, Shape::Loose, Content::Text(text)) if self.table_of(text).is_some() => {
                if let Some(table) = self.table_of(text) {
                    let content = Content::Value(table);
                    self.put(
                        at,
                        Incoming {
                            content,
                            ..incoming
                        },
                    );
                }
            }
            (Shape::Loose, Shape::Table, _) if self.open_table(at) => self.put(at, incoming),
            (Shape::Array, Shape::Array | Shape::Loose, _) => self.put_array(at, incoming),
            (Shape::Loose, Shape::Array | Shape::Loose, _) if self.is_gathered(at) => {
                self.open_text(at);
                self.put_array(at, incoming);
            }
            _ if self.may_replace(at, old, new) => self.displace(at, incoming),
            _ => {
                let error = self.type_change(at, old, new, incoming.span);
                self.errors.push(error);
                let value = match &incoming.content {
                    Content::Value(value) => Some(*value),
                    Content::Text(text) => text.value,
                    _ => None,
                };
                let content = Content::Broken(value);
                self.displace(
                    at,
                    Incoming {
                        content,
                        ..incoming
                    },
                );
            }
        }
    }

    /// The table that text is, if it is one.
    fn table_of(&self, text: &Text) -> Option<DocumentValue> {
        let value = text.value?;
        self.sources.value(value).0.as_table().map(|_| value)
    }

    /// Makes a table of text that is one; false where it is none.
    fn open_table(&mut self, at: SlotId) -> bool {
        let table = match &self.tree.slot(at).content {
            Content::Text(text) => self.table_of(text),
            _ => None,
        };
        if let Some(table) = table {
            self.tree.slot_mut(at).content = Content::Value(table);
        }
        table.is_some()
    }

    /// Whether the array in a slot is put together from several layers.
    fn is_gathered(&self, at: SlotId) -> bool {
        matches!(self.rule(at), Some(Merge::Append | Merge::ByKey(_)))
    }

    fn may_replace(&self, at: SlotId, old: Shape, new: Shape) -> bool {
        let is_free = |shape| matches!(shape, Shape::Nothing | Shape::Broken);
        let is_text = |shape| shape == Shape::Loose;
        old == new
            || is_free(old)
            || is_free(new)
            || (is_text(old) && new != Shape::Table)
            || (is_text(new) && old != Shape::Table)
            || (!self.rules.are_plain() && self.rules.may_change_type(&self.keys(at)))
    }

    fn is_replaced(&self, at: SlotId) -> bool {
        self.rule(at) == Some(&Merge::Replace)
    }

    /// The rule for the value in a slot, which is the last of the way.
    fn rule(&self, at: SlotId) -> Option<&'s Merge> {
        if self.rules.are_plain() {
            return None;
        }
        self.rules.merge_at(&self.keys(at))
    }

    fn keys(&self, at: SlotId) -> Vec<&str> {
        debug_assert!(self.way.last().is_none_or(|last| *last == at));
        let slots = self.way.iter().map(|slot| self.tree.slot(*slot));
        slots
            .filter_map(|slot| slot.key.as_ref())
            .map(|key| super::tree::key_text(self.sources, key))
            .collect()
    }

    /// The way as a path.
    fn path(&self) -> Vec<Segment> {
        let parents = std::iter::once(&ROOT).chain(&self.way);
        let steps = parents.zip(&self.way);
        steps
            .map(|(parent, child)| segment(self.sources, &self.tree, *parent, *child))
            .collect()
    }

    /// Puts something in the place of what is in a slot, which is kept behind it.
    fn displace(&mut self, at: SlotId, incoming: Incoming) {
        self.tree.displace(at, incoming.content, incoming.span);
        if incoming.key.is_some() {
            self.tree.slot_mut(at).key = incoming.key;
        }
        self.follow_directives(at);
    }

    /// Looks at the parts of a table or array that was taken over from a document with directives.
    fn follow_directives(&mut self, at: SlotId) {
        let Content::Value(value) = self.tree.slot(at).content else {
            return;
        };
        let (found, parsed) = self.sources.value(value);
        if parsed.directives == Directives::None && self.moved.is_empty() {
            return;
        }
        if found.as_table().is_some() {
            self.tree.slot_mut(at).content = Content::Table(Box::default());
            self.merge_tables(at, value);
        } else if found.as_array().is_some() {
            self.tree.slot_mut(at).content = Content::Array(Vec::new());
            self.append_elements(at, value);
        }
    }

    /// Merges a table of a document into one that is there.
    fn merge_tables(&mut self, at: SlotId, value: DocumentValue) {
        self.tree.open(self.sources, at);
        let (_, parsed) = self.sources.value(value);
        let is_plain = parsed.directives == Directives::None && self.moved.is_empty();
        if let Content::Table(table) = &mut self.tree.slot_mut(at).content
            && table.is_new()
            && is_plain
        {
            table.base = Some(value);
            return;
        }
        self.merge_keys(at, value);
    }

    /// Merges the values of a table of a document into one that has slots.
    fn merge_keys(&mut self, at: SlotId, table: DocumentValue) {
        let (found, parsed) = self.sources.value(table);
        let is_plain = parsed.directives == Directives::None && self.moved.is_empty();
        let children = found.children();
        let mut cursor = Cursor::new(self.sources, &mut self.tree, at, children.len());
        for child in children {
            let id = child.id();
            let value = DocumentValue { id, ..table };
            let Some(key) = child.key() else { continue };
            if self.moved.contains(&value) {
                continue;
            }
            let known = cursor.find(self.sources, &mut self.tree, key.as_str());
            let span = shifted(child.span(), parsed.base);
            let alike = known.filter(|_| is_plain);
            if let Some(known) = alike.filter(|known| self.is_alike(*known, child)) {
                self.tree.supersede(at, known.found, value, span);
                continue;
            }
            let slot = match known {
                Some(known) => self.tree.slot_of(self.sources, at, known.found),
                None => match self.tree.find_named_like(at, key.as_str()) {
                    Some(slot) => {
                        self.tree.respell(at, slot, Key::OfValue(value));
                        slot
                    }
                    None => self.add_key(at, value, span),
                },
            };
            self.way.push(slot);
            if is_plain && self.is_table_over_table(slot, child) {
                self.merge_tables(slot, value);
            } else {
                self.put_value(slot, value);
            }
            self.way.pop();
        }
        cursor.finish(&mut self.tree);
    }

    /// Whether a table is merged with one that is there, since there are no rules by which it may replace it.
    #[inline]
    fn is_table_over_table(&self, at: SlotId, new: ValueRef<'_>) -> bool {
        self.rules.are_plain() && Shape::of(new) == Shape::Table && self.shape(at) == Shape::Table
    }

    /// Whether a value takes the place of another, whatever the rules: it is of the same kind and no table.
    #[inline]
    fn is_alike(&self, old: Known<'_>, new: ValueRef<'_>) -> bool {
        let shape = Shape::of(new);
        let is_free = match shape {
            Shape::Table => false,
            Shape::Array => self.rules.are_plain(),
            _ => true,
        };
        is_free && old.value.is_some_and(|old| Shape::of(old) == shape)
    }

    /// Makes the slot of a key that the table does not have.
    fn add_key(&mut self, at: SlotId, value: DocumentValue, span: Span) -> SlotId {
        let key = Some(Key::OfValue(value));
        let slot = self.tree.push(Slot::new(key, span));
        self.tree.link(self.sources, at, slot);
        slot
    }

    /// The error of a value that is of another type than before.
    #[cold]
    fn type_change(&self, at: SlotId, old: Shape, new: Shape, span: Span) -> Error {
        let message = format!(
            "expected {}, as in the layers before, found {}",
            old.words(),
            new.words()
        );
        let mut error = Error::new(ErrorKind::TypeChange, message).at_path(self.path());
        if let Some(place) = self.sources.place(span) {
            error = error.at(place);
        }
        if let Some(place) = self.sources.place(self.tree.slot(at).span) {
            error = error.with_note(Note::showing(format!("{} here", old.words()), place));
        }
        error
    }
}
