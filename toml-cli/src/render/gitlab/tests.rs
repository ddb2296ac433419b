//! The fields that GitLab documents, and their values.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::render::samples::{self, FILES, NORMAL, errors};

fn findings() -> Vec<Value> {
    let text = samples::run(&Gitlab::new(NORMAL));
    serde_json::from_str(&text).expect("a JSON array")
}

#[test]
fn gitlab_snapshot() {
    samples::snapshot("gitlab", &samples::run(&Gitlab::new(NORMAL)));
}

#[test]
fn gitlab_documented_fields() {
    let severities = ["info", "minor", "major", "critical", "blocker"];
    for finding in findings() {
        let fields: Vec<&String> = finding.as_object().expect("an object").keys().collect();
        let documented = [
            "check_name",
            "description",
            "fingerprint",
            "location",
            "severity",
        ];
        let mut fields = fields;
        fields.sort();
        assert_eq!(fields, documented);
        for text in ["check_name", "description", "fingerprint"] {
            assert!(!finding[text].as_str().expect("text").is_empty());
        }
        assert!(severities.contains(&finding["severity"].as_str().expect("text")));
        assert!(finding["location"]["path"].is_string());
        assert!(
            finding["location"]["lines"]["begin"]
                .as_u64()
                .expect("a line")
                >= 1
        );
    }
}

#[test]
fn gitlab_places_in_order() {
    let mut expected = vec![("gone, %.toml".to_string(), 1, "unreadable")];
    for (name, source) in FILES {
        for error in errors(source) {
            expected.push((name.to_string(), error.start().line as u64, error.code()));
        }
    }
    let findings = findings();
    let found = findings.iter().map(|finding| {
        let path = finding["location"]["path"].as_str().expect("text");
        let line = finding["location"]["lines"]["begin"].as_u64();
        let code = finding["check_name"].as_str().expect("text");
        (path.to_string(), line.expect("a line"), code)
    });
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn gitlab_fingerprints_unique_across_files() {
    let gitlab = Gitlab::new(NORMAL);
    for (place, name) in ["a.toml", "b.toml"].into_iter().enumerate() {
        let mut report = samples::report(name, b"a = yes\n# same line, same path\n");
        report.place = place;
        gitlab.file(&report, &mut String::new());
    }
    let text = gitlab.end(&Summary::default()).report;
    let findings: Vec<Value> = serde_json::from_str(&text).expect("a JSON array");
    let fingerprints: BTreeSet<&str> = findings
        .iter()
        .filter_map(|finding| finding["fingerprint"].as_str())
        .collect();
    assert_eq!(fingerprints.len(), 2);
}

#[test]
fn gitlab_nothing_found() {
    let closing = Gitlab::new(Verbosity::Quiet).end(&Summary::default());
    assert_eq!(closing.report, "[]\n");
    assert_eq!(closing.remark, None);
}
