//! `serde = "1"`, `serde = { version = "1", features = ["derive"] }`, `serde.workspace = true`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::shapes::TextOr;

/// A table of dependencies, by name.
pub(super) type Dependencies = BTreeMap<String, Dependency>;

/// A version, or where to get it and what to use of it.
pub(super) type Dependency = TextOr<Detailed>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Detailed {
    version: Option<String>,
    workspace: Option<bool>,
    path: Option<String>,
    git: Option<String>,
    branch: Option<String>,
    tag: Option<String>,
    rev: Option<String>,
    registry: Option<String>,
    package: Option<String>,
    features: Option<Vec<String>>,
    default_features: Option<bool>,
    optional: Option<bool>,
}
