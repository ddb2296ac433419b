//! `path:line:col: error[code]: message`, one line an error, for `grep`, editors and people in a hurry.

use std::fmt::Write as _;

use super::{Closing, Render, Verbosity, visible};
use crate::check::{Report, Summary};

/// The format `plain`.
pub(super) struct Plain {
    verbosity: Verbosity,
}

impl Plain {
    pub(super) fn new(verbosity: Verbosity) -> Self {
        Self { verbosity }
    }
}

impl Render for Plain {
    fn file(&self, report: &Report<'_>, out: &mut String) {
        for error in &report.errors {
            let at = error.start();
            let headline = report.headline(error);
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "{}:{}:{}: error[{}]: {}",
                visible(report.name),
                at.line,
                at.column,
                error.code(),
                visible(&headline)
            );
            if let Some(note) = report.note {
                let _ = write!(out, " ({note})");
            }
            out.push('\n');
        }
    }

    /// The summary goes to standard error: standard output holds nothing but errors.
    fn end(&self, summary: &Summary) -> Closing {
        Closing::document(String::new(), self.verbosity, summary)
    }
}
