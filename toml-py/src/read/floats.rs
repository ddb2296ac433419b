//! Floats, and what `parse_float` makes of their text.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFloat, PyList};
use toml_core::ValueRef;

/// How floats become objects.
pub(crate) enum Floats<'py> {
    /// As those of Python.
    Plain,
    /// By the caller's function.
    Parsed(Bound<'py, PyAny>),
}

impl<'py> Floats<'py> {
    pub(super) fn new(py: Python<'py>, parse: Option<Bound<'py, PyAny>>) -> Self {
        match parse {
            Some(parse) if !parse.is(py.get_type::<PyFloat>()) => Self::Parsed(parse),
            _ => Self::Plain,
        }
    }

    #[inline]
    pub(super) fn get(&self, py: Python<'py>, value: ValueRef<'_>) -> PyResult<Bound<'py, PyAny>> {
        let Self::Parsed(parse) = self else {
            return Ok(PyFloat::new(py, value.as_f64().unwrap_or_default()).into_any());
        };
        let float = parse.call1((value.raw(),))?;
        if float.is_instance_of::<PyDict>() || float.is_instance_of::<PyList>() {
            let message = "parse_float must not return dicts or lists";
            return Err(PyValueError::new_err(message));
        }
        Ok(float)
    }
}
