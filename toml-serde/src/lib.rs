#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod config;
pub mod datetime;
pub mod de;
#[doc(hidden)]
pub mod macros;
pub mod map;
pub mod ser;
mod spanned;
pub mod value;

pub use de::{
    Deserializer, Options, UnknownFields, from_slice, from_str, from_str_all, from_str_all_with,
    from_str_with,
};
pub use ser::Serializer;
pub use ser::{to_string, to_string_pretty};
pub use spanned::Spanned;
pub use toml_core::Version;
pub use value::{Table, Value};
