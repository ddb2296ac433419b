//! Why a document or value could not be read into a Rust type: what is wrong, at which key, where.
//!
//! Serde makes such errors without knowing the place. Whoever hands out values adds it while the
//! error travels outwards: [`Error::at`], [`Error::in_key`] and [`Error::in_index`].

mod discarded;
mod display;
mod found;
mod kind;
#[cfg(feature = "miette")]
mod miette;
mod shapes;

#[cfg(test)]
mod tests;

use alloc::{
    borrow::ToOwned, boxed::Box, format, string::String, string::ToString, sync::Arc, vec::Vec,
};
use core::{fmt, ops::Range};

use serde_core::de::{self, Expected, Unexpected};

pub use discarded::forget as forget_discarded;
pub use found::Found;
pub use kind::ErrorKind;
#[cfg(feature = "miette")]
pub use miette::GraphicalError;
pub use shapes::{NO_CONTENT, VARIANT, element_number};

use super::nearest::nearest_name;
use crate::error::shown_key;
use crate::{Path, Position, Segment, Span};
use kind::Cause;

/// How serde's derive begins the message of an untagged enum that nothing matched.
const NO_VARIANT: &str = "data did not match any variant of untagged enum";

/// Why TOML could not be read into a Rust type.
///
/// `Display` is the message with its place, and where the source is known, the line:
///
/// ```text
/// invalid type: string "abc", expected u16 at server.port, line 4 column 8
///   |
/// 4 | port = "abc"
///   |        ^^^^^
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Inner {
    cause: Cause,
    message: String,
    /// The way to the value, innermost first.
    path: Vec<Segment>,
    span: Option<Span>,
    input: Option<Arc<str>>,
    /// A key of the table that is like the one that is missing.
    similar_key: Option<String>,
    /// Why each variant of an untagged enum did not match, as far as serde told.
    reasons: Vec<Error>,
}

impl Error {
    #[cold]
    fn new(cause: Cause, message: String) -> Self {
        let error = Self::unrecorded(cause, message);
        discarded::record(&error);
        error
    }

    #[cold]
    fn unrecorded(cause: Cause, message: String) -> Self {
        Self(Box::new(Inner {
            cause,
            message,
            path: Vec::new(),
            span: None,
            input: None,
            similar_key: None,
            reasons: Vec::new(),
        }))
    }

    /// An error with a message, which is one lower-case line.
    #[cold]
    #[must_use]
    pub fn with_message(message: impl fmt::Display) -> Self {
        Self::new(Cause::Custom, message.to_string())
    }

