//! A value that stands where somebody has to put theirs.

use schemars::Schema;
use serde_json::Value as Json;
use toml_core::{Table, Value};

use super::json::to_toml;
use super::shape::Shape;

/// How deep values are made up; what is deeper is an empty table or array.
const MAX_DEPTH: usize = 8;
/// How many values are made up for one key.
const MAX_VALUES: usize = 1000;
/// How many elements an array is filled with at most, whatever it needs.
const MAX_ELEMENTS: u64 = 32;
/// How many characters a string is filled with at most.
const MAX_LENGTH: u64 = 64;

/// A value of a shape: an example that the schema gives, else one that is made up.
///
/// It is of the right type, and in the range and format that are asked for, as far as these are known;
/// a pattern is not looked at.
pub(super) fn placeholder(root: &Schema, shape: &Shape) -> Value {
    let mut maker = Maker {
        root,
        values_left: MAX_VALUES,
    };
    maker.make(shape, MAX_DEPTH)
}

/// The key that stands for one of somebody's choice.
pub(super) fn placeholder_key(shape: &Shape) -> String {
    let is_number = shape
        .text("patternProperties")
        .is_some_and(|pattern| pattern.contains(r"\d"));
    let mut key = if is_number { "1" } else { "name" }.to_owned();
    while shape.properties.contains_key(&key) {
        key.push('2');
    }
    key
}

/// Makes values up.
struct Maker<'r> {
    root: &'r Schema,
    values_left: usize,
}

impl Maker<'_> {
    fn make(&mut self, shape: &Shape, depth: usize) -> Value {
        self.values_left = self.values_left.saturating_sub(1);
        if let Some(value) = given(self.root, shape) {
            return value;
        }
        if !shape.is_table()
            && let Some(alternatives) = shape.choices.first()
        {
            let mut shapes = alternatives
                .iter()
                .map(|schema| Shape::of(self.root, schema));
            return match shapes.find(|shape| !shape.is_never) {
                Some(first) if depth > 0 => self.make(&first, depth - 1),
                _ => Value::from(""),
            };
        }
        match shape.types().next() {
            Some("integer") => Value::Integer(integer(shape)),
            Some("number") => Value::Float(float(shape)),
            Some("boolean") => Value::Boolean(false),
            Some("array") => Value::Array(self.array(shape, depth)),
            Some("object") => Value::Table(self.table(shape, depth)),
            None if shape.is_table() => Value::Table(self.table(shape, depth)),
            _ => string(shape).into(),
        }
    }

    fn array(&mut self, shape: &Shape, depth: usize) -> Vec<Value> {
        if let Some(Json::Array(elements)) = shape.keywords.get("prefixItems") {
            return self.all(elements.iter(), depth);
        }
        let least = shape.keywords.get("minItems").and_then(Json::as_u64);
        let count = least.unwrap_or(0).min(MAX_ELEMENTS) as usize;
        let items = shape.keywords.get("items").into_iter();
        self.all(items.cycle().take(count), depth)
    }

    /// A value of each schema, as long as there is room.
    fn all<'s>(&mut self, schemas: impl Iterator<Item = &'s Json>, depth: usize) -> Vec<Value> {
        let mut values = Vec::new();
        for schema in schemas {
            if depth == 0 || self.values_left == 0 {
                break;
            }
            values.push(self.make(&Shape::of(self.root, schema), depth - 1));
        }
        values
    }

    /// A table with all that is required.
    fn table(&mut self, shape: &Shape, depth: usize) -> Table {
        let is_required = |(key, _): &(&String, &Json)| shape.required.contains(key);
        let (keys, schemas): (Vec<_>, Vec<_>) = shape.properties.iter().filter(is_required).unzip();
        let values = self.all(schemas.into_iter(), depth);
        keys.into_iter().cloned().zip(values).collect()
    }
}

/// A value that the schema names; nothing that a secret might be.
fn given(root: &Schema, shape: &Shape) -> Option<Value> {
    let first = |list| shape.keywords.get(list).and_then(|list: &Json| list.get(0));
    let json = first("examples")
        .or(shape.keywords.get("default"))
        .or(shape.keywords.get("const"))
        .or(first("enum"))?;
    if shape.holds_secret(root) {
        return None;
    }
    to_toml(json)
}

/// The integer next to 0 that is in the range, and not the one that is excluded.
fn integer(shape: &Shape) -> i64 {
    let bound = |keyword| shape.keywords.get(keyword).and_then(Json::as_i64);
    let least = bound("minimum").or(bound("exclusiveMinimum").map(|bound| bound.saturating_add(1)));
    let most = bound("maximum").or(bound("exclusiveMaximum").map(|bound| bound.saturating_sub(1)));
    let least = least.unwrap_or(i64::MIN);
    let most = most.unwrap_or(i64::MAX).max(least);
    let nearest = 0_i64.max(least).min(most);
    match shape.excluded().and_then(Json::as_i64) {
        Some(excluded) if excluded == nearest && nearest < most => nearest + 1,
        Some(excluded) if excluded == nearest => nearest.saturating_sub(1),
        _ => nearest,
    }
}

/// The float next to 0 that is in the range.
fn float(shape: &Shape) -> f64 {
    let bound = |keyword| shape.keywords.get(keyword).and_then(Json::as_f64);
    let least = bound("minimum").or(bound("exclusiveMinimum").map(|bound| bound + 1.0));
    let most = bound("maximum").or(bound("exclusiveMaximum").map(|bound| bound - 1.0));
    let least = least.unwrap_or(f64::MIN);
    0_f64.max(least).min(most.unwrap_or(f64::MAX).max(least))
}

fn string(shape: &Shape) -> String {
    let text = match shape.text("format") {
        Some("date-time") => "1970-01-01T00:00:00Z",
        Some("partial-date-time") => "1970-01-01T00:00:00",
        Some("date") => "1970-01-01",
        Some("time") => "00:00:00Z",
        Some("partial-time") => "00:00:00",
        Some("duration") => "PT0S",
        Some("email") => "name@example.com",
        Some("hostname") => "localhost",
        Some("ip" | "ipv4") => "127.0.0.1",
        Some("ipv6") => "::1",
        Some("uri") => "https://example.com/",
        Some("uuid") => "00000000-0000-0000-0000-000000000000",
        _ => {
            let least = shape.keywords.get("minLength").and_then(Json::as_u64);
            return "x".repeat(least.unwrap_or(0).min(MAX_LENGTH) as usize);
        }
    };
    text.to_owned()
}
