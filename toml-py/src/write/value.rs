//! Python objects as the owned data of `toml-core`, for documents that are edited.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use toml_core::encode::tomli_w::{Data, Failure, Layout, Reason, View};
use toml_core::{Path, Segment, Table, Value};

use super::entries::{Choices, NoneValues, Order};
use super::object::{Object, text_of};
use super::trouble::{self, Trouble};

/// What a document takes: as `dumps` without options, but for the order of keys, which is that of the object.
const CHOICES: Choices = Choices {
    order: Order::AsGiven,
    none_values: NoneValues::Error,
};

/// A failure with the segments that lead to it, the innermost first.
struct Found {
    reason: Reason<Box<Trouble>>,
    segments: Vec<Segment>,
}

/// The data of an object that `dumps` could write, too. Integers must have 64 bits, decimal numbers become floats.
///
/// `steps` tells how many keys and indexes will lead to it: tables and arrays are limited as when they are read, where
/// the document itself does not count.
///
/// # Errors
/// Those of `dumps`, with the keys and indexes that lead to the value, from `object` on.
pub(crate) fn value_of(object: &Bound<'_, PyAny>, steps: usize) -> PyResult<Value> {
    let room = (Layout::default().max_depth + 1).saturating_sub(steps);
    let whole = Object::new(object.clone(), CHOICES);
    convert(&whole, room).map_err(|found| {
        let mut segments = found.segments;
        segments.reverse();
        let failure = Failure {
            reason: found.reason,
            path: Path::from(segments),
        };
        trouble::raise(object.py(), failure)
    })
}

/// Fails where plain objects nest too deep for a place that `steps` keys and indexes lead to.
///
/// # Errors
/// That of [`value_of`].
pub(crate) fn check_depth(object: &Bound<'_, PyAny>, steps: usize) -> PyResult<()> {
    let limit = Layout::default().max_depth;
    if depth(object) + steps <= limit + 1 {
        return Ok(());
    }
    let failure = Failure {
        reason: Reason::TooDeep { limit },
        path: Path::default(),
    };
    Err(trouble::raise(object.py(), failure))
}

/// How many dicts and lists there are in one another. They come from a document, so recursion is bounded.
fn depth(object: &Bound<'_, PyAny>) -> usize {
    let inner = if let Ok(dict) = object.cast_exact::<PyDict>() {
        dict.iter().map(|(_, value)| depth(&value)).max()
    } else if let Ok(list) = object.cast_exact::<PyList>() {
        list.iter().map(|element| depth(&element)).max()
    } else {
        return 0;
    };
    inner.unwrap_or(0) + 1
}

/// The text of a string, as `dumps` takes it.
///
/// # Errors
/// A `ValueError` for half of a surrogate pair.
pub(crate) fn text(object: &Bound<'_, PyString>) -> PyResult<String> {
    match text_of(object.clone()) {
        Ok(text) => Ok(text.to_string()),
        Err(trouble) => Err(trouble::raise(
            object.py(),
            Failure {
                reason: Reason::Data(trouble),
                path: Path::default(),
            },
        )),
    }
}

/// Recursion ends where no `room` is left, whatever refers to what.
fn convert(object: &Object<'_>, room: usize) -> Result<Value, Found> {
    let at = |found: Found, segment| {
        let mut segments = found.segments;
        segments.push(segment);
        Found { segments, ..found }
    };
    Ok(match object.view().map_err(trouble_found)? {
        View::String(text) => Value::String(text.to_string()),
        View::Integer(integer) => Value::Integer(integer),
        View::WideInteger(_) => return Err(trouble_found(Trouble::WideInteger.into())),
        View::Float(float) => Value::Float(float),
        View::Decimal(text) => Value::Float(text.parse().map_err(|_| Found {
            reason: Reason::InvalidNumber(text),
            segments: Vec::new(),
        })?),
        View::Boolean(boolean) => Value::Boolean(boolean),
        View::Datetime(datetime) => Value::Datetime(datetime),
        View::Array(elements) => {
            let room = inner(room)?;
            let elements = elements.iter().enumerate().map(|(index, element)| {
                let segment = || Segment::Index(i64::try_from(index).unwrap_or(i64::MAX));
                convert(element, room).map_err(|found| at(found, segment()))
            });
            Value::Array(elements.collect::<Result<_, Found>>()?)
        }
        View::Table(entries) => {
            let room = inner(room)?;
            let mut table = Table::new();
            for (key, value) in entries {
                let value = convert(&value, room)
                    .map_err(|found| at(found, Segment::Key(key.to_string())))?;
                table.insert(key.to_string(), value);
            }
            Value::Table(table)
        }
    })
}

/// The room that is left inside of a table or array.
fn inner(room: usize) -> Result<usize, Found> {
    room.checked_sub(1).ok_or_else(|| Found {
        reason: Reason::TooDeep {
            limit: Layout::default().max_depth,
        },
        segments: Vec::new(),
    })
}

#[cold]
fn trouble_found(trouble: Box<Trouble>) -> Found {
    Found {
        reason: Reason::Data(trouble),
        segments: Vec::new(),
    }
}
