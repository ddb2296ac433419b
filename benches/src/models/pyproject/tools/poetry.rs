//! `[tool.poetry]`

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::super::shapes::TextOr;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are those of the format"
)]
pub(super) struct Poetry {
    requires_poetry: Option<String>,
    classifiers: Option<Vec<String>>,
    include: Option<Vec<TextOr<Include>>>,
    group: Option<BTreeMap<String, Group>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Include {
    path: String,
    format: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Group {
    optional: Option<bool>,
    dependencies: Option<BTreeMap<String, TextOr<Dependency>>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Dependency {
    version: String,
    extras: Option<Vec<String>>,
}
