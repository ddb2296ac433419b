//! From a schema to the sections of an example: which tables there are, and the keys of each.
//!
//! `show.rs` has the forms of one key, `choices.rs` tables whose keys are one of several sets.

use schemars::Schema;
use serde_json::Value as Json;
use toml_core::{Table, Value};

use super::comment::description;
use super::json::to_toml;
use super::layout::{Heading, Section, State};
use super::placeholder::placeholder_key;
use super::shape::Shape;

/// How many tables may enclose one another; those further in stand behind `=`.
const MAX_DEPTH: usize = 32;
/// How many tables an example has at most, as types that refer to one another can make very many.
const MAX_TABLES: usize = 1000;

/// The sections of an example of a schema, with the values `given` where there are some.
pub(super) fn plan(schema: &Schema, given: Option<Table>) -> Section {
    let shape = Shape::of(schema, schema.as_value());
    let own = shape.references.iter().cloned();
    let opened = own.chain(["#".to_owned()]).map(|reference| Open {
        reference,
        path: String::new(),
    });
    let mut planner = Planner {
        root: schema,
        open: opened.collect(),
        depth: 0,
        secrets: usize::from(shape.is_secret()),
        tables_left: MAX_TABLES,
    };
    let mut root = Section::new(Heading::None, String::new(), State::Written);
    root.comment = description(&shape);
    let default = shape.keywords.get("default").and_then(to_toml);
    let given = given.or_else(|| match default {
        Some(Value::Table(table)) => Some(table),
        _ => None,
    });
    planner.fill_all(&mut root, &shape, given);
    root
}

pub(super) struct Planner<'s> {
    pub(super) root: &'s Schema,
    /// The references that lead to the table at hand.
    open: Vec<Open>,
    /// How many tables are open.
    depth: usize,
    /// How many of them are secrets as a whole.
    pub(super) secrets: usize,
    tables_left: usize,
}

/// A reference that is being shown.
struct Open {
    reference: String,
    /// Of the table that it is shown as.
    path: String,
}

/// A key to be shown.
pub(super) struct Item {
    pub(super) key: String,
    pub(super) shape: Shape,
    pub(super) presence: Presence,
    /// What has been said that the value is.
    pub(super) given: Option<Value>,
}

/// Whether a key has to be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Required,
    Optional,
    /// It stands for any key.
    AnyKey,
}

impl Planner<'_> {
    pub(super) fn shape(&self, schema: &Json) -> Shape {
        Shape::of(self.root, schema)
    }

    /// Whether one more table may be shown as such.
    pub(super) fn has_room(&self) -> bool {
        self.depth < MAX_DEPTH && self.tables_left > 0
    }

    /// Shows all keys of a table, inside of those that are being shown.
    pub(super) fn fill_table(
        &mut self,
        section: &mut Section,
        shape: &Shape,
        given: Option<Table>,
    ) {
        let outer = self.open.len();
        let opened = shape.references.iter().map(|reference| Open {
            reference: reference.clone(),
            path: section.path.clone(),
        });
        self.open.extend(opened);
        self.depth += 1;
        self.tables_left = self.tables_left.saturating_sub(1);
        self.fill_all(section, shape, given);
        self.depth -= 1;
        self.open.truncate(outer);
    }

    fn fill_all(&mut self, section: &mut Section, shape: &Shape, mut given: Option<Table>) {
        self.fill(section, shape, &mut given);
        self.fill_rest(section, shape, given);
    }

    /// Shows the keys that a table is known to have, and takes their values out of `given`.
    pub(super) fn fill(&mut self, section: &mut Section, shape: &Shape, given: &mut Option<Table>) {
        for (key, schema) in &shape.properties {
            let is_required = shape.required.contains(key);
            let item = Item {
                key: key.clone(),
                shape: self.shape(schema),
                presence: if is_required {
                    Presence::Required
                } else {
                    Presence::Optional
                },
                given: given.as_mut().and_then(|given| given.remove(key)),
            };
            self.show(section, &item);
        }
        for alternatives in &shape.choices {
            self.choose(section, alternatives, given);
        }
    }

    /// Shows the keys of somebody's choice: those that are left in `given`, else one for all.
    fn fill_rest(&mut self, section: &mut Section, shape: &Shape, given: Option<Table>) {
        let entries = shape.entries.as_ref().map(|schema| self.shape(schema));
        let given = given.unwrap_or_default();
        if let Some(entries) = entries.as_ref().filter(|_| given.is_empty()) {
            let item = Item {
                key: placeholder_key(shape),
                shape: entries.clone(),
                presence: Presence::AnyKey,
                given: None,
            };
            self.show(section, &item);
        }
        for (index, (key, value)) in given.into_iter().enumerate() {
            let item = Item {
                key,
                shape: entries.clone().unwrap_or_default(),
                presence: Presence::Optional,
                given: Some(value),
            };
            let known = (section.lines.len(), section.sections.len());
            self.show(section, &item);
            if index > 0 {
                section.keep_state_since(known);
            }
        }
    }

    /// Whether a shape is what is being shown at a path.
    pub(super) fn is_open_at(&self, path: &str, shape: &Shape) -> bool {
        let is_it = |open: &Open| open.path == path && shape.references.contains(&open.reference);
        self.open.iter().any(is_it)
    }

    /// Words for a table that must not be shown within itself, or that there is no room for.
    pub(super) fn comes_again(&self, shape: &Shape) -> Option<String> {
        let is_it = |open: &&Open| shape.references.contains(&open.reference);
        match self.open.iter().find(is_it) {
            Some(Open { path, .. }) if path.is_empty() => Some("the keys of this file".to_owned()),
            Some(Open { path, .. }) => Some(format!("the keys of `{path}`")),
            None if !self.has_room() => Some("keys that are not shown here".to_owned()),
            None => None,
        }
    }
}
