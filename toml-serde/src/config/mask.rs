//! What must not be shown: the values of secrets, whatever made them secret, and those that they have displaced.

use toml_core::{Kind, Segment, Span};

use super::load::Loaded;
use super::node::{ConfigNode, Context};
use super::tree::{Found, ROOT};
use crate::de::node::{Entry, Node};

impl Loaded {
    /// Where the values stand whose paths are secret.
    pub(super) fn secrets_by_path(&self) -> Vec<Span> {
        let paths = self.rules.secret_paths().iter();
        let paths = paths.map(|path| path.iter().cloned().map(Segment::Key).collect::<Vec<_>>());
        let values = paths.filter_map(|path| self.find(&path));
        let spans = values.flat_map(|value| self.values_in(value)).collect();
        self.with_displaced_secrets(spans)
    }

    /// Where the values stand that a type calls secret, by the spans that it has found. That of a table stands for
    /// all values in it.
    pub(super) fn secrets_by_type(&self, found: &[Span]) -> Vec<Span> {
        if found.is_empty() {
            return Vec::new();
        }
        let mut spans = found.to_vec();
        let context = self.plain_context();
        let mut collector = Collector {
            wanted: Wanted::Within(found),
            spans: Vec::new(),
        };
        collector.look_at(ConfigNode::of_slot(&context, ROOT), Side::Outside);
        spans.extend(collector.spans);
        self.with_displaced_secrets(spans)
    }

    /// Where a value stands; of a table or an array of tables, the values in it.
    pub(super) fn values_in(&self, found: Found) -> Vec<Span> {
        let context = self.plain_context();
        let mut collector = Collector {
            wanted: Wanted::All,
            spans: Vec::new(),
        };
        collector.look_at(Self::node(&context, found), Side::Inside);
        collector.spans
    }

    /// A value, to be looked at.
    pub(super) fn node<'n, 'c>(context: &'n Context<'n, 'c>, found: Found) -> ConfigNode<'n, 'c> {
        match found {
            Found::Slot(id) => ConfigNode::of_slot(context, id),
            Found::Value(value) => ConfigNode::of_value(context, value),
        }
    }

    pub(super) fn plain_context(&self) -> Context<'_, '_> {
        Context::new(&self.sources, &self.tree, None)
    }

    fn with_displaced_secrets(&self, secrets: Vec<Span>) -> Vec<Span> {
        if secrets.is_empty() {
            return secrets;
        }
        let mut all = secrets.clone();
        for id in self.tree.ids() {
            if secrets.contains(&self.tree.slot(id).span) {
                all.extend(self.displaced(Found::Slot(id)));
            }
        }
        all
    }
}

/// Which values are collected.
#[derive(Clone, Copy)]
enum Wanted<'s> {
    All,
    /// Those in tables at these spans.
    Within(&'s [Span]),
}

/// On which side of a secret's border a value is.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Outside,
    Inside,
}

/// Collects where values stand that are no tables.
struct Collector<'s> {
    wanted: Wanted<'s>,
    spans: Vec<Span>,
}

impl Collector<'_> {
    /// Recursion is bounded by the depth that the parser allows.
    fn look_at(&mut self, node: ConfigNode<'_, '_>, side: Side) {
        let span = node.span().unwrap_or_default();
        let is_border = match self.wanted {
            Wanted::All => false,
            Wanted::Within(spans) => spans.contains(&span),
        };
        let side = if is_border { Side::Inside } else { side };
        match node.kind() {
            Kind::Table => {
                for entry in node.entries() {
                    self.look_at(entry.value(), side);
                }
            }
            Kind::Array => {
                for element in node.elements() {
                    self.look_at(element, side);
                }
            }
            _ if side == Side::Inside => self.spans.push(span),
            _ => {}
        }
    }
}
