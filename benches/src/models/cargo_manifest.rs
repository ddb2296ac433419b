//! `Cargo.toml`: what the reference of Cargo lists, that is, all keys that are stable.

mod dependency;
mod package;
mod profile;
mod target;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use dependency::{Dependencies, Dependency};
use package::{Package, WorkspacePackage};
use profile::Profile;
use target::Target;

use super::shapes::{Any, TextOr};

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct CargoManifest {
    cargo_features: Option<Vec<String>>,
    package: Option<Package>,
    lib: Option<Target>,
    bin: Option<Vec<Target>>,
    example: Option<Vec<Target>>,
    test: Option<Vec<Target>>,
    bench: Option<Vec<Target>>,
    features: Option<BTreeMap<String, Vec<String>>>,
    dependencies: Option<Dependencies>,
    dev_dependencies: Option<Dependencies>,
    build_dependencies: Option<Dependencies>,
    target: Option<BTreeMap<String, Platform>>,
    badges: Option<BTreeMap<String, Any>>,
    lints: Option<Lints>,
    workspace: Option<Workspace>,
    patch: Option<BTreeMap<String, Dependencies>>,
    replace: Option<Dependencies>,
    profile: Option<BTreeMap<String, Profile>>,
}

/// `[target.'cfg(…)']`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Platform {
    dependencies: Option<Dependencies>,
    dev_dependencies: Option<Dependencies>,
    build_dependencies: Option<Dependencies>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Workspace {
    resolver: Option<String>,
    members: Option<Vec<String>>,
    default_members: Option<Vec<String>>,
    exclude: Option<Vec<String>>,
    package: Option<WorkspacePackage>,
    dependencies: Option<BTreeMap<String, Dependency>>,
    lints: Option<Tools>,
    metadata: Option<BTreeMap<String, Any>>,
}

/// Of a package: its own, or those of the workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Lints {
    workspace: Option<bool>,
    rust: Option<Group>,
    rustdoc: Option<Group>,
    clippy: Option<Group>,
}

/// The lints of each tool.
type Tools = BTreeMap<String, Group>;

type Group = BTreeMap<String, TextOr<Lint>>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Lint {
    level: String,
    priority: Option<i64>,
    check_cfg: Option<Vec<String>>,
}
