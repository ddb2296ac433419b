//! What is done beside reading a document: collecting unknown keys, and reading past errors.

use std::cell::{Cell, RefCell};

use toml_core::{Kind, Span};

use super::node::{Key, Node};
use super::placeholder::Placeholder;

/// What one reading of a document is to notice and to pretend.
#[derive(Default)]
pub(crate) struct Watch {
    /// The key whose value is being read, if it is no name of the struct that it is read for.
    unnamed: Cell<Option<UnknownKey>>,
    /// The keys that nobody wanted.
    unknown: RefCell<Vec<UnknownKey>>,
    /// What the error was about that is travelling outwards.
    failed: Cell<Option<Failure>>,
    /// The number of what the type did not take a placeholder for.
    rejected: Cell<Option<usize>>,
    /// Whether the key that was missing last is there, but left out.
    is_missing_by_pretence: Cell<bool>,
    pretence: Pretence,
}

/// What to pretend so that reading gets past the mistakes that are known.
#[derive(Default)]
pub(crate) struct Pretence(Vec<Pretended>);

/// That one mistake is not there.
struct Pretended {
    /// A value that a placeholder stands in for, a key that is left out, or one that is made up.
    mistake: Failure,
    /// How many placeholders were tried already that the type did not take.
    attempt: usize,
}

impl Pretence {
    /// Whether everything is read as it is.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a mistake is pretended not to be there.
    pub(crate) fn has(&self, mistake: Failure) -> bool {
        self.0.iter().any(|pretended| pretended.mistake == mistake)
    }

    pub(crate) fn push(&mut self, mistake: Failure) {
        let attempt = 0;
        self.0.push(Pretended { mistake, attempt });
    }

    /// Tries another placeholder, or where no other is left, to do without the value; false where that was tried.
    pub(crate) fn retry(&mut self, number: usize) -> bool {
        let Some(pretended) = self.0.get_mut(number) else {
            return false;
        };
        pretended.attempt += 1;
        let may_be_left_out = matches!(pretended.mistake, Failure::Value(..));
        pretended.attempt < Placeholder::ATTEMPTS + usize::from(may_be_left_out)
    }

    /// Whether a value is left out, as the type takes no placeholder for it. An array or map can do without.
    fn leaves_out(&self, span: Span, kind: Kind) -> bool {
        let mistake = Failure::Value(span, kind);
        let mut all = self.0.iter();
        all.any(|pretended| {
            pretended.attempt == Placeholder::ATTEMPTS && pretended.mistake == mistake
        })
    }

    /// Whether something is pretended of a value, of its key, or of a key that it lacks.
    pub(super) fn is_about(&self, span: Span, kind: Kind, key: Option<Span>) -> bool {
        self.0.iter().any(|pretended| match pretended.mistake {
            Failure::Value(place, its_kind) => (place, its_kind) == (span, kind),
            Failure::Key(place) => Some(place) == key,
            Failure::Missing(table, _) => table == span,
        })
    }

    /// What stands in for a mistake's value.
    fn stand_in(&self, number: usize) -> StandIn {
        StandIn {
            number,
            placeholder: Placeholder::new(self.0[number].attempt),
        }
    }
}

/// A placeholder, and the number of what it is pretended for.
#[derive(Clone, Copy)]
pub(super) struct StandIn {
    number: usize,
    pub(super) placeholder: Placeholder,
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
    #[cold]
    #[inline(never)]
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
        self.is_missing_by_pretence.set(false);
    }

    /// Tells that the key which is missing is there, but left out.
    pub(super) fn miss_by_pretence(&self) {
        self.is_missing_by_pretence.set(true);
    }

    /// Whether the error that ended the reading is only that a value was left out.
    pub(super) fn is_missing_by_pretence(&self) -> bool {
        self.is_missing_by_pretence.get()
    }

    /// Where the error came from that ended the reading.
    pub(crate) fn failure(&self) -> Option<Failure> {
        self.failed.get()
    }

    /// What was pretended, and the keys that nobody wanted, in the order of reading.
    pub(crate) fn into_parts(self) -> (Pretence, Vec<UnknownKey>) {
        (self.pretence, self.unknown.into_inner())
    }

    /// What stands in for a value that is known to be wrong.
    #[cold]
    #[inline(never)]
    pub(super) fn replacement<'de, N: Node<'de>>(&self, node: N) -> Option<StandIn> {
        let mistake = Failure::Value(node.span()?, node.kind());
        let mut all = self.pretence.0.iter();
        let number = all.position(|pretended| pretended.mistake == mistake)?;
        Some(self.pretence.stand_in(number))
    }

    /// Whether a key is left out.
    pub(super) fn leaves_out_key(&self, key: Option<Span>) -> bool {
        key.is_some_and(|key| self.pretence.has(Failure::Key(key)))
    }

    /// Whether an element or entry is left out.
    #[cold]
    #[inline(never)]
    pub(super) fn leaves_out<'de, N: Node<'de>>(&self, node: N) -> bool {
        let span = node.span();
        span.is_some_and(|span| self.pretence.leaves_out(span, node.kind()))
    }

    /// A key that a table is thought to have, by its number, counted from 0.
    pub(super) fn made_up(
        &self,
        table: Option<Span>,
        number: usize,
    ) -> Option<(&'static str, StandIn)> {
        let table = table?;
        let all = self.pretence.0.iter().enumerate();
        let mut keys = all.filter_map(|(number, pretended)| match pretended.mistake {
            Failure::Missing(owner, key) if owner == table => Some((number, key)),
            _ => None,
        });
        let (number, key) = keys.nth(number)?;
        Some((key, self.pretence.stand_in(number)))
    }

    /// Tells that the type did not take what stood in for a value.
    pub(super) fn reject(&self, stand_in: StandIn) {
        self.rejected.set(Some(stand_in.number));
    }

    /// The number of what the type did not take a placeholder for.
    pub(crate) fn rejected(&self) -> Option<usize> {
        self.rejected.get()
    }
}
