//! `load` and `loads`: text to Python objects.

mod collector;
mod convert;
mod datetimes;
mod floats;
mod keys;
mod strings;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use toml_core::{Document, IntegerRange, ParseOptions, Version};

use crate::{error, input};
use collector::Pause;
pub(crate) use convert::{Converter, Level};
pub(crate) use datetimes::Datetimes;
pub(crate) use floats::Floats;

/// Texts of this many bytes and more are parsed while other threads run.
///
/// To get back to Python takes up to five milliseconds if another thread is busy, in which megabytes
/// are parsed: two threads that read texts of 4 MB take 0.76 of the time, with 256 KB they gain nothing.
const DETACHED_LENGTH: usize = 1024 * 1024;

/// Read TOML from a string.
///
/// `s` is a `str`, or `bytes` that are UTF-8.
/// `parse_float` is called with the text of every float; `float` if it is None.
/// `version` is the version of TOML, "1.0" or "1.1".
///
/// Raises `TOMLDecodeError` if `s` is not valid TOML.
#[pyfunction]
#[pyo3(signature = (s, /, *, parse_float = None, version = "1.0"))]
pub(crate) fn loads<'py>(
    s: &Bound<'py, PyAny>,
    parse_float: Option<Bound<'py, PyAny>>,
    version: &str,
) -> PyResult<Bound<'py, PyDict>> {
    let options = options(version)?;
    read(&input::text_of(s)?, parse_float, options)
}

/// Read TOML from a file that is open in binary mode, or from a path.
///
/// `fp` has a method `read` that returns bytes, or is an `os.PathLike` such as a `pathlib.Path`.
/// `parse_float` is called with the text of every float; `float` if it is None.
/// `version` is the version of TOML, "1.0" or "1.1".
///
/// Raises `TOMLDecodeError` if the content is not valid TOML, `UnicodeDecodeError` if it is not
/// UTF-8, and `TypeError` if the file is open in text mode.
#[pyfunction]
#[pyo3(signature = (fp, /, *, parse_float = None, version = "1.0"))]
pub(crate) fn load<'py>(
    fp: &Bound<'py, PyAny>,
    parse_float: Option<Bound<'py, PyAny>>,
    version: &str,
) -> PyResult<Bound<'py, PyDict>> {
    let options = options(version)?;
    read(&input::text_of_file(fp)?, parse_float, options)
}

/// How to parse. Integers may have any size, as Python's do.
pub(crate) fn options(version: &str) -> PyResult<ParseOptions> {
    let version = match version {
        "1.0" => Version::V1_0,
        "1.1" => Version::V1_1,
        _ => {
            let message = format!("version must be '1.0' or '1.1', not '{version}'");
            return Err(PyValueError::new_err(message));
        }
    };
    Ok(ParseOptions {
        version,
        integers: IntegerRange::Unlimited,
        ..ParseOptions::default()
    })
}

fn read<'py>(
    text: &Bound<'py, PyString>,
    parse_float: Option<Bound<'py, PyAny>>,
    options: ParseOptions,
) -> PyResult<Bound<'py, PyDict>> {
    let source = input::characters(text)?;
    let document = parse_with(text.py(), source, |source| options.parse(source));
    match document {
        Ok(document) => convert(&document, text, parse_float),
        Err(error) => Err(error::decode_error(&error, text)),
    }
}

/// Parses a text, a long one while other threads run.
pub(crate) fn parse_with<'s, T: Send>(
    py: Python<'_>,
    source: &'s str,
    parse: impl FnOnce(&'s str) -> T + Send,
) -> T {
    if source.len() < DETACHED_LENGTH {
        parse(source)
    } else {
        py.detach(|| parse(source))
    }
}

fn convert<'py>(
    document: &Document<'_>,
    text: &Bound<'py, PyString>,
    parse_float: Option<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyDict>> {
    let floats = Floats::new(text.py(), parse_float);
    // A function of the caller may be anything, so the collector has to go on for it.
    let _pause = match floats {
        Floats::Plain => Some(Pause::begin(text.py(), document.source().len())?),
        Floats::Parsed(_) => None,
    };
    let mut converter = Converter::new(text, floats);
    converter.table(document.root()).map_err(|error| *error)
}
