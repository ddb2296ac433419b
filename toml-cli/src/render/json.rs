//! One JSON object a file and line, for programs.
//!
//! Lines and columns are 1-based and count characters; spans are byte offsets, half-open.

use serde::Serialize;
use toml_core::{Error, Position, Related, Span};

use super::{Closing, Render, Verbosity};
use crate::check::{Report, Summary};

/// The format `json`.
pub(super) struct Json {
    verbosity: Verbosity,
}

impl Json {
    pub(super) fn new(verbosity: Verbosity) -> Self {
        Self { verbosity }
    }
}

impl Render for Json {
    fn file(&self, report: &Report<'_>, out: &mut String) {
        if report.errors.is_empty() && self.verbosity == Verbosity::Quiet {
            return;
        }
        let file = File {
            path: report.name,
            valid: report.errors.is_empty(),
            errors: report
                .errors
                .iter()
                .map(|error| finding(report, error))
                .collect(),
            note: report.note,
        };
        // Strings, numbers and lists of them always serialise.
        if let Ok(line) = serde_json::to_string(&file) {
            out.push_str(&line);
            out.push('\n');
        }
    }

    /// Nothing: every line is a file.
    fn end(&self, _: &Summary) -> Closing {
        Closing::default()
    }
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    valid: bool,
    errors: Vec<Finding<'a>>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    message: String,
    help: Option<String>,
    path: Option<&'a str>,
    #[serde(flatten)]
    place: Place,
    related: Vec<RelatedPlace>,
}

#[derive(Serialize)]
struct RelatedPlace {
    message: &'static str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    span: Bytes,
}

#[derive(Serialize)]
struct Bytes {
    start: u32,
    end: u32,
}

fn finding<'a>(report: &Report<'_>, error: &'a Error) -> Finding<'a> {
    Finding {
        code: error.code(),
        message: report.message(error).into_owned(),
        help: error.help(),
        path: error.path(),
        place: Place::new(error.start(), error.end(), error.span()),
        related: error
            .related()
            .into_iter()
            .map(|related| related_place(report, related))
            .collect(),
    }
}

fn related_place(report: &Report<'_>, related: Related) -> RelatedPlace {
    let position = |offset| Position::of(report.source, offset);
    let Span { start, end } = related.span;
    RelatedPlace {
        message: related.relation.label(),
        place: Place::new(position(start), position(end), related.span),
    }
}

impl Place {
    fn new(start: Position, end: Position, span: Span) -> Self {
        Self {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            span: Bytes {
                start: span.start,
                end: span.end,
            },
        }
    }
}
