//! Dates and times to objects of the module `datetime`.
//!
//! Each type takes its state as `bytes`, as it does when it is unpickled. That is the quickest way
//! that the stable ABI has: no integer of Python's for each field. It checks the month only, so the
//! year is checked here; `toml-core` has checked everything else.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo};
use toml_core::{Date, Datetime, Offset, Time};

/// Makes dates and times; remembers the last offset from UTC.
#[derive(Default)]
pub(crate) struct Datetimes<'py> {
    last: Option<(Offset, Bound<'py, PyTzInfo>)>,
}

impl<'py> Datetimes<'py> {
    /// The object for a date-time; `None` for a year that Python does not have.
    #[inline(never)]
    pub(crate) fn get(
        &mut self,
        py: Python<'py>,
        datetime: Datetime,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Datetime { date, time, offset } = datetime;
        if date.is_some_and(|date| date.year == 0) {
            return Ok(None);
        }
        let object = match (date, time) {
            (Some(date), Some(time)) => {
                let state = PyBytes::new(py, &state(date, time));
                let class = py.get_type::<PyDateTime>();
                match offset {
                    Some(offset) => class.call1((state, self.timezone(py, offset)?))?,
                    None => class.call1((state,))?,
                }
            }
            (Some(date), None) => {
                let state = PyBytes::new(py, &date_state(date));
                py.get_type::<PyDate>().call1((state,))?
            }
            (None, Some(time)) => {
                let state = PyBytes::new(py, &time_state(time));
                py.get_type::<PyTime>().call1((state,))?
            }
            (None, None) => return Ok(None),
        };
        Ok(Some(object))
    }

    fn timezone(&mut self, py: Python<'py>, offset: Offset) -> PyResult<Bound<'py, PyTzInfo>> {
        match &self.last {
            Some((last, timezone)) if *last == offset => Ok(timezone.clone()),
            _ => {
                let timezone = new_timezone(py, offset.minutes())?;
                self.last = Some((offset, timezone.clone()));
                Ok(timezone)
            }
        }
    }
}

fn new_timezone(py: Python<'_>, minutes: i16) -> PyResult<Bound<'_, PyTzInfo>> {
    match minutes {
        0 => Ok(PyTzInfo::utc(py)?.to_owned()),
        _ => PyTzInfo::fixed_offset(py, PyDelta::new(py, 0, i32::from(minutes) * 60, 0, true)?),
    }
}

fn state(date: Date, time: Time) -> [u8; 10] {
    let mut state = [0; 10];
    let (of_date, of_time) = state.split_at_mut(4);
    of_date.copy_from_slice(&date_state(date));
    of_time.copy_from_slice(&time_state(time));
    state
}

/// Year in two bytes, the higher first, month, day.
fn date_state(date: Date) -> [u8; 4] {
    let [high, low] = date.year.to_be_bytes();
    [high, low, date.month, date.day]
}

/// Hour, minute, second, microsecond in three bytes, the highest first.
fn time_state(time: Time) -> [u8; 6] {
    let [_, high, middle, low] = (time.nanosecond / 1000).to_be_bytes();
    [time.hour, time.minute, time.second, high, middle, low]
}
