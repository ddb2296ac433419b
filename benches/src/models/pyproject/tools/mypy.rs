//! `[tool.mypy]`

use serde::{Deserialize, Serialize};
use toml_spanner::Toml;

use super::super::super::shapes::ListOr;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are those of the format"
)]
pub(super) struct Mypy {
    python_version: Option<String>,
    platform: Option<String>,
    files: Option<ListOr<String>>,
    exclude: Option<ListOr<String>>,
    mypy_path: Option<ListOr<String>>,
    plugins: Option<ListOr<String>>,
    cache_dir: Option<String>,
    follow_imports: Option<String>,
    enable_error_code: Option<ListOr<String>>,
    strict: Option<bool>,
    namespace_packages: Option<bool>,
    explicit_package_bases: Option<bool>,
    ignore_missing_imports: Option<bool>,
    follow_imports_for_stubs: Option<bool>,
    no_site_packages: Option<bool>,
    no_silence_site_packages: Option<bool>,
    disallow_any_unimported: Option<bool>,
    disallow_any_expr: Option<bool>,
    disallow_any_decorated: Option<bool>,
    disallow_any_explicit: Option<bool>,
    disallow_any_generics: Option<bool>,
    disallow_subclassing_any: Option<bool>,
    disallow_untyped_calls: Option<bool>,
    disallow_untyped_defs: Option<bool>,
    disallow_incomplete_defs: Option<bool>,
    check_untyped_defs: Option<bool>,
    disallow_untyped_decorators: Option<bool>,
    no_implicit_optional: Option<bool>,
    strict_optional: Option<bool>,
    warn_redundant_casts: Option<bool>,
    warn_unused_configs: Option<bool>,
    warn_unused_ignores: Option<bool>,
    warn_no_return: Option<bool>,
    warn_return_any: Option<bool>,
    warn_unreachable: Option<bool>,
    ignore_errors: Option<bool>,
    allow_untyped_globals: Option<bool>,
    allow_redefinition: Option<bool>,
    local_partial_types: Option<bool>,
    implicit_reexport: Option<bool>,
    strict_equality: Option<bool>,
    show_error_context: Option<bool>,
    show_column_numbers: Option<bool>,
    show_error_codes: Option<bool>,
    overrides: Option<Vec<Override>>,
}

/// `[[tool.mypy.overrides]]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Toml)]
#[serde(deny_unknown_fields)]
#[toml(Toml, deny_unknown_fields)]
struct Override {
    module: ListOr<String>,
    ignore_missing_imports: Option<bool>,
    ignore_errors: Option<bool>,
    warn_unused_ignores: Option<bool>,
    disallow_untyped_calls: Option<bool>,
    disallow_untyped_defs: Option<bool>,
    disallow_incomplete_defs: Option<bool>,
    check_untyped_defs: Option<bool>,
}
