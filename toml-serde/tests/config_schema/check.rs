//! What holds of every example, whatever it is an example of.

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use toml_core::{Table, Value};
use toml_serde::config::{example, example_of, schema};

/// The example is this text, is TOML, and stays TOML when all that is commented out is put in force.
#[track_caller]
pub(crate) fn example_is<T: JsonSchema>(expected: &str) {
    let text = example::<T>();
    assert_eq!(text, expected, "\n{text}");
    parse(&text);
    parse(&uncommented(&text));
}

/// The example is this text, where what is commented out is several variants of one thing.
#[track_caller]
pub(crate) fn example_with_variants_is<T: JsonSchema>(expected: &str) {
    let text = example::<T>();
    assert_eq!(text, expected, "\n{text}");
    parse(&text);
    for line in text.lines().filter(|line| is_commented_out(line)) {
        parse(&line[1..]);
    }
}

/// The example reads back into the type: to what an empty file is, and as the schema wants it.
#[track_caller]
pub(crate) fn example_reads_as_the_empty_file<T>()
where
    T: JsonSchema + DeserializeOwned + Serialize,
{
    let text = example::<T>();
    let empty: T = toml_serde::from_str("").expect("a type without required keys");
    let read: T = toml_serde::from_str(&text).expect("an example of the type");
    assert_eq!(table_of(&read), table_of(&empty), "\n{text}");
    fits_the_schema::<T>(&text);
}

/// The example of a value reads back as that value.
#[track_caller]
pub(crate) fn example_of_reads_back<T>(value: &T)
where
    T: JsonSchema + DeserializeOwned + Serialize,
{
    let text = example_of(value).expect("a value that is a document");
    let read: T = toml_serde::from_str(&text).expect("an example of the value");
    assert_eq!(table_of(&read), table_of(value), "\n{text}");
    fits_the_schema::<T>(&text);
}

/// The example with all placeholders in force is what the schema of the type wants.
#[track_caller]
pub(crate) fn placeholders_fit_the_schema<T: JsonSchema>() {
    fits_the_schema::<T>(&uncommented(&example::<T>()));
}

#[track_caller]
fn fits_the_schema<T: JsonSchema>(text: &str) {
    let schema = serde_json::to_value(schema::<T>()).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let data = to_json(parse(text).into());
    let errors: Vec<String> = validator
        .iter_errors(&data)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new(), "\n{text}");
}

/// The data as editors check it: a date-time is its text.
fn to_json(value: Value) -> serde_json::Value {
    match value {
        Value::Datetime(datetime) => datetime.to_string().into(),
        Value::Array(elements) => elements.into_iter().map(to_json).collect(),
        Value::Table(table) => {
            let entries = table.into_iter().map(|(key, value)| (key, to_json(value)));
            serde_json::Value::Object(entries.collect())
        }
        scalar => serde_json::to_value(scalar).expect("JSON"),
    }
}

#[track_caller]
pub(crate) fn parse(text: &str) -> Table {
    match toml_core::parse(text) {
        Ok(document) => document.to_table(),
        Err(error) => panic!("{error} in\n{text}"),
    }
}

#[track_caller]
fn table_of<T: Serialize>(value: &T) -> Table {
    Table::try_from(value).expect("a table")
}

/// The text with every line that is commented out put in force.
pub(crate) fn uncommented(text: &str) -> String {
    let lines = text.lines().map(|line| {
        if is_commented_out(line) {
            &line[1..]
        } else {
            line
        }
    });
    lines.map(|line| line.to_owned() + "\n").collect()
}

/// A comment has a space behind its `#`, or nothing at all.
fn is_commented_out(line: &str) -> bool {
    line.starts_with('#') && line != "#" && !line.starts_with("# ")
}
