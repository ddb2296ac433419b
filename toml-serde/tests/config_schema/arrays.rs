//! Arrays of scalars, tuples, and arrays of tables.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{example_is, example_reads_as_the_empty_file, placeholders_fit_the_schema};

#[derive(JsonSchema, Deserialize)]
struct Plain {
    names: Vec<String>,
    ports: Option<Vec<u16>>,
    levels: Vec<Level>,
    set: BTreeSet<u8>,
    #[schemars(length(min = 1))]
    some: Vec<String>,
    three: [bool; 3],
    pair: (String, u8),
    pairs: Vec<(Level, f64)>,
    nested: Vec<Vec<String>>,
    anything: Vec<serde_json::Value>,
}

#[derive(JsonSchema, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Low,
    High,
}

#[test]
fn arrays_tell_their_elements() {
    example_is::<Plain>(
        r#"# Required: array of strings.
#names = []

# Optional: array of integers from 0 to 65535.
#ports = []

# Required: array of "low" or "high".
#levels = []

# Required: array of integers from 0 to 255, none of them twice.
#set = []

# Required: array of at least 1 string.
#some = [""]

# Required: array of 3 booleans.
#three = [false, false, false]

# Required: array [string, integer from 0 to 255].
#pair = ["", 0]

# Required: array of arrays [one of "low" or "high", number].
#pairs = []

# Required: array of arrays of strings.
#nested = []

# Required: array of any values.
#anything = []
"#,
    );
    placeholders_fit_the_schema::<Plain>();
}

#[derive(JsonSchema, Deserialize)]
struct Tables {
    users: Vec<User>,
    /// Who has left.
    #[serde(default)]
    former: Vec<User>,
    guests: Option<Vec<User>>,
}

/// Somebody who may log in.
#[derive(JsonSchema, Deserialize, Serialize)]
struct User {
    name: String,
    #[serde(default)]
    keys: Vec<Key>,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Key {
    id: u64,
}

#[test]
fn arrays_of_structs_are_arrays_of_tables() {
    example_is::<Tables>(
        r#"# Somebody who may log in.
# Required: array of tables.
#[[users]]
# Required: string.
#name = ""

# Optional: array of tables.
#[[users.keys]]
# Required: integer of at least 0.
#id = 0

# Who has left.
# Optional: array of tables.
#[[former]]
# Required: string.
#name = ""

# Optional: array of tables.
#[[former.keys]]
# Required: integer of at least 0.
#id = 0

# Somebody who may log in.
# Optional: array of tables.
#[[guests]]
# Required: string.
#name = ""

# Optional: array of tables.
#[[guests.keys]]
# Required: integer of at least 0.
#id = 0
"#,
    );
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct WithDefault {
    /// Who may log in.
    #[serde(default = "two")]
    users: Vec<User>,
}

fn two() -> Vec<User> {
    let user = |name: &str, ids: &[u64]| User {
        name: name.to_owned(),
        keys: ids.iter().map(|id| Key { id: *id }).collect(),
    };
    vec![user("root", &[1, 2]), user("guest", &[]), user("me", &[3])]
}

#[test]
fn default_elements_are_written_and_the_first_is_explained() {
    example_is::<WithDefault>(
        r#"# Who may log in.
[[users]]
name = "root"

[[users.keys]]
# Integer of at least 0.
id = 1

[[users.keys]]
id = 2

[[users]]
name = "guest"

[[users]]
name = "me"

[[users.keys]]
id = 3
"#,
    );
    example_reads_as_the_empty_file::<WithDefault>();
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Mixed {
    /// A name, or more than that.
    #[serde(default)]
    users: Vec<NameOrUser>,
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(untagged)]
enum NameOrUser {
    Name(String),
    User(Key),
}

#[test]
fn array_of_scalars_or_tables_is_a_plain_value() {
    example_is::<Mixed>(
        "# A name, or more than that.\n# Array of strings or tables.\nusers = []\n",
    );
    example_reads_as_the_empty_file::<Mixed>();
}
