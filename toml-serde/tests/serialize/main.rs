//! Writing Rust types as TOML: whole texts, and what the crate `toml` writes.

mod peer;
