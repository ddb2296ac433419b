//! `poetry.lock`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::shapes::{ListOr, TextOr};

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
pub(crate) struct PoetryLock {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[toml(default, skip_if = Vec::is_empty)]
    package: Vec<Package>,
    extras: Option<BTreeMap<String, Vec<String>>>,
    metadata: Metadata,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Package {
    name: String,
    version: String,
    description: String,
    optional: bool,
    python_versions: String,
    groups: Vec<String>,
    /// One for all groups, or one a group.
    markers: Option<TextOr<BTreeMap<String, String>>>,
    files: Vec<File>,
    develop: Option<bool>,
    dependencies: Option<BTreeMap<String, Dependency>>,
    extras: Option<BTreeMap<String, Vec<String>>>,
    source: Option<Source>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct File {
    file: String,
    hash: String,
}

/// A version, a table, or one table for each of several markers.
type Dependency = TextOr<ListOr<Constraint>>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Constraint {
    version: String,
    extras: Option<Vec<String>>,
    markers: Option<String>,
    optional: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Source {
    #[serde(rename = "type")]
    #[toml(rename = "type")]
    kind: String,
    url: String,
    reference: Option<String>,
    resolved_reference: Option<String>,
    subdirectory: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Metadata {
    lock_version: String,
    python_versions: String,
    content_hash: String,
}
