//! `TOMLDecodeError` from an error of the parser.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyType};
use toml_core::Span;

/// The error for a document that is not valid TOML; `document` is the text as the caller gave it.
#[cold]
pub(crate) fn decode_error(error: &toml_core::Error, document: &Bound<'_, PyString>) -> PyErr {
    let build = || {
        let text = document.to_str()?;
        let position = position(text, error.span());
        let exception = new(&error.message(), document, position)?;
        exception.setattr("code", error.code())?;
        exception.setattr("path", error.path())?;
        exception.setattr("help", error.help())?;
        exception.setattr("_report", error.report(text).to_string())?;
        Ok(PyErr::from_value(exception))
    };
    build().unwrap_or_else(|error| error)
}

/// The error for a text that holds half of a surrogate pair, at a position in characters.
#[cold]
pub(crate) fn lone_surrogate(document: &Bound<'_, PyString>, position: usize) -> PyResult<PyErr> {
    let message = "lone surrogate, which is no character";
    new(message, document, position).map(PyErr::from_value)
}

/// The error for a value that TOML has and Python has not, with a reason.
#[cold]
pub(crate) fn unsupported(reason: &str, document: &Bound<'_, PyString>, span: Span) -> PyErr {
    let build = || {
        let position = position(document.to_str()?, span);
        new(reason, document, position).map(PyErr::from_value)
    };
    build().unwrap_or_else(|error| error)
}

/// How many characters are in front of a span.
fn position(text: &str, span: Span) -> usize {
    let is_before = |(offset, _): &(usize, char)| *offset < span.start as usize;
    text.char_indices().take_while(is_before).count()
}

/// `TOMLDecodeError(message, document, position)`
fn new<'py>(
    message: &str,
    document: &Bound<'py, PyString>,
    position: usize,
) -> PyResult<Bound<'py, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = CLASS.import(document.py(), "toml_py._errors", "TOMLDecodeError")?;
    class.call1((message, document, position))
}
