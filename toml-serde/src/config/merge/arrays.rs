//! Arrays of several layers: the last one, all behind each other, or their tables merged by a key.

use std::collections::HashMap;

use toml_core::encode::encode_value;

use super::{Incoming, Merger};
use crate::config::interpolate::Expansion;
use crate::config::rules::Merge;
use crate::config::sources::DocumentValue;
use crate::config::tree::{Content, Slot, SlotId, Text};

impl Merger<'_> {
    /// Merges an array, or text that is one, into an array.
    pub(super) fn put_array(&mut self, at: SlotId, incoming: Incoming) {
        let rule = self.rule(at).cloned();
        match (rule, &incoming.content) {
            (None | Some(Merge::Replace), _) => self.displace(at, incoming),
            (Some(Merge::ByKey(key)), Content::Value(value)) => self.merge_by_key(at, *value, &key),
            (Some(Merge::ByKey(key)), Content::Text(text)) if self.array_of(text).is_some() => {
                if let Some(array) = self.array_of(text) {
                    self.merge_by_key(at, array, &key);
                }
            }
            (_, Content::Value(value)) => self.append(at, *value),
            (_, Content::Text(text)) => self.append_text(at, text),
            _ => self.displace(at, incoming),
        }
    }

    /// Puts what text is as a list behind the elements of an array.
    fn append_text(&mut self, at: SlotId, text: &Text) {
        if let Some(array) = self.array_of(text) {
            return self.append(at, array);
        }
        self.open_array(at);
        for part in &text.parts {
            let slot = self.tree.push(Slot::new(None, part.span));
            self.tree.slot_mut(slot).content = Content::Text(Box::new(part.clone()));
            self.tree.link(self.sources, at, slot);
        }
    }

    /// The array that text is, if it is one.
    pub(super) fn array_of(&self, text: &Text) -> Option<DocumentValue> {
        let value = text.value?;
        self.sources.value(value).0.as_array().map(|_| value)
    }

    /// Makes an array of text that is read by the type that is wanted, where elements are to be put behind its own.
    pub(super) fn open_text(&mut self, at: SlotId) {
        let Content::Text(text) = &self.tree.slot(at).content else {
            return;
        };
        let text = text.clone();
        if let Some(array) = self.array_of(&text) {
            self.tree.slot_mut(at).content = Content::Value(array);
            return;
        }
        self.tree.slot_mut(at).content = Content::Array(Vec::new());
        self.append_text(at, &text);
    }

    fn open_array(&mut self, at: SlotId) {
        self.tree.open(self.sources, at);
    }

    fn append(&mut self, at: SlotId, array: DocumentValue) {
        self.open_array(at);
        self.append_elements(at, array);
    }

    /// Puts the elements of an array behind those of one that has slots.
    pub(super) fn append_elements(&mut self, at: SlotId, array: DocumentValue) {
        for element in self.sources.value(array).0.children() {
            let id = element.id();
            self.append_element(at, DocumentValue { id, ..array });
        }
    }

    fn append_element(&mut self, at: SlotId, element: DocumentValue) {
        let incoming = self.incoming(element);
        if matches!(incoming.content, Content::Deleted) {
            return;
        }
        let slot = Slot::new(None, incoming.span);
        let slot = self.tree.push(slot);
        self.tree.link(self.sources, at, slot);
        self.way.push(slot);
        self.put(slot, incoming);
        self.way.pop();
    }

    /// Merges the tables of an array with those that have the same value for a key.
    fn merge_by_key(&mut self, at: SlotId, array: DocumentValue, key: &str) {
        self.open_array(at);
        let mut known: HashMap<String, SlotId> = HashMap::new();
        for element in self.tree.elements(at).to_vec() {
            if let Some(value) = self.value_of_key(element, key) {
                known.entry(value).or_insert(element);
            }
        }
        for element in self.sources.value(array).0.children() {
            let id = element.id();
            let value = DocumentValue { id, ..array };
            let name = element.get(key).map(|found| {
                let id = found.id();
                self.as_comparable(DocumentValue { id, ..array })
            });
            if let Some(slot) = name.as_ref().and_then(|name| known.get(name)) {
                let slot = *slot;
                self.way.push(slot);
                self.put_value(slot, value);
                self.way.pop();
                continue;
            }
            self.append_element(at, value);
            if let (Some(name), Some(last)) = (name, self.tree.elements(at).last()) {
                known.insert(name, *last);
            }
        }
    }

    /// A value as TOML, with what variables have made of it.
    fn as_comparable(&self, value: DocumentValue) -> String {
        match self.sources.expansion(value) {
            Some(Expansion::Text(text)) => encode_value(&text.content.as_str().into()),
            _ => encode_value(&self.sources.value(value).0.to_value()),
        }
    }

    /// The value of a key of a table, as TOML, to be compared.
    fn value_of_key(&mut self, table: SlotId, key: &str) -> Option<String> {
        if let Content::Value(value) = &self.tree.slot(table).content {
            let id = self.sources.value(*value).0.get(key)?.id();
            return Some(self.as_comparable(DocumentValue { id, ..*value }));
        }
        let child = self.tree.find(self.sources, table, key)?;
        match &self.tree.slot(child).content {
            Content::Value(value) => Some(self.as_comparable(*value)),
            Content::Text(text) => Some(encode_value(&text.content.as_str().into())),
            _ => None,
        }
    }
}
