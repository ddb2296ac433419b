//! The native half of a document that is edited: its text, and the edits that wait to become part of it.
//!
//! The Python half keeps the data, which every edit changes at once, and names what it edits by paths into
//! the data of that moment. Nothing of a later text is read back: what is not yet known of the data is
//! read from the document as it was parsed first, which no edit has touched where it was not read.

mod error;
mod pending;
mod places;
mod values;

use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};
use toml_core::{Document, Segment, Value, ValueId, ValueRef};
use toml_edit_lite::{DocumentMut, Overwrite};

use crate::read::{Converter, Level, options, parse_with};
use crate::{input, write};
use pending::{Change, Edit, Pending};

/// A document's text with edits; see `_native.pyi`.
#[pyclass(module = "toml_py._native")]
pub(crate) struct Editor {
    document: DocumentMut,
    /// The document as it was parsed, once the other one has changed.
    first: Option<Document<'static>>,
    /// The text that was parsed.
    source: Py<PyString>,
    /// The text at the last checkpoint.
    base: Py<PyString>,
    pending: Pending,
    /// The text of now, if it was asked for.
    text: Option<Py<PyString>>,
}

/// Reading: texts to documents, documents to objects.
#[pymethods]
impl Editor {
    #[new]
    fn new(source: &Bound<'_, PyAny>, version: &str) -> PyResult<Self> {
        let options = options(version)?;
        let text = input::text_of(source)?;
        let parse = |source: &str| DocumentMut::parse_with(source, options);
        let document = parse_with(text.py(), input::characters(&text)?, parse)
            .map_err(|failure| error::of_reading(&failure, &text))?;
        Self::of(document, text)
    }

    /// Reads a file, for `save` to write.
    #[staticmethod]
    fn open(path: &Bound<'_, PyAny>, version: &str) -> PyResult<Self> {
        let options = options(version)?;
        let file: std::path::PathBuf = path.extract()?;
        let document = DocumentMut::open_with(file, options)
            .map_err(|failure| error::of_file(&failure, path, options))?;
        let text = PyString::new(path.py(), document.as_str());
        Self::of(document, text)
    }

