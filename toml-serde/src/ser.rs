//! Writing Rust types as TOML.
//!
//! Text is written as serde hands the data over: no tree of values is built on the way. What comes
//! too late for its place is kept aside and put there at the end, see [`Buffer`].

mod array;
mod buffer;
mod builder;
mod element;
mod field;
mod inline;
mod names;
mod root;
mod scalar;
mod section;
mod style;
mod table;
mod timestamp;

use serde_core::Serialize;

pub use buffer::Buffer;
pub use builder::SerializerBuilder;
pub use inline::ValueSerializer;
pub use root::Serializer;
pub use style::{DottedKeys, LiteralStrings};
pub use toml_core::encode::Newlines;
pub use toml_core::ser::Error;

/// A value as a TOML document.
///
/// The value must be a struct, a map or an enum variant with data, as the root of a document is a
/// table. In each table the plain values come first, then the tables under their headers, in the
/// order of the type otherwise; fields that are `None` are left out.
///
/// ```
/// #[derive(serde::Serialize)]
/// struct Package {
///     name: String,
///     dependencies: Vec<Dependency>,
///     edition: Option<u16>,
/// }
///
/// #[derive(serde::Serialize)]
/// struct Dependency {
///     name: &'static str,
/// }
///
/// let package = Package {
///     name: "my-app".to_owned(),
///     dependencies: vec![Dependency { name: "serde" }],
///     edition: Some(2024),
/// };
/// let expected = r#"name = "my-app"
/// edition = 2024
///
/// [[dependencies]]
/// name = "serde"
/// "#;
/// assert_eq!(toml_serde::to_string(&package)?, expected);
/// # Ok::<(), toml_serde::ser::Error>(())
/// ```
///
/// # Errors
/// Where the root is no table, where a value has no counterpart in TOML (such as `None` in an
/// array), where a map has a key twice, and where the type's own `Serialize` fails. The error says
/// at which key.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    SerializerBuilder::new().to_string(value)
}

/// A value as a TOML document, with each element of an array on a line of its own.
///
/// ```
/// let ports = std::collections::BTreeMap::from([("ports", [80, 443])]);
/// assert_eq!(toml_serde::to_string_pretty(&ports)?, "ports = [\n    80,\n    443,\n]\n");
/// # Ok::<(), toml_serde::ser::Error>(())
/// ```
///
/// # Errors
/// As for [`to_string`].
pub fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    SerializerBuilder::pretty().to_string(value)
}
