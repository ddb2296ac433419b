//! `dump` and `dumps`: Python objects to text.
//!
//! They have as many parameters as Python's callers have keywords.

mod datetimes;
mod entries;
mod object;
mod trouble;
mod value;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyType};
use toml_core::encode::Newlines;
use toml_core::encode::tomli_w::{self, Arrays, Layout};

use entries::{Choices, NoneValues, Order};
pub(crate) use value::{check_depth, text, value_of};

/// Write a mapping as TOML text, in the layout of tomli-w.
///
/// `obj` is any mapping with string keys. Its values, and those of the mappings, lists and tuples
/// in it, are `str`, `int`, `float`, `bool`, `Decimal`, dates, times, and members of enums with such
/// values. A `Document` gives its own text, and is a `TypeError` together with an option.
///
/// `multiline_strings` keeps newlines in strings, and turns CRLF into LF there.
/// `indent` is the number of spaces in front of the elements of an array.
/// `sort_keys` writes the keys of every table in the order of their code points.
/// `none` says what becomes of keys whose value is None: "error", or "skip" to leave them out.
/// `width` writes an array on one line where that line has no more characters than this.
///
/// Raises `TypeError` for a value or key of another type, and `ValueError` for a value that TOML
/// does not have and for data that nests too deep. Both name the keys that lead to it.
#[pyfunction]
#[pyo3(signature = (
    obj, /, *, multiline_strings = false, indent = 4, sort_keys = false, none = "error", width = None
))]
pub(crate) fn dumps(
    obj: &Bound<'_, PyAny>,
    multiline_strings: bool,
    indent: i64,
    sort_keys: bool,
    none: &str,
    width: Option<i64>,
) -> PyResult<String> {
    let keywords = Keywords {
        multiline_strings,
        indent,
        sort_keys,
        none,
        width,
    };
    keywords.encode(obj)
}

/// Write a mapping as TOML to a file that is open in binary mode.
///
/// The text is complete before any of it is written: where there is an error, the file is as it was.
/// Arguments and errors are those of `dumps`.
#[pyfunction]
#[pyo3(signature = (
    obj, fp, /, *, multiline_strings = false, indent = 4, sort_keys = false, none = "error", width = None
))]
pub(crate) fn dump(
    obj: &Bound<'_, PyAny>,
    fp: &Bound<'_, PyAny>,
    multiline_strings: bool,
    indent: i64,
    sort_keys: bool,
    none: &str,
    width: Option<i64>,
) -> PyResult<()> {
    let keywords = Keywords {
        multiline_strings,
        indent,
        sort_keys,
        none,
        width,
    };
    let text = keywords.encode(obj)?;
    fp.call_method1("write", (PyBytes::new(fp.py(), text.as_bytes()),))?;
    Ok(())
}

/// What the caller of `dump` or `dumps` has chosen.
struct Keywords<'k> {
    multiline_strings: bool,
    indent: i64,
    sort_keys: bool,
    none: &'k str,
    width: Option<i64>,
}

impl Keywords<'_> {
    /// The whole text, or why there is none.
    fn encode(&self, root: &Bound<'_, PyAny>) -> PyResult<String> {
        if !root.is_exact_instance_of::<PyDict>() && is_document(root)? {
            return self.text_of_document(root);
        }
        let (layout, choices) = (self.layout()?, self.choices()?);
        let entries = entries::of_root(root, choices)?;
        tomli_w::encode(&entries, layout).map_err(|failure| trouble::raise(root.py(), failure))
    }

    /// The text of a document that is edited, which has a layout of its own.
    fn text_of_document(&self, document: &Bound<'_, PyAny>) -> PyResult<String> {
        let is_default = !self.multiline_strings
            && self.indent == 4
            && !self.sort_keys
            && self.none == "error"
            && self.width.is_none();
        if is_default {
            return document.str()?.extract();
        }
        let message = "a Document has its own layout; for another one, write its unwrap()";
        Err(PyTypeError::new_err(message))
    }

    fn layout(&self) -> PyResult<Layout> {
        if self.indent < 0 {
            return Err(PyValueError::new_err("Indent width must be non-negative"));
        }
        let Ok(indent) = u8::try_from(self.indent) else {
            let message = format!("Indent width must be at most {}", u8::MAX);
            return Err(PyValueError::new_err(message));
        };
        let mut layout = Layout {
            indent,
            ..Layout::default()
        };
        if self.multiline_strings {
            layout.newlines = Newlines::Keep;
        }
        if let Some(width) = self.width {
            layout.arrays = Arrays::Fit;
            layout.width = usize::try_from(width)
                .map_err(|_| PyValueError::new_err("width must be non-negative"))?;
        }
        Ok(layout)
    }

    fn choices(&self) -> PyResult<Choices> {
        let order = if self.sort_keys {
            Order::Sorted
        } else {
            Order::AsGiven
        };
        let none_values = match self.none {
            "error" => NoneValues::Error,
            "skip" => NoneValues::Skip,
            other => {
                let message = format!("none must be 'error' or 'skip', not '{other}'");
                return Err(PyValueError::new_err(message));
            }
        };
        Ok(Choices { order, none_values })
    }
}

/// Whether an object is a `toml_py.Document`.
fn is_document(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = CLASS.import(object.py(), "toml_py._edit", "Document")?;
    object.is_instance(class)
}
