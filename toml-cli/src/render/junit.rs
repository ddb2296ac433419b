//! A JUnit report: one test case a file, for CI systems that show test results.
//!
//! The attributes are those that both the schemas in use and the readers (Jenkins, GitLab) agree on;
//! a test case has at most one `failure`, as the stricter schema has it, with all errors in its text.

use std::fmt::Write as _;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Closing, Gathered, Render, Verbosity, printable, visible};
use crate::check::{Report, Summary, Unreadable};

/// The name of the suite, and the class of its cases.
const SUITE: &str = "toml check";

/// The format `junit`.
pub(super) struct Junit {
    verbosity: Verbosity,
    cases: Gathered<Case>,
}

/// A file.
struct Case {
    name: String,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    /// The file is invalid.
    Failed(Problem),
    /// The file could not be read.
    Errored(Problem),
}

/// The content of a `failure` or `error`.
struct Problem {
    message: String,
    kind: &'static str,
    text: String,
}

impl Junit {
    pub(super) fn new(verbosity: Verbosity) -> Self {
        Self {
            verbosity,
            cases: Gathered::new(),
        }
    }
}

impl Render for Junit {
    fn file(&self, report: &Report<'_>, _: &mut String) {
        let outcome = match report.errors.first() {
            None if self.verbosity == Verbosity::Quiet => return,
            None => Outcome::Passed,
            Some(first) => Outcome::Failed(Problem {
                message: message(report, first),
                kind: first.code(),
                text: text(report),
            }),
        };
        let name = visible(report.name).into_owned();
        self.cases.push(report.place, Case { name, outcome });
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, _: &mut String) {
        let name = visible(unreadable.name).into_owned();
        let outcome = Outcome::Errored(Problem {
            message: visible(unreadable.error).into_owned(),
            kind: "unreadable",
            text: format!("{name}: {}", visible(unreadable.error)),
        });
        self.cases.push(unreadable.place, Case { name, outcome });
    }

    fn end(&self, summary: &Summary) -> Closing {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        // Writing to memory cannot fail.
        let _ = write_document(&mut writer, &self.cases.take(), summary);
        let mut document = String::from_utf8(writer.into_inner()).unwrap_or_default();
        document.push('\n');
        Closing::document(document, self.verbosity, summary)
    }
}

/// One line on all errors of a file.
fn message(report: &Report<'_>, first: &toml_core::Error) -> String {
    let headline = report.headline(first);
    let headline = visible(&headline);
    match report.errors.len() {
        1 => headline.into_owned(),
        count => format!("{count} errors, the first: {headline}"),
    }
}

/// Every error of a file with its place and what to do about it.
fn text(report: &Report<'_>) -> String {
    let mut text = String::new();
    for error in &report.errors {
        let (at, code) = (error.start(), error.code());
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "{}:{}:{}: error[{code}]: ",
            report.name, at.line, at.column
        );
        text.push_str(&super::advice(report, error).replace('\n', "\n  "));
        text.push('\n');
    }
    printable(&text)
}

type XmlWriter = Writer<Vec<u8>>;

fn write_document(writer: &mut XmlWriter, cases: &[Case], summary: &Summary) -> io::Result<()> {
    let count = |is_counted: fn(&Outcome) -> bool| {
        let counted = cases.iter().filter(|case| is_counted(&case.outcome));
        counted.count().to_string()
    };
    let tests = cases.len().to_string();
    let failures = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    let errors = count(|outcome| matches!(outcome, Outcome::Errored(_)));
    let time = format!("{:.3}", summary.elapsed.as_secs_f64());
    let attributes = [
        ("name", SUITE),
        ("tests", &*tests),
        ("failures", &*failures),
        ("errors", &*errors),
        ("time", &*time),
    ];
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("testsuites")
        .with_attributes(attributes)
        .write_inner_content(|writer| {
            let suite = writer
                .create_element("testsuite")
                .with_attributes(attributes);
            suite.write_inner_content(|writer| {
                cases.iter().try_for_each(|case| write_case(writer, case))
            })?;
            Ok(())
        })?;
    Ok(())
}

fn write_case(writer: &mut XmlWriter, case: &Case) -> io::Result<()> {
    let element = writer.create_element("testcase").with_attributes([
        ("name", &*case.name),
        ("classname", SUITE),
        ("file", &*case.name),
    ]);
    let (tag, problem) = match &case.outcome {
        Outcome::Passed => {
            element.write_empty()?;
            return Ok(());
        }
        Outcome::Failed(problem) => ("failure", problem),
        Outcome::Errored(problem) => ("error", problem),
    };
    element.write_inner_content(|writer| {
        writer
            .create_element(tag)
            .with_attributes([("message", &*problem.message), ("type", problem.kind)])
            .write_text_content(BytesText::new(&problem.text))?;
        Ok(())
    })?;
    Ok(())
}

#[cfg(test)]
mod tests;
