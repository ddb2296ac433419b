//! A struct of 60 fields in six tables, and the layers for it: all fields, then a third of them, then a sixth, and
//! ten of them as variables.

use std::fmt::Write;

use serde::Deserialize;

/// The names of the tables.
const TABLES: [&str; 6] = ["server", "client", "database", "cache", "logging", "limits"];

/// The configuration of a service.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    server: Part,
    client: Part,
    database: Part,
    cache: Part,
    logging: Part,
    limits: Part,
}

/// Ten fields, of the types that configuration has.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Part {
    name: String,
    address: String,
    port: u16,
    timeout: f64,
    retries: u32,
    enabled: bool,
    tags: Vec<String>,
    path: String,
    size: u64,
    level: Level,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Level {
    Low,
    High,
}

/// The fields that a layer sets in a table.
fn fields(layer: usize) -> std::ops::Range<usize> {
    match layer {
        0 => 0..10,
        1 => 2..6,
        2 => 4..6,
        _ => 2..4,
    }
}

/// The value of a field as a layer sets it: key, TOML, and what stands above it.
fn field(number: usize, table: &str, layer: usize) -> (&'static str, String, &'static str) {
    match number {
        0 => (
            "name",
            format!("\"the {table} of the service\""),
            "How reports and the dashboard call it; may be any text.",
        ),
        1 => (
            "address",
            format!("\"{table}.internal.example.org\""),
            "The name of a host, or an address of either version.",
        ),
        2 => (
            "port",
            (8000 + layer).to_string(),
            "Between 1 and 65535; below 1024 for root only.",
        ),
        3 => (
            "timeout",
            format!("{layer}.5"),
            "In seconds; 0 stands for no limit at all.",
        ),
        4 => (
            "retries",
            (3 + layer).to_string(),
            "How often it is tried again, with longer pauses.",
        ),
        5 => (
            "enabled",
            (layer % 2 == 1).to_string(),
            "Off by default, since it needs the part above.",
        ),
        6 => (
            "tags",
            format!("[\"{table}\", \"production\", \"eu\"]"),
            "For the dashboard, which groups by the last one.",
        ),
        7 => (
            "path",
            format!("'/var/lib/service/{table}'"),
            "Must be there, and belong to the user of the service.",
        ),
        8 => (
            "size",
            "1_048_576".to_owned(),
            "In bytes; what is larger is cut without a warning.",
        ),
        _ => (
            "level",
            "\"high\"".to_owned(),
            "`low` or `high`; the second one is for debugging.",
        ),
    }
}

/// A layer as a file: the first has comments.
pub(super) fn layer(layer: usize) -> String {
    document(|table| {
        let all = fields(layer).map(move |number| field(number, table, layer));
        all.map(move |(key, value, comment)| {
            if layer == 0 {
                format!("# {comment}\n{key} = {value}\n")
            } else {
                format!("{key} = {value}\n")
            }
        })
        .collect()
    })
}

/// All layers up to one as a single text.
pub(super) fn merged(highest: usize) -> String {
    document(|table| {
        let all = (0..10).map(|number| {
            let has = |layer: &usize| {
                let is_set = fields(*layer).contains(&number);
                is_set && (*layer < 3 || is_variable(table))
            };
            let layer = (0..=highest).rev().find(has).unwrap_or(0);
            let (key, value, comment) = field(number, table, layer);
            format!("# {comment}\n{key} = {value}\n")
        });
        all.collect()
    })
}

/// Whether the fields of a table are set by variables, too.
fn is_variable(table: &str) -> bool {
    table != "limits"
}

/// Ten variables.
pub(super) fn variables() -> Vec<(String, String)> {
    let tables = TABLES.into_iter().filter(|table| is_variable(table));
    let all = tables.flat_map(|table| {
        fields(3).map(move |number| {
            let (key, value, _) = field(number, table, 3);
            let name = format!("APP__{}__{}", table.to_uppercase(), key.to_uppercase());
            (name, value)
        })
    });
    all.collect()
}

fn document(lines: impl Fn(&'static str) -> String) -> String {
    let mut text = String::new();
    for table in TABLES {
        // A `String` takes everything.
        write!(text, "[{table}]\n{}\n", lines(table)).unwrap_or_default();
    }
    text
}
