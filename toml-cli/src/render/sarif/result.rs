//! Results from the errors of a file.

use std::collections::BTreeMap;

use toml_core::{Error, ErrorKind, Related};

use super::excerpt;
use super::log::{
    ArtifactLocation, Level, Location, LogicalLocation, Message, PhysicalLocation, Result,
};
use crate::check::Report;
use crate::render::fingerprint::fingerprints;
use crate::render::{advice, region::Region};

/// The name and version of our way to take fingerprints. Not that of GitHub's, which its upload takes
/// itself, and which depends on the lines around.
const FINGERPRINT: &str = "tomlFinding/v1";

/// The results of a file, each with its rule; the index of the rule is still to be set.
pub(super) fn all(report: &Report<'_>) -> Vec<(ErrorKind, Result)> {
    let results = report.errors.iter().zip(fingerprints(report, ""));
    results
        .map(|(error, fingerprint)| (error.kind(), result(report, error, fingerprint)))
        .collect()
}

fn result(report: &Report<'_>, error: &Error, fingerprint: String) -> Result {
    let related = error.related().map(|related| related_to(report, related));
    Result {
        rule_id: error.code(),
        rule_index: 0,
        level: Level::Error,
        message: Message::new(advice(report, error)),
        locations: [Location {
            physical_location: place(report, &Region::of_error(report.source, error)),
            logical_locations: error.path().map(logical).into_iter().collect(),
            message: None,
        }],
        related_locations: related.into_iter().collect(),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint)]),
    }
}

fn related_to(report: &Report<'_>, related: Related) -> Location {
    Location {
        physical_location: place(report, &Region::of(report.source, related.span)),
        logical_locations: Vec::new(),
        message: Some(Message::new(related.relation.label())),
    }
}

fn logical(path: &str) -> LogicalLocation {
    LogicalLocation {
        fully_qualified_name: path.to_string(),
    }
}

fn place(report: &Report<'_>, region: &Region) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation::of(report.name),
        region: Some(excerpt::region(report.source, region)),
        context_region: excerpt::context(report.source, region),
    }
}
