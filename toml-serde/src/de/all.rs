//! All errors of a document at once.
//!
//! Serde stops at the first error. So the document is read again and again, each time with one more
//! value replaced by a placeholder, one more key left out, or one more made up, until nothing is wrong
//! any more. What goes wrong only because of a placeholder is not reported.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::Deserialize;
use toml_core::{Document, Kind, Span};

use super::deserializer::read_watched;
use super::document::{Context, DocumentNode};
use super::node::{Entry, Key, Node};
use super::options::{Options, UnknownFields, unknown_fields};
use super::watch::{Failure, Pretence, UnknownKey, Watch};
use super::{Error, ErrorKind, Found};

/// All errors of a document or configuration, by place.
///
/// `Display` gives all of them, with an empty line between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors<E = Error>(Vec<E>);

impl<E> Errors<E> {
    /// `None` where there are none.
    pub(crate) fn new(errors: Vec<E>) -> Option<Self> {
        (!errors.is_empty()).then_some(Self(errors))
    }

    /// A single error.
    pub(crate) fn of(error: E) -> Self {
        Self(vec![error])
    }

    /// The errors, at least one.
    #[must_use]
    pub fn as_slice(&self) -> &[E] {
        &self.0
    }

    /// The errors in order.
    pub fn iter(&self) -> std::slice::Iter<'_, E> {
        self.0.iter()
    }
}

impl<E> IntoIterator for Errors<E> {
    type Item = E;
    type IntoIter = std::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'e, E> IntoIterator for &'e Errors<E> {
    type Item = &'e E;
    type IntoIter = std::slice::Iter<'e, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<E: fmt::Display> fmt::Display for Errors<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "\n\n" })?;
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for Errors<E> {}

/// Reads a document into a type, and tells all independent errors where there are some.
///
/// # Errors
/// All rules of TOML that the source breaks, all values that the type does not take and all keys that
/// are missing, as far as one does not follow from another. Where the source is not TOML, keys may be
/// missing because of that, and are not reported as missing.
///
/// ```
/// #[derive(Debug, serde::Deserialize)]
/// struct Server {
///     host: String,
///     port: u16,
///     workers: u8,
/// }
///
/// let errors = toml_serde::from_str_all::<Server>("port = 'abc'\nworkers = 1000").unwrap_err();
/// let messages: Vec<_> = errors.into_iter().map(|error| error.message().to_string()).collect();
/// assert_eq!(messages, [
///     "missing field `host`",
///     "invalid type: string \"abc\", expected u16",
///     "invalid value: integer `1000`, expected u8",
/// ]);
/// ```
pub fn from_str_all<'de, T: Deserialize<'de>>(source: &'de str) -> Result<T, Errors> {
    from_str_all_with(source, Options::default())
}

/// [`from_str_all`] with options; an unknown key is an error with [`UnknownFields::Deny`] only.
///
/// # Errors
/// As [`from_str_all`].
pub fn from_str_all_with<'de, T: Deserialize<'de>>(
    source: &'de str,
    options: Options,
) -> Result<T, Errors> {
    let (document, syntax) = options.parse_options().parse_recoverable(source);
    let readable = ReadableDocument {
        document: &document,
        source,
    };
    let completeness = Completeness::of(&syntax);
    let mut errors = Vec::new();
    for error in syntax {
        push_of(source, Error::from(error), &mut errors);
    }
    let read = read_all::<T, _>(&readable, options, completeness, &mut errors);
    if let Some((_, unknown)) = &read
        && options.unknown_fields == UnknownFields::Deny
    {
        let fields = unknown_fields(&document, unknown.clone());
        for field in &fields {
            push_of(source, field.to_error(), &mut errors);
        }
    }
    errors.sort_by_key(|error| error.span().map(|span| span.start));
    match read {
        Some((value, _)) if errors.is_empty() => Ok(value),
        _ => Err(Errors(errors)),
    }
}

/// Adds an error of a source, of which all errors share one copy.
pub(crate) fn push_of(source: &str, mut error: Error, errors: &mut Vec<Error>) {
    match errors.last() {
        Some(last) => error.share_input(last),
        None => error.set_input(Some(source)),
    }
    errors.push(error);
}

/// Adds an error that has a copy of its source, which it may share with the one before.
fn push(mut error: Error, errors: &mut Vec<Error>) {
    if let Some(last) = errors.last()
        && error.place().1 == last.place().1
    {
        error.share_input(last);
    }
    errors.push(error);
}

/// Something that can be read again and again, each time with another watch.
pub(crate) trait Readable<'de> {
    /// Reads it once.
    fn read<T: Deserialize<'de>>(&self, watch: Watch) -> (Result<T, Error>, Watch);

    /// See [`is_pretended_within`].
    fn has_pretence(&self, pretence: &Pretence, outer: (Span, Kind)) -> bool;
}

/// Whether the source could be read to its end; where it could not, keys may be missing because of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Completeness {
    Whole,
    Partial,
}

impl Completeness {
    /// Whole where there are no errors.
    pub(crate) fn of<E>(errors: &[E]) -> Self {
        match errors {
            [] => Self::Whole,
            _ => Self::Partial,
        }
    }
}

struct ReadableDocument<'d, 'de> {
    document: &'d Document<'d>,
    source: &'de str,
}

