//! `[package]`, and `[workspace.package]`, which packages inherit from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::shapes::{Any, ListOr, Setting, TextOr};

/// Text, or that of the workspace.
type Text = TextOr<Inherited>;

/// A list, or that of the workspace.
type List = ListOr<String, Inherited>;

/// `{ workspace = true }`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Inherited {
    workspace: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Package {
    name: String,
    version: Option<Text>,
    authors: Option<List>,
    edition: Option<Text>,
    rust_version: Option<Text>,
    description: Option<Text>,
    documentation: Option<Text>,
    readme: Option<Text>,
    homepage: Option<Text>,
    repository: Option<Text>,
    license: Option<Text>,
    license_file: Option<Text>,
    keywords: Option<List>,
    categories: Option<List>,
    workspace: Option<String>,
    build: Option<Setting>,
    links: Option<String>,
    exclude: Option<List>,
    include: Option<List>,
    publish: Option<bool>,
    metadata: Option<BTreeMap<String, Any>>,
    default_run: Option<String>,
    autolib: Option<bool>,
    autobins: Option<bool>,
    autoexamples: Option<bool>,
    autotests: Option<bool>,
    autobenches: Option<bool>,
    resolver: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct WorkspacePackage {
    version: Option<String>,
    authors: Option<Vec<String>>,
    edition: Option<String>,
    rust_version: Option<String>,
    description: Option<String>,
    documentation: Option<String>,
    readme: Option<String>,
    homepage: Option<String>,
    repository: Option<String>,
    license: Option<String>,
    license_file: Option<String>,
    keywords: Option<Vec<String>>,
    categories: Option<Vec<String>>,
    exclude: Option<Vec<String>>,
    include: Option<Vec<String>>,
    publish: Option<bool>,
}
