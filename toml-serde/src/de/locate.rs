//! The place of an error: the value that it is about, where serde has buffered the one that was read.

use toml_core::de::nearest_name;
use toml_core::{Kind, Segment, Span};

use super::handed;
use super::node::{Entry, Key, Node};
use super::watch::{Failure, Watch};
use super::{Error, ErrorKind, Found};

/// Gives an error the place of the value that was being read, or of the part of it that the error is about.
#[cold]
#[inline(never)]
pub(super) fn placed<'de, N: Node<'de>>(error: Error, node: N) -> Error {
    placed_in(error, node, Scope::Whole)
}

/// [`placed`], for an error that came from a visitor of tables or arrays.
///
/// Where the visitor has put parts of the value into a buffer, it has taken the value for what it is, and
/// the error is about one of them.
#[cold]
#[inline(never)]
pub(super) fn placed_inside<'de, N: Node<'de>>(error: Error, node: N) -> Error {
    let is_buffered = node.span().is_some_and(handed::has_parts_of);
    placed_in(
        error,
        node,
        if is_buffered {
            Scope::Parts
        } else {
            Scope::Whole
        },
    )
}

/// Gives an error the place of the key that was being read.
#[cold]
#[inline(never)]
pub(super) fn placed_at_key<'de>(
    mut error: Error,
    key: impl Key<'de>,
    watch: Option<&Watch>,
) -> Error {
    if let Some(span) = key.span() {
        error.set_place(span);
        if let Some(watch) = watch {
            watch.fail(Failure::Key(span));
        }
    }
    error.add_key(key.as_str());
    error
}

/// Where the culprit may be.
#[derive(Clone, Copy, PartialEq)]
enum Scope {
    Whole,
    Parts,
}

fn placed_in<'de, N: Node<'de>>(mut error: Error, node: N, scope: Scope) -> Error {
    let Some(span) = node.span() else {
        return error;
    };
    if N::IS_BUFFERED || error.span().is_some() {
        return error;
    }
    for reason in error.reasons_mut() {
        place_one(reason, node, span, scope);
    }
    place_one(&mut error, node, span, scope);
    error
}

fn place_one<'de, N: Node<'de>>(error: &mut Error, node: N, span: Span, scope: Scope) {
    let culprit = culprit(error, node, scope).unwrap_or(Culprit {
        path: Vec::new(),
        failure: match error.missing_key() {
            Some(key) => Failure::Missing(span, key),
            None => Failure::Value(span, node.kind()),
        },
        datetime: node.datetime().map(|datetime| datetime.to_string()),
    });
    if let Some(watch) = node.watch() {
        watch.fail(culprit.failure);
        if error
            .missing_key()
            .is_some_and(|key| leaves_out(watch, node, key))
        {
            watch.miss_by_pretence();
        }
    }
    if let Some(similar) = error.missing_key().and_then(|key| similar_key(key, node)) {
        error.set_similar_key(&similar);
    }
    if let (Some(Found::Table), Some(text)) = (error.found(), &culprit.datetime) {
        error.set_found(&format!("date-time `{text}`"));
    }
    error.set_place(match culprit.failure {
        Failure::Value(span, _) | Failure::Key(span) | Failure::Missing(span, _) => span,
    });
    error.add_path(&culprit.path);
}

/// Whether a table has a key whose value was left out.
fn leaves_out<'de, N: Node<'de>>(watch: &Watch, table: N, key: &str) -> bool {
    let mut entries = table.entries();
    entries.any(|entry| entry.key().as_str() == key && watch.leaves_out(entry.value()))
}

/// A key of a table that may be a misspelling of one that it lacks.
fn similar_key<'de, N: Node<'de>>(missing: &str, table: N) -> Option<String> {
    let keys: Vec<_> = table
        .entries()
        .map(|entry| entry.key().as_str().to_owned())
        .collect();
    nearest_name(missing, keys.iter().map(String::as_str)).map(str::to_owned)
}

/// What an error is about.
#[derive(Clone)]
struct Culprit {
    /// The way to it, outermost first.
    path: Vec<Segment>,
    failure: Failure,
    /// Its text, if it is a date-time: serde takes these for tables.
    datetime: Option<String>,
}

