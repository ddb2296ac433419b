//! How fast the toolkit is, and its peers on the same input.
//!
//! `cargo bench -p benches` runs the criterion groups.

pub mod census;
pub mod generate;
pub mod inputs;
pub mod ours;
pub mod peers;
