//! Reading TOML into Rust types.

pub(crate) mod all;
mod array;
mod datetime;
pub(crate) mod deserializer;
pub(crate) mod document;
mod enums;
pub(crate) mod handed;
mod key;
mod locate;
pub(crate) mod node;
pub(crate) mod options;
mod placeholder;
pub(crate) mod protocol;
mod spanned_access;
mod table;
mod tree;
pub(crate) mod value;
pub(crate) mod watch;

use std::marker::PhantomData;

use deserializer::{ParsedDocument, parse_options};
use handed::End;
use serde_core::de::{Deserialize, Error as _};

pub use all::{Errors, from_str_all, from_str_all_with};
pub use deserializer::{Deserializer, ValueDeserializer};
pub use options::{Options, Parsed, UnknownField, UnknownFields, from_str_with};
#[cfg(feature = "miette")]
pub use toml_core::de::GraphicalError;
use toml_core::de::forget_discarded;
pub use toml_core::de::{Error, ErrorKind, Found};
pub use tree::{DeArray, DeFloat, DeInteger, DeString, DeTable, DeValue};

/// Reads a TOML 1.0 document into a type.
///
/// # Errors
/// The first rule of TOML that the source breaks, or the first value that the type does not take,
/// each with its place.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Config {
///     title: String,
///     server: Server,
/// }
///
/// #[derive(serde::Deserialize)]
/// struct Server {
///     port: u16,
/// }
///
/// let config: Config = toml_serde::from_str("title = 'x'\n[server]\nport = 80")?;
/// assert_eq!(config.server.port, 80);
///
/// let error = toml_serde::from_str::<Config>("title = 'x'\n[server]\nport = 'abc'").err().unwrap();
/// assert_eq!(
///     error.to_string(),
///     "\
/// invalid type: string \"abc\", expected u16 at server.port, line 3 column 8
///   |
/// 3 | port = 'abc'
///   |        ^^^^^"
/// );
/// # let _ = config.title;
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
#[inline]
pub fn from_str<'de, T: Deserialize<'de>>(source: &'de str) -> Result<T, Error> {
    // Not by `T::deserialize`, as a type that buffers the whole document returns from that too late for its
    // errors to be given a place.
    ParsedDocument::parse(source, parse_options())?.read(End::Read, PhantomData)
}

/// Reads a TOML 1.0 document into a type, from bytes, which must be UTF-8.
///
/// # Errors
/// As [`from_str`]; for bytes that are not UTF-8, with their span.
pub fn from_slice<'de, T: Deserialize<'de>>(source: &'de [u8]) -> Result<T, Error> {
    match std::str::from_utf8(source) {
        Ok(text) => from_str(text),
        Err(_) => match toml_core::parse_bytes(source) {
            Err(error) => Err(error.into()),
            Ok(_) => Err(Error::custom("the document is not UTF-8")),
        },
    }
}
