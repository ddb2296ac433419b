//! Workflow commands of GitHub Actions: an annotation for each error, in the log and on the diff.
//!
//! Columns are 1-based and count characters; the end is just behind the text.

use std::fmt::Write as _;

use toml_core::Error;

use super::region::Region;
use super::{Closing, Render, Verbosity, advice, repository_path, visible};
use crate::check::{Report, Summary, Unreadable};

/// The format `github`.
pub(super) struct Github {
    verbosity: Verbosity,
}

impl Github {
    pub(super) fn new(verbosity: Verbosity) -> Self {
        Self { verbosity }
    }
}

impl Render for Github {
    fn file(&self, report: &Report<'_>, out: &mut String) {
        for error in &report.errors {
            annotate(report, error, out);
        }
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, out: &mut String) {
        let file = path(unreadable.name);
        let message = data(&visible(unreadable.error));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "::error file={file},title=unreadable::{message}");
    }

    fn end(&self, summary: &Summary) -> Closing {
        Closing::document(String::new(), self.verbosity, summary)
    }
}

/// Appends one command. Columns are left out where the text spans lines: GitHub takes them for text
/// of one line only.
fn annotate(report: &Report<'_>, error: &Error, out: &mut String) {
    let Region { start, end, .. } = Region::of_error(report.source, error);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "::error file={},line={},endLine={}",
        path(report.name),
        start.line,
        end.line
    );
    if start.line == end.line {
        let _ = write!(out, ",col={},endColumn={}", start.column, end.column);
    }
    let _ = writeln!(
        out,
        ",title={}::{}",
        property(error.code()),
        data(&advice(report, error))
    );
}

/// The path of a file. It is shown in the log, too.
fn path(name: &str) -> String {
    property(&visible(repository_path(name)))
}

/// The text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, which also ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests;
