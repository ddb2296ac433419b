//! Flattened fields: their keys stand in the table of the struct.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{example_is, example_reads_as_the_empty_file, example_with_variants_is};

#[derive(JsonSchema, Deserialize, Serialize)]
struct Struct {
    #[serde(default)]
    first: bool,
    #[serde(flatten)]
    common: Common,
    #[serde(default)]
    last: bool,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Common {
    /// Of all things.
    #[serde(default)]
    name: String,
    #[serde(default)]
    tag: Option<String>,
}

#[test]
fn keys_of_a_flattened_struct_are_keys_of_the_table() {
    example_is::<Struct>(
        r#"first = false

# Of all things.
name = ""

# Optional: string.
#tag = ""

last = false
"#,
    );
    example_reads_as_the_empty_file::<Struct>();
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Map {
    #[serde(default)]
    name: bool,
    #[serde(flatten)]
    rest: BTreeMap<String, i64>,
}

#[test]
fn flattened_map_shows_a_key_that_the_struct_does_not_have() {
    example_is::<Map>("name = false\n\n# Keys of your choice: integers.\n#name2 = 0\n");
    example_reads_as_the_empty_file::<Map>();
}

#[derive(JsonSchema, Deserialize)]
struct Enum {
    name: String,
    #[serde(flatten)]
    kind: Kind,
    table: Common,
}

#[derive(JsonSchema, Deserialize)]
#[serde(tag = "kind")]
enum Kind {
    Round { radius: f64 },
    Flat,
}

#[test]
fn flattened_enum_shows_its_variants_in_the_table() {
    example_with_variants_is::<Enum>(
        r#"# Required: string.
#name = ""

# Variant:
#kind = "Round"
# Required: number.
#radius = 0.0

# Variant:
#kind = "Flat"

[table]
# Of all things.
name = ""

# Optional: string.
#tag = ""
"#,
    );
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Outer {
    #[serde(default = "round")]
    inner: Two,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Two {
    #[serde(flatten)]
    kind: Shape,
    #[serde(flatten)]
    colour: Colour,
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(tag = "shape")]
enum Shape {
    Round { size: Size },
    Flat,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Size {
    radius: u8,
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(tag = "colour")]
enum Colour {
    Red { shade: u8 },
    Blue,
}

fn round() -> Two {
    Two {
        kind: Shape::Round {
            size: Size { radius: 7 },
        },
        colour: Colour::Red { shade: 3 },
    }
}

#[test]
fn default_of_two_flattened_enums_is_put_together() {
    example_with_variants_is::<Outer>(
        r#"[inner]
shape = "Round"
colour = "Red"

# Integer from 0 to 255.
shade = 3

# Variant:
#shape = "Flat"

# Variant:
#colour = "Blue"

[inner.size]
# Integer from 0 to 255.
radius = 7
"#,
    );
    example_reads_as_the_empty_file::<Outer>();
}
