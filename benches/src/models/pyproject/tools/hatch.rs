//! `[tool.hatch]`

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::super::shapes::Any;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Hatch {
    version: Option<Version>,
    build: Option<Build>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Version {
    path: Option<String>,
    source: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Build {
    ignore_vcs: Option<bool>,
    targets: Option<BTreeMap<String, Target>>,
    hooks: Option<BTreeMap<String, Hook>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Target {
    include: Option<Vec<String>>,
    exclude: Option<Vec<String>>,
    shared_data: Option<BTreeMap<String, String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are those of the format"
)]
struct Hook {
    dependencies: Option<Vec<String>>,
    build_function: Option<String>,
    ensured_targets: Option<Vec<String>>,
    install_pre_commit_hook: Option<bool>,
    build_kwargs: Option<BTreeMap<String, Any>>,
    editable_build_kwargs: Option<BTreeMap<String, Any>>,
}
