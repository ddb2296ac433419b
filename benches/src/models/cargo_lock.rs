//! `Cargo.lock`, versions 1 to 4: once with text of its own, once with text of the source.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
pub(crate) struct CargoLock {
    version: Option<u32>,
    root: Option<Package>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[toml(default, skip_if = Vec::is_empty)]
    package: Vec<Package>,
    metadata: Option<BTreeMap<String, String>>,
    patch: Option<Patch>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[toml(default, skip_if = Vec::is_empty)]
    dependencies: Vec<String>,
    replace: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Patch {
    unused: Vec<Package>,
}

/// The whole file; its text is borrowed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
pub(crate) struct BorrowedCargoLock<'a> {
    version: Option<u32>,
    #[serde(borrow)]
    root: Option<BorrowedPackage<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[toml(default, skip_if = Vec::is_empty)]
    package: Vec<BorrowedPackage<'a>>,
    metadata: Option<BTreeMap<&'a str, &'a str>>,
    patch: Option<BorrowedPatch<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct BorrowedPackage<'a> {
    name: &'a str,
    version: &'a str,
    source: Option<&'a str>,
    checksum: Option<&'a str>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    #[toml(default, skip_if = Vec::is_empty)]
    dependencies: Vec<&'a str>,
    replace: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct BorrowedPatch<'a> {
    #[serde(borrow)]
    unused: Vec<BorrowedPackage<'a>>,
}
