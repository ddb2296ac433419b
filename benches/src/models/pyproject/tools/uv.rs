//! `[tool.uv]`

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::super::shapes::TextOr;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Uv {
    no_build: Option<bool>,
    exclude_newer: Option<String>,
    cache_keys: Option<Vec<TextOr<CacheKey>>>,
    dev_dependencies: Option<Vec<String>>,
    dependency_groups: Option<BTreeMap<String, Group>>,
    dependency_metadata: Option<Vec<Metadata>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct CacheKey {
    file: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Group {
    requires_python: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Metadata {
    name: String,
    version: Option<String>,
    requires_dist: Option<Vec<String>>,
}