    /// The error of a key that a table must not have; `expected` are the keys that it may have.
    #[cold]
    #[must_use]
    pub fn unknown_key(key: &str, expected: &'static [&'static str]) -> Self {
        de::Error::unknown_field(key, expected)
    }

    /// What is wrong, in one lower-case line without place or full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What kind of mistake it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.cause.kind()
    }

    /// The bytes of the document that are wrong; `None` for what was not read from a document.
    ///
    /// Where serde has lost the place, because it buffered the value, this is the value that the
    /// message is about, if there is only one such, or else the innermost table that is known.
    #[must_use]
    pub fn span(&self) -> Option<Range<usize>> {
        self.0.span.map(Span::range)
    }

    /// The dotted path of the value, such as `server.ports[2]`; `None` for the root.
    ///
    /// A key of more than 1000 bytes is cut, and ends with `…`.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        if let Cause::Syntax(error) = &self.0.cause {
            return error.path().map(ToOwned::to_owned);
        }
        let segments = self.segments();
        (!segments.is_empty()).then(|| Path::from(segments).to_string())
    }

    /// Line and column where the wrong bytes start; `None` without a span or input.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match (&self.0.cause, self.0.span, &self.0.input) {
            (Cause::Syntax(error), ..) => Some(error.start()),
            (_, Some(span), Some(input)) => Some(Position::of(input.as_bytes(), span.start)),
            _ => None,
        }
    }

    /// The error of the parser, where the text is not TOML.
    #[must_use]
    pub fn as_syntax(&self) -> Option<&crate::Error> {
        match &self.0.cause {
            Cause::Syntax(error) => Some(error),
            _ => None,
        }
    }

    /// For an untagged enum of which no variant matched, why they did not, in the enum's order.
    ///
    /// Serde tells this only in passing: a reason may be missing, and a variant that is an untagged
    /// enum itself may have given several.
    #[must_use]
    pub fn reasons(&self) -> &[Error] {
        &self.0.reasons
    }

    /// What to write instead, where there is more to say than the message does.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match &self.0.cause {
            Cause::Syntax(error) => error.help(),
            Cause::UnknownName { name, expected, .. } => {
                let nearest = nearest_name(name, expected.iter().copied())?;
                Some(format!("did you mean `{nearest}`?"))
            }
            Cause::MissingField(_) => {
                let similar = self.0.similar_key.as_ref()?;
                Some(format!("there is a key `{similar}`; is it misspelt?"))
            }
            _ => None,
        }
    }

    /// The field that is missing, for an error of that kind.
    #[must_use]
    pub fn missing_key(&self) -> Option<&'static str> {
        match self.0.cause {
            Cause::MissingField(field) => Some(field),
            _ => None,
        }
    }

    /// The value that was found in the place of what was expected, where the error tells.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        match &self.0.cause {
            Cause::Value { found, .. } => Some(found),
            _ => None,
        }
    }

    /// The key or variant that nobody knows, where the error is about one.
    #[must_use]
    pub fn unknown_name(&self) -> Option<&str> {
        match &self.0.cause {
            Cause::UnknownName { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Gives the error the source that its span is of; `None` takes it away.
    pub fn set_input(&mut self, input: Option<&str>) {
        self.0.input = input.map(Into::into);
        for reason in &mut self.0.reasons {
            reason.0.input.clone_from(&self.0.input);
        }
    }

    /// Gives the error the source of another, without a copy.
    #[doc(hidden)]
    pub fn share_input(&mut self, other: &Self) {
        self.0.input.clone_from(&other.0.input);
        for reason in &mut self.0.reasons {
            reason.share_input(other);
        }
    }

    /// The same error with the source that its span is of.
    #[cold]
    #[must_use]
    pub fn with_input(mut self, input: &str) -> Self {
        self.set_input(Some(input));
        self
    }

    /// The same error with a place, unless it has one already.
    #[cold]
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.set_place(span);
        self
    }

    /// The same error, seen from the table that has the value under `key`.
    #[cold]
    #[must_use]
    pub fn in_key(mut self, key: &str) -> Self {
        self.add_key(key);
        self
    }

    /// The same error, seen from the array that has the value at a 0-based index.
    #[cold]
    #[must_use]
    pub fn in_index(mut self, index: usize) -> Self {
        self.add_index(index);
        self
    }

    /// Gives the error a place, unless it has one already.
    pub fn set_place(&mut self, span: Span) {
        self.0.span.get_or_insert(span);
    }

    /// Puts a key in front of the path of the error and of its reasons.
    #[cold]
    pub fn add_key(&mut self, key: &str) {
        self.add_segment(&Segment::Key(shown_key(key).into_owned()));
    }

    /// Puts a 0-based index in front of the path of the error and of its reasons.
    #[cold]
    pub fn add_index(&mut self, index: usize) {
        self.add_segment(&Segment::Index(index.try_into().unwrap_or(i64::MAX)));
    }

    /// Puts a way, outermost step first, in front of the path of the error and of its reasons.
    #[cold]
    pub fn add_path(&mut self, path: &[Segment]) {
        for segment in path.iter().rev() {
            self.add_segment(segment);
        }
    }

    fn add_segment(&mut self, segment: &Segment) {
        self.0.path.push(segment.clone());
        for reason in &mut self.0.reasons {
            reason.add_segment(segment);
        }
    }

    /// [`reasons`](Self::reasons), to give them places.
    #[must_use]
    pub fn reasons_mut(&mut self) -> &mut [Error] {
        &mut self.0.reasons
    }

    /// The span as it was given, and the source that it is of.
    #[doc(hidden)]
    #[must_use]
    pub fn place(&self) -> (Option<Span>, Option<&Arc<str>>) {
        (self.0.span, self.0.input.as_ref())
    }

    /// The path of the value, outermost step first.
    #[must_use]
    pub fn segments(&self) -> Vec<Segment> {
        self.0.path.iter().rev().cloned().collect()
    }

    /// Tells a key of the table that is like the one that is missing; for an error about a missing key.
    #[cold]
    pub fn set_similar_key(&mut self, key: &str) {
        self.0.similar_key = Some(key.to_owned());
    }

    /// Rewords the error, which was found to be about a value that serde took for something else.
    ///
    /// `found` is put for what was found, such as ``date-time `1979-05-27` ``.
    #[cold]
    pub fn set_found(&mut self, found: &str) {
        if let Cause::Value {
            problem, expected, ..
        } = &self.0.cause
        {
            self.0.message = format!("{problem}: {found}, expected {expected}");
        }
    }

    /// The same error as another type of error: itself, where that type is this one.
    ///
    /// The path is left behind: what reads from a buffer does not know where that belongs.
    #[cold]
    #[must_use]
    pub fn into_other<E: de::Error>(mut self) -> E {
        self.0.path.clear();
        let message = self.0.message.clone();
        discarded::send(self);
        let other = E::custom(message);
        drop(discarded::receive());
        other
    }

    fn unmet(
        kind: ErrorKind,
        problem: &'static str,
        found: Unexpected<'_>,
        expected: &dyn Expected,
    ) -> Self {
        let expected = found::in_words_of_toml(expected);
        let found = Found::from(found);
        let message = format!("{problem}: {found}, expected {expected}");
        let cause = Cause::Value {
            kind,
            problem,
            found,
            expected,
        };
        Self::new(cause, message)
    }

    fn unknown(kind: ErrorKind, what: &str, name: &str, expected: &'static [&'static str]) -> Self {
        let message = format!("unknown {what} `{name}`, {}", one_of(expected, what));
        let name = name.to_owned();
        let cause = Cause::UnknownName {
            kind,
            name,
            expected,
        };
        Self::new(cause, message)
    }
}

