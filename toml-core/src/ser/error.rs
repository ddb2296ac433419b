//! Why a Rust value could not be written as TOML, and at which key.

use alloc::{borrow::ToOwned, boxed::Box, string::String, string::ToString, vec::Vec};
use core::fmt;

use serde_core::ser;

use crate::{Path, Segment};

/// Why a value could not be written as TOML.
///
/// `Display` is one line: what is wrong, and at which key, such as
/// `TOML has no null, and `None` cannot stand in an array at hosts[1]`.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    message: String,
    /// The way to the value, innermost first.
    path: Vec<Segment>,
}

impl Error {
    /// An error with a message, which is one lower-case line.
    #[cold]
    #[must_use]
    pub fn new(message: impl fmt::Display) -> Self {
        Self(Box::new(Inner {
            message: message.to_string(),
            path: Vec::new(),
        }))
    }

    /// The error of `()`.
    #[cold]
    #[must_use]
    pub fn unit() -> Self {
        Self::new("TOML has nothing to write `()` as")
    }

    /// The error of a unit struct.
    #[cold]
    #[must_use]
    pub fn unit_struct(name: &str) -> Self {
        Self::new(format_args!(
            "TOML has nothing to write the unit struct `{name}` as"
        ))
    }

    /// The error of a `None` that cannot be left out; `place` says why, as in "stand in an array".
    #[cold]
    #[must_use]
    pub fn none(place: &str) -> Self {
        Self::new(format_args!("TOML has no null, and `None` cannot {place}"))
    }

    /// The error of a text that is no date-time's, as that of one whose fields were set by hand may be.
    #[cold]
    #[must_use]
    pub fn no_datetime(text: &str) -> Self {
        Self::new(format_args!("there is no date-time `{text}`"))
    }

    /// The error of a date-time without its text.
    #[cold]
    #[must_use]
    pub fn no_datetime_text() -> Self {
        Self::new("a date-time has no text")
    }

    /// What is wrong, without the key.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The dotted path of the value, such as `server.ports[2]`; `None` for the root.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        let segments: Vec<_> = self.0.path.iter().rev().cloned().collect();
        (!segments.is_empty()).then(|| Path::from(segments).to_string())
    }

    /// The same error, seen from the table that has the value under `key`.
    #[cold]
    #[must_use]
    pub fn in_key(mut self, key: &str) -> Self {
        self.0.path.push(Segment::Key(key.to_owned()));
        self
    }

    /// The same error, seen from the array that has the value at a 0-based index.
    #[cold]
    #[must_use]
    pub fn in_index(mut self, index: usize) -> Self {
        self.0
            .path
            .push(Segment::Index(i64::try_from(index).unwrap_or(i64::MAX)));
        self
    }
}

impl ser::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match self.path() {
            Some(path) => write!(f, " at {path}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("message", &self.0.message)
            .field("path", &self.path())
            .finish()
    }
}

impl core::error::Error for Error {}
