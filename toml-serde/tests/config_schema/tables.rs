//! Structs in structs: headers that are needed, optional tables, defaults of a whole table.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{example_is, example_reads_as_the_empty_file};

#[derive(JsonSchema, Deserialize, Serialize)]
struct Config {
    #[serde(default)]
    log: Log,
    #[serde(default)]
    debug: bool,
    /// Certificates.
    tls: Option<Tls>,
    #[serde(default = "quiet")]
    other: Log,
}

/// Where the log goes.
#[derive(JsonSchema, Deserialize, Serialize, Default)]
struct Log {
    #[serde(default)]
    file: String,
    #[serde(default)]
    rotate: Rotate,
}

#[derive(JsonSchema, Deserialize, Serialize, Default)]
struct Rotate {
    /// In days.
    #[serde(default)]
    after: u64,
    keep: Option<u64>,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Tls {
    certificate: String,
    #[serde(default)]
    versions: Versions,
}

#[derive(JsonSchema, Deserialize, Serialize, Default)]
struct Versions {
    #[serde(default)]
    least: u64,
}

fn quiet() -> Log {
    Log {
        file: "/dev/null".to_owned(),
        rotate: Rotate {
            after: 1,
            keep: Some(2),
        },
    }
}

#[test]
fn tables_come_behind_plain_values_each_with_its_default() {
    example_is::<Config>(
        r#"debug = false

# Where the log goes.
[log]
file = ""

[log.rotate]
# In days.
# Integer of at least 0.
after = 0

# Optional: integer of at least 0.
#keep = 0

# Certificates.
# Optional.
#[tls]
# Required: string.
#certificate = ""

#[tls.versions]
# Integer of at least 0.
#least = 0

# Where the log goes.
[other]
file = "/dev/null"

[other.rotate]
# In days.
# Integer of at least 0.
after = 1

# Integer of at least 0.
keep = 2
"#,
    );
    example_reads_as_the_empty_file::<Config>();
}

#[derive(JsonSchema, Deserialize)]
struct Required {
    outer: Outer,
}

#[derive(JsonSchema, Deserialize)]
struct Outer {
    inner: Inner,
}

#[derive(JsonSchema, Deserialize, Debug, PartialEq)]
struct Inner {
    #[serde(default)]
    on: bool,
}

#[test]
fn required_table_is_written_without_a_default() {
    example_is::<Required>("[outer.inner]\non = false\n");
    let read: Required = toml_serde::from_str("[outer.inner]\non = false\n").expect("complete");
    assert_eq!(read.outer.inner, Inner { on: false });
}

#[derive(JsonSchema, Deserialize)]
struct Optional {
    outer: Option<Outer>,
}

#[test]
fn optional_table_of_tables_alone_keeps_its_header_for_its_comment() {
    example_is::<Optional>("# Optional.\n#[outer]\n\n#[outer.inner]\n#on = false\n");
}

#[derive(JsonSchema, Deserialize)]
struct NotSerializable {
    #[serde(default)]
    limits: Limits,
}

#[derive(JsonSchema, Deserialize, Default)]
struct Limits {
    #[serde(default)]
    size: u64,
}

#[test]
fn table_whose_default_is_not_known_is_commented_out() {
    example_is::<NotSerializable>("# Optional.\n#[limits]\n# Integer of at least 0.\n#size = 0\n");
}
