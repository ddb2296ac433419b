//! Maps: tables with keys of somebody's choice.

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{example_is, example_reads_as_the_empty_file};

#[derive(JsonSchema, Deserialize)]
struct Maps {
    limits: BTreeMap<String, u8>,
    /// By port.
    servers: HashMap<u16, Server>,
    #[serde(default)]
    aliases: BTreeMap<String, String>,
    extra: Option<BTreeMap<String, serde_json::Value>>,
    // A table of all keys, which `schemars` sorts by their names.
    by_level: BTreeMap<Level, bool>,
    lists: BTreeMap<String, Vec<Server>>,
    nested: BTreeMap<String, BTreeMap<String, f64>>,
}

/// One of the servers.
#[derive(JsonSchema, Deserialize, Serialize)]
struct Server {
    host: String,
}

#[derive(JsonSchema, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum Level {
    VeryLow,
    High,
}

#[test]
fn map_shows_a_key_in_place_of_all() {
    example_is::<Maps>(
        r#"[limits]
# Keys of your choice: integers from 0 to 255.
#name = 0

# By port.
[servers]

# One of the servers.
# Keys of your choice: tables.
#[servers.1]
# Required: string.
#host = ""

[aliases]
# Keys of your choice: strings.
#name = ""

# Optional.
#[extra]
# Keys of your choice: any values.
#name = ""

[by_level]
# Optional: boolean.
#high = false

# Optional: boolean.
#very-low = false

[lists]

# One of the servers.
# Keys of your choice: arrays of tables.
#[[lists.name]]
# Required: string.
#host = ""

[nested]

# Keys of your choice: tables.
#[nested.name]
# Keys of your choice: numbers.
#name = 0.0
"#,
    );
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct WithDefaults {
    #[serde(default = "two_limits")]
    limits: BTreeMap<String, u8>,
    #[serde(default = "two_servers")]
    servers: BTreeMap<String, Server>,
}

fn two_limits() -> BTreeMap<String, u8> {
    BTreeMap::from([("a key".to_owned(), 1), ("b".to_owned(), 2)])
}

fn two_servers() -> BTreeMap<String, Server> {
    ["alpha", "beta"]
        .map(|name| {
            (
                name.to_owned(),
                Server {
                    host: name.to_owned(),
                },
            )
        })
        .into()
}

#[test]
fn default_entries_are_written_and_the_first_is_explained() {
    example_is::<WithDefaults>(
        r#"[limits]
# Integer from 0 to 255.
"a key" = 1

b = 2

# One of the servers.
[servers.alpha]
host = "alpha"

[servers.beta]
host = "beta"
"#,
    );
    example_reads_as_the_empty_file::<WithDefaults>();
}
