//! Fields of the types of this crate: dates, tables, values, and values with a place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use toml_serde::config::{example_of, schema};
use toml_serde::value::{Date, Datetime, Time};
use toml_serde::{Spanned, Table, Value};

use crate::check::{
    example_is, example_of_reads_back, example_reads_as_the_empty_file, placeholders_fit_the_schema,
};

#[derive(JsonSchema, Deserialize)]
struct Required {
    at: Datetime,
    day: Date,
    hour: Option<Time>,
    days: Vec<Date>,
    value: Value,
    table: Table,
    name: Spanned<String>,
    /// With a place.
    inner: Spanned<Inner>,
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Inner {
    on: bool,
}

#[test]
fn types_of_toml_are_told_in_words() {
    example_is::<Required>(
        r#"# Required: date-time, local date-time, date or time.
#at = "1970-01-01T00:00:00Z"

# Required: date.
#day = "1970-01-01"

# Optional: time.
#hour = "00:00:00"

# Required: array of dates.
#days = []

# Required: any value.
#value = ""

# Required: string.
#name = ""

[table]
# Keys of your choice: any values.
#name = ""

# With a place.
[inner]
# Required: boolean.
#on = false
"#,
    );
    placeholders_fit_the_schema::<Required>();
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct WithDefaults {
    #[serde(default = "launch")]
    at: Datetime,
    #[serde(default = "two_days")]
    days: Vec<Date>,
    #[serde(default = "name")]
    name: Spanned<String>,
}

fn launch() -> Datetime {
    "1969-07-16T13:32:00Z".parse().expect("a date-time")
}

fn two_days() -> Vec<Date> {
    ["1969-07-16", "1969-07-24"]
        .map(|day| {
            day.parse::<Datetime>()
                .ok()
                .and_then(|day| day.date)
                .expect("a date")
        })
        .to_vec()
}

fn name() -> Spanned<String> {
    Spanned::new(0..0, "Apollo".to_owned())
}

#[test]
fn default_dates_are_written_without_quotes() {
    example_is::<WithDefaults>(
        r#"# Date-time, local date-time, date or time.
at = 1969-07-16T13:32:00Z

# Array of dates.
days = [1969-07-16, 1969-07-24]

name = "Apollo"
"#,
    );
    example_reads_as_the_empty_file::<WithDefaults>();
}

#[test]
fn default_dates_are_strings_in_the_schema() {
    let schema = serde_json::to_value(schema::<WithDefaults>()).expect("JSON");
    let defaults = ["at", "days", "name"].map(|key| &schema["properties"][key]["default"]);
    let expected = [
        json!("1969-07-16T13:32:00Z"),
        json!(["1969-07-16", "1969-07-24"]),
        json!("Apollo"),
    ];
    assert_eq!(defaults, expected.each_ref());
}

#[derive(JsonSchema, Deserialize, Serialize)]
struct Maps {
    values: Table,
    value: Value,
}

#[test]
fn values_of_tables_are_written() {
    let maps = Maps {
        values: Table::from([("at", Value::from(launch()))]),
        value: Value::from(Table::from([("b", Value::from([1.5]))])),
    };
    let text = example_of(&maps).expect("a document");
    assert_eq!(
        text,
        "[values]\nat = 1969-07-16T13:32:00Z\n\n[value]\nb = [1.5]\n"
    );
    example_of_reads_back(&maps);
}
