//! What must hold of layered configuration: the last layer that sets a value wins.

use toml_core::encode::encode_key;
use toml_core::{ErrorKind, ParseOptions, Table, Value, Version};
use toml_serde::config::{Config, Loaded};

use super::{ensure, same_table, same_value};

/// Loads texts as layers, in which any type may change, and checks that they merge as plain maps do, that each value's
/// origin is its text, and that what explains them is read as their data.
///
/// All texts are TOML 1.1.
///
/// # Errors
/// The first violation.
pub fn check_layers(texts: &[&str]) -> Result<(), String> {
    let mut tables = Vec::new();
    for text in texts {
        tables.push(options().parse(text).map(|document| document.to_table()));
    }
    let config = config(texts, &tables);
    let tables = match tables.into_iter().collect::<Result<Vec<_>, _>>() {
        Ok(tables) => tables,
        // A type may want such an integer, yet no owned value holds it.
        Err(error) if error.kind() == ErrorKind::IntegerOutOfRange => return Ok(()),
        Err(error) => {
            ensure!(config.load().is_err(), "loaded, and yet: {error}");
            return Ok(());
        }
    };
    let mut expected = Table::new();
    for table in &tables {
        merge(&mut expected, table);
    }
    let loaded = config.load().map_err(|errors| errors.to_string())?;
    check_data("loaded", &expected, &loaded.to_table())?;
    let extracted: Table = loaded.extract().map_err(|errors| errors.to_string())?;
    check_data("extracted", &expected, &extracted)?;
    let text = loaded.explain();
    let explained: Table =
        toml_serde::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
    check_data("explained", &expected, &explained)?;
    check_origins(&loaded, &Value::Table(expected), "")
}

fn options() -> ParseOptions {
    ParseOptions {
        version: Version::V1_1,
        ..ParseOptions::default()
    }
}

fn check_data(what: &str, expected: &Table, found: &Table) -> Result<(), String> {
    ensure!(
        same_table(expected, found),
        "{what}: {found}\nexpected: {expected}"
    );
    Ok(())
}

/// A configuration without deletions, in which any type may change.
fn config(texts: &[&str], tables: &[Result<Table, toml_core::Error>]) -> Config {
    let mut config = Config::new().version(Version::V1_1).delete_marker(None);
    let mut paths = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        config = config.text(format!("layer {at}"), *text);
    }
    for table in tables.iter().flatten() {
        collect_paths(table, "", &mut paths);
    }
    paths
        .iter()
        .fold(config, |config, path| config.allow_type_change(path))
}

/// What a layer does to what is there.
fn merge(into: &mut Table, layer: &Table) {
    for (key, value) in layer {
        match (into.get_mut(key.as_str()), value) {
            (Some(Value::Table(into)), Value::Table(layer)) => merge(into, layer),
            (Some(there), value) => *there = value.clone(),
            (None, value) => {
                into.insert(key.clone(), value.clone());
            }
        }
    }
}

fn collect_paths(table: &Table, prefix: &str, paths: &mut Vec<String>) {
    for (key, value) in table {
        let path = joined(prefix, key);
        if let Value::Table(table) = value {
            collect_paths(table, &path, paths);
        }
        paths.push(path);
    }
}

fn joined(prefix: &str, key: &str) -> String {
    let mut path = prefix.to_owned();
    if !path.is_empty() {
        path.push('.');
    }
    encode_key(key, &mut path);
    path
}

/// The origin of each value that is no table is the text of that value.
fn check_origins(loaded: &Loaded, value: &Value, path: &str) -> Result<(), String> {
    if let Value::Table(table) = value {
        return table
            .iter()
            .try_for_each(|(key, value)| check_origins(loaded, value, &joined(path, key)));
    }
    let origin = loaded
        .origin(path)
        .ok_or_else(|| format!("no origin of {path}"))?;
    let raw = origin.place().raw();
    let is_array_of_tables = raw.starts_with("[[") && raw.ends_with("]]");
    if !is_array_of_tables || !value.is_array() {
        let found = options()
            .parse_value(raw)
            .map_err(|error| format!("{path} is of {raw}: {error}"))?;
        ensure!(
            same_value(&found.value().to_value(), value),
            "{path} is of {raw}, not {value}"
        );
    }
    let mut elements = value.as_array().into_iter().flatten().enumerate();
    elements.try_for_each(|(at, element)| check_origins(loaded, element, &format!("{path}[{at}]")))
}
