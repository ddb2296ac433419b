//! Exceptions for edits that are refused, and for files.

use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};
use toml_core::ParseOptions;
use toml_edit_lite::{Error, ErrorKind};

use super::pending::Edit;
use crate::error as decode;

/// The error for a text that is no document.
#[cold]
pub(super) fn of_reading(failure: &Error, text: &Bound<'_, PyString>) -> PyErr {
    match failure.toml_error() {
        Some(error) => decode::decode_error(error, text),
        None => exception(text.py(), &failure.to_string(), failure),
    }
}

/// The error for an edit that was refused: an `EditError`.
#[cold]
pub(super) fn of_edit(failure: &Error) -> PyErr {
    Python::attach(|py| exception(py, &failure.to_string(), failure))
}

/// The error for edits that had waited, of which one failed: a mistake of ours, as it was checked before.
#[cold]
pub(super) fn of_flush(failure: &Error, edit: Option<&Edit>) -> PyErr {
    let edit = edit.map_or(String::new(), ToString::to_string);
    let message = format!("cannot {edit}: {failure}; the text is as it was before");
    Python::attach(|py| exception(py, &message, failure))
}

/// The error for a file that cannot be read or written.
#[cold]
pub(super) fn of_file(failure: &Error, path: &Bound<'_, PyAny>, options: ParseOptions) -> PyErr {
    let py = path.py();
    if let Some(error) = failure.io_error()
        && let Some(number) = error.raw_os_error()
    {
        return PyOSError::new_err((number, strerror(py, number), path.clone().unbind()));
    }
    match failure.kind() {
        ErrorKind::InvalidDocument => reread(path, options)
            .err()
            .unwrap_or_else(|| exception(py, &failure.to_string(), failure)),
        ErrorKind::ChangedOnDisk => {
            let message = "the file has changed since it was opened";
            let error = class(py, "FileChangedError").and_then(|class| class.call1((message,)));
            error.map_or_else(|error| error, PyErr::from_value)
        }
        _ => PyOSError::new_err(failure.to_string()),
    }
}

/// What reading the file says, for the error with its text.
fn reread(path: &Bound<'_, PyAny>, options: ParseOptions) -> PyResult<()> {
    let content = path.py().import("pathlib")?.call_method1("Path", (path,))?;
    let text = content.call_method0("read_bytes")?.call_method0("decode")?;
    let text = text.cast_into::<PyString>()?;
    match options.parse(text.to_str()?) {
        Ok(_) => Ok(()),
        Err(error) => Err(decode::decode_error(&error, &text)),
    }
}

fn strerror(py: Python<'_>, number: i32) -> String {
    let text = py
        .import("os")
        .and_then(|os| os.call_method1("strerror", (number,)));
    text.map_or_else(|_| String::new(), |text| text.to_string())
}

/// `EditError(message)` with the code and path of a failure.
fn exception(py: Python<'_>, message: &str, failure: &Error) -> PyErr {
    let build = || {
        let exception = class(py, "EditError")?.call1((message,))?;
        exception.setattr("code", failure.kind().code())?;
        exception.setattr("path", failure.path().map(ToString::to_string))?;
        Ok(PyErr::from_value(exception))
    };
    build().unwrap_or_else(|error| error)
}

fn class<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyType>> {
    Ok(py.import("toml_py._errors")?.getattr(name)?.cast_into()?)
}
