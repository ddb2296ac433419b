//! The tree of a document to Python objects.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyList, PyString};
use toml_core::{ArrayRef, Kind, TableRef, ValueRef};

use super::datetimes::Datetimes;
use super::floats::Floats;
use super::keys::Keys;
use super::strings::Strings;
use crate::error;

/// Why a date of the year 0 is an error here, and with tomllib.
const YEAR: &str = "year 0 is out of range, Python has 1 to 9999";

/// An object, or why there is none: in a box, so that both fit in registers.
pub(crate) type Made<T> = Result<T, Box<PyErr>>;

/// One level of a document: its `dict` or `list`, and what else is in it, by key or index, with whether it is a
/// table, and its id.
pub(crate) type Level<'py> = (Bound<'py, PyAny>, Vec<(Bound<'py, PyAny>, bool, u32)>);

/// Makes Python objects of the values of a document. Recursion is bounded by the parser's depth limit.
pub(crate) struct Converter<'py, 'd> {
    py: Python<'py>,
    text: &'d Bound<'py, PyString>,
    keys: Keys<'py>,
    strings: Strings<'py, 'd>,
    floats: Floats<'py>,
    datetimes: Datetimes<'py>,
}

impl<'py, 'd> Converter<'py, 'd> {
    /// `text` is the source of the document.
    pub(super) fn new(text: &'d Bound<'py, PyString>, floats: Floats<'py>) -> Self {
        Self::with_strings(text, floats, text.len().unwrap_or_default())
    }

    /// For a part of a document that is read on its own, in which hardly any string is repeated.
    pub(crate) fn for_part(text: &'d Bound<'py, PyString>) -> Self {
        Self::with_strings(text, Floats::Plain, 0)
    }

    /// `length` is that of the source whose strings may be repeated.
    fn with_strings(text: &'d Bound<'py, PyString>, floats: Floats<'py>, length: usize) -> Self {
        Self {
            py: text.py(),
            text,
            keys: Keys::take(text.py()),
            strings: Strings::for_source(length),
            floats,
            datetimes: Datetimes::default(),
        }
    }

    /// A table or array with its plain values; `None` stands for the tables and arrays in it, which are named apart.
    pub(crate) fn level(&mut self, value: ValueRef<'d>) -> Made<Level<'py>> {
        let py = self.py;
        let mut inner = Vec::new();
        if let Some(table) = value.as_table() {
            let dict = PyDict::new(py);
            for (key, child) in table {
                let object = self.value_or_none(child)?;
                let key = self.keys.get(key.as_str());
                if let Some(is_table) = is_table(child) {
                    inner.push((key.clone().into_any(), is_table, child.id().to_u32()));
                }
                dict.set_item(key, object)?;
            }
            return Ok((dict.into_any(), inner));
        }
        let mut elements = Vec::new();
        for (index, child) in value.children().enumerate() {
            if let Some(is_table) = is_table(child) {
                let index = PyInt::new(py, index).into_any();
                inner.push((index, is_table, child.id().to_u32()));
            }
            elements.push(self.value_or_none(child)?);
        }
        Ok((PyList::new(py, elements)?.into_any(), inner))
    }

    fn value_or_none(&mut self, value: ValueRef<'d>) -> Made<Bound<'py, PyAny>> {
        match value.kind() {
            Kind::Array | Kind::Table => Ok(self.py.None().into_bound(self.py)),
            _ => self.value(value),
        }
    }

    /// Fails where Python has no counterpart of a value: of a date-time's year, or a very long integer.
    pub(crate) fn check(&mut self, value: ValueRef<'d>) -> Made<()> {
        for child in value.children() {
            match child.kind() {
                Kind::Array | Kind::Table => self.check(child)?,
                Kind::Datetime => drop(self.datetime(child)?),
                Kind::Integer if child.as_i64().is_none() => drop(self.integer(child)?),
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn table(&mut self, table: TableRef<'d>) -> Made<Bound<'py, PyDict>> {
        let dict = PyDict::new(self.py);
        for (key, value) in table {
            let value = self.value(value)?;
            dict.set_item(self.keys.get(key.as_str()), value)?;
        }
        Ok(dict)
    }

    fn array(&mut self, array: ArrayRef<'d>) -> Made<Bound<'py, PyList>> {
        let py = self.py;
        if let Floats::Parsed(_) = self.floats {
            // The caller's function must not come across a list that is not full yet.
            let elements: Made<Vec<_>> = array.iter().map(|element| self.value(element)).collect();
            return Ok(PyList::new(py, elements?)?);
        }
        let elements = array.iter().map(|element| Converted(self.value(element)));
        Ok(PyList::new(py, elements)?)
    }

    pub(crate) fn value(&mut self, value: ValueRef<'d>) -> Made<Bound<'py, PyAny>> {
        let py = self.py;
        Ok(match value.kind() {
            Kind::String => self
                .strings
                .get(py, value.as_str().unwrap_or_default())
                .into_any(),
            Kind::Integer => self.integer(value)?,
            Kind::Boolean => PyBool::new(py, value.as_bool() == Some(true))
                .to_owned()
                .into_any(),
            Kind::Float => self.floats.get(py, value)?,
            Kind::Datetime => self.datetime(value)?,
            Kind::Array => match value.as_array() {
                Some(array) => self.array(array)?.into_any(),
                None => PyList::empty(py).into_any(),
            },
            Kind::Table => match value.as_table() {
                Some(table) => self.table(table)?.into_any(),
                None => PyDict::new(py).into_any(),
            },
            Kind::Error => py.None().into_bound(py),
        })
    }

    fn integer(&self, value: ValueRef<'d>) -> PyResult<Bound<'py, PyAny>> {
        match value.as_i64() {
            Some(integer) => Ok(PyInt::new(self.py, integer).into_any()),
            None => self.wide_integer(value),
        }
    }

    /// Python reads `1_000` and `0x1F` as TOML does, and may have a limit on decimal digits.
    #[cold]
    fn wide_integer(&self, value: ValueRef<'d>) -> PyResult<Bound<'py, PyAny>> {
        let integer = self.py.get_type::<PyInt>().call1((value.raw(), 0));
        integer.map_err(|reason| {
            let reason = reason.value(self.py).to_string();
            error::unsupported(&reason, self.text, value.span())
        })
    }

    fn datetime(&mut self, value: ValueRef<'d>) -> PyResult<Bound<'py, PyAny>> {
        let datetime = value
            .as_datetime()
            .map(|datetime| self.datetimes.get(self.py, datetime));
        match datetime.transpose()?.flatten() {
            Some(object) => Ok(object),
            None => Err(error::unsupported(YEAR, self.text, value.span())),
        }
    }
}

/// Whether it is a table; `None` for what is neither that nor an array.
fn is_table(value: ValueRef<'_>) -> Option<bool> {
    match value.kind() {
        Kind::Table => Some(true),
        Kind::Array => Some(false),
        _ => None,
    }
}

/// An object that is there already, or the reason why it is not, as an element of a list.
struct Converted<'py>(Made<Bound<'py, PyAny>>);

impl<'py> IntoPyObject<'py> for Converted<'py> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.map_err(|error| *error)
    }
}
