//! The compatibility suite against this crate: users of `toml` must not see the difference.

use toml_serde as toml;

#[path = "compat/areas.rs"]
mod areas;
