//! Reading documents into Rust types.
#![allow(missing_docs)]

mod all_errors;
mod places;
mod spans;
mod unknown;