impl<'de> Readable<'de> for ReadableDocument<'_, 'de> {
    fn read<T: Deserialize<'de>>(&self, watch: Watch) -> (Result<T, Error>, Watch) {
        read_watched(self.document, self.source, watch, PhantomData)
    }

    fn has_pretence(&self, pretence: &Pretence, outer: (Span, Kind)) -> bool {
        let context = Context::new(self.document.root().as_value(), self.source);
        is_pretended_within(pretence, DocumentNode::root(&context), outer)
    }
}

/// Reads past all mistakes and adds them to `errors`, up to the number that the options allow; what was read in the
/// end, and the keys that nobody wanted.
///
/// What was read is to be thrown away where there are errors, since placeholders may be part of it.
pub(crate) fn read_all<'de, T: Deserialize<'de>, R: Readable<'de>>(
    readable: &R,
    options: Options,
    completeness: Completeness,
    errors: &mut Vec<Error>,
) -> Option<(T, Vec<UnknownKey>)> {
    let mut reading = Reading {
        readable,
        completeness,
        pretence: Pretence::default(),
        lifetime: PhantomData,
    };
    while errors.len() < options.max_errors {
        match reading.read::<T>(errors) {
            Step::Read(value, unknown) => return Some((value, unknown)),
            Step::Again => {}
            Step::Stuck => break,
        }
    }
    None
}

/// The repeated reading of a document.
struct Reading<'r, 'de, R> {
    readable: &'r R,
    completeness: Completeness,
    pretence: Pretence,
    lifetime: PhantomData<&'de ()>,
}

/// What came of one reading.
enum Step<T> {
    /// The value, and the keys that nobody wanted.
    Read(T, Vec<UnknownKey>),
    /// Something new is known to be wrong.
    Again,
    /// The same thing is wrong whatever is done.
    Stuck,
}

impl<'de, R: Readable<'de>> Reading<'_, 'de, R> {
    fn read<T: Deserialize<'de>>(&mut self, errors: &mut Vec<Error>) -> Step<T> {
        let watch = Watch::with_pretence(std::mem::take(&mut self.pretence));
        let (result, watch) = self.readable.read(watch);
        let (failure, rejected) = (watch.failure(), watch.rejected());
        let is_pretended = rejected.is_some() || watch.is_missing_by_pretence();
        let (pretence, unknown) = watch.into_parts();
        self.pretence = pretence;
        match result {
            Ok(value) => Step::Read(value, unknown),
            Err(_) if rejected.is_some_and(|number| self.pretence.retry(number)) => Step::Again,
            Err(error) => {
                let is_missing = error.kind() == ErrorKind::MissingField;
                let follows = is_pretended || self.follows(&error, failure);
                let is_whole = self.completeness == Completeness::Whole;
                let is_new = !follows && (is_whole || !is_missing);
                if is_new {
                    push(error, errors);
                }
                match failure {
                    Some(failure) if self.get_past(failure) => Step::Again,
                    _ => Step::Stuck,
                }
            }
        }
    }

    /// Whether an error is only there because of what was pretended, or of a mistake of syntax.
    fn follows(&self, error: &Error, failure: Option<Failure>) -> bool {
        if let Some(Failure::Value(_, Kind::Error)) = failure {
            return true;
        }
        if self.pretence.is_empty() {
            return false;
        }
        match (error.kind(), error.found(), failure) {
            (_, Some(Found::Other(_)), _) => true,
            (ErrorKind::NoVariant | ErrorKind::Custom, _, Some(Failure::Value(span, kind))) => {
                self.readable.has_pretence(&self.pretence, (span, kind))
            }
            (_, _, Some(failure)) => self.pretence.has(failure),
            _ => false,
        }
    }

    /// Pretends that a mistake is not there; false where that has been tried.
    fn get_past(&mut self, failure: Failure) -> bool {
        let table = match failure {
            Failure::Missing(span, _) => Some(Failure::Value(span, Kind::Table)),
            _ => None,
        };
        // Where a placeholder for a missing value does not do, one for the whole table may.
        let untried = [Some(failure), table].into_iter().flatten();
        let next = untried
            .into_iter()
            .find(|failure| !self.pretence.has(*failure));
        if let Some(mistake) = next {
            self.pretence.push(mistake);
        }
        next.is_some()
    }
}

/// Whether something is pretended inside of the value at `outer`, or at it.
pub(crate) fn is_pretended_within<'de, N: Node<'de>>(
    pretence: &Pretence,
    root: N,
    outer: (Span, Kind),
) -> bool {
    let search = PretenceSearch { pretence, outer };
    search.look_at(root, None, Side::Outside)
}

struct PretenceSearch<'p> {
    pretence: &'p Pretence,
    outer: (Span, Kind),
}

/// On which side of the value's border the search is.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Outside,
    Inside,
}

impl PretenceSearch<'_> {
    /// Recursion is bounded by the depth that the parser allows.
    fn look_at<'de, N: Node<'de>>(&self, node: N, key: Option<Span>, side: Side) -> bool {
        let span = node.span().unwrap_or_default();
        let side = if (span, node.kind()) == self.outer {
            Side::Inside
        } else {
            side
        };
        if side == Side::Inside && self.pretence.is_about(span, node.kind(), key) {
            return true;
        }
        let mut entries = node.entries();
        if entries.any(|entry| self.look_at(entry.value(), entry.key().span(), side)) {
            return true;
        }
        node.kind() == Kind::Array
            && node
                .elements()
                .any(|element| self.look_at(element, None, side))
    }
}
