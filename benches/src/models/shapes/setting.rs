//! `true`, `2` or `"thin"`.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use toml_spanner::{Kind, Toml};

/// A boolean, an integer or a string.
#[derive(Clone, Debug, PartialEq, Serialize, Toml)]
#[serde(untagged)]
#[toml(Toml, untagged)]
pub(crate) enum Setting {
    /// A boolean.
    #[toml(final_if = |_context, item| item.kind() == Kind::Boolean)]
    Boolean(bool),
    /// An integer.
    #[toml(final_if = |_context, item| item.kind() == Kind::Integer)]
    Integer(i64),
    /// A string.
    Text(String),
}

impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SettingVisitor)
    }
}

struct SettingVisitor;

impl Visitor<'_> for SettingVisitor {
    type Value = Setting;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean, an integer or a string")
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Self::Value, E> {
        Ok(Setting::Boolean(boolean))
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Self::Value, E> {
        Ok(Setting::Integer(integer))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Setting::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Setting::Text(text))
    }
}
