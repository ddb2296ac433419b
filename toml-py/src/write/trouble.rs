//! Why data cannot be written, and the exception that says so.

use std::fmt;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use toml_core::encode::tomli_w::{Failure, Reason};

/// Why an object cannot be written.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Code of the caller, such as a mapping's own method, has raised an exception.
    Raised(PyErr),
    /// TOML has no such type, which has this name.
    Unsupported(String),
    /// A key is no string.
    Key {
        /// The key as text.
        text: String,
        /// The name of its type.
        kind: String,
    },
    /// A mapping has two keys with this text.
    DuplicateKey(String),
    /// An array has an element that is `None`, which cannot be left out.
    NoneInArray,
    /// A document that is edited gets an integer that does not fit in 64 bits.
    WideInteger,
    /// A string has half of a surrogate pair.
    LoneSurrogate(PyErr),
    /// A time of day has an offset from UTC.
    OffsetTime,
    /// A date-time is none that TOML has, such as this one.
    Datetime(String),
}

impl From<PyErr> for Box<Trouble> {
    fn from(error: PyErr) -> Self {
        Self::new(Trouble::Raised(error))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Raised(error) => error.fmt(f),
            Self::Unsupported(kind) => {
                write!(f, "Object of type '{kind}' is not TOML serializable")
            }
            Self::Key { text, kind } => write!(
                f,
                "Invalid mapping key '{text}' of type '{kind}'. A string is required."
            ),
            Self::DuplicateKey(text) => write!(f, "Two keys have the text '{text}'"),
            Self::NoneInArray => f.write_str("None in an array cannot be left out"),
            Self::WideInteger => f.write_str("Integers of an edited document have 64 bits"),
            Self::LoneSurrogate(_) => f.write_str("TOML does not support lone surrogates"),
            Self::OffsetTime => f.write_str("TOML does not support offset times"),
            Self::Datetime(text) => {
                write!(
                    f,
                    "TOML does not support the date-time {text}: offsets are whole minutes"
                )
            }
        }
    }
}

/// The exception for a failure: its text names the keys that lead to the value.
#[cold]
pub(super) fn raise(py: Python<'_>, failure: Failure<Box<Trouble>>) -> PyErr {
    let mut message = failure.reason.to_string();
    if !failure.path.segments().is_empty() {
        message = format!("{message} (at {})", failure.path);
    }
    let Reason::Data(trouble) = failure.reason else {
        return PyValueError::new_err(message);
    };
    match *trouble {
        Trouble::Raised(error) => error,
        Trouble::Unsupported(_) | Trouble::Key { .. } => PyTypeError::new_err(message),
        Trouble::LoneSurrogate(cause) => {
            let error = PyValueError::new_err(message);
            error.set_cause(py, Some(cause));
            error
        }
        _ => PyValueError::new_err(message),
    }
}
