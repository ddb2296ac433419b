//! `[lib]`, `[[bin]]`, `[[example]]`, `[[test]]` and `[[bench]]`.

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Target {
    name: Option<String>,
    path: Option<String>,
    test: Option<bool>,
    doctest: Option<bool>,
    bench: Option<bool>,
    doc: Option<bool>,
    proc_macro: Option<bool>,
    harness: Option<bool>,
    edition: Option<String>,
    crate_type: Option<Vec<String>>,
    required_features: Option<Vec<String>>,
    doc_scrape_examples: Option<bool>,
}
