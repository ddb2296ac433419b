//! `pyproject.toml`: what its specification lists, and the tools that the inputs configure.

mod project;
mod tools;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use project::Project;
use tools::Tools;

use super::shapes::TextOr;

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Pyproject {
    build_system: Option<BuildSystem>,
    project: Option<Project>,
    dependency_groups: Option<BTreeMap<String, Vec<TextOr<IncludedGroup>>>>,
    tool: Option<Tools>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct BuildSystem {
    requires: Vec<String>,
    build_backend: Option<String>,
    backend_path: Option<Vec<String>>,
}

/// `{ include-group = "docs" }`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct IncludedGroup {
    include_group: String,
}
