//! The one error type of the toolkit: what is wrong, where, and what to write instead.

mod explain;
mod kind;
#[cfg(feature = "miette")]
mod miette;
mod position;
mod report;
mod snippet;
mod wording;

#[cfg(test)]
mod tests;

use alloc::{borrow::Cow, boxed::Box, format, string::String};
use core::fmt;

pub use explain::{Example, Explanation, Section};
pub use kind::ErrorKind;
pub use position::{Locator, Position};
pub use report::Report;
pub use snippet::Snippet;

use crate::Span;

/// Why a document was rejected, and where.
///
/// One word in size. `Display` is a single line, such as
/// ``duplicate key `name` at server.name, line 3 column 1``; [`message`](Self::message),
/// [`help`](Self::help) and the spans are the parts to build a longer report from.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Inner {
    kind: ErrorKind,
    span: Span,
    related: Option<Related>,
    path: Option<Box<str>>,
    found: Box<str>,
    start: Position,
    end: Position,
}

/// A second place that explains an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Related {
    /// Bytes of the source to look at.
    pub span: Span,
    /// What is there.
    pub relation: Relation,
}

/// How a [`Related`] place belongs to an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// The key, table or value was first defined here.
    FirstDefinition,
    /// The bracket, brace or quote was opened here.
    OpenedHere,
    /// The closing bracket or brace was expected here.
    ExpectedHere,
    /// The key is first given a table or value of another kind here.
    DefinedHere,
}

/// An error as the parser meets it: no text yet, and free to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: ErrorKind,
    pub(crate) span: Span,
    pub(crate) related: Option<Related>,
}

impl Fault {
    #[cold]
    pub(crate) fn new(kind: ErrorKind, span: Span) -> Self {
        Self {
            kind,
            span,
            related: None,
        }
    }

    #[cold]
    pub(crate) fn with_related(kind: ErrorKind, span: Span, relation: Relation, at: Span) -> Self {
        Self {
            kind,
            span,
            related: Some(Related { span: at, relation }),
        }
    }

    /// The same fault with its spans moved `by` bytes towards the end of the source.
    pub(crate) fn shifted(mut self, by: usize) -> Self {
        let shift = |span: Span| Span::new(span.start + by as u32, span.end + by as u32);
        self.span = shift(self.span);
        if let Some(related) = &mut self.related {
            related.span = shift(related.span);
        }
        self
    }
}

/// The most bytes of a key that a path shows.
const MOST_OF_A_KEY: usize = 1000;

/// A key as it is in the path of an error: cut where it is longer than [`MOST_OF_A_KEY`], so that the errors below a
/// huge key are not all huge.
#[cold]
pub(crate) fn shown_key(key: &str) -> Cow<'_, str> {
    if key.len() <= MOST_OF_A_KEY {
        return key.into();
    }
    let mut ends = (0..=MOST_OF_A_KEY).rev();
    let end = ends.find(|end| key.is_char_boundary(*end));
    format!("{}…", &key[..end.unwrap_or(0)]).into()
}

impl Error {
    /// Completes a fault with what only the source can tell.
    #[cold]
    pub(crate) fn new(fault: Fault, path: Option<String>, source: &[u8]) -> Self {
        Self::located(fault, path, source, &mut Locator::default())
    }

    /// [`new`](Self::new), for one of many errors of a source.
    #[cold]
    pub(crate) fn located(
        fault: Fault,
        path: Option<String>,
        source: &[u8],
        locator: &mut Locator,
    ) -> Self {
        let Fault {
            kind,
            span,
            related,
        } = fault;
        Self(Box::new(Inner {
            kind,
            span,
            related,
            path: path.map(String::into_boxed_str),
            found: wording::excerpt(source, span),
            start: locator.locate(source, span.start),
            end: locator.locate(source, span.end),
        }))
    }

    /// The same error where it stands in another source that has as many bytes.
    #[cold]
    pub(crate) fn relocated(mut self, source: &[u8], locator: &mut Locator) -> Self {
        self.0.start = locator.locate(source, self.0.span.start);
        self.0.end = locator.locate(source, self.0.span.end);
        self
    }

    /// The rule that was broken.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The stable code of the rule, such as `toml::duplicate-key`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0.kind.code()
    }

    /// The offending bytes of the source.
    #[must_use]
    pub fn span(&self) -> Span {
        self.0.span
    }

    /// Another place to look at, where there is one.
    #[must_use]
    pub fn related(&self) -> Option<Related> {
        self.0.related
    }

    /// The dotted path of the item concerned, such as `server.ports[2]`.
    ///
    /// A key of more than 1000 bytes is cut, and ends with `…`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// Line and column where the offending bytes start.
    #[must_use]
    pub fn start(&self) -> Position {
        self.0.start
    }

    /// Line and column just behind the offending bytes.
    #[must_use]
    pub fn end(&self) -> Position {
        self.0.end
    }

    /// What is wrong, in one lower-case line without place or full stop.
    #[must_use]
    pub fn message(&self) -> String {
        wording::message(self.0.kind, &self.0.found)
    }

    /// What to write instead, where there is more to say than the message does.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        wording::help(self.0.kind, &self.0.found)
    }

    /// What the marked bytes are, in two to four words for a label in a snippet.
    #[must_use]
    pub fn label(&self) -> &'static str {
        wording::label(self.0.kind)
    }
}

impl Relation {
    /// What is at the related place, in two to four words for a label in a snippet.
    #[must_use]
    pub fn label(self) -> &'static str {
        wording::related_label(self)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.0.start;
        f.write_str(&self.message())?;
        match &self.0.path {
            Some(path) => write!(f, " at {path}, line {line} column {column}"),
            None => write!(f, " at line {line} column {column}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("span", &self.0.span)
            .field("related", &self.0.related)
            .field("path", &self.0.path)
            .field("start", &self.0.start)
            .field("message", &self.message())
            .finish()
    }
}

impl core::error::Error for Error {}
