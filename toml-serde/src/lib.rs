#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod de;
pub mod ser;
mod spanned;
pub mod value;

pub use de::{Deserializer, from_slice, from_str};
pub use spanned::Spanned;
pub use value::{Table, Value};
