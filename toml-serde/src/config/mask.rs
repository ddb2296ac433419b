//! What must not be shown: the values of secrets, whatever made them secret, and those that they have displaced.

use std::sync::Arc;

use toml_core::{Kind, Segment, Span, ValueRef};

use super::load::Loaded;
use super::node::{ConfigNode, Context};
use super::place::touches;
use super::sources::{DocumentValue, shifted};
use super::tree::{Content, Found, ROOT, SlotId, Text, key_text};

/// Spans that must not be shown, in order and apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Secrets(Arc<[Span]>);

impl Secrets {
    pub(super) fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match apart.last_mut() {
                Some(last) if span.start < last.end || span.start == last.start => {
                    last.end = last.end.max(span.end);
                }
                _ => apart.push(span),
            }
        }
        Self(apart.into())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a span is a secret, part of one, or has one in it.
    pub(super) fn hide(&self, span: Span) -> bool {
        let end = span.end.max(span.start.saturating_add(1));
        let before = self.0.partition_point(|secret| secret.start < end);
        let last = before.checked_sub(1).map(|at| self.0[at]);
        last.is_some_and(|last| touches(last, span))
    }

    /// Those that begin in a range.
    pub(super) fn within(&self, range: std::ops::Range<u32>) -> &[Span] {
        let start = self.0.partition_point(|secret| secret.start < range.start);
        let end = self.0.partition_point(|secret| secret.start < range.end);
        &self.0[start..end]
    }

    /// These and others.
    pub(super) fn and(&self, others: Vec<Span>) -> Self {
        if others.is_empty() {
            return self.clone();
        }
        let mut all = self.0.to_vec();
        all.extend(others);
        Self::new(all)
    }
}

impl Loaded {
    /// What is secret by its path: values, those that they have displaced, and what could not be merged.
    pub(super) fn secrets_by_path(&self) -> Secrets {
        if !self.rules.has_secrets() {
            return Secrets::default();
        }
        let mut walk = self.walk(Border::Paths);
        walk.visit(Found::Slot(ROOT), Side::Outside);
        let mut spans = walk.spans;
        spans.extend(&self.hidden);
        Secrets::new(self.in_sight(spans))
    }

    /// What a type has called secret, by the spans that it has found, and what these have displaced. That of a
    /// table stands for all values in it.
    pub(super) fn secrets_by_type(&self, found: &[Span]) -> Vec<Span> {
        if found.is_empty() {
            return Vec::new();
        }
        let mut sorted = found.to_vec();
        sorted.sort_unstable();
        let mut walk = self.walk(Border::Spans(&sorted));
        walk.visit(Found::Slot(ROOT), Side::Outside);
        let mut spans = walk.spans;
        spans.extend(self.scalars(found));
        self.in_sight(spans)
    }

    /// Where a value stands; of a table or an array, where the values in it stand.
    pub(super) fn values_in(&self, found: Found) -> Vec<Span> {
        let mut walk = self.walk(Border::None);
        walk.visit(found, Side::Inside);
        self.in_sight(walk.spans)
    }

    /// The spans that are no headers: those of values in a buffer, of which nobody knows where in the tree they are.
    fn scalars(&self, spans: &[Span]) -> Vec<Span> {
        let is_header = |span: Span| self.sources.text(span).starts_with('[');
        spans
            .iter()
            .copied()
            .filter(|span| !is_header(*span))
            .collect()
    }

    /// The spans, and where that is another, the one that is shown for it.
    fn in_sight(&self, mut spans: Vec<Span>) -> Vec<Span> {
        let shown: Vec<Span> = spans
            .iter()
            .filter_map(|span| self.sources.shown(*span))
            .collect();
        spans.extend(shown);
        spans
    }

    fn walk<'w>(&'w self, border: Border<'w>) -> Walk<'w> {
        Walk {
            loaded: self,
            border,
            path: Vec::new(),
            spans: Vec::new(),
        }
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
}

/// What makes a value secret.
#[derive(Clone, Copy)]
enum Border<'w> {
    /// Nothing: all values are wanted.
    None,
    /// Its path.
    Paths,
    /// That it is at one of these spans, which are sorted.
    Spans(&'w [Span]),
}

/// On which side of a secret's border a value is.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Outside,
    Inside,
}

