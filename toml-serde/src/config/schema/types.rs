//! The JSON Schemas of the types that a configuration may have as fields.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::mark_secret;
use crate::config::{RelativePathBuf, Secret};

/// As the value itself, marked as a secret.
impl<T: JsonSchema> JsonSchema for Secret<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Secret_{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("toml_serde::config::Secret<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<T>();
        mark_secret(&mut schema);
        schema
    }
}

/// As any path: a string.
impl JsonSchema for RelativePathBuf {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "RelativePathBuf".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "toml_serde::config::RelativePathBuf".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        std::path::PathBuf::json_schema(generator)
    }
}
