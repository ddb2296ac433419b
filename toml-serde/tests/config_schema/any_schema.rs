//! Properties of the examples of schemas that nobody would write.

use std::borrow::Cow;
use std::cell::RefCell;

use proptest::prelude::*;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value as Json, json};
use toml_serde::config::{example, schema};

use crate::check::parse;

thread_local! {
    static SCHEMA: RefCell<Json> = const { RefCell::new(Json::Null) };
}

/// A type whose schema is what [`SCHEMA`] holds.
struct Any;

impl JsonSchema for Any {
    fn schema_name() -> Cow<'static, str> {
        "Any".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        SCHEMA.with_borrow(|schema| Schema::try_from(schema.clone()).unwrap_or_default())
    }
}

/// Text with all that may go wrong in a comment, a key or a string.
fn text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        "[a-z]{1,3}",
        "[\\PC\r\n\t\u{0}-\u{1f}\u{7f}\"'#\\[\\]=.\\\\]{0,6}",
    ]
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        text().prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Json::from),
            prop::collection::vec((text(), inner), 0..3)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

/// Keywords that restrict or describe a value of any type.
fn keyword() -> impl Strategy<Value = (&'static str, Json)> {
    let types = [
        "string", "integer", "number", "boolean", "array", "object", "null",
    ];
    let formats = ["float", "int32", "date-time", "password", "ip", "odd"];
    prop_oneof![
        4 => prop::sample::select(types.to_vec()).prop_map(|name| ("type", json!(name))),
        1 => prop::sample::subsequence(types.to_vec(), 0..3).prop_map(|names| ("type", json!(names))),
        2 => text().prop_map(|text| ("description", json!(text))),
        1 => text().prop_map(|text| ("title", json!(text))),
        2 => any_json().prop_map(|json| ("default", json)),
        1 => any_json().prop_map(|json| ("const", json)),
        1 => prop::collection::vec(any_json(), 0..4).prop_map(|json| ("enum", json!(json))),
        1 => prop::collection::vec(any_json(), 0..2).prop_map(|json| ("examples", json!(json))),
        1 => prop::sample::select(formats.to_vec()).prop_map(|name| ("format", json!(name))),
        1 => any::<i64>().prop_map(|bound| ("minimum", json!(bound))),
        1 => any::<f64>().prop_map(|bound| ("exclusiveMaximum", json!(bound))),
        1 => any::<u64>().prop_map(|count| ("minItems", json!(count))),
        1 => any::<u64>().prop_map(|count| ("minLength", json!(count))),
        1 => Just(("writeOnly", json!(true))),
        1 => Just(("deprecated", json!(true))),
        1 => prop::sample::select(vec!["#", "#/$defs/a", "#/$defs/b", "#/$defs/none"])
            .prop_map(|name| ("$ref", json!(name))),
        1 => prop::collection::vec(text(), 0..3).prop_map(|keys| ("required", json!(keys))),
    ]
}

fn object(keywords: Vec<(&'static str, Json)>) -> Json {
    let keywords = keywords.into_iter();
    Json::Object(keywords.map(|(key, json)| (key.to_owned(), json)).collect())
}

fn any_schema() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Json::from),
        9 => prop::collection::vec(keyword(), 0..4).prop_map(object),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let list = prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from);
        let keys = prop::collection::vec((text(), inner.clone()), 0..5)
            .prop_map(|entries| Json::Object(entries.into_iter().collect::<Map<_, _>>()));
        let nested = prop_oneof![
            4 => keys.clone().prop_map(|keys| ("properties", keys)),
            1 => keys.prop_map(|keys| ("patternProperties", keys)),
            1 => inner.clone().prop_map(|schema| ("additionalProperties", schema)),
            2 => inner.prop_map(|schema| ("items", schema)),
            1 => list.clone().prop_map(|list| ("prefixItems", list)),
            1 => list.clone().prop_map(|list| ("anyOf", list)),
            1 => list.clone().prop_map(|list| ("oneOf", list)),
            1 => list.prop_map(|list| ("allOf", list)),
        ];
        (
            prop::collection::vec(keyword(), 0..3),
            prop::collection::vec(nested, 1..4),
        )
            .prop_map(|(keywords, nested)| object([keywords, nested].concat()))
    })
}

proptest! {
    #[test]
    fn example_of_any_schema_is_toml(mut root in any_schema(), a in any_schema(), b in any_schema()) {
        if let Json::Object(keywords) = &mut root {
            keywords.insert("$defs".to_owned(), json!({ "a": a, "b": b }));
        }
        SCHEMA.set(root);
        parse(&example::<Any>());
        let schema = schema::<Any>();
        prop_assert_ne!(schema.get("default"), Some(&Json::Null));
    }
}