/// Collects where values stand that are no collections, those that were displaced included. Recursion is bounded by the depth that
/// the parser allows.
struct Walk<'w> {
    loaded: &'w Loaded,
    border: Border<'w>,
    path: Vec<Segment>,
    spans: Vec<Span>,
}

impl Walk<'_> {
    /// A value, and what it has displaced.
    fn visit(&mut self, found: Found, side: Side) {
        let loaded = self.loaded;
        let side = self.side(loaded.span_of(found), side);
        self.visit_one(found, side);
        if let Found::Slot(id) = found {
            let displaced: Vec<Found> = loaded.tree.displaced(id).collect();
            for before in displaced {
                self.visit_one(before, side);
            }
        }
    }

    fn side(&self, span: Span, side: Side) -> Side {
        let is_border = match self.border {
            Border::None => false,
            Border::Paths => !self.path.is_empty() && self.loaded.rules.is_secret(&self.path),
            Border::Spans(spans) => spans.binary_search(&span).is_ok(),
        };
        if is_border { Side::Inside } else { side }
    }

    fn visit_one(&mut self, found: Found, side: Side) {
        let id = match found {
            Found::Value(value) => return self.visit_value(value, side),
            Found::Slot(id) => id,
        };
        match &self.loaded.tree.slot(id).content {
            Content::Absent | Content::Deleted => {}
            Content::Broken(None) => self.note(self.loaded.tree.slot(id).span, side),
            Content::Broken(Some(value)) | Content::Value(value) => self.visit_value(*value, side),
            Content::Text(text) => self.visit_text(text, side),
            Content::Table(_) => self.visit_table(id, side),
            Content::Array(elements) => {
                for (at, element) in elements.iter().enumerate() {
                    self.step(index(at), |walk| walk.visit(Found::Slot(*element), side));
                }
            }
        }
    }

    fn visit_text(&mut self, text: &Text, side: Side) {
        self.note(text.span, side);
        if let Some(value) = text.value {
            self.visit_value(value, side);
        }
        if side == Side::Inside {
            self.spans.extend(text.parts.iter().map(|part| part.span));
        }
    }

    fn visit_table(&mut self, id: SlotId, side: Side) {
        let loaded = self.loaded;
        let Content::Table(table) = &loaded.tree.slot(id).content else {
            return;
        };
        if let Some(base) = table.base {
            for child in loaded.sources.value(base).0.children() {
                let found = match table.instead_of(child.id()) {
                    Some(slot) => Found::Slot(slot),
                    None => Found::Value(DocumentValue {
                        id: child.id(),
                        ..base
                    }),
                };
                self.step(name(child), |walk| walk.visit(found, side));
            }
        }
        for child in &table.added {
            let key = loaded.tree.slot(*child).key.as_ref();
            let key = key.map_or("", |key| key_text(&loaded.sources, key));
            let segment = Segment::Key(key.to_owned());
            self.step(segment, |walk| walk.visit(Found::Slot(*child), side));
        }
    }

    fn visit_value(&mut self, value: DocumentValue, side: Side) {
        let (found, parsed) = self.loaded.sources.value(value);
        let span = shifted(found.span(), parsed.base);
        let side = self.side(span, side);
        if !matches!(found.kind(), Kind::Table | Kind::Array) {
            return self.note(span, side);
        }
        for (at, child) in found.children().enumerate() {
            let segment = match child.key() {
                Some(_) => name(child),
                None => index(at),
            };
            let child = DocumentValue {
                id: child.id(),
                ..value
            };
            self.step(segment, |walk| walk.visit_value(child, side));
        }
    }

    fn step(&mut self, segment: Segment, visit: impl FnOnce(&mut Self)) {
        self.path.push(segment);
        visit(self);
        self.path.pop();
    }

    fn note(&mut self, span: Span, side: Side) {
        if side == Side::Inside {
            self.spans.push(span);
        }
    }
}

fn name(value: ValueRef<'_>) -> Segment {
    Segment::Key(value.key().map_or("", |key| key.as_str()).to_owned())
}

fn index(at: usize) -> Segment {
    Segment::Index(i64::try_from(at).unwrap_or(i64::MAX))
}
