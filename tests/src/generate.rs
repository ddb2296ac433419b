//! Documents and their texts, made from bytes: what the fuzzer mutates, or what a seed gives.
//!
//! Knows nothing of what is checked.

pub mod changes;
pub mod layout;
mod scalars;
pub mod values;
