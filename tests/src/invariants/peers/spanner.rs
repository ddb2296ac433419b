//! The crate `toml-spanner`.

use toml_core::{Date, Datetime, Offset, Time, Value};
use toml_spanner::{Arena, TimeOffset, Value as PeerValue};

use super::Outcome;

pub(super) const NAME: &str = "toml-spanner";

pub(super) fn read(source: &str) -> Outcome {
    let arena = Arena::new();
    let document = toml_spanner::parse(source, &arena).map_err(|error| format!("{error:?}"))?;
    to_table(document.table())
}

fn to_table(table: &toml_spanner::Table<'_>) -> Outcome {
    let entries = table.into_iter();
    entries
        .map(|(key, item)| Ok((key.name.to_owned(), to_value(&item.value())?)))
        .collect()
}

fn to_value(value: &PeerValue<'_, '_>) -> Result<Value, String> {
    Ok(match value {
        PeerValue::String(text) => Value::String((**text).to_owned()),
        // Its integers have 128 bits.
        PeerValue::Integer(integer) => {
            let wide = integer.as_i128();
            let read = i64::try_from(wide);
            Value::Integer(read.map_err(|error| format!("{wide}: {error}"))?)
        }
        PeerValue::Float(float) => Value::Float(**float),
        PeerValue::Boolean(truth) => Value::Boolean(**truth),
        PeerValue::DateTime(datetime) => Value::Datetime(to_datetime(datetime)),
        PeerValue::Array(array) => {
            let elements = array.iter().map(|item| to_value(&item.value()));
            Value::Array(elements.collect::<Result<_, _>>()?)
        }
        PeerValue::Table(table) => Value::Table(to_table(table)?),
    })
}

fn to_datetime(datetime: &toml_spanner::DateTime) -> Datetime {
    Datetime {
        date: datetime.date().map(|date| Date {
            year: date.year,
            month: date.month,
            day: date.day,
        }),
        time: datetime.time().map(|time| Time {
            hour: time.hour,
            minute: time.minute,
            second: time.second,
            nanosecond: time.nanosecond,
        }),
        offset: datetime.offset().map(|offset| match offset {
            TimeOffset::Z => Offset::Z,
            TimeOffset::Custom { minutes } => Offset::Custom { minutes },
        }),
    }
}
