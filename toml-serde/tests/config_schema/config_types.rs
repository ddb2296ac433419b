//! Fields of the types of `toml_serde::config`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use toml_serde::config::{Config, RelativePathBuf, Secret, example_of, schema};

use crate::check::example_is;

#[derive(JsonSchema, Deserialize, Serialize)]
struct Settings {
    /// For the database.
    password: Secret<String>,
    #[serde(default)]
    pin: Secret<u32>,
    key: Option<Secret<String>>,
    login: Secret<Login>,
    /// Beside this file.
    data: RelativePathBuf,
}

#[derive(JsonSchema, Deserialize, Serialize, Default, Clone)]
struct Login {
    user: String,
}

const EXPECTED: &str = r#"# For the database.
# Required: string. Secret.
#password = ""

# Optional: integer from 0 to 4294967295. Secret.
#pin = 0

# Optional: string. Secret.
#key = ""

# Beside this file.
# Required: string.
#data = ""

# Secret.
[login]
# Required: string.
#user = ""
"#;

#[test]
fn secrets_and_paths_are_told_by_what_they_hold() {
    example_is::<Settings>(EXPECTED);
}

#[test]
fn values_of_secrets_are_not_shown() {
    let config = Config::new().text(
        "built in",
        "password = 'hunter2'\nlogin.user = 'hunter2'\ndata = 'here'",
    );
    let settings: Settings = config.extract().expect("complete");
    let text = example_of(&settings).expect("a document");
    let data = "# Beside this file.\ndata = \"here\"\n";
    let expected = EXPECTED.replace(
        "# Beside this file.\n# Required: string.\n#data = \"\"\n",
        data,
    );
    assert_eq!(text, expected, "\n{text}");
}

#[test]
fn schema_of_a_secret_is_marked() {
    let schema = serde_json::to_value(schema::<Settings>()).expect("JSON");
    let expected =
        json!({ "type": "string", "writeOnly": true, "description": "For the database." });
    assert_eq!(schema["properties"]["password"], expected);
    assert_eq!(schema["properties"]["pin"].get("default"), None);
}
