//! `[tool.pytest]`

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::super::shapes::ListOr;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
pub(super) struct Pytest {
    /// Where the options were before they could be in the table itself.
    ini_options: Option<Box<Pytest>>,
    minversion: Option<String>,
    strict: Option<bool>,
    addopts: Option<ListOr<String>>,
    testpaths: Option<ListOr<String>>,
    norecursedirs: Option<ListOr<String>>,
    ignore: Option<ListOr<String>>,
    cache_dir: Option<String>,
    empty_parameter_set_mark: Option<String>,
    xfail_strict: Option<bool>,
    doctest_optionflags: Option<ListOr<String>>,
    filterwarnings: Option<ListOr<String>>,
    junit_family: Option<String>,
    log_cli_level: Option<String>,
    markers: Option<ListOr<String>>,
}
