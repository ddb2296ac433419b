//! Examples of a value: its values in the place of the defaults.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml_serde::config::example_of;

use crate::check::{example_of_reads_back, parse};

#[derive(JsonSchema, Deserialize, Serialize)]
struct Config {
    /// Where to listen.
    host: String,
    #[serde(default = "eighty")]
    port: u16,
    threads: Option<u8>,
    idle: Option<u8>,
    store: Store,
    stores: Vec<Store>,
    log: Option<Log>,
    off: Option<Log>,
    extra: BTreeMap<String, serde_json::Value>,
}

#[derive(JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Store {
    Memory,
    File(String),
    Pair(u8, u8),
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Log {
    file: String,
}

fn eighty() -> u16 {
    80
}

fn config() -> Config {
    Config {
        host: "localhost".to_owned(),
        port: 8080,
        threads: Some(4),
        idle: None,
        store: Store::Pair(1, 2),
        stores: vec![Store::Memory, Store::File("a".to_owned())],
        log: Some(Log {
            file: "log".to_owned(),
        }),
        off: None,
        extra: BTreeMap::from([
            (
                "any".to_owned(),
                serde_json::json!([1, "two", { "three": 3 }]),
            ),
            ("table".to_owned(), serde_json::json!({ "key": true })),
        ]),
    }
}

#[test]
fn values_take_the_place_of_defaults() {
    let text = example_of(&config()).expect("a document");
    let expected = r#"# Where to listen.
host = "localhost"

# Integer from 0 to 65535.
port = 8080

# Integer from 0 to 255.
threads = 4

# Optional: integer from 0 to 255.
#idle = 0

# Array of "memory" or tables.
stores = ["memory", { file = "a" }]

# "memory" or table.
[store]
# Array [integer from 0 to 255, integer from 0 to 255].
pair = [1, 2]

# Variant:
# Required: string.
#file = ""

[log]
file = "log"

# Optional.
#[off]
# Required: string.
#file = ""

[extra]
any = [1, "two", { three = 3 }]

[extra.table]
key = true
"#;
    assert_eq!(text, expected, "\n{text}");
    parse(&text);
    example_of_reads_back(&config());
}

#[derive(JsonSchema, Serialize)]
struct Holes {
    list: Vec<Option<u8>>,
}

#[test]
fn value_that_is_no_document_is_an_error() {
    let holes = Holes {
        list: vec![Some(1), None],
    };
    assert_eq!(
        example_of(&holes).expect_err("a hole").to_string(),
        "TOML has no null, and `None` cannot stand in an array at list[1]"
    );
    assert_eq!(
        example_of(&7_u8).expect_err("a number").to_string(),
        "expected a struct or map, which is a table, found an integer"
    );
}
