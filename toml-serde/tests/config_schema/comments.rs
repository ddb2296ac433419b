//! What is said of keys: documentation line by line, presence, titles, odd characters.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::check::example_is;

/// A web service.
///
/// Its second paragraph,
/// on two lines.
#[derive(JsonSchema, Deserialize)]
struct Documented {
    /// The name that clients see.
    ///
    /// - letters
    ///   - digits
    name: String,
    /// How many threads.
    threads: Option<u8>,
    #[serde(default)]
    verbose: bool,
    #[serde(default)]
    quiet: bool,
    /// The end.
    #[serde(default)]
    last: bool,
}

#[test]
fn documentation_becomes_comments() {
    example_is::<Documented>(
        r#"# A web service.
#
# Its second paragraph,
# on two lines.

# The name that clients see.
#
# - letters
#   - digits
# Required: string.
#name = ""

# How many threads.
# Optional: integer from 0 to 255.
#threads = 0

verbose = false
quiet = false

# The end.
last = false
"#,
    );
}

#[derive(JsonSchema, Deserialize)]
struct Empty {}

#[test]
fn struct_without_fields_is_an_empty_file() {
    example_is::<Empty>("");
}

/// # The service
///
/// And what it is.
#[derive(JsonSchema, Deserialize)]
struct Titled {
    #[serde(default)]
    #[schemars(title = "Level", description = "How loud.")]
    level: u64,
}

#[test]
fn title_stands_above_the_description() {
    example_is::<Titled>(
        "\
# The service
# And what it is.

# Level
# How loud.
# Integer of at least 0.
level = 0
",
    );
}

#[derive(JsonSchema, Deserialize)]
struct Odd {
    #[serde(default, rename = "a b")]
    #[schemars(description = "rings\u{7}\r\n\r\nreturns\rand\tdeletes\u{7f}\n  ")]
    spaced: bool,
    #[serde(default, rename = "")]
    empty: bool,
    #[serde(rename = "x.y")]
    table: Inner,
}

#[derive(JsonSchema, Deserialize)]
struct Inner {
    #[serde(rename = "\"\n#")]
    quoted: Option<bool>,
}

#[test]
fn odd_characters_are_kept_from_breaking_lines() {
    example_is::<Odd>(
        "\
# rings\u{fffd}
#
# returns\u{fffd}and\tdeletes\u{fffd}
#
\"a b\" = false

\"\" = false

[\"x.y\"]
# Optional: boolean.
#\"\\\"\\n#\" = false
",
    );
}

#[derive(JsonSchema, Deserialize)]
struct Outdated {
    /// Use `new`.
    #[deprecated]
    #[serde(default = "seven")]
    old: u64,
    #[deprecated]
    #[serde(default)]
    table: OldTable,
    #[deprecated]
    needed: bool,
}

#[derive(JsonSchema, Deserialize, Default, serde::Serialize)]
struct OldTable {
    #[serde(default)]
    size: u64,
}

fn seven() -> u64 {
    7
}

#[test]
fn deprecated_key_is_commented_out() {
    example_is::<Outdated>(
        "\
# Use `new`.
# Integer of at least 0. Deprecated.
#old = 7

# Required: boolean. Deprecated.
#needed = false

# Deprecated.
#[table]
# Integer of at least 0.
#size = 0
",
    );
}