/// The only part of a value that an error can be about; `None` where there are several or none.
fn culprit<'de, N: Node<'de>>(error: &Error, node: N, scope: Scope) -> Option<Culprit> {
    let wanted = match error.kind() {
        ErrorKind::UnknownField | ErrorKind::UnknownVariant => Wanted::Name(error.unknown_name()?),
        ErrorKind::InvalidType | ErrorKind::InvalidValue => Wanted::Value(error.found()?),
        ErrorKind::Custom => Wanted::Quoted(error.message()),
        _ => return None,
    };
    if scope == Scope::Whole && wanted.is_value(node) {
        return None;
    }
    let mut search = Search {
        wanted,
        path: Vec::new(),
        found: Vec::new(),
    };
    search.look_into(node);
    match &search.found[..] {
        [culprit] => Some(culprit.clone()),
        _ => None,
    }
}

/// What an error says of its culprit.
#[derive(Clone, Copy)]
enum Wanted<'e> {
    /// A key, or a string.
    Name(&'e str),
    /// A value.
    Value(&'e Found),
    /// A string that the message quotes.
    Quoted(&'e str),
}

impl Wanted<'_> {
    fn is_value<'de, N: Node<'de>>(self, node: N) -> bool {
        match (self, node.kind()) {
            (Self::Name(name), Kind::String) => name == node.text(),
            (Self::Quoted(message), Kind::String) => quotes(message, node.text()),
            (Self::Value(Found::Text(text)), Kind::String) => text == node.text(),
            (Self::Value(Found::Integer(integer)), Kind::Integer) => {
                node.integer() == Some(*integer)
            }
            (Self::Value(Found::Float(bits)), Kind::Float) => *bits == node.float().to_bits(),
            (Self::Value(Found::Boolean(boolean)), Kind::Boolean) => *boolean == node.boolean(),
            (Self::Value(Found::Array), Kind::Array)
            | (Self::Value(Found::Table), Kind::Table | Kind::Datetime) => true,
            _ => false,
        }
    }

    fn is_key(self, key: &str) -> bool {
        matches!(self, Self::Name(name) if name == key)
    }
}

/// Whether a message has a text in quotes.
fn quotes(message: &str, text: &str) -> bool {
    ['`', '\'', '"'].into_iter().any(|quote| {
        let mut places = message.match_indices(text);
        places.any(|(at, _)| {
            message[..at].ends_with(quote) && message[at + text.len()..].starts_with(quote)
        })
    })
}

struct Search<'e> {
    wanted: Wanted<'e>,
    path: Vec<Segment>,
    found: Vec<Culprit>,
}

impl Search<'_> {
    /// Looks at all parts of a value. Recursion is bounded by the depth that the parser allows.
    fn look_into<'de, N: Node<'de>>(&mut self, node: N) {
        for entry in node.entries() {
            let (key, value) = (entry.key(), entry.value());
            self.path.push(Segment::Key(key.as_str().to_owned()));
            if let (true, Some(span)) = (self.wanted.is_key(key.as_str()), key.span()) {
                self.note(Failure::Key(span), None);
            }
            self.look_at(value);
            self.path.pop();
        }
        if node.kind() != Kind::Array {
            return;
        }
        for (index, element) in node.elements().enumerate() {
            self.path
                .push(Segment::Index(i64::try_from(index).unwrap_or(i64::MAX)));
            self.look_at(element);
            self.path.pop();
        }
    }

    fn look_at<'de, N: Node<'de>>(&mut self, node: N) {
        if self.found.len() > 1 {
            return;
        }
        let resolved = node.resolved(super::node::Wanted::Any);
        let is_wanted = self.wanted.is_value(node) || self.wanted.is_value(resolved);
        if let (true, Some(span)) = (is_wanted, node.span()) {
            let text = node.datetime().map(|datetime| datetime.to_string());
            self.note(Failure::Value(span, node.kind()), text);
        }
        self.look_into(node);
    }

    fn note(&mut self, failure: Failure, datetime: Option<String>) {
        self.found.push(Culprit {
            path: self.path.clone(),
            failure,
            datetime,
        });
    }
}