/// The known names, as serde words them, so that messages read alike.
fn one_of(names: &[&str], what: &str) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match &quoted[..] {
        [] => format!("there are no {what}s"),
        [name] => format!("expected {name}"),
        [first, second] => format!("expected {first} or {second}"),
        _ => format!("expected one of {}", quoted.join(", ")),
    }
}

impl de::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        if let Some(error) = discarded::receive() {
            return error;
        }
        let message = message.to_string();
        if !message.starts_with(NO_VARIANT) {
            return Self::new(Cause::Custom, message);
        }
        let reasons = discarded::take();
        let mut error = Self::unrecorded(Cause::NoVariant, message);
        error.0.reasons = reasons;
        discarded::record(&error);
        error
    }

    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::unmet(ErrorKind::InvalidType, "invalid type", found, expected)
    }

    #[cold]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::unmet(ErrorKind::InvalidValue, "invalid value", found, expected)
    }

    #[cold]
    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        let message = format!("invalid length {length}, expected {expected}");
        Self::new(Cause::InvalidLength, message)
    }

    #[cold]
    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::unknown(ErrorKind::UnknownVariant, "variant", variant, expected)
    }

    #[cold]
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::unknown(ErrorKind::UnknownField, "field", field, expected)
    }

    #[cold]
    fn missing_field(field: &'static str) -> Self {
        Self::new(
            Cause::MissingField(field),
            format!("missing field `{field}`"),
        )
    }

    #[cold]
    fn duplicate_field(field: &'static str) -> Self {
        Self::new(Cause::DuplicateField, format!("duplicate field `{field}`"))
    }
}

/// An error of the parser, with its place; the source is to be set.
impl From<crate::Error> for Error {
    #[cold]
    fn from(error: crate::Error) -> Self {
        let span = error.span();
        let message = error.message();
        Self::unrecorded(Cause::Syntax(error), message).at(span)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("message", &self.0.message)
            .field("path", &self.path())
            .field("span", &self.0.span)
            .field("reasons", &self.0.reasons)
            .finish_non_exhaustive()
    }
}

impl core::error::Error for Error {}
