//! `[tool.setuptools]`

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Setuptools {
    include_package_data: Option<bool>,
    packages: Option<Packages>,
    exclude_package_data: Option<BTreeMap<String, Vec<String>>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Packages {
    find: Option<Find>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Find {
    include: Option<Vec<String>>,
    namespaces: Option<bool>,
}
