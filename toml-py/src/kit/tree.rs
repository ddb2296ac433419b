//! A document as tuples `(kind, content, raw)`, of which Python makes its classes.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyInt, PyList, PyTuple};
use toml_core::{ArrayForm, Kind, TableForm, TableRef, ValueRef};
use toml_edit_lite::DocumentMut;

use crate::read::Datetimes;

/// Makes tuples of a document's items. Recursion is bounded by the parser's depth limit.
pub(super) struct Tree<'py> {
    py: Python<'py>,
    datetimes: Datetimes<'py>,
    /// Where the headers of the document start.
    headers: Vec<u32>,
}

/// The headers of an item and all in it: the first, the last, and how many.
#[derive(Clone, Copy)]
struct Reach {
    first: u32,
    last: u32,
    count: usize,
}

impl<'py> Tree<'py> {
    pub(super) fn new(py: Python<'py>, document: &DocumentMut) -> Self {
        let mut headers = Vec::new();
        let mut open = vec![document.view().root().as_value()];
        while let Some(value) = open.pop() {
            let header = value.as_table().and_then(TableRef::header_span);
            headers.extend(header.map(|header| header.start));
            open.extend(value.children());
        }
        headers.sort_unstable();
        Self {
            py,
            datetimes: Datetimes::default(),
            headers,
        }
    }

    /// An item with all in it. The kinds of tables and arrays have lists as content; those of tables have triples of a
    /// key, its text and an item, and `raw` says whether other tables stand between their parts.
    pub(super) fn node(&mut self, value: ValueRef<'_>) -> PyResult<Bound<'py, PyTuple>> {
        Ok(self.node_and_reach(value)?.0)
    }

    fn node_and_reach(
        &mut self,
        value: ValueRef<'_>,
    ) -> PyResult<(Bound<'py, PyTuple>, Option<Reach>)> {
        if let Some(table) = value.as_table() {
            return self.table(table);
        }
        let Some(array) = value.as_array() else {
            return Ok((self.scalar(value)?, None));
        };
        let kind = match array.form() {
            ArrayForm::Inline => "array",
            ArrayForm::OfTables => "aot",
        };
        let items = PyList::empty(self.py);
        let mut reach = None;
        for element in array {
            let (node, of_element) = self.node_and_reach(element)?;
            items.append(node)?;
            reach = Reach::joined(reach, of_element);
        }
        Ok((self.tuple(kind, items, self.py.None())?, reach))
    }

    fn table(&mut self, table: TableRef<'_>) -> PyResult<(Bound<'py, PyTuple>, Option<Reach>)> {
        let kind = match table.form() {
            TableForm::Inline => "inline",
            TableForm::Dotted => "dotted",
            TableForm::Implicit => "super",
            TableForm::Root | TableForm::Header => "table",
        };
        let mut reach = table.header_span().map(|header| Reach {
            first: header.start,
            last: header.start,
            count: 1,
        });
        let entries = PyList::empty(self.py);
        for (key, value) in table {
            let (node, of_child) = self.node_and_reach(value)?;
            entries.append((key.as_str(), key.raw(), node))?;
            reach = Reach::joined(reach, of_child);
        }
        let is_apart = table.form() != TableForm::Root
            && reach.is_some_and(|reach| reach.is_apart(&self.headers));
        Ok((self.tuple(kind, entries, is_apart)?, reach))
    }

    fn scalar(&mut self, value: ValueRef<'_>) -> PyResult<Bound<'py, PyTuple>> {
        let raw = value.raw();
        match value.kind() {
            Kind::String => self.tuple("string", value.as_str().unwrap_or_default(), raw),
            Kind::Boolean => self.tuple("boolean", value.as_bool() == Some(true), raw),
            Kind::Float => self.tuple("float", value.as_f64(), raw),
            Kind::Datetime => {
                let datetime = value.as_datetime();
                let object = datetime.map(|datetime| self.datetimes.get(self.py, datetime));
                self.tuple("datetime", object.transpose()?.flatten(), raw)
            }
            _ => match value.as_i64() {
                Some(integer) => self.tuple("integer", integer, raw),
                // Python reads `1_000` and `0x1F` as TOML does.
                None => self.tuple("integer", self.py.get_type::<PyInt>().call1((raw, 0))?, raw),
            },
        }
    }

    fn tuple(
        &self,
        kind: &str,
        content: impl IntoPyObject<'py>,
        raw: impl IntoPyObject<'py>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let content = content.into_bound_py_any(self.py)?;
        let raw = raw.into_bound_py_any(self.py)?;
        (kind, content, raw).into_pyobject(self.py)
    }
}

impl Reach {
    fn joined(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(one), Some(other)) => Some(Self {
                first: one.first.min(other.first),
                last: one.last.max(other.last),
                count: one.count + other.count,
            }),
            (one, other) => one.or(other),
        }
    }

    /// Whether headers of other tables stand between.
    fn is_apart(self, headers: &[u32]) -> bool {
        let index = |at: u32| headers.partition_point(|header| *header < at);
        index(self.last) - index(self.first) + 1 > self.count
    }
}
