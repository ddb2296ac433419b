//! The crate `toml`, by its borrowed tree: the parser alone, without serde.

use toml::de::{DeTable, DeValue};
use toml::value::Offset as PeerOffset;
use toml_core::{Date, Datetime, Offset, Time, Value};

use super::Outcome;

pub(super) const NAME: &str = "toml";

pub(super) fn read(source: &str) -> Outcome {
    let table = DeTable::parse(source).map_err(|error| error.to_string())?;
    to_table(table.get_ref())
}

fn to_table(table: &DeTable<'_>) -> Outcome {
    let entries = table.iter();
    entries
        .map(|(key, value)| Ok((key.get_ref().to_string(), to_value(value.get_ref())?)))
        .collect()
}

fn to_value(value: &DeValue<'_>) -> Result<Value, String> {
    Ok(match value {
        DeValue::String(text) => Value::String(text.to_string()),
        // The tree keeps the digits, whatever their number.
        DeValue::Integer(integer) => {
            let read = i64::from_str_radix(integer.as_str(), integer.radix());
            Value::Integer(read.map_err(|error| format!("{integer}: {error}"))?)
        }
        DeValue::Float(float) => {
            let read = float.as_str().parse();
            Value::Float(read.map_err(|error| format!("{float}: {error}"))?)
        }
        DeValue::Boolean(truth) => Value::Boolean(*truth),
        DeValue::Datetime(datetime) => Value::Datetime(to_datetime(datetime)),
        DeValue::Array(array) => {
            let elements = array.iter().map(|element| to_value(element.get_ref()));
            Value::Array(elements.collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => Value::Table(to_table(table)?),
    })
}

fn to_datetime(datetime: &toml::value::Datetime) -> Datetime {
    Datetime {
        date: datetime.date.map(|date| Date {
            year: date.year,
            month: date.month,
            day: date.day,
        }),
        time: datetime.time.map(|time| Time {
            hour: time.hour,
            minute: time.minute,
            second: time.second.unwrap_or(0),
            nanosecond: time.nanosecond.unwrap_or(0),
        }),
        offset: datetime.offset.map(|offset| match offset {
            PeerOffset::Z => Offset::Z,
            PeerOffset::Custom { minutes } => Offset::Custom { minutes },
        }),
    }
}
