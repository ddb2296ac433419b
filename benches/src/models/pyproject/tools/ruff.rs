//! `[tool.ruff]`

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Ruff {
    exclude: Option<Vec<String>>,
    extend_exclude: Option<Vec<String>>,
    fix: Option<bool>,
    line_length: Option<u32>,
    target_version: Option<String>,
    lint: Option<Lint>,
    format: Option<Format>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Lint {
    select: Option<Vec<String>>,
    extend_select: Option<Vec<String>>,
    ignore: Option<Vec<String>>,
    extend_safe_fixes: Option<Vec<String>>,
    unfixable: Option<Vec<String>>,
    exclude: Option<Vec<String>>,
    typing_modules: Option<Vec<String>>,
    per_file_ignores: Option<BTreeMap<String, Vec<String>>>,
    flake8_import_conventions: Option<ImportConventions>,
    flake8_pytest_style: Option<PytestStyle>,
    flake8_tidy_imports: Option<TidyImports>,
    isort: Option<Isort>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct ImportConventions {
    aliases: Option<BTreeMap<String, String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct PytestStyle {
    fixture_parentheses: Option<bool>,
    mark_parentheses: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct TidyImports {
    ban_relative_imports: Option<String>,
    banned_api: Option<BTreeMap<String, Ban>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Ban {
    msg: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Isort {
    force_single_line: Option<bool>,
    lines_between_types: Option<u32>,
    lines_after_imports: Option<u32>,
    known_first_party: Option<Vec<String>>,
    known_third_party: Option<Vec<String>>,
    required_imports: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[toml(Toml, rename_all = "kebab-case", deny_unknown_fields)]
struct Format {
    docstring_code_format: Option<bool>,
}
