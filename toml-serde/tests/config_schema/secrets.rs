//! Secrets: no value of them is ever shown.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml_serde::config::{example_of, mark_secret, schema};

use crate::check::example_is;

#[derive(JsonSchema, Deserialize, Serialize)]
struct Config {
    /// For the database.
    #[schemars(transform = mark_secret)]
    #[serde(default = "hunter")]
    password: String,
    #[schemars(extend("format" = "password"))]
    key: String,
    #[serde(default = "keys")]
    keys: Vec<Key>,
    #[serde(default = "both")]
    server: Server,
    #[serde(default = "tokens")]
    tokens: BTreeMap<String, Key>,
}

#[derive(JsonSchema, Deserialize, Serialize, Clone)]
#[schemars(transform = mark_secret)]
struct Key(String);

#[derive(JsonSchema, Deserialize, Serialize)]
struct Server {
    user: String,
    key: Option<Key>,
    pair: (u8, Key),
}

fn hunter() -> String {
    "hunter2".to_owned()
}

fn keys() -> Vec<Key> {
    vec![Key(hunter())]
}

fn both() -> Server {
    Server {
        user: "me".to_owned(),
        key: Some(Key(hunter())),
        pair: (1, Key(hunter())),
    }
}

fn tokens() -> BTreeMap<String, Key> {
    BTreeMap::from([("me".to_owned(), Key(hunter()))])
}

const EXPECTED: &str = r#"# For the database.
# Optional: string. Secret.
#password = ""

# Required: string. Secret.
#key = ""

# Optional: array of strings.
#keys = []

[server]
user = "me"

# Optional: string. Secret.
#key = ""

# Required: array [integer from 0 to 255, string].
#pair = [0, ""]

[tokens]
# Optional: string. Secret.
#me = ""
"#;

#[test]
fn default_of_a_secret_is_not_shown() {
    example_is::<Config>(EXPECTED);
}

#[test]
fn value_of_a_secret_is_not_shown() {
    let config = Config {
        password: hunter(),
        key: hunter(),
        keys: keys(),
        server: both(),
        tokens: tokens(),
    };
    assert_eq!(example_of(&config).expect("a document"), EXPECTED);
}

#[test]
fn schema_holds_no_value_of_a_secret() {
    let schema = serde_json::to_value(schema::<Config>()).expect("JSON");
    assert!(!schema.to_string().contains("hunter2"), "{schema:#}");
    let secret = serde_json::json!({ "type": "string", "writeOnly": true });
    assert_eq!(schema["$defs"]["Key"], secret);
    let is_marked = |key: &str| schema["properties"][key]["writeOnly"] == true;
    assert_eq!(["password", "key"].map(is_marked), [true, false]);
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Whole {
    #[schemars(transform = mark_secret)]
    login: Login,
}

#[derive(JsonSchema, Deserialize, Serialize, Default)]
struct Login {
    #[serde(default = "hunter")]
    password: String,
    #[schemars(example = &"hunter2")]
    hint: Option<String>,
    #[serde(default = "numbers")]
    numbers: Vec<u8>,
}

fn numbers() -> Vec<u8> {
    vec![4, 2]
}

#[test]
fn nothing_in_a_secret_table_is_shown() {
    let expected = r#"# Secret.
[login]
# Optional: string.
#password = ""

# Optional: string.
#hint = ""

# Optional: array of integers from 0 to 255.
#numbers = []
"#;
    example_is::<Whole>(expected);
    let whole = Whole {
        login: Login {
            password: hunter(),
            hint: Some(hunter()),
            numbers: numbers(),
        },
    };
    assert_eq!(example_of(&whole).expect("a document"), expected);
}
