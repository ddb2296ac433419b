//! A SARIF 2.1.0 log: one document with one run, for code scanning and editors.
//!
//! Section numbers in this module and below are those of the SARIF specification, "Static Analysis
//! Results Interchange Format (SARIF) Version 2.1.0".

mod excerpt;
mod log;
mod result;
mod rule;
mod uri;

use std::collections::BTreeMap;

use toml_core::ErrorKind;

use super::{Closing, Gathered, Render, Verbosity, visible};
use crate::check::{Report, Summary, Unreadable};
use log::{
    ArtifactLocation, Driver, Invocation, Level, Location, Log, Message, Notification,
    PhysicalLocation, Run, Tool,
};

/// The version of SARIF.
const VERSION: &str = "2.1.0";
/// Where its schema is.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The format `sarif`.
pub(super) struct Sarif {
    verbosity: Verbosity,
    files: Gathered<FilePart>,
}

/// What one file adds to the log.
enum FilePart {
    /// Its errors. Their rules get an index when all are known.
    Results(Vec<(ErrorKind, log::Result)>),
    /// It could not be read.
    Notification(Box<Notification>),
}

impl Sarif {
    pub(super) fn new(verbosity: Verbosity) -> Self {
        Self {
            verbosity,
            files: Gathered::new(),
        }
    }
}

impl Render for Sarif {
    fn file(&self, report: &Report<'_>, _: &mut String) {
        if !report.errors.is_empty() {
            let results = FilePart::Results(result::all(report));
            self.files.push(report.place, results);
        }
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, _: &mut String) {
        let notification = notification(unreadable);
        self.files.push(
            unreadable.place,
            FilePart::Notification(Box::new(notification)),
        );
    }

    fn end(&self, summary: &Summary) -> Closing {
        let log = Log {
            schema: SCHEMA,
            version: VERSION,
            runs: [run(self.files.take())],
        };
        // Strings, numbers and lists of them always serialise.
        let mut document = serde_json::to_string(&log).unwrap_or_default();
        document.push('\n');
        Closing::document(document, self.verbosity, summary)
    }
}

/// Puts the parts together, and the rules that occur into the order in which they do.
fn run(parts: Vec<FilePart>) -> Run {
    let mut rules = Vec::new();
    let mut indexes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut results = Vec::new();
    let mut notifications = Vec::new();
    for part in parts {
        match part {
            FilePart::Notification(notification) => notifications.push(*notification),
            FilePart::Results(found) => {
                for (kind, mut result) in found {
                    result.rule_index = *indexes.entry(kind.code()).or_insert_with(|| {
                        rules.push(rule::of(kind));
                        rules.len() - 1
                    });
                    results.push(result);
                }
            }
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    Run {
        tool: Tool {
            driver: Driver {
                name: "toml",
                version,
                semantic_version: version,
                rules,
            },
        },
        invocations: [Invocation {
            execution_successful: notifications.is_empty(),
            tool_execution_notifications: notifications,
        }],
        original_uri_base_ids: uri::base_ids(),
        column_kind: "unicodeCodePoints",
        results,
    }
}

fn notification(unreadable: &Unreadable<'_>) -> Notification {
    let location = Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation::of(unreadable.name),
            region: None,
            context_region: None,
        },
        logical_locations: Vec::new(),
        message: None,
    };
    Notification {
        level: Level::Error,
        message: Message::new(format!(
            "{}: {}",
            visible(unreadable.name),
            visible(unreadable.error)
        )),
        locations: [location],
    }
}

#[cfg(test)]
mod tests;
