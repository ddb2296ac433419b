//! Where TOML text comes from: `str`, `bytes`, binary files and paths.

use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};

use crate::error;

/// What `tomllib` says of a file that was opened as text.
const NOT_BINARY: &str = "File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`";

/// The text of an argument of `loads`: a `str`, or what [`decode`] takes.
pub(crate) fn text_of<'py>(source: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyString>> {
    if let Ok(text) = source.cast::<PyString>() {
        return Ok(text.clone());
    }
    if let Some(text) = decode(source)? {
        return Ok(text);
    }
    let name = source.get_type().qualname()?;
    let message = format!("Expected str object, not '{name}'");
    Err(PyTypeError::new_err(message))
}

/// The text of what `read()` of a binary file returns.
///
/// A path is opened, read and closed.
pub(crate) fn text_of_file<'py>(file: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyString>> {
    let content = if is_path(file)? {
        read_path(file)?
    } else {
        file.call_method0("read")?
    };
    match decode(&content)? {
        Some(text) => Ok(text),
        None => Err(PyTypeError::new_err(NOT_BINARY)),
    }
}

/// The characters of a text. TOML has no other characters than Unicode scalar values, so a lone
/// surrogate is an error of the document.
pub(crate) fn characters<'t>(text: &'t Bound<'_, PyString>) -> PyResult<&'t str> {
    text.to_str().map_err(|cause| {
        let py = text.py();
        if !cause.is_instance_of::<PyUnicodeEncodeError>(py) {
            return cause;
        }
        let start = cause.value(py).getattr("start");
        match start.and_then(|start| start.extract()) {
            Ok(position) => error::lone_surrogate(text, position).unwrap_or_else(|error| error),
            Err(error) => error,
        }
    })
}

/// Decodes bytes as UTF-8; `None` for what are no bytes.
fn decode<'py>(content: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyString>>> {
    if content.is_instance_of::<PyString>() {
        return Ok(None);
    }
    if let Ok(bytes) = content.cast::<PyBytes>()
        && let Ok(text) = std::str::from_utf8(bytes.as_bytes())
    {
        return Ok(Some(PyString::new(content.py(), text)));
    }
    // Bytes that are not UTF-8 get Python's own error, a `UnicodeDecodeError`.
    if content.is_instance_of::<PyBytes>() || content.is_instance_of::<PyByteArray>() {
        let text = content.call_method0("decode")?;
        return Ok(Some(text.cast_into::<PyString>()?));
    }
    Ok(None)
}

fn is_path(file: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(!file.hasattr("read")? && file.hasattr("__fspath__")?)
}

fn read_path<'py>(path: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let file = path.py().import("io")?.call_method1("open", (path, "rb"))?;
    let content = file.call_method0("read");
    let closed = file.call_method0("close");
    let content = content?;
    closed?;
    Ok(content)
}
