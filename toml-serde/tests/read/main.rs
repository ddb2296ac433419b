//! Reading documents into Rust types.
#![allow(missing_docs)]

mod spans;
