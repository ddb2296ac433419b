//! Paths and owned values, from and to Python.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString};
use toml_core::{Path, Segment, Value};

use crate::read::Datetimes;
use crate::write;

/// The segments of a list of keys and indexes.
pub(super) fn segments(path: &Bound<'_, PyList>) -> PyResult<Vec<Segment>> {
    path.iter().map(|segment| segment_of(&segment)).collect()
}

fn segment_of(segment: &Bound<'_, PyAny>) -> PyResult<Segment> {
    if let Ok(key) = segment.cast::<PyString>() {
        return write::text(key).map(Segment::Key);
    }
    if let Ok(index) = segment.extract::<i64>() {
        return Ok(Segment::Index(index));
    }
    let name = segment.get_type().qualname()?;
    let message = format!("a path has keys and indexes, not '{name}'");
    Err(PyTypeError::new_err(message))
}

/// The keys and indexes of a path in dotted-key syntax.
pub(super) fn path_of<'py>(text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyList>> {
    let py = text.py();
    let path = Path::parse(&write::text(text)?).map_err(|error| {
        let message = format!("not a path: {}", error.message());
        PyValueError::new_err(message)
    })?;
    let segments = path.segments().iter().map(|segment| match segment {
        Segment::Key(key) => PyString::new(py, key).into_any(),
        Segment::Index(index) => PyInt::new(py, *index).into_any(),
    });
    PyList::new(py, segments.collect::<Vec<_>>())
}

/// New plain objects for a value. Recursion is bounded, as the value was made with a limit.
pub(super) fn object_of<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::String(text) => PyString::new(py, text).into_any(),
        Value::Integer(integer) => PyInt::new(py, *integer).into_any(),
        Value::Float(float) => PyFloat::new(py, *float).into_any(),
        Value::Boolean(boolean) => PyBool::new(py, *boolean).to_owned().into_any(),
        Value::Datetime(datetime) => match Datetimes::default().get(py, *datetime)? {
            Some(object) => object,
            None => py.None().into_bound(py),
        },
        Value::Array(elements) => {
            let elements = elements.iter().map(|element| object_of(py, element));
            PyList::new(py, elements.collect::<PyResult<Vec<_>>>()?)?.into_any()
        }
        Value::Table(table) => {
            let dict = PyDict::new(py);
            for (key, value) in table {
                dict.set_item(key, object_of(py, value)?)?;
            }
            dict.into_any()
        }
    })
}
