//! `[profile.release]`

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::shapes::Setting;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Profile {
    inherits: Option<String>,
    opt_level: Option<Setting>,
    debug: Option<Setting>,
    split_debuginfo: Option<String>,
    strip: Option<Setting>,
    debug_assertions: Option<bool>,
    overflow_checks: Option<bool>,
    lto: Option<Setting>,
    panic: Option<String>,
    incremental: Option<bool>,
    codegen_units: Option<u32>,
    rpath: Option<bool>,
    build_override: Option<BTreeMap<String, Setting>>,
    /// By package, the keys that differ.
    package: Option<BTreeMap<String, BTreeMap<String, Setting>>>,
}
