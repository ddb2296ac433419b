//! The text of a document, and edits of it in TOML's own words: what `toml_py.tomlkit` is built on.
//!
//! Values come in and go out as text or plain data; what tomlkit's classes are is Python's business.

mod edits;
mod layout;
mod tree;

use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use toml_core::encode::{can_encode_as, encode_key, encode_string_as};
use toml_core::{IntegerRange, ParseOptions, Path, Segment, StringForm, ValueRef, Version};
use toml_edit_lite::DocumentMut;

use crate::{error, input};
use edits::Edit;
use layout::{BodyEnd, BodyLine};
use tree::Tree;

/// The text of a document, and edits of it.
///
/// `text` is TOML 1.0, or 1.1 where it is valid in that alone.
///
/// Raises `TOMLDecodeError` if it is neither.
#[pyclass(module = "toml_py._native")]
pub(crate) struct Kit {
    document: DocumentMut,
}

/// A step of a path: a key, or a 0-based index.
#[derive(FromPyObject)]
pub(super) enum Step {
    #[pyo3(transparent)]
    Key(String),
    #[pyo3(transparent)]
    Index(i64),
}

impl From<&Step> for Segment {
    fn from(step: &Step) -> Self {
        match step {
            Step::Key(key) => Self::Key(key.clone()),
            Step::Index(index) => Self::Index(*index),
        }
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "what is extracted from Python is handed over"
)]
#[pymethods]
impl Kit {
    #[new]
    #[pyo3(signature = (text, /))]
    fn new(text: &Bound<'_, PyString>) -> PyResult<Self> {
        let source = input::characters(text)?;
        let outcome = parse(source, Version::V1_0).or_else(|_| parse(source, Version::V1_1));
        match outcome {
            Ok(document) => Ok(Self { document }),
            Err(refused) => Err(match refused.toml_error() {
                Some(cause) => error::decode_error(cause, text),
                None => PyValueError::new_err(refused.to_string()),
            }),
        }
    }

    /// The text as it is now.
    fn text(&self) -> &str {
        self.document.as_str()
    }

    /// The item at a path, and all in it, as tuples `(kind, content, raw)`.
    ///
    /// Raises `KeyError` if there is none.
    #[pyo3(signature = (path, /))]
    fn tree<'py>(&self, py: Python<'py>, path: Vec<Step>) -> PyResult<Bound<'py, PyTuple>> {
        let path = path_of(&path);
        Tree::new(py, &self.document).node(self.find(&path)?)
    }

    /// The text of the value at a path.
    ///
    /// Raises `KeyError` if there is none.
    #[pyo3(signature = (path, /))]
    fn raw(&self, path: Vec<Step>) -> PyResult<&str> {
        Ok(self.find(&path_of(&path))?.raw())
    }

    /// What stands round an item on its line: indent, the gap before the comment, the comment, the line's end.
    ///
    /// Raises `KeyError` if there is no item at the path.
    #[pyo3(signature = (path, /))]
    fn trivia(&self, path: Vec<Step>) -> PyResult<(&str, &str, &str, &str)> {
        let value = self.find(&path_of(&path))?;
        Ok(layout::trivia(self.document.as_str(), value))
    }

    /// The lines of a table's body, then the keys of the tables below, as tuples of four: `"key"`, the key, its text, and what
    /// stands before the value; or `"comment"` or `"blank"`, the text, and two empty ones.
    ///
    /// `with_next` adds the comments that belong to the next header.
    ///
    /// Raises `KeyError` if there is no table at the path.
    #[pyo3(signature = (path, /, *, with_next = false))]
    fn body(&self, path: Vec<Step>, with_next: bool) -> PyResult<Vec<BodyLine>> {
        let path = path_of(&path);
        let table = self.find(&path)?.as_table();
        let table = table.ok_or_else(|| PyKeyError::new_err(path.to_string()))?;
        let end = if with_next {
            BodyEnd::Header
        } else {
            BodyEnd::Comments
        };
        Ok(layout::body(self.document.view(), table, end))
    }

    /// Does all edits of a list, or none: tuples of a name, a path, and a text or an index as it needs them.
    ///
    /// A text of TOML 1.0 becomes one of TOML 1.1 where what goes in is valid in that alone.
    ///
    /// Raises `ValueError` if one of them cannot be done; the text is as before.
    #[pyo3(signature = (edits, /))]
    fn edit(&mut self, edits: Vec<Edit>) -> PyResult<()> {
        let all = |document: &mut DocumentMut| {
            document.edit(|tx| edits.iter().try_for_each(|edit| edit.apply(tx)))
        };
        let Err(refused) = all(&mut self.document) else {
            return Ok(());
        };
        let upgraded = parse(self.document.as_str(), Version::V1_1).and_then(|mut document| {
            all(&mut document)?;
            Ok(document)
        });
        self.document = upgraded.map_err(|_| PyValueError::new_err(refused.to_string()))?;
        Ok(())
    }

    /// A key as text, in quotes where it needs them.
    #[staticmethod]
    #[pyo3(signature = (key, /))]
    fn key(key: &str) -> String {
        let mut text = String::new();
        encode_key(key, &mut text);
        text
    }

    /// A string in the quotes that are asked for, or None where it has no text in them.
    #[staticmethod]
    #[pyo3(signature = (text, /, *, literal, multiline))]
    fn string(text: &str, literal: bool, multiline: bool) -> Option<String> {
        let form = match (literal, multiline) {
            (false, false) => StringForm::Basic,
            (true, false) => StringForm::Literal,
            (false, true) => StringForm::MultilineBasic,
            (true, true) => StringForm::MultilineLiteral,
        };
        if !can_encode_as(text, form) {
            return None;
        }
        let mut out = String::new();
        encode_string_as(text, form, &mut out);
        Some(out)
    }
}

impl Kit {
    fn find(&self, path: &Path) -> PyResult<ValueRef<'_>> {
        let found = path.find(self.document.view());
        found.ok_or_else(|| PyKeyError::new_err(path.to_string()))
    }
}

fn path_of(steps: &[Step]) -> Path {
    let segments: Vec<Segment> = steps.iter().map(Segment::from).collect();
    Path::from(segments)
}

fn parse(source: &str, version: Version) -> Result<DocumentMut, toml_edit_lite::Error> {
    let options = ParseOptions {
        version,
        integers: IntegerRange::Unlimited,
        ..ParseOptions::default()
    };
    DocumentMut::parse_with(source, options)
}
