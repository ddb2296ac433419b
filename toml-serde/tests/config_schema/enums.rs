//! Enums: lists of values, and tables whose keys depend on the variant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{example_is, example_reads_as_the_empty_file, example_with_variants_is};

#[derive(JsonSchema, Deserialize, Serialize)]
struct Units {
    #[serde(default)]
    plain: Plain,
    maybe: Option<Plain>,
    /// How much is logged.
    #[serde(default)]
    level: Level,
}

#[derive(JsonSchema, Deserialize, Serialize, Default)]
#[serde(rename_all = "lowercase")]
enum Plain {
    #[default]
    Off,
    On,
    Auto,
}

#[derive(JsonSchema, Deserialize, Serialize, Default)]
#[serde(rename_all = "lowercase")]
enum Level {
    /// Only what is wrong,
    /// whatever the cause.
    #[default]
    Error,
    /// Everything.
    All,
    Some,
}

#[test]
fn enum_of_units_lists_its_values() {
    example_is::<Units>(
        r#"# One of "off", "on" or "auto".
plain = "off"

# Optional: one of "off", "on" or "auto".
#maybe = "off"

# How much is logged.
# One of
# - "some"
# - "error": Only what is wrong,
#   whatever the cause.
# - "all": Everything.
level = "error"
"#,
    );
    example_reads_as_the_empty_file::<Units>();
}

#[derive(JsonSchema, Deserialize, Serialize, Default)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Store {
    /// Kept in memory.
    #[default]
    Memory,
    /// Kept in a file.
    File {
        /// Where it is.
        path: String,
        #[serde(default)]
        sync: bool,
    },
    Bucket(Bucket),
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Bucket {
    name: String,
    retry: Retry,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Retry {
    times: u8,
}

#[derive(JsonSchema, Deserialize)]
struct InternalRequired {
    /// Where data is kept.
    store: Store,
}

#[test]
fn internally_tagged_enum_shows_each_variant() {
    example_with_variants_is::<InternalRequired>(
        r#"# Where data is kept.
# Required, in one of its variants.
#[store]

# Variant: Kept in memory.
#kind = "memory"

# Variant: Kept in a file.
#kind = "file"
# Where it is.
# Required: string.
#path = ""
#sync = false

# Variant:
#kind = "bucket"
# Required: string.
#name = ""

#[store.retry]
# Required: integer from 0 to 255.
#times = 0
"#,
    );
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct InternalDefault {
    #[serde(default = "in_a_file")]
    store: Store,
}

fn in_a_file() -> Store {
    Store::File {
        path: "data".to_owned(),
        sync: true,
    }
}

#[test]
fn default_variant_is_written_and_the_others_are_not() {
    example_with_variants_is::<InternalDefault>(
        r#"[store]
kind = "file"

# Where it is.
path = "data"

sync = true

# Variant: Kept in memory.
#kind = "memory"

# Variant:
#kind = "bucket"
# Required: string.
#name = ""

#[store.retry]
# Required: integer from 0 to 255.
#times = 0
"#,
    );
    example_reads_as_the_empty_file::<InternalDefault>();
}

#[derive(JsonSchema, Deserialize, Serialize, Default)]
enum Outside {
    /// Nothing is sent.
    #[default]
    Off,
    /// By mail.
    Mail {
        to: String,
    },
    Port(u16),
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct External {
    #[serde(default)]
    first: Outside,
    #[serde(default = "to_root")]
    second: Outside,
}

fn to_root() -> Outside {
    Outside::Mail {
        to: "root".to_owned(),
    }
}

#[test]
fn externally_tagged_enum_is_a_string_or_a_table() {
    example_with_variants_is::<External>(
        r#"# One of
# - "Off": Nothing is sent.
# - a table, [first]
first = "Off"

#[first]

# Variant: By mail.
#[first.Mail]
# Required: string.
#to = ""

# Variant:
# Required: integer from 0 to 65535.
#Port = 0

# One of
# - "Off": Nothing is sent.
# - a table, [second]
[second]

# Variant:
# Required: integer from 0 to 65535.
#Port = 0

[second.Mail]
to = "root"
"#,
    );
    example_reads_as_the_empty_file::<External>();
}

#[derive(JsonSchema, Deserialize)]
#[serde(tag = "type", content = "value")]
enum Adjacent {
    None,
    Number(u8),
    Point { x: f64, y: f64 },
}

#[derive(JsonSchema, Deserialize)]
struct AdjacentOptional {
    place: Option<Adjacent>,
}

#[test]
fn adjacently_tagged_enum_shows_tag_and_content() {
    example_with_variants_is::<AdjacentOptional>(
        r#"# Optional, in one of its variants.
#[place]

# Variant:
#type = "None"

# Variant:
#type = "Number"
# Required: integer from 0 to 255.
#value = 0

# Variant:
#type = "Point"

#[place.value]
# Required: number.
#x = 0.0

# Required: number.
#y = 0.0
"#,
    );
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(untagged)]
enum Dependency {
    Version(String),
    /// With its source.
    Full {
        git: String,
    },
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
    Full(Vec<Retry>),
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Untagged {
    dependency: Dependency,
    #[serde(default = "one")]
    names: OneOrMany,
    number: Option<Number>,
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(untagged)]
enum Number {
    Integer(i64),
    Text(String),
}

fn one() -> OneOrMany {
    OneOrMany::One("a".to_owned())
}

#[test]
fn untagged_enum_shows_each_form() {
    example_with_variants_is::<Untagged>(
        r#"# Required: string or table.
#dependency = ""

# String, array of strings or array of tables.
names = "a"

# Optional: integer or string.
#number = 0

# Variant:
#[dependency]
# Required: string.
#git = ""

# Variant:
#[[names]]
# Required: integer from 0 to 255.
#times = 0
"#,
    );
}

/// What to do.
#[derive(JsonSchema, Deserialize)]
#[serde(tag = "do")]
enum Root {
    Stop,
    Go { speed: u8 },
}

#[test]
fn root_may_be_an_enum() {
    example_with_variants_is::<Root>(
        r#"# What to do.

# Variant:
#do = "Stop"

# Variant:
#do = "Go"
# Required: integer from 0 to 255.
#speed = 0
"#,
    );
}
