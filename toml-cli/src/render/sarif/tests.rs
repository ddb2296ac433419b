//! The log against the official schema, and what the schema cannot say.

use serde_json::Value;

use super::*;
use crate::render::samples::{self, FILES, NORMAL, errors};

/// The schema as OASIS publishes it.
const OFFICIAL: &str = include_str!("../../../tests/data/sarif-schema-2.1.0.json");

/// A regular expression in it, for languages such as `en-GB`, that is none: a bracket too many.
const BROKEN: &str = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";
const MENDED: &str = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$";

/// The schema with that expression mended.
fn schema() -> Value {
    serde_json::from_str(&OFFICIAL.replace(BROKEN, MENDED)).expect("JSON")
}

/// Fails unless the schema accepts the log.
fn validated(text: &str) -> Value {
    let log: Value = serde_json::from_str(text).expect("JSON");
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema())
        .expect("a schema");
    let faults: Vec<String> = validator
        .iter_errors(&log)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, [""; 0]);
    log
}

fn log() -> Value {
    validated(&samples::run(&Sarif::new(NORMAL)))
}

/// The log of one file.
fn log_of(name: &str, source: &[u8]) -> Value {
    let sarif = Sarif::new(NORMAL);
    sarif.file(&samples::report(name, source), &mut String::new());
    validated(&sarif.end(&Summary::default()).report)
}

#[test]
fn sarif_snapshot() {
    let mut log = log();
    log["runs"][0]["tool"]["driver"]["version"] = "VERSION".into();
    log["runs"][0]["tool"]["driver"]["semanticVersion"] = "VERSION".into();
    let text = serde_json::to_string_pretty(&log).expect("JSON");
    samples::snapshot("sarif", &text);
}

#[test]
fn sarif_schema_rejects_what_is_wrong() {
    let mut log = log();
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(!jsonschema::is_valid(&schema(), &log));
}

#[test]
fn sarif_results_and_rules_in_order() {
    let log = log();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let mut results = run["results"].as_array().expect("results").iter();
    for (_, source) in FILES {
        for error in errors(source) {
            let result = results.next().expect("a result an error");
            assert_eq!(result["ruleId"], error.code());
            let index = result["ruleIndex"].as_u64().expect("an index");
            assert_eq!(rules[index as usize]["id"], error.code());
            assert_eq!(
                result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].as_str(),
                error.path()
            );
        }
    }
    assert_eq!(results.next(), None);
    let ids: std::collections::BTreeSet<_> = rules.iter().map(|r| r["id"].to_string()).collect();
    assert_eq!(ids.len(), rules.len());
}

/// Characters of a text between two places, as a reader of the log would cut them out.
fn cut(source: &str, region: &Value) -> String {
    let number = |name: &str| region[name].as_u64().expect("a number") as usize;
    let offset = |line: usize, column: usize| {
        let start: usize = source
            .split_inclusive('\n')
            .take(line - 1)
            .map(str::len)
            .sum();
        let before = source[start..].chars().take(column - 1).map(char::len_utf8);
        start + before.sum::<usize>()
    };
    let start = offset(number("startLine"), number("startColumn"));
    let end = offset(number("endLine"), number("endColumn"));
    assert_eq!(start, number("byteOffset"));
    assert_eq!(end - start, number("byteLength"));
    source[start..end].to_string()
}

#[test]
fn sarif_snippets_are_the_text_of_their_regions() {
    let log = log();
    let mut results = log["runs"][0]["results"]
        .as_array()
        .expect("results")
        .iter();
    for (_, source) in FILES {
        for _ in errors(source) {
            let result = results.next().expect("a result an error");
            let Ok(source) = std::str::from_utf8(source) else {
                continue;
            };
            let related = result["relatedLocations"].as_array().into_iter().flatten();
            for location in [&result["locations"][0]].into_iter().chain(related) {
                let place = &location["physicalLocation"];
                let region = cut(source, &place["region"]);
                let snippet = &place["region"]["snippet"]["text"];
                assert_eq!(*snippet, crate::render::printable(&region));
                if place["contextRegion"].is_object() {
                    let context = cut(source, &place["contextRegion"]);
                    assert!(context.contains(&region) && context.len() > region.len());
                    let snippet = &place["contextRegion"]["snippet"]["text"];
                    assert_eq!(*snippet, crate::render::printable(&context));
                }
            }
        }
    }
}

#[test]
fn sarif_unreadable_is_a_notification() {
    let log = log();
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(
        notification["message"]["text"],
        "gone, %.toml: No such file"
    );
    let location = &notification["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(location["uri"], "gone%2C%20%25.toml");
}

#[test]
fn sarif_nothing_found() {
    let log = validated(&Sarif::new(NORMAL).end(&Summary::default()).report);
    let run = &log["runs"][0];
    assert_eq!(run["results"], Value::Array(Vec::new()));
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn sarif_long_lines_and_regions_are_cut() {
    let source = format!("a = ['{0}', oops, '{0}']\n", "ü".repeat(50_000));
    let log = log_of("long.toml", source.as_bytes());
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let context = place["contextRegion"]["snippet"]["text"]
        .as_str()
        .expect("text");
    assert!(
        context.contains("ü', oops, 'ü") && context.len() < 600,
        "{context}"
    );
    assert_eq!(cut(&source, &place["contextRegion"]), context);

    let source = format!("a = 1 {}\n", "ü".repeat(50_000));
    let log = log_of("<stdin>", source.as_bytes());
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert!(place["contextRegion"].is_null());
    assert_eq!(cut(&source, &place["region"]).chars().count(), 50_000);
    let snippet = format!("{}…", "ü".repeat(1024));
    assert_eq!(place["region"]["snippet"]["text"], snippet);
}