    /// One level of what was parsed: a `dict` or `list`, and the tables and arrays in it.
    fn level<'py>(&self, py: Python<'py>, id: u32) -> PyResult<Level<'py>> {
        let source = self.source.bind(py);
        let mut converter = Converter::for_part(source);
        let level = converter.level(self.parsed(id));
        level.map_err(|error| *error)
    }

    /// A table or array that was parsed, with all that is in it.
    fn plain<'py>(&self, py: Python<'py>, id: u32) -> PyResult<Bound<'py, PyAny>> {
        let source = self.source.bind(py);
        let mut converter = Converter::for_part(source);
        converter.value(self.parsed(id)).map_err(|error| *error)
    }

    /// What a document gives back for an object that is put into it, as new plain objects.
    #[staticmethod]
    fn normal<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        values::object_of(value.py(), &write::value_of(value, 0)?)
    }

    /// The segments of a path in dotted-key syntax.
    #[staticmethod]
    fn path<'py>(path: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyList>> {
        values::path_of(path)
    }

    /// A path in dotted-key syntax, of its segments.
    #[staticmethod]
    fn path_text(path: &Bound<'_, PyList>) -> PyResult<String> {
        Ok(toml_core::Path::from(values::segments(path)?).to_string())
    }

    // Edits that wait. Each has its path first, and fails at once if its value is none for a document.

    fn set(&mut self, path: &Bound<'_, PyList>, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let path = values::segments(path)?;
        let value = write::value_of(value, path.len())?;
        self.wait(path, Change::Set(value));
        Ok(())
    }

    /// Adds elements behind the last one, of which there are `length`: all of them, or none.
    fn extend(
        &mut self,
        path: &Bound<'_, PyList>,
        length: usize,
        values: &Bound<'_, PyList>,
    ) -> PyResult<()> {
        let path = values::segments(path)?;
        let values = elements(&path, values)?;
        for (index, value) in (length..).zip(values) {
            self.wait(path.clone(), Change::Push(index, value));
        }
        Ok(())
    }

    /// Adds elements before the one at an index: all of them, or none.
    fn insert(
        &mut self,
        path: &Bound<'_, PyList>,
        index: usize,
        values: &Bound<'_, PyList>,
    ) -> PyResult<()> {
        let path = values::segments(path)?;
        let values = elements(&path, values)?;
        self.wait(path, Change::Insert(index, values));
        Ok(())
    }

    /// Puts a table or array that is in the document at a new key, or before the element at an index, too.
    /// `value` is what it says; without a text of its own that is all there is to put there: `False`.
    fn copy(
        &mut self,
        source: &Bound<'_, PyList>,
        path: &Bound<'_, PyList>,
        value: &Bound<'_, PyAny>,
    ) -> PyResult<bool> {
        let (source, path) = (values::segments(source)?, values::segments(path)?);
        let is_inside = path.len() > source.len() && path.starts_with(&source);
        if self.pending.is_new(&source) || is_inside {
            return Ok(false);
        }
        write::check_depth(value, path.len())?;
        self.wait(path, Change::Copy(source));
        Ok(true)
    }

    fn remove(&mut self, path: &Bound<'_, PyList>) -> PyResult<()> {
        self.wait(values::segments(path)?, Change::Remove);
        Ok(())
    }

    fn clear(&mut self, path: &Bound<'_, PyList>) -> PyResult<()> {
        self.wait(values::segments(path)?, Change::Clear);
        Ok(())
    }

    fn rename(&mut self, path: &Bound<'_, PyList>, key: &Bound<'_, PyString>) -> PyResult<()> {
        let key = write::text(key)?;
        self.wait(values::segments(path)?, Change::Rename(key));
        Ok(())
    }

    /// Puts the element at `order[n]` to the place of the `n`th.
    fn reorder(&mut self, path: &Bound<'_, PyList>, order: Vec<usize>) -> PyResult<()> {
        self.wait(values::segments(path)?, Change::Reorder(order));
        Ok(())
    }

    /// Sorts the keys of a table in the order of a list of them.
    fn sort_keys(&mut self, path: &Bound<'_, PyList>, keys: Vec<String>) -> PyResult<()> {
        self.wait(values::segments(path)?, Change::SortKeys(keys));
        Ok(())
    }

    // Edits that can be refused for what the text is, so that they are done at once.

    fn insert_beside(
        &mut self,
        sibling: &Bound<'_, PyList>,
        side: &str,
        key: &Bound<'_, PyString>,
        value: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let path = values::segments(sibling)?;
        let key = write::text(key)?;
        let value = write::value_of(value, path.len())?;
        self.now(|document| match side {
            "before" => document.insert_before(path, &key, value),
            _ => document.insert_after(path, &key, value),
        })
    }

    /// Writes a table in another form: "inline", "table" or "dotted".
    fn convert(&mut self, path: &Bound<'_, PyList>, form: &str) -> PyResult<()> {
        let path = values::segments(path)?;
        self.now(|document| match form {
            "inline" => document.to_inline(path),
            "dotted" => document.to_dotted(path),
            _ => document.to_table(path),
        })
    }

    /// Puts each element of an array on a line of its own, or all on one line.
    fn set_lines(&mut self, path: &Bound<'_, PyList>, one_each: bool) -> PyResult<()> {
        let path = values::segments(path)?;
        let lines = if one_each {
            toml_edit_lite::ArrayLines::OneEach
        } else {
            toml_edit_lite::ArrayLines::One
        };
        self.now(|document| document.set_lines(path, lines))
    }

    fn set_comment(&mut self, path: &Bound<'_, PyList>, text: Option<&str>) -> PyResult<()> {
        let path = values::segments(path)?;
        self.now(|document| document.set_comment(path, text))
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "what a list of Python's is made into"
    )]
    fn set_comments_above(&mut self, path: &Bound<'_, PyList>, lines: Vec<String>) -> PyResult<()> {
        let path = values::segments(path)?;
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        self.now(|document| {
            if path.is_empty() {
                document.set_preamble(&lines)
            } else {
                document.set_comments_above(path, &lines)
            }
        })
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "what a list of Python's is made into"
    )]
    fn set_epilogue(&mut self, lines: Vec<String>) -> PyResult<()> {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        self.now(|document| document.set_epilogue(&lines))
    }

    /// Writes the text to the file that it was read from; nothing where it is the same.
    fn save(&mut self, path: &Bound<'_, PyAny>) -> PyResult<()> {
        self.flush()?;
        if self.document.as_str() == input::characters(self.source.bind(path.py()))? {
            return Ok(());
        }
        let saved = self.document.save_with(Overwrite::IfUnchanged);
        saved.map_err(|failure| error::of_file(&failure, path, self.document.options()))
    }

    // Looking at the text, after all edits.

    fn text<'py>(&mut self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        self.flush()?;
        let text = &mut self.text;
        let make = || PyString::new(py, self.document.as_str()).unbind();
        Ok(text.get_or_insert_with(make).bind(py).clone())
    }

    fn comment(&mut self, path: &Bound<'_, PyList>) -> PyResult<Option<String>> {
        let path = values::segments(path)?;
        self.flush()?;
        Ok(self.document.comment(path))
    }

    /// The comment lines above an item; of the document, those that it starts with.
    fn comments_above(&mut self, path: &Bound<'_, PyList>) -> PyResult<Vec<String>> {
        let path = values::segments(path)?;
        self.flush()?;
        Ok(if path.is_empty() {
            self.document.preamble()
        } else {
            self.document.comments_above(path)
        })
    }

    fn epilogue(&mut self) -> PyResult<Vec<String>> {
        self.flush()?;
        Ok(self.document.epilogue())
    }

    /// Where a value or its key stands, in characters; `None` for a key that is not there.
    fn span(&mut self, path: &Bound<'_, PyList>, part: &str) -> PyResult<Option<(usize, usize)>> {
        let path = values::segments(path)?;
        self.flush()?;
        Ok(places::span(self.document.view(), path, part))
    }

    /// Line and column in characters, from 1, of where a value or its key starts.
    fn position(
        &mut self,
        path: &Bound<'_, PyList>,
        part: &str,
    ) -> PyResult<Option<(usize, usize)>> {
        let path = values::segments(path)?;
        self.flush()?;
        Ok(places::position(self.document.view(), path, part))
    }

    /// The changes since the checkpoint: start and end in the text of that time, in characters, and the new text.
    fn patches(&mut self, py: Python<'_>) -> PyResult<Vec<(usize, usize, String)>> {
        self.flush()?;
        let base = input::characters(self.base.bind(py))?;
        Ok(places::patches(base, self.document.patches()))
    }

    fn checkpoint(&mut self, py: Python<'_>) -> PyResult<()> {
        self.base = self.text(py)?.unbind();
        self.document.checkpoint();
        Ok(())
    }

    fn diff(&mut self, old: &str, new: &str) -> PyResult<String> {
        self.flush()?;
        Ok(self.document.diff(toml_edit_lite::DiffLabels { old, new }))
    }
}

