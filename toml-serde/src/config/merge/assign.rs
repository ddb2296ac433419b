//! Sets one value at a path, as variables and overrides do.

use toml_core::{Segment, Span};

use super::{Incoming, Merger};
use crate::config::env::is_same_name;
use crate::config::tree::{Content, Key, Name, Shape, Slot, SlotId, Spelling, key_text};
use crate::config::{Error, ErrorKind};

/// A value that a variable or an override sets.
pub(in crate::config) struct Assignment {
    pub(in crate::config) steps: Vec<Step>,
    pub(in crate::config) content: Content,
    /// Where the value stands.
    pub(in crate::config) span: Span,
}

/// What becomes of a table on the way that is not there.
#[derive(Clone, Copy, PartialEq)]
enum Absent {
    Made,
    Left,
}

/// One step of the way to a value.
#[derive(Clone, Debug)]
pub(in crate::config) struct Step {
    pub(in crate::config) segment: Segment,
    pub(in crate::config) span: Span,
    pub(in crate::config) spelling: Spelling,
}

impl Step {
    /// The key, unless it is an index.
    pub(super) fn key(&self) -> Option<&str> {
        match &self.segment {
            Segment::Key(key) => Some(key),
            Segment::Index(_) => None,
        }
    }

    /// The index, or a number in the name of a variable, which may be one.
    fn index(&self) -> Option<i64> {
        match &self.segment {
            Segment::Index(index) => Some(*index),
            Segment::Key(key) if self.spelling == Spelling::Loose => key.parse().ok(),
            Segment::Key(_) => None,
        }
    }

    /// Whether it names a key.
    pub(super) fn is(&self, key: &str) -> bool {
        match self.spelling {
            Spelling::Exact => self.key() == Some(key),
            Spelling::Loose => self.key().is_some_and(|own| is_same_name(own, key)),
        }
    }
}

impl Merger<'_> {
    /// Sets the values of one layer.
    pub(in crate::config) fn assign(&mut self, assignments: Vec<Assignment>) {
        let assignments = self.rename_assignments(assignments);
        for assignment in assignments {
            self.set(&assignment.steps, assignment.content, assignment.span);
        }
    }

    /// Sets the value at a path, where the tables on the way are made as needed.
    pub(super) fn set(&mut self, steps: &[Step], content: Content, span: Span) {
        let mut at = super::ROOT;
        // What is not there need not be deleted, and no table is made for that.
        let absent = match content {
            Content::Deleted => Absent::Left,
            _ => Absent::Made,
        };
        for step in steps {
            let Some(child) = self.step_into(at, step, absent) else {
                self.way.clear();
                return;
            };
            self.way.push(child);
            at = child;
        }
        let name = steps.last().and_then(name_of);
        let key = match (&self.tree.slot(at).key, name) {
            // A key that is spelled alike keeps the spelling that a layer has given it.
            (Some(known), Some(mut name)) => {
                key_text(self.sources, known).clone_into(&mut name.text);
                name.spelling = match known {
                    Key::OfValue(_) => Spelling::Exact,
                    Key::Named(known) => known.spelling,
                };
                Some(Key::Named(Box::new(name)))
            }
            _ => None,
        };
        self.put(at, Incoming { key, content, span });
        self.way.pop();
        self.drop_element(at);
        self.way.clear();
    }

    /// Takes an element that was deleted out of its array, so that those behind it move up.
    fn drop_element(&mut self, at: SlotId) {
        let is_deleted = matches!(self.tree.slot(at).content, Content::Deleted);
        let parent = self.way.last().copied().unwrap_or(super::ROOT);
        if let (true, Content::Array(elements)) =
            (is_deleted, &mut self.tree.slot_mut(parent).content)
        {
            elements.retain(|element| *element != at);
        }
    }

    /// The slot of a step, which is made if it is a key that is not there. `None` where it leads nowhere, which is reported.
    fn step_into(&mut self, at: SlotId, step: &Step, absent: Absent) -> Option<SlotId> {
        if let Content::Text(text) = &self.tree.slot(at).content {
            let array = self.array_of(text).filter(|_| step.index().is_some());
            if let Some(collection) = self.table_of(text).or(array) {
                self.tree.slot_mut(at).content = Content::Value(collection);
            }
        }
        match self.shape(at) {
            Shape::Table => self.child_named(at, step, absent),
            Shape::Array => self.element_named(at, step),
            Shape::Broken => None,
            Shape::Nothing if absent == Absent::Left => None,
            Shape::Nothing => {
                let key = self.tree.slot(at).key.clone();
                let span = self.tree.slot(at).span;
                let content = Content::Table(Box::default());
                self.displace(at, Incoming { key, content, span });
                self.child_named(at, step, absent)
            }
            other => {
                let error = self.type_change(at, other, Shape::Table, step.span);
                self.errors.push(error);
                None
            }
        }
    }

    fn child_named(&mut self, at: SlotId, step: &Step, absent: Absent) -> Option<SlotId> {
        let Some(name) = name_of(step) else {
            self.report_index(at, step, "there is no array");
            return None;
        };
        self.tree.open(self.sources, at);
        if let Some(child) = self.tree.find(self.sources, at, &name.text) {
            return Some(child);
        }
        if step.spelling == Spelling::Loose
            && let Some(alike) = self.tree.key_like(self.sources, at, &name.text)
        {
            return self.tree.find(self.sources, at, &alike);
        }
        if let Some(known) = self.tree.find_named_like(at, &name.text) {
            if name.spelling == Spelling::Exact {
                self.tree.respell(at, known, Key::Named(Box::new(name)));
            }
            return Some(known);
        }
        if absent == Absent::Left {
            return None;
        }
        let span = name.span;
        let key = Some(Key::Named(Box::new(name)));
        let child = self.tree.push(Slot::new(key, span));
        self.tree.link(self.sources, at, child);
        Some(child)
    }

    fn element_named(&mut self, at: SlotId, step: &Step) -> Option<SlotId> {
        let Some(index) = step.index() else {
            let error = self.type_change(at, Shape::Array, Shape::Table, step.span);
            self.errors.push(error);
            return None;
        };
        self.tree.open(self.sources, at);
        let elements = self.tree.elements(at);
        let position = Segment::Index(index).position(elements.len());
        let found = position.map(|position| elements[position]);
        if found.is_none() {
            let count = elements.len();
            let problem = format!("there is no element {index}: the array has {count}");
            self.report_index(at, step, &problem);
        }
        found
    }

    #[cold]
    fn report_index(&mut self, at: SlotId, step: &Step, message: &str) {
        let mut error = Error::new(ErrorKind::InvalidOverride, message).at_path(self.path());
        if let Some(place) = self.sources.place(step.span) {
            error = error.at(place);
        }
        if let Some(place) = self.sources.place(self.tree.slot(at).span) {
            error = error.with_note(crate::config::Note::at("the value was set", place));
        }
        self.errors.push(error);
    }
}

/// The key of a step as a slot has it.
fn name_of(step: &Step) -> Option<Name> {
    Some(Name {
        text: step.key()?.to_owned(),
        span: step.span,
        spelling: step.spelling,
    })
}
