//! Tagged JSON, the notation of toml-test: `{"type": "integer", "value": "1"}` for each scalar.
//!
//! Knows the ways between it and the values of `toml-core`; knows no TOML syntax.

use serde_json::{Map, Value as Json};
use toml_core::{Datetime, Kind, Table, TableRef, Value, ValueRef};

/// The tagged JSON of a value, read through the borrowed views alone.
#[must_use]
pub fn from_view(view: ValueRef<'_>) -> Json {
    let text = |text: Option<String>| text.unwrap_or_default();
    match view.kind() {
        Kind::String => scalar("string", text(view.as_str().map(str::to_string))),
        Kind::Integer => scalar("integer", text(view.as_i64().map(|n| n.to_string()))),
        Kind::Float => scalar("float", text(view.as_f64().map(float_text))),
        Kind::Boolean => scalar("bool", text(view.as_bool().map(|b| b.to_string()))),
        Kind::Datetime => view.as_datetime().map_or(Json::Null, datetime),
        Kind::Array => {
            let elements = view.as_array().into_iter().flatten();
            Json::Array(elements.map(from_view).collect())
        }
        Kind::Table => view.as_table().map_or(Json::Null, from_table_view),
        Kind::Error => Json::Null,
    }
}

/// The tagged JSON of a table, read through the borrowed views alone.
#[must_use]
pub fn from_table_view(table: TableRef<'_>) -> Json {
    object(
        table
            .iter()
            .map(|(key, value)| (key.as_str(), from_view(value))),
    )
}

/// The tagged JSON of an owned value.
#[must_use]
pub fn from_value(value: &Value) -> Json {
    match value {
        Value::String(text) => scalar("string", text.clone()),
        Value::Integer(number) => scalar("integer", number.to_string()),
        Value::Float(number) => scalar("float", float_text(*number)),
        Value::Boolean(truth) => scalar("bool", truth.to_string()),
        Value::Datetime(moment) => datetime(*moment),
        Value::Array(elements) => Json::Array(elements.iter().map(from_value).collect()),
        Value::Table(table) => from_table(table),
    }
}

/// The tagged JSON of an owned table.
#[must_use]
pub fn from_table(table: &Table) -> Json {
    object(
        table
            .iter()
            .map(|(key, value)| (key.as_ref(), from_value(value))),
    )
}

/// The owned value that tagged JSON describes.
///
/// # Errors
/// What is not tagged JSON, in one line.
pub fn to_value(json: &Json) -> Result<Value, String> {
    match json {
        Json::Array(elements) => {
            let elements: Result<_, _> = elements.iter().map(to_value).collect();
            elements.map(Value::Array)
        }
        Json::Object(members) => match tag_and_text(members) {
            Some((tag, text)) => to_scalar(tag, text),
            None => to_table(json).map(Value::Table),
        },
        _ => Err(format!("expected an object or an array, found {json}")),
    }
}

/// The owned table that a tagged JSON object describes.
///
/// # Errors
/// What is not tagged JSON, in one line.
pub fn to_table(json: &Json) -> Result<Table, String> {
    let Json::Object(members) = json else {
        return Err(format!("expected an object, found {json}"));
    };
    let mut table = Table::new();
    for (key, member) in members {
        table.insert(key.clone(), to_value(member)?);
    }
    Ok(table)
}

/// The type and the text of an object that stands for a scalar; `None` for one that is a table.
#[must_use]
pub fn tag_and_text(members: &Map<String, Json>) -> Option<(&str, &str)> {
    let tag = members.get("type")?.as_str()?;
    let text = members.get("value")?.as_str()?;
    (members.len() == 2).then_some((tag, text))
}

fn to_scalar(tag: &str, text: &str) -> Result<Value, String> {
    let invalid = || format!("`{text}` is not of type {tag}");
    Ok(match tag {
        "string" => Value::String(text.into()),
        "integer" => Value::Integer(text.parse().map_err(|_| invalid())?),
        "float" => Value::Float(text.parse().map_err(|_| invalid())?),
        "bool" => Value::Boolean(text.parse().map_err(|_| invalid())?),
        "datetime" | "datetime-local" | "date-local" | "time-local" => {
            let moment: Datetime = text.parse().map_err(|_| invalid())?;
            if datetime_tag(moment) != tag {
                return Err(invalid());
            }
            Value::Datetime(moment)
        }
        _ => return Err(format!("unknown type `{tag}`")),
    })
}

fn scalar(tag: &str, text: String) -> Json {
    let members = [("type", Json::from(tag)), ("value", Json::from(text))];
    object(members.into_iter())
}

/// An object of members whose keys must differ: a table with a key twice is a bug to be seen.
fn object<'k>(members: impl Iterator<Item = (&'k str, Json)>) -> Json {
    let mut object = Map::new();
    for (key, value) in members {
        let earlier = object.insert(key.to_string(), value);
        assert!(earlier.is_none(), "key {key:?} is twice in one table");
    }
    Json::Object(object)
}

fn float_text(number: f64) -> String {
    if number.is_nan() {
        "nan".to_string()
    } else {
        format!("{number:?}")
    }
}

fn datetime(moment: Datetime) -> Json {
    scalar(datetime_tag(moment), moment.to_string())
}

fn datetime_tag(moment: Datetime) -> &'static str {
    match (moment.date, moment.time, moment.offset) {
        (Some(_), Some(_), Some(_)) => "datetime",
        (Some(_), Some(_), None) => "datetime-local",
        (Some(_), None, None) => "date-local",
        (None, Some(_), None) => "time-local",
        _ => "none of the four forms",
    }
}
