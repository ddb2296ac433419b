//! Schemas that no derive makes: whatever they say, the example is TOML and comes to an end.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::check::{example_is, example_with_variants_is};

/// A type `$name` with a schema of its own.
macro_rules! with_schema {
    ($name:ident, $schema:tt) => {
        struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

with_schema!(AllOf, {
    "description": "Of its own.",
    "allOf": [
        { "$ref": "#/$defs/a%20b" },
        { "description": "Not seen.", "properties": { "second": { "type": "integer" } } },
    ],
    "properties": {
        "first": { "allOf": [{ "type": "integer", "minimum": 3 }, { "maximum": 5 }] },
    },
    "required": ["second"],
    "$defs": {
        "a b": { "type": "object", "properties": { "third": { "$ref": "#/$defs/text" } } },
        "text": { "type": "string", "description": "Said by the type." },
    },
});

#[test]
fn all_of_holds_at_once() {
    example_is::<AllOf>(
        r#"# Of its own.

# Optional: integer from 3 to 5.
#first = 3

# Said by the type.
# Optional: string.
#third = ""

# Required: integer.
#second = 0
"#,
    );
}

with_schema!(Endless, {
    "$ref": "#/$defs/a",
    "properties": {
        "a": { "$ref": "#/$defs/a" },
        "nowhere": { "$ref": "#/$defs/nowhere" },
        "outside": { "$ref": "https://example.com/schema.json" },
        "one_of": { "$ref": "#/$defs/one_of" },
        "table": { "$ref": "#/$defs/table" },
    },
    "$defs": {
        "a": { "$ref": "#/$defs/b" },
        "b": { "allOf": [{ "$ref": "#/$defs/a" }, { "anyOf": [{ "$ref": "#" }] }] },
        "one_of": { "oneOf": [{ "$ref": "#/$defs/one_of" }, { "$ref": "#/$defs/one_of" }] },
        "table": {
            "properties": {
                "left": { "$ref": "#/$defs/table", "default": {} },
                "right": { "$ref": "#/$defs/table" },
            },
            "default": {},
        },
    },
});

#[test]
fn references_without_end_come_to_one() {
    let text = toml_serde::config::example::<Endless>();
    let table = crate::check::parse(&text);
    let mut depth = 0;
    let mut inner = &table["table"];
    while let Some(left) = inner.get("left") {
        depth += 1;
        inner = left;
    }
    assert!(depth < 40, "{depth} tables:\n{text}");
}

with_schema!(Full, {
    "properties": {
        "array": { "$ref": "#/$defs/array" },
        "pair": { "$ref": "#/$defs/pair" },
    },
    "$defs": {
        "array": { "type": "array", "items": { "$ref": "#/$defs/array" }, "minItems": 1_000_000 },
        "pair": {
            "type": "array",
            "prefixItems": [{ "$ref": "#/$defs/pair" }, { "$ref": "#/$defs/pair" }],
        },
    },
});

#[test]
fn arrays_that_need_arrays_in_them_without_end_come_to_one() {
    let text = crate::check::uncommented(&toml_serde::config::example::<Full>());
    let table = crate::check::parse(&text);
    assert_eq!(table.keys().collect::<Vec<_>>(), ["array", "pair"]);
    assert!(text.len() < 10_000, "{} bytes", text.len());
}

/// Six alternatives, each of them one of the six, or a table of all six.
struct Tangled;

impl JsonSchema for Tangled {
    fn schema_name() -> Cow<'static, str> {
        "Tangled".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<String> = (0..6).map(|number| format!("s{number}")).collect();
        let all: Vec<_> = names
            .iter()
            .map(|name| serde_json::json!({ "$ref": format!("#/$defs/{name}") }))
            .collect();
        let keys: serde_json::Map<_, _> = names.iter().cloned().zip(all.clone()).collect();
        let one = serde_json::json!({ "anyOf": all, "items": { "anyOf": all } });
        let table = serde_json::json!({ "properties": keys });
        let schemas = names.iter().enumerate().map(|(number, name)| {
            let schema = if number % 2 == 0 { &one } else { &table };
            (name.clone(), schema.clone())
        });
        json_schema!({
            "properties": { "key": { "anyOf": all } },
            "$defs": schemas.collect::<serde_json::Map<_, _>>(),
        })
    }
}

#[test]
fn schemas_that_lead_to_one_another_in_many_ways_come_to_an_end() {
    let text = toml_serde::config::example::<Tangled>();
    assert_eq!(crate::check::parse(&text), toml_serde::Table::new());
    let tables = text.lines().filter(|line| line.starts_with("#["));
    assert!(tables.count() < 2000, "{} bytes", text.len());
}

with_schema!(NoInformation, {
    "properties": {
        "anything": true,
        "nothing": false,
        "null": { "type": "null" },
        "described": { "description": "Only that." },
        "types": { "type": ["integer", "string", "null", "array"] },
        "wrong": { "type": 7, "enum": {}, "properties": [], "required": 1, "default": "kept" },
        "values": { "enum": [1, null, "two", [3.5]] },
        "constant": { "const": "fixed" },
        "object": { "type": "object" },
        "list": { "type": "array" },
    },
});

#[test]
fn what_a_schema_does_not_say_is_any_value() {
    example_is::<NoInformation>(
        r#"# Optional: any value.
#anything = ""

# Only that.
# Optional: any value.
#described = ""

# Optional: integer, string or array of values.
#types = 0

wrong = "kept"

# Optional: one of 1, "two" or [3.5].
#values = 1

constant = "fixed"

# Optional: array of values.
#list = []

# Optional.
#[object]
"#,
    );
}

with_schema!(Scalar, { "type": "integer", "description": "A number." });

#[test]
fn root_that_is_no_table_is_its_description() {
    example_is::<Scalar>("# A number.\n");
}

with_schema!(Twice, {
    "properties": {
        "a": { "type": "integer", "default": 1 },
        "t": { "properties": { "b": { "type": "integer", "default": 2 } }, "default": {} },
    },
    "oneOf": [
        {
            "properties": {
                "kind": { "const": "x" },
                "a": { "type": "integer", "default": 3 },
                "t": { "properties": { "c": { "type": "integer" } }, "default": { "c": 4 } },
            },
        },
        { "properties": { "kind": { "const": "y" } } },
    ],
    "default": { "kind": "x" },
});

#[test]
fn key_of_a_table_and_of_its_variant_is_written_once() {
    example_with_variants_is::<Twice>(
        r#"a = 1
kind = "x"

# Variant:
#kind = "y"

[t]
b = 2
"#,
    );
}

with_schema!(RootDefault, {
    "properties": { "a": { "type": "integer", "default": 1 }, "b": { "type": "integer" } },
    "default": { "b": 2, "c": { "d": 3 } },
});

#[test]
fn default_of_the_root_counts() {
    example_is::<RootDefault>("a = 1\nb = 2\n\n[c]\nd = 3\n");
}

with_schema!(Choice, {
    "properties": {
        "x": {
            "anyOf": [
                { "type": "string", "examples": ["words"] },
                { "properties": { "y": { "type": "boolean" } }, "title": "As a table" },
                { "type": "array", "items": { "properties": { "z": { "type": "boolean" } } } },
                { "type": "null" },
                false,
            ],
        },
    },
});

#[test]
fn alternatives_are_shown_in_each_form() {
    example_with_variants_is::<Choice>(
        r#"# Optional: string, table or array of tables.
#x = "words"

# Variant:
#[x]
# Optional: boolean.
#y = false

# Variant:
#[[x]]
# Optional: boolean.
#z = false
"#,
    );
}
