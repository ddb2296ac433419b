//! A Code Quality report of GitLab: one JSON array, with the fields that GitLab reads and no others.

use serde::Serialize;

use super::fingerprint::{fingerprints, hash};
use super::{Closing, Gathered, Render, Verbosity, repository_path, visible};
use crate::check::{Report, Summary, Unreadable};

/// GitLab knows info, minor, major, critical and blocker. What cannot be parsed is not a matter of
/// style, and not yet an outage.
const SEVERITY: &str = "major";

/// The format `gitlab`.
pub(super) struct Gitlab {
    verbosity: Verbosity,
    findings: Gathered<Vec<Finding>>,
}

#[derive(Serialize)]
struct Finding {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

impl Gitlab {
    pub(super) fn new(verbosity: Verbosity) -> Self {
        Self {
            verbosity,
            findings: Gathered::new(),
        }
    }
}

impl Render for Gitlab {
    fn file(&self, report: &Report<'_>, _: &mut String) {
        if report.errors.is_empty() {
            return;
        }
        let path = repository_path(report.name);
        let finding = |(error, fingerprint): (&toml_core::Error, String)| Finding {
            description: description(report, error),
            check_name: error.code(),
            fingerprint,
            severity: SEVERITY,
            location: Location::new(path, error.start().line),
        };
        let fingerprints = fingerprints(report, path);
        let findings = report.errors.iter().zip(fingerprints).map(finding);
        self.findings.push(report.place, findings.collect());
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, _: &mut String) {
        let path = repository_path(unreadable.name);
        let finding = Finding {
            description: format!("cannot be read: {}", visible(unreadable.error)),
            check_name: "unreadable",
            fingerprint: format!("{:032x}", hash([b"unreadable", path.as_bytes()])),
            severity: SEVERITY,
            location: Location::new(path, 1),
        };
        self.findings.push(unreadable.place, vec![finding]);
    }

    fn end(&self, summary: &Summary) -> Closing {
        let findings: Vec<Finding> = self.findings.take().into_iter().flatten().collect();
        // Strings, numbers and lists of them always serialise.
        let mut document = serde_json::to_string(&findings).unwrap_or_default();
        document.push('\n');
        Closing::document(document, self.verbosity, summary)
    }
}

impl Location {
    fn new(path: &str, begin: usize) -> Self {
        Self {
            path: path.to_string(),
            lines: Lines { begin },
        }
    }
}

/// What is wrong and what to do about it, in one line.
fn description(report: &Report<'_>, error: &toml_core::Error) -> String {
    let mut text = visible(&report.headline(error)).into_owned();
    let help = error.help();
    for more in help.as_deref().into_iter().chain(report.note) {
        text.push_str("; ");
        text.push_str(&visible(more));
    }
    text
}

#[cfg(test)]
mod tests;
