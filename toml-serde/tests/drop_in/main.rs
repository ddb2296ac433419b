//! The public names of the crate `toml`, used as its users do.
#![allow(missing_docs)]

mod macros;
