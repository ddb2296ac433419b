//! Writing the owned types, writing Rust types as these, and the error of both (feature `serde`).
//!
//! Serializing to text is the business of the crate `toml-serde`.

mod error;
mod key;
mod to_value;
mod value;

pub use error::Error;
#[doc(hidden)]
pub use key::KeySerializer;
