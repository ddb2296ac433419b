//! `Table` by way of serde: `toml_serde::from_str_with` and `to_string`.

use serde_json::Value as Json;
use toml_core::Version;
use toml_serde::de::Error;
use toml_serde::{Options, Table, from_str_with, to_string};

use super::FrontEnd;
use crate::tagged;

pub(super) struct Serde;

impl FrontEnd for Serde {
    fn name(&self) -> &'static str {
        "serde"
    }

    fn decode(&self, source: &[u8], version: Version) -> Result<Json, String> {
        let text = std::str::from_utf8(source).map_err(|error| error.to_string())?;
        let options = Options {
            version,
            ..Options::default()
        };
        // Behind the first line, which is the message and its place, comes the excerpt.
        let headline = |error: &Error| error.to_string().lines().next().map(str::to_owned);
        let parsed = from_str_with::<Table>(text, options)
            .map_err(|error| headline(&error).unwrap_or_default())?;
        Ok(tagged::from_table(&parsed.value))
    }

    fn encode(&self, data: &Json) -> Option<Result<String, String>> {
        let written = tagged::to_table(data)
            .and_then(|table| to_string(&table).map_err(|error| error.to_string()));
        Some(written)
    }
}
