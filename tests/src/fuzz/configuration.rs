//! The target of layered configuration, and the text that stands for one.
//!
//! Lines that begin with `#%` cut a text into pieces; the words behind say what a piece is, or what else the configuration
//! is told. So every input is a comment or TOML, and can be read:
//!
//! ```text
//! port = 80
//! #% text
//! port = 81
//! #% set
//! server.port=82
//! #% env
//! APP__SERVER__HOST=x
//! #% append server.tags
//! ```

use toml_core::Version;
use toml_serde::Table;
use toml_serde::config::{Config, Env, Loaded, Variables};

use crate::invariants::check_layers;

/// Any layers and rules are read without a panic, every error has words; and of layers alone, the last one wins.
pub(super) fn config(bytes: &[u8]) -> Result<(), String> {
    let Ok(source) = std::str::from_utf8(bytes) else {
        return Ok(());
    };
    let pieces = pieces(source);
    let texts: Vec<&str> = pieces
        .iter()
        .filter(|(rule, _)| rule.is_empty() || *rule == "text")
        .map(|(_, text)| *text)
        .collect();
    let explain = |violation: String| format!("{violation}\nfrom:\n{source}");
    check_layers(&texts).map_err(explain)?;
    let config = pieces.iter().fold(Config::new(), add);
    check_any(&config).map_err(explain)
}

/// The pieces of an input, each with the words in front of it.
fn pieces(source: &str) -> Vec<(&str, &str)> {
    let mut pieces = Vec::new();
    let mut rest = source;
    let mut rule = "";
    loop {
        let end = if rest.starts_with("#%") {
            Some(0)
        } else {
            rest.find("\n#%").map(|at| at + 1)
        };
        pieces.push((rule, &rest[..end.unwrap_or(rest.len())]));
        let Some(end) = end else { return pieces };
        let line = &rest[end + "#%".len()..];
        let line_end = line.find('\n').unwrap_or(line.len());
        (rule, rest) = (line[..line_end].trim(), &line[line_end..]);
    }
}

/// What a piece adds to a configuration.
fn add(config: Config, (rule, text): &(&str, &str)) -> Config {
    let (word, argument) = rule.split_once(' ').unwrap_or((rule, ""));
    let (first, second) = argument.split_once(' ').unwrap_or((argument, "b"));
    match word {
        "" | "text" => config.text("text", *text),
        "set" => config.set_all(text.lines().skip(1)),
        "env" => config.env(Env::new("APP").variables(variables(text))),
        "defaults" => match toml_serde::from_str::<Table>(text) {
            Ok(table) => config.clone().defaults(&table).unwrap_or(config),
            Err(_) => config,
        },
        "append" => config.append(argument),
        "merge-by" => config.merge_by(first, second),
        "replace" => config.replace(argument),
        "any-type" => config.allow_type_change(argument),
        "rename" => config.rename(first, second, "1"),
        "secret" => config.secret(argument),
        "delete" => config.delete_marker(Some(argument)),
        "interpolate" => config.interpolate(Variables::new(variables(text))),
        "1.1" => config.version(Version::V1_1),
        _ => config,
    }
}

fn variables(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter_map(|line| line.split_once('='));
    lines
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Whatever a configuration is told, it is loaded or refused in words.
fn check_any(config: &Config) -> Result<(), String> {
    let extracted = config.extract::<Table>();
    if extracted.is_err_and(|errors| errors.to_string().trim().is_empty()) {
        return Err("errors without words".to_owned());
    }
    let Ok(loaded) = config.load() else {
        return Ok(());
    };
    let text = loaded.explain();
    let explained: Table =
        toml_serde::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
    drop(explained);
    check_places(&loaded)
}

/// What warnings say, and where the values of the first level are from.
fn check_places(loaded: &Loaded) -> Result<(), String> {
    for warning in loaded.warnings() {
        if warning.to_string().is_empty() {
            return Err("a warning without words".to_owned());
        }
    }
    for (key, value) in &loaded.to_table() {
        let mut path = String::new();
        toml_core::encode::encode_key(key, &mut path);
        if !value.is_table() && loaded.origin(&path).is_none() {
            return Err(format!("no origin of {path}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
