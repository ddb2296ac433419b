//! The owned `Table`, and the encoder.

use serde_json::Value as Json;
use toml_core::{ParseOptions, Version, encode};

use super::FrontEnd;
use crate::tagged;

pub(super) struct Owned;

impl FrontEnd for Owned {
    fn name(&self) -> &'static str {
        "value"
    }

    fn decode(&self, source: &[u8], version: Version) -> Result<Json, String> {
        let options = ParseOptions {
            version,
            ..ParseOptions::default()
        };
        let document = options
            .parse_bytes(source)
            .map_err(|error| error.to_string())?;
        Ok(tagged::from_table(&document.to_table()))
    }

    fn encode(&self, data: &Json) -> Option<Result<String, String>> {
        Some(tagged::to_table(data).map(|table| encode::encode_document(&table)))
    }
}
