#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod de;
pub mod ser;
pub mod value;

pub use value::{Table, Value};
