//! The JSON Schema itself: valid, without what TOML has nothing for, in the order of the fields.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use toml_serde::config::schema;

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(default)]
struct Config {
    /// Not the first by name.
    zero: Option<u8>,
    either: Option<Inner>,
    level: Option<Level>,
    /// With its own words.
    described: Option<Inner>,
    inner: Inner,
    list: Vec<Option<u8>>,
    unit: (),
    answer: Option<Answer>,
}

/// Of the type.
#[derive(JsonSchema, Deserialize, Serialize, Default)]
struct Inner {
    a: Option<bool>,
    b: u8,
}

#[derive(JsonSchema, Deserialize, Serialize)]
enum Level {
    Low,
    High,
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(untagged)]
enum Answer {
    Yes(bool),
    Maybe(Option<String>),
}

impl Default for Config {
    fn default() -> Self {
        Self {
            zero: None,
            either: None,
            level: None,
            described: Some(Inner::default()),
            inner: Inner { a: None, b: 1 },
            list: Vec::new(),
            unit: (),
            answer: None,
        }
    }
}

#[test]
fn schema_has_no_null_and_keeps_the_order() {
    let schema = schema::<Config>();
    let byte = json!({ "type": "integer", "format": "uint8", "minimum": 0, "maximum": 255 });
    let with = |mut schema: serde_json::Value, keyword: &str, value| {
        schema[keyword] = value;
        schema
    };
    let expected = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Config",
        "type": "object",
        "properties": {
            "zero": with(byte.clone(), "description", json!("Not the first by name.")),
            "either": { "$ref": "#/$defs/Inner" },
            "level": { "$ref": "#/$defs/Level" },
            "described": {
                "description": "With its own words.",
                "$ref": "#/$defs/Inner",
                "default": { "b": 0 },
            },
            "inner": { "$ref": "#/$defs/Inner", "default": { "b": 1 } },
            "list": { "type": "array", "items": byte, "default": [] },
            "unit": { "type": "null" },
            "answer": { "$ref": "#/$defs/Answer" },
        },
        "$defs": {
            "Inner": {
                "description": "Of the type.",
                "type": "object",
                "properties": { "a": { "type": "boolean" }, "b": byte },
                "required": ["b"],
            },
            "Level": { "type": "string", "enum": ["Low", "High"] },
            "Answer": { "anyOf": [{ "type": "boolean" }, { "type": "string" }] },
        },
    });
    assert_eq!(serde_json::to_value(&schema).expect("JSON"), expected);
    let properties = schema.get("properties").and_then(|keys| keys.as_object());
    let keys: Vec<&String> = properties.expect("a struct").keys().collect();
    let fields = [
        "zero",
        "either",
        "level",
        "described",
        "inner",
        "list",
        "unit",
        "answer",
    ];
    assert_eq!(keys, fields);
}
