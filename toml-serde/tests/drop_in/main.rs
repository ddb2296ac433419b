//! The public names of the crate `toml`, used as its users do.
#![allow(missing_docs)]

mod macros;
mod map;
mod spanned_keys;
mod tree;
mod tree_read;
