//! `uv.lock`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct UvLock {
    version: u32,
    revision: Option<u32>,
    requires_python: String,
    resolution_markers: Option<Vec<String>>,
    options: Option<Options>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[toml(default, skip_if = Vec::is_empty)]
    package: Vec<Package>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Options {
    exclude_newer: Option<String>,
    exclude_newer_span: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Package {
    name: String,
    version: Option<String>,
    source: Source,
    resolution_markers: Option<Vec<String>>,
    dependencies: Option<Vec<Dependency>>,
    optional_dependencies: Option<BTreeMap<String, Vec<Dependency>>>,
    dev_dependencies: Option<BTreeMap<String, Vec<Dependency>>>,
    sdist: Option<File>,
    wheels: Option<Vec<File>>,
    metadata: Option<Metadata>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Source {
    registry: Option<String>,
    git: Option<String>,
    url: Option<String>,
    path: Option<String>,
    directory: Option<String>,
    editable: Option<String>,
    #[serde(rename = "virtual")]
    #[toml(rename = "virtual")]
    is_virtual: Option<String>,
    subdirectory: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Dependency {
    name: String,
    version: Option<String>,
    source: Option<Source>,
    extra: Option<Vec<String>>,
    marker: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    url: Option<String>,
    path: Option<String>,
    filename: Option<String>,
    hash: Option<String>,
    size: Option<u64>,
    upload_time: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Metadata {
    requires_dist: Option<Vec<Requirement>>,
    provides_extras: Option<Vec<String>>,
    requires_dev: Option<BTreeMap<String, Vec<Requirement>>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Requirement {
    name: String,
    extras: Option<Vec<String>>,
    marker: Option<String>,
    specifier: Option<String>,
    url: Option<String>,
    git: Option<String>,
    path: Option<String>,
    directory: Option<String>,
    editable: Option<String>,
}
