//! Keys that no field is there for.

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml_serde::de::Parsed;
use toml_serde::{Options, UnknownFields, from_str_with};

#[derive(Debug, Deserialize, PartialEq)]
struct Config {
    name: Option<String>,
    #[serde(rename = "build-system", alias = "build_system")]
    build_system: Option<Build>,
    skipped: Option<IgnoredAny>,
    tool: Option<IgnoredAny>,
    #[serde(default)]
    steps: Vec<Step>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Build {
    requires: Option<Vec<String>>,
}

#[derive(Debug, Deserialize, PartialEq)]
enum Step {
    Run { command: String },
}

const SOURCE: &str = "\
nmae = 'x'
skipped = { a = 1 }
completely-different = { inner = 1 }
[build-system]
'requires ' = []
[tool.black]
line-length = 88
[[steps]]
Run = { command = 'c', comand = 'd' }
";

fn options(unknown_fields: UnknownFields) -> Options {
    Options {
        unknown_fields,
        ..Options::default()
    }
}

#[test]
fn unknown_keys_are_collected_with_path_and_suggestion() {
    let Parsed {
        value,
        unknown_fields,
    } = from_str_with::<Config>(SOURCE, options(UnknownFields::Collect)).unwrap();
    assert_eq!(
        value.steps,
        [Step::Run {
            command: "c".to_string()
        }]
    );
    let told: Vec<_> = unknown_fields.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "unknown field `nmae` at nmae, line 1 column 1; did you mean `name`?",
            "unknown field `completely-different` at completely-different, line 3 column 1",
            "unknown field `requires ` at build-system.\"requires \", line 5 column 1; did you mean `requires`?",
            "unknown field `comand` at steps[0].Run.comand, line 9 column 24; did you mean `command`?",
        ]
    );
    assert_eq!(&SOURCE[unknown_fields[2].span()], "'requires '");
    assert_eq!(unknown_fields[3].known(), ["command"]);
}

#[test]
fn unknown_keys_are_ignored_by_default() {
    let parsed = from_str_with::<Config>(SOURCE, Options::default()).unwrap();
    assert_eq!(parsed.unknown_fields, []);
}

#[test]
fn first_unknown_key_is_the_error_where_denied() {
    let error = from_str_with::<Config>(SOURCE, options(UnknownFields::Deny)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "\
unknown field `nmae`, expected one of `name`, `build-system`, `build_system`, `skipped`, `tool`, `steps` at nmae, line 1 column 1
  |
1 | nmae = 'x'
  | ^^^^
help: did you mean `name`?"
    );
}
