//! What a configuration may say, for editors and for people: its JSON Schema, and a commented example.
//!
//! ```text
//! T ──▶ schemars ──▶ Schema ──▶ plan.rs ──▶ Section ──▶ layout.rs ──▶ text
//!                    shape.rs   what is written, what is commented out
//! ```
//!
//! Knows nothing of layers or files. All TOML comes from `toml_core::encode`.

mod choices;
mod comment;
mod json;
mod layout;
mod placeholder;
mod plan;
mod shape;
mod show;
mod types;
mod words;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_core::Serialize;
use toml_core::Table;

use crate::ser::Error;

/// The JSON Schema of what a type reads, for editors that check TOML by one.
///
/// The draft is the one that `schemars` writes by default, 2020-12, and the schema is that of
/// `Deserialize`. What TOML cannot say is left out: `null`, in types, alternatives, defaults and
/// examples. So are defaults and examples with a [secret](mark_secret) in them. Dates among the others
/// are plain strings. The result serializes as JSON, with the keys in the order of the fields.
///
/// An editor that knows Taplo's directive finds the schema by a first line such as
/// `#:schema config.schema.json`.
///
/// ```
/// use schemars::JsonSchema;
/// use serde::Deserialize;
///
/// /// A web service.
/// #[derive(JsonSchema, Deserialize)]
/// struct Config {
///     /// The port to listen on.
///     port: Option<u16>,
/// }
///
/// let schema = toml_serde::config::schema::<Config>();
/// assert_eq!(serde_json::to_value(&schema)?, serde_json::json!({
///     "$schema": "https://json-schema.org/draft/2020-12/schema",
///     "title": "Config",
///     "description": "A web service.",
///     "type": "object",
///     "properties": {
///         "port": {
///             "description": "The port to listen on.",
///             "type": "integer",
///             "format": "uint16",
///             "minimum": 0,
///             "maximum": 65535,
///         },
///     },
/// }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn schema<T: JsonSchema>() -> Schema {
    let mut schema = generate::<T>();
    json::drop_secrets(&mut schema);
    json::drop_date_markers(&mut schema);
    schema
}

/// The text of an example file, such as `config.example.toml`, with all that a type has to say.
///
/// The documentation of types and fields becomes comments, and defaults become values. What has no
/// default is a line that is commented out, with its type in words and a placeholder behind `=`. A
/// comment has a space behind its `#`, and a line that is commented out has none: to set a key is to
/// delete one character.
///
/// - A struct is a `[table]`. It is commented out if it is optional and no default is known.
/// - A list of structs is an `[[array of tables]]`, a map a table with a placeholder for its key.
/// - An enum lists its values. One with fields shows the keys of each variant; those of the default
///   are written, the others are commented out.
/// - A range, length, pattern or format of a value is told in words.
/// - A [secret](mark_secret) is commented out, and no value of it is shown. A key that is deprecated and
///   not required is commented out, too.
/// - A type that contains itself is shown once, and named where it comes again.
///
/// The text is TOML 1.0. Where nothing is required that has no default, it reads back into the type,
/// with the values that the defaults are. A default is known if `schemars` knows it: from
/// `#[serde(default)]`, if the type of the field has `Serialize`.
///
/// ```
/// use schemars::JsonSchema;
/// use serde::Deserialize;
///
/// /// A web service.
/// #[derive(JsonSchema, Deserialize)]
/// struct Config {
///     /// Where to listen.
///     host: String,
///     #[serde(default = "eighty")]
///     port: u16,
///     /// Certificates; without them, the service speaks plain HTTP.
///     tls: Option<Tls>,
/// }
///
/// #[derive(JsonSchema, Deserialize)]
/// struct Tls {
///     certificate: std::path::PathBuf,
/// }
///
/// fn eighty() -> u16 {
///     80
/// }
///
/// assert_eq!(toml_serde::config::example::<Config>(), r#"# A web service.
///
/// ## Where to listen.
/// ## Required: string.
/// ##host = ""
///
/// ## Integer from 0 to 65535.
/// port = 80
///
/// ## Certificates; without them, the service speaks plain HTTP.
/// ## Optional.
/// ##[tls]
/// ## Required: string.
/// ##certificate = ""
/// "#);
/// ```
#[must_use]
pub fn example<T: JsonSchema>() -> String {
    text_of::<T>(None)
}

/// The text of an example file with the values of `value`; else as [`example`].
///
/// A key that `value` does not have, such as a field that is `None`, has the default of the schema.
///
/// # Errors
/// When the value cannot be a document, see [`to_string`](crate::to_string).
pub fn example_of<T: JsonSchema + Serialize>(value: &T) -> Result<String, Error> {
    Ok(text_of::<T>(Some(Table::try_from(value)?)))
}

/// Marks a schema as that of a secret: an [`example`] shows no value of it.
///
/// Sets `writeOnly` (JSON Schema 2020-12, Validation, section 9.4) and takes defaults and examples out.
/// A schema whose `format` is `password` is that of a secret without this mark.
///
/// ```
/// use schemars::JsonSchema;
/// use toml_serde::config::mark_secret;
///
/// #[derive(JsonSchema)]
/// struct Config {
///     #[schemars(transform = mark_secret)]
///     password: String,
/// }
///
/// assert_eq!(
///     toml_serde::config::example::<Config>(),
///     "# Required: string. Secret.\n#password = \"\"\n",
/// );
/// ```
pub fn mark_secret(schema: &mut Schema) {
    let keywords = schema.ensure_object();
    keywords.insert("writeOnly".to_owned(), true.into());
    keywords.shift_remove("default");
    keywords.shift_remove("examples");
}

fn text_of<T: JsonSchema>(given: Option<Table>) -> String {
    let mut schema = generate::<T>();
    json::drop_title(&mut schema, &T::schema_name());
    layout::write(&plan::plan(&schema, given))
}

/// The schema without what TOML has nothing for; dates are still marked as such.
fn generate<T: JsonSchema>() -> Schema {
    SchemaSettings::default()
        .with_transform(json::drop_nulls)
        .into_generator()
        .into_root_schema_for::<T>()
}
