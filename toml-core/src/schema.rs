//! JSON Schemas of the owned types (feature `schemars`), so that a type with fields of them can have one.
//!
//! A date-time is a string there, as JSON has nothing else; editors take TOML's for that.

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::value::Map;
use crate::{Date, Datetime, Time, Value};

/// `JsonSchema` for a type without parameters, in place of which its schema is put.
macro_rules! schema {
    ($($(#[$doc:meta])* $type:ident: $schema:tt,)*) => {$(
        $(#[$doc])*
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!("toml_core::", stringify!($type)).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

// The formats without an offset are named as `schemars` names those of `chrono`'s types.
schema! {
    /// A string in any of the four formats.
    Datetime: {
        "anyOf": [
            { "type": "string", "format": "date-time" },
            { "type": "string", "format": "partial-date-time" },
            { "type": "string", "format": "date" },
            { "type": "string", "format": "partial-time" },
        ],
    },
    /// A string in the format `date`.
    Date: { "type": "string", "format": "date" },
    /// A string in the format `partial-time`.
    Time: { "type": "string", "format": "partial-time" },
    /// Any value.
    Value: {},
}

/// An object whose values are those of the map; its keys are strings.
impl<V: JsonSchema> JsonSchema for Map<alloc::string::String, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        alloc::format!("Map_of_{}", V::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        alloc::format!("toml_core::Map<{}>", V::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}
