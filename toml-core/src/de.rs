//! Reading the owned types, reading Rust types from them, and the error of both (feature `serde`).
//!
//! Deserializing documents is the business of the crate `toml-serde`.

mod datetime;
mod error;
mod from_str;
mod from_value;
mod key;
mod nearest;
mod value;

#[doc(hidden)]
pub use datetime::{DATETIME_FIELD, DATETIME_NAME};
#[cfg(feature = "miette")]
pub use error::GraphicalError;
pub use error::{Error, ErrorKind, Found, forget_discarded};
#[doc(hidden)]
pub use error::{NO_CONTENT, VARIANT, element_number};
#[doc(hidden)]
pub use key::KeyDeserializer;
pub use nearest::nearest_name;
