//! How fast the toolkit is, and its peers on the same input in the same run.
//!
//! ```text
//! inputs ──▶ compare ──▶ measure   ours and a peer in turns, the median of the rounds
//!    │          │  └───▶ peers     one adapter per crate
//!    │          ▼
//!    ├────▶ editing, layers                      edits, and layers of configuration, beside their peers
//!    ├────▶ heap, growth, instructions, cli, python ──▶ report   tables, RESULTS.md, results.svg
//!    └────▶ typed ──▶ models                    structs for lock files and manifests
//! ```
//!
//! `cargo xtask bench` runs all of this; `cargo bench -p benches` runs the criterion groups.

pub mod census;
pub mod cli;
pub mod compare;
pub mod editing;
pub mod generate;
pub mod growth;
pub mod heap;
pub mod inputs;
pub mod instructions;
pub mod layers;
pub mod measure;
mod models;
pub mod ours;
pub mod peers;
pub mod python;
pub mod report;
pub mod typed;
