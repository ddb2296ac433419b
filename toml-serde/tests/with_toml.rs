//! The compatibility suite against the crate `toml`, which proves what it expects.

use ::toml;

#[path = "compat/areas.rs"]
mod areas;
