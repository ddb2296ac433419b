//! `[tool.coverage]`

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
pub(super) struct Coverage {
    run: Option<Run>,
    report: Option<Report>,
    html: Option<Html>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Run {
    branch: Option<bool>,
    dynamic_context: Option<String>,
    source: Option<Vec<String>>,
    omit: Option<Vec<String>>,
    plugins: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Report {
    ignore_errors: Option<bool>,
    show_missing: Option<bool>,
    skip_covered: Option<bool>,
    omit: Option<Vec<String>>,
    exclude_lines: Option<Vec<String>>,
    exclude_also: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Html {
    directory: Option<String>,
}
