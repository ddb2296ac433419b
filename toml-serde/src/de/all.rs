//! All errors of a document at once.
//!
//! Serde stops at the first error. So the document is read again and again, each time with one more
//! value replaced by a placeholder, one more key left out, or one more made up, until nothing is wrong
//! any more. What goes wrong only because of a placeholder is not reported.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::Deserialize;
use toml_core::{Document, Kind, Span, ValueRef};

use super::deserializer::read_watched;
use super::options::{Options, UnknownFields, unknown_fields};
use super::watch::{Failure, Pretence, Watch};
use super::{Error, ErrorKind, Found};

/// The errors of a document, by place.
///
/// `Display` gives all of them, with an empty line between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors(Vec<Error>);

impl Errors {
    /// The errors, at least one.
    #[must_use]
    pub fn as_slice(&self) -> &[Error] {
        &self.0
    }

    /// The errors in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Error> {
        self.0.iter()
    }
}

impl IntoIterator for Errors {
    type Item = Error;
    type IntoIter = std::vec::IntoIter<Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'e> IntoIterator for &'e Errors {
    type Item = &'e Error;
    type IntoIter = std::slice::Iter<'e, Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "\n\n" })?;
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

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
    let has_all = syntax.is_empty();
    let mut errors: Vec<Error> = syntax
        .into_iter()
        .map(|error| Error::from(error).with_input(source))
        .collect();
    let mut reading = Reading {
        document: &document,
        source,
        options,
        pretence: Pretence::default(),
    };
    let mut value = None;
    while errors.len() < options.max_errors {
        match reading.read::<T>(&mut errors, has_all) {
            Step::Read(read) => {
                value = Some(read);
                break;
            }
            Step::Again => {}
            Step::Stuck => break,
        }
    }
    errors.sort_by_key(|error| error.span().map(|span| span.start));
    match value {
        Some(value) if errors.is_empty() => Ok(value),
        _ => Err(Errors(errors)),
    }
}

/// The repeated reading of a document.
struct Reading<'d, 'de> {
    document: &'d Document<'d>,
    source: &'de str,
    options: Options,
    pretence: Pretence,
}

/// What came of one reading.
enum Step<T> {
    Read(T),
    /// Something new is known to be wrong.
    Again,
    /// The same thing is wrong whatever is done.
    Stuck,
}

impl<'de> Reading<'_, 'de> {
    fn read<T: Deserialize<'de>>(&mut self, errors: &mut Vec<Error>, has_all: bool) -> Step<T> {
        let watch = Watch::with_pretence(std::mem::take(&mut self.pretence));
        let (result, watch) = read_watched(self.document, self.source, watch, PhantomData);
        let (failure, rejected) = (watch.failure(), watch.rejected());
        let (pretence, unknown) = watch.into_parts();
        self.pretence = pretence;
        match result {
            Ok(value) => {
                if self.options.unknown_fields == UnknownFields::Deny {
                    let fields = unknown_fields(self.document, unknown);
                    errors.extend(fields.iter().map(|field| field.to_error(self.source)));
                }
                Step::Read(value)
            }
            Err(_) if rejected.is_some_and(|number| self.pretence.retry(number)) => Step::Again,
            Err(error) => {
                let is_missing = error.kind() == ErrorKind::MissingField;
                let follows = rejected.is_some() || self.follows(&error, failure);
                let is_new = !follows && (has_all || !is_missing);
                if is_new {
                    errors.push(error);
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
                self.is_pretended_within(self.document.root().as_value(), (span, kind), false)
            }
            (_, _, Some(failure)) => self.pretence.has(failure),
            _ => false,
        }
    }

    /// Whether something is pretended inside of the value at `outer`, or at it.
    ///
    /// `is_inside` tells whether `value` is. Recursion is bounded by the depth that the parser allows.
    fn is_pretended_within(
        &self,
        value: ValueRef<'_>,
        outer: (Span, Kind),
        is_inside: bool,
    ) -> bool {
        let place = (value.span(), value.kind());
        let is_inside = is_inside || place == outer;
        if is_inside && self.pretence.is_about(value) {
            return true;
        }
        let in_table = value.as_table().is_some_and(|table| {
            let mut parts = table.values();
            parts.any(|part| self.is_pretended_within(part, outer, is_inside))
        });
        let mut elements = value.as_array().into_iter().flatten();
        in_table || elements.any(|part| self.is_pretended_within(part, outer, is_inside))
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
