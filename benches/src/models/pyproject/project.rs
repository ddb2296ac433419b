//! `[project]`

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::shapes::TextOr;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Project {
    name: String,
    version: Option<String>,
    description: Option<String>,
    readme: Option<TextOr<Readme>>,
    requires_python: Option<String>,
    license: Option<TextOr<License>>,
    license_files: Option<Vec<String>>,
    authors: Option<Vec<Person>>,
    maintainers: Option<Vec<Person>>,
    keywords: Option<Vec<String>>,
    classifiers: Option<Vec<String>>,
    urls: Option<BTreeMap<String, String>>,
    scripts: Option<BTreeMap<String, String>>,
    gui_scripts: Option<BTreeMap<String, String>>,
    entry_points: Option<BTreeMap<String, BTreeMap<String, String>>>,
    dependencies: Option<Vec<String>>,
    optional_dependencies: Option<BTreeMap<String, Vec<String>>>,
    dynamic: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Readme {
    file: Option<String>,
    text: Option<String>,
    content_type: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct License {
    file: Option<String>,
    text: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Person {
    name: Option<String>,
    email: Option<String>,
}