impl Editor {
    /// An editor of a document whose values all have a counterpart in Python.
    fn of(document: DocumentMut, text: Bound<'_, PyString>) -> PyResult<Self> {
        let py = text.py();
        let root = document.view().root().as_value();
        let checked = Converter::for_part(&text).check(root);
        checked.map_err(|error| *error)?;
        let source = text.unbind();
        Ok(Self {
            document,
            first: None,
            text: Some(source.clone_ref(py)),
            base: source.clone_ref(py),
            source,
            pending: Pending::default(),
        })
    }

    /// A value of the document as it was parsed.
    fn parsed(&self, id: u32) -> ValueRef<'_> {
        let document = self.first.as_ref().unwrap_or(self.document.view());
        let found = document.value(ValueId::from_u32(id));
        found.unwrap_or_else(|| document.root().as_value())
    }

    /// Notes an edit for later.
    fn wait(&mut self, path: Vec<Segment>, change: Change) {
        self.text = None;
        self.pending.add(Edit { path, change });
    }

    /// Makes all edits that wait part of the text; where one of them fails, the text is what it was.
    fn flush(&mut self) -> PyResult<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let pending = &self.pending;
        let mut at = 0;
        let outcome = self
            .document
            .edit_keeping(|transaction| pending.apply(transaction, &mut at));
        let ((), before) =
            outcome.map_err(|failure| error::of_flush(&failure, self.pending.get(at)))?;
        if self.first.is_none() {
            self.first = before;
        }
        self.pending.clear();
        Ok(())
    }

    /// Edits the text at once.
    fn now(
        &mut self,
        edit: impl FnOnce(&mut DocumentMut) -> Result<(), toml_edit_lite::Error>,
    ) -> PyResult<()> {
        self.flush()?;
        self.keep_first();
        edit(&mut self.document).map_err(|failure| error::of_edit(&failure))?;
        self.text = None;
        Ok(())
    }

    fn keep_first(&mut self) {
        if self.first.is_none() {
            self.first = Some(self.document.view().clone());
        }
    }
}

/// The values of new elements of the array at a path.
fn elements(path: &[Segment], values: &Bound<'_, PyList>) -> PyResult<Vec<Value>> {
    let steps = path.len() + 1;
    let values = values.iter().map(|value| write::value_of(&value, steps));
    values.collect()
}
