//! `config::schema` and `config::example`: whole schemas and whole files, and what holds of all of them.
#![expect(dead_code, reason = "of most types, the schema alone counts")]

mod any_schema;
mod arrays;
mod check;
mod comments;
mod config_types;
mod enums;
mod flatten;
mod hand_written;
mod json_schema;
mod maps;
mod recursion;
mod scalars;
mod secrets;
mod tables;
mod toml_types;
mod values;
