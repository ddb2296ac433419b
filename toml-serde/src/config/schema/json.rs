//! JSON that TOML has nothing for: `null`, and dates as serde knows them.

use schemars::Schema;
use schemars::transform::{RecursiveTransform, Transform, transform_subschemas};
use serde_core::Deserialize;
use serde_json::{Map, Value as Json};
use toml_core::Value;
use toml_core::de::DATETIME_FIELD;

use super::shape::Shape;

/// The value in TOML; none where there is a `null` in it, or an integer beyond 64 bits.
pub(super) fn to_toml(json: &Json) -> Option<Value> {
    Value::deserialize(json).ok()
}

/// Takes out, here and below, what only a `null` would fit.
pub(super) fn drop_nulls(schema: &mut Schema) {
    if let Some(keywords) = schema.as_object_mut() {
        retain_others(keywords, "type", |name| name == "null");
        if let Some(Json::Array(names)) = keywords.get("type")
            && let [name] = names.as_slice()
        {
            let name = name.clone();
            keywords.insert("type".to_owned(), name);
        }
        for list in ["enum", "examples"] {
            retain_others(keywords, list, Json::is_null);
        }
        for list in ["anyOf", "oneOf"] {
            retain_others(keywords, list, is_of_null);
            pull_up(keywords, list);
        }
        drop_default(keywords);
    }
    transform_subschemas(&mut drop_nulls, schema);
}

/// Takes out of a list what is one of the `unwanted`, unless all is.
fn retain_others(keywords: &mut Map<String, Json>, list: &str, unwanted: fn(&Json) -> bool) {
    if let Some(Json::Array(list)) = keywords.get_mut(list)
        && !list.iter().all(unwanted)
    {
        list.retain(|element| !unwanted(element));
    }
}

/// Whether a schema allows `null` and nothing else.
pub(super) fn is_of_null(schema: &Json) -> bool {
    schema.get("type").is_some_and(|name| name == "null")
        || schema.get("const").is_some_and(Json::is_null)
}

/// Puts the only alternative in the place of the list of alternatives, if they do not collide.
fn pull_up(keywords: &mut Map<String, Json>, list: &str) {
    let Some(Json::Array(alternatives)) = keywords.get(list) else {
        return;
    };
    let [Json::Object(only)] = alternatives.as_slice() else {
        return;
    };
    // What describes a field goes before what describes its type; what restricts them must not.
    let is_description = |key: &str| key == "description" || key == "title";
    if only
        .keys()
        .all(|key| is_description(key) || !keywords.contains_key(key))
    {
        let only = only.clone();
        keywords.shift_remove(list);
        for (key, value) in only {
            keywords.entry(key).or_insert(value);
        }
    }
}

fn drop_default(keywords: &mut Map<String, Json>) {
    match keywords.get_mut("default") {
        Some(Json::Null) => drop(keywords.shift_remove("default")),
        Some(default) => drop_null_entries(default),
        None => {}
    }
}

/// Takes the entries out of all objects that are `null`, as a writer of TOML does.
fn drop_null_entries(json: &mut Json) {
    match json {
        Json::Object(entries) => {
            entries.retain(|_, value| !value.is_null());
            entries.values_mut().for_each(drop_null_entries);
        }
        Json::Array(elements) => elements.iter_mut().for_each(drop_null_entries),
        _ => {}
    }
}

/// Makes dates in defaults and examples, which serde marks as such, plain strings.
pub(super) fn drop_date_markers(schema: &mut Schema) {
    if let Some(keywords) = schema.as_object_mut() {
        for keyword in ["default", "examples"] {
            if let Some(json) = keywords.get_mut(keyword) {
                drop_date_marker(json);
            }
        }
    }
    transform_subschemas(&mut drop_date_markers, schema);
}

fn drop_date_marker(json: &mut Json) {
    if let Some(text) = json.get_mut(DATETIME_FIELD) {
        *json = text.take();
        return;
    }
    match json {
        Json::Object(entries) => entries.values_mut().for_each(drop_date_marker),
        Json::Array(elements) => elements.iter_mut().for_each(drop_date_marker),
        _ => {}
    }
}

/// Takes defaults and examples out that are a secret, or have one in them.
pub(super) fn drop_secrets(schema: &mut Schema) {
    let root = schema.clone();
    let mut drop_from = RecursiveTransform(move |schema: &mut Schema| {
        let has_values = ["default", "examples"].map(|keyword| schema.get(keyword).is_some());
        if has_values.contains(&true) && Shape::of(&root, schema.as_value()).holds_secret(&root) {
            schema.remove("default");
            schema.remove("examples");
        }
    });
    drop_from.transform(schema);
}

/// Takes the title out that `schemars` gives to a root without one: the name of the type.
pub(super) fn drop_title(schema: &mut Schema, name: &str) {
    if schema.get("title").and_then(Json::as_str) == Some(name) {
        schema.remove("title");
    }
}
