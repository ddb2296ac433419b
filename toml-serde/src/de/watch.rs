//! What is done beside reading a document: collecting unknown keys, and reading past errors.

use std::cell::{Cell, RefCell};

use toml_core::{Kind, Span};

use super::node::{Key, Node};

/// What one reading of a document is to notice and to pretend.
#[derive(Default)]
pub(crate) struct Watch {
    /// The key whose value is being read, if it is no name of the struct that it is read for.
    unnamed: Cell<Option<UnknownKey>>,
    /// The keys that nobody wanted.
    unknown: RefCell<Vec<UnknownKey>>,
    /// What the error was about that is travelling outwards.
    failed: Cell<Option<Failure>>,
    pub(crate) pretence: Pretence,
}

/// What to pretend so that reading gets past the errors that are known.
#[derive(Default)]
pub(crate) struct Pretence {
    /// Values that a placeholder stands in for.
    pub(crate) replaced: Vec<(Span, Kind)>,
    /// Keys that are left out.
    pub(crate) left_out: Vec<Span>,
    /// Keys that tables are thought to have, with the tables' spans.
    pub(crate) made_up: Vec<(Span, &'static str)>,
}

/// A key that was skipped, since the struct that its table was read for has no such name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnknownKey {
    pub(crate) span: Span,
    /// The names that the struct has.
    pub(crate) known: &'static [&'static str],
}

/// The place of an error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Failure {
    /// A value that is wrong.
    Value(Span, Kind),
    /// A key that must not be there.
    Key(Span),
    /// A key that the table lacks.
    Missing(Span, &'static str),
}

impl Watch {
    pub(crate) fn with_pretence(pretence: Pretence) -> Self {
        Self {
            pretence,
            ..Self::default()
        }
    }

    /// Tells whose value is read next, and for which struct.
    pub(super) fn enter<'de>(&self, key: impl Key<'de>, fields: Option<&'static [&'static str]>) {
        let unnamed = fields.filter(|names| !names.contains(&key.as_str()));
        let unknown = unnamed.zip(key.span());
        self.unnamed
            .set(unknown.map(|(known, span)| UnknownKey { span, known }));
    }

    /// Tells that nobody wants the value.
    pub(super) fn ignored(&self) {
        if let Some(key) = self.unnamed.take() {
            self.unknown.borrow_mut().push(key);
        }
    }

    pub(super) fn fail(&self, failure: Failure) {
        self.failed.set(Some(failure));
    }

    /// Where the error came from that ended the reading.
    pub(crate) fn failure(&self) -> Option<Failure> {
        self.failed.get()
    }

    /// The keys that nobody wanted, in the order of reading.
    pub(crate) fn into_unknown(self) -> Vec<UnknownKey> {
        self.unknown.into_inner()
    }

    #[cold]
    pub(super) fn replaces<'de, N: Node<'de>>(&self, node: N) -> bool {
        let place = node.span().map(|span| (span, node.kind()));
        node.kind() == Kind::Error
            || place.is_some_and(|place| self.pretence.replaced.contains(&place))
    }

    pub(super) fn leaves_out(&self, key: Option<Span>) -> bool {
        key.is_some_and(|key| self.pretence.left_out.contains(&key))
    }

    /// The key of a number, counted from 0, among those that a table is thought to have.
    pub(super) fn made_up_key(&self, table: Option<Span>, number: usize) -> Option<&'static str> {
        let table = table?;
        let mut keys = self
            .pretence
            .made_up
            .iter()
            .filter(|(owner, _)| *owner == table);
        keys.nth(number).map(|(_, key)| *key)
    }
}
