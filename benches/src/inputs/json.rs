//! A document as JSON text, so that a JSON parser can be shown for scale.

use serde_json::{Map, Number, Value};
use toml_core::{Document, Kind, ValueRef};

/// The JSON text; `None` where a float is not finite.
pub(super) fn encode(document: &Document<'_>) -> Option<String> {
    Some(convert(document.root().as_value())?.to_string())
}

fn convert(value: ValueRef<'_>) -> Option<Value> {
    Some(match value.kind() {
        Kind::String => Value::from(value.as_str()?),
        Kind::Integer => Value::from(value.as_i64()?),
        Kind::Float => Value::Number(Number::from_f64(value.as_f64()?)?),
        Kind::Boolean => Value::from(value.as_bool()?),
        Kind::Array => {
            let elements = value.as_array()?.iter();
            Value::Array(elements.map(convert).collect::<Option<_>>()?)
        }
        Kind::Table => {
            let entries = value.as_table()?.iter();
            let entries = entries.map(|(key, value)| Some((key.to_string(), convert(value)?)));
            Value::Object(entries.collect::<Option<Map<_, _>>>()?)
        }
        Kind::Datetime | Kind::Error => Value::from(value.raw()),
    })
}
