//! The ways into and out of TOML that conformance is checked for.

mod document;
mod serde;
mod value;

use serde_json::Value as Json;
use toml_core::Version;

/// A way to read TOML, and perhaps to write it.
pub trait FrontEnd: Sync {
    /// A short lower-case name for test names and counts.
    fn name(&self) -> &'static str;

    /// The tagged JSON of a TOML document.
    ///
    /// # Errors
    /// Why the document was rejected.
    fn decode(&self, source: &[u8], version: Version) -> Result<Json, String>;

    /// The TOML document of tagged JSON; `None` for a front end that only reads.
    fn encode(&self, data: &Json) -> Option<Result<String, String>>;
}

/// Every front end there is.
#[must_use]
pub fn all() -> &'static [&'static dyn FrontEnd] {
    &[&document::Borrowed, &value::Owned, &serde::Serde]
}
