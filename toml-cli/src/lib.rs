//! The command line of the TOML toolkit, as a library so that other front ends can ship it too.
//!
//! ```text
//!   args ──▶ run ─┬─▶ check ──▶ files   which files: arguments, folders, .gitignore, well-known names
//!                 │     │
//!                 │     ├────▶ pool    read and parse on all cores, hand back in path order
//!                 │     │
//!                 │     └────▶ render  a report per file: human, plain, json, sarif and others
//!                 │
//!                 └─▶ explain          the rule behind an error code
//! ```
//!
//! Knows files, terminals and people; knows nothing of TOML's grammar, which is `toml-core`'s.

#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod args;
mod check;
mod exit;
mod explain;
mod files;
mod render;
mod run;
mod terminal;

pub use run::run;
