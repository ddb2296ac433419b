//! The borrowed views of a `Document`, walked directly.

use serde_json::Value as Json;
use toml_core::{ParseOptions, Version};

use super::FrontEnd;
use crate::tagged;

pub(super) struct Borrowed;

impl FrontEnd for Borrowed {
    fn name(&self) -> &'static str {
        "document"
    }

    fn decode(&self, source: &[u8], version: Version) -> Result<Json, String> {
        let options = ParseOptions {
            version,
            ..ParseOptions::default()
        };
        let document = options
            .parse_bytes(source)
            .map_err(|error| error.to_string())?;
        Ok(tagged::from_table_view(document.root()))
    }

    fn encode(&self, _: &Json) -> Option<Result<String, String>> {
        None
    }
}
