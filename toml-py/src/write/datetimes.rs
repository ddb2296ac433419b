//! Objects of the module `datetime` as date-times of `toml-core`.
//!
//! The fields come from the state that an object is pickled with, as bytes: one call for all of
//! them. `read/datetimes.rs` goes the other way. The methods are those of the standard classes,
//! whatever a subclass makes of them.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDate, PyDateTime, PyTime, PyTuple, PyTzInfo};
use toml_core::{Date, Datetime, Offset, Time};

use super::trouble::Trouble;

type Found = Result<Datetime, Box<Trouble>>;

/// Calls a method of a class on an object of the class or a subclass.
macro_rules! call {
    ($class:ty, $method:literal, $object:expr) => {{
        static METHOD: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let py = $object.py();
        let find = || py.get_type::<$class>().getattr($method).map(Bound::unbind);
        METHOD
            .get_or_try_init(py, find)?
            .bind(py)
            .call1(($object,))?
    }};
}

pub(super) fn datetime_of(object: &Bound<'_, PyDateTime>) -> Found {
    let (state, zone) = state_of(&call!(PyDateTime, "__reduce__", object))?;
    let offset = match zone {
        None => None,
        Some(zone) if zone.is(PyTzInfo::utc(object.py())?) => Some(Offset::Z),
        Some(_) => offset_of(object, &call!(PyDateTime, "utcoffset", object))?,
    };
    let Some((date, time)) = state.as_bytes().split_first_chunk() else {
        return Err(unknown(object).into());
    };
    let datetime = Datetime {
        date: Some(date_from(*date)),
        time: time.try_into().ok().map(time_from),
        offset,
    };
    checked(object, datetime)
}

pub(super) fn date_of(object: &Bound<'_, PyDate>) -> Found {
    let (state, _) = state_of(&call!(PyDate, "__reduce__", object))?;
    let date: Option<[u8; 4]> = state.as_bytes().try_into().ok();
    match date {
        Some(date) => checked(object, date_from(date).into()),
        None => Err(unknown(object).into()),
    }
}

pub(super) fn time_of(object: &Bound<'_, PyTime>) -> Found {
    let (state, zone) = state_of(&call!(PyTime, "__reduce__", object))?;
    if zone.is_some() {
        return Err(Box::new(Trouble::OffsetTime));
    }
    let time: Option<[u8; 6]> = state.as_bytes().try_into().ok();
    match time {
        Some(time) => checked(object, time_from(time).into()),
        None => Err(unknown(object).into()),
    }
}

/// The state, and the time zone if there is one: `(class, (state[, zone]))`.
fn state_of<'py>(
    reduced: &Bound<'py, PyAny>,
) -> PyResult<(Bound<'py, PyBytes>, Option<Bound<'py, PyAny>>)> {
    let arguments = reduced.get_item(1)?;
    let arguments = arguments.cast::<PyTuple>()?;
    let state = arguments.get_item(0)?.cast_into::<PyBytes>()?;
    let zone = match arguments.len() {
        0 | 1 => None,
        _ => Some(arguments.get_item(1)?),
    };
    Ok((state, zone))
}

/// The offset that `utcoffset` says; a zone need not have any.
fn offset_of(
    object: &Bound<'_, PyDateTime>,
    delta: &Bound<'_, PyAny>,
) -> Result<Option<Offset>, Box<Trouble>> {
    if delta.is_none() {
        return Ok(None);
    }
    let seconds: f64 = delta.call_method0("total_seconds")?.extract()?;
    let minutes = seconds / 60.0;
    if minutes.fract() != 0.0 {
        return Err(unknown(object).into());
    }
    // It is less than a day.
    let minutes = minutes as i16;
    Ok(Some(Offset::Custom { minutes }))
}

/// Year in two bytes, the higher first, month, day.
fn date_from([high, low, month, day]: [u8; 4]) -> Date {
    Date {
        year: u16::from_be_bytes([high, low]),
        month,
        day,
    }
}

/// Hour, minute, second, microsecond in three bytes, the highest first.
fn time_from([hour, minute, second, high, middle, low]: [u8; 6]) -> Time {
    Time {
        hour,
        minute,
        second,
        nanosecond: u32::from_be_bytes([0, high, middle, low]) * 1000,
    }
}

fn checked(object: &Bound<'_, PyAny>, datetime: Datetime) -> Found {
    if datetime.is_valid() {
        Ok(datetime)
    } else {
        Err(unknown(object).into())
    }
}

#[cold]
fn unknown(object: &Bound<'_, PyAny>) -> Trouble {
    let text = object.str().map(|text| text.to_string());
    text.map_or_else(Trouble::Raised, Trouble::Datetime)
}
