//! `toml check`: is every file valid?
//!
//! Puts the parts together; every part can be read alone.

mod output;
mod pool;
mod progress;
mod report;
mod summary;

use std::ops::ControlFlow;
use std::time::Instant;

use toml_core::ParseOptions;

use crate::args::CheckArgs;
use crate::exit::Exit;
use crate::files::{self, Found, Input};
use crate::render::{self, Render, Verbosity};
use crate::terminal::Terminal;

pub(crate) use output::Output;
pub(crate) use progress::Progress;
pub(crate) use report::Report;
pub(crate) use summary::Summary;

/// What became of one input.
enum Verdict {
    Valid,
    Invalid,
    Unreadable(String),
}

/// A verdict and its report as text, which is empty where there is nothing to say.
struct Checked {
    verdict: Verdict,
    text: String,
}

/// Checks what the arguments name and reports.
pub(crate) fn run(args: &CheckArgs, terminal: Terminal) -> Exit {
    let start = Instant::now();
    let verbosity = if args.quiet {
        Verbosity::Quiet
    } else {
        Verbosity::Normal
    };
    let progress = Progress::start(verbosity, start);
    let found = files::find(&args.paths, &progress);
    let options = ParseOptions {
        version: args.toml.into(),
        ..ParseOptions::default()
    };
    let renderer = render::for_format(args.format, verbosity, terminal);

    let mut output = Output::new(&progress);
    let mut summary = Summary::default();
    let is_whole = check_all(&found, options, &*renderer, &mut output, &mut summary);
    progress.finish();
    summary.elapsed = start.elapsed();
    if is_whole.is_continue() {
        renderer.end(&summary, &mut output);
    }
    output.finish().max(summary.exit())
}

/// Checks every input on all cores and writes the reports in path order.
fn check_all(
    found: &Found,
    options: ParseOptions,
    renderer: &dyn Render,
    output: &mut Output<'_>,
    summary: &mut Summary,
) -> ControlFlow<()> {
    for failure in &found.failures {
        summary.unreadable += 1;
        output.failure(&failure.name, &failure.error);
    }
    let progress = output.progress();
    progress.expect(found.inputs.len());
    pool::in_order(
        &found.inputs,
        progress,
        |buffer, input| check(input, options, renderer, buffer),
        |input, checked| {
            match checked.verdict {
                Verdict::Valid => summary.valid += 1,
                Verdict::Invalid => summary.invalid += 1,
                Verdict::Unreadable(error) => {
                    summary.unreadable += 1;
                    output.failure(&input.name, &error);
                }
            }
            output.report(&checked.text)
        },
    )
}

/// Reads, parses and reports one input; the buffer is whatever the last one left.
fn check(
    input: &Input,
    options: ParseOptions,
    renderer: &dyn Render,
    buffer: &mut Vec<u8>,
) -> Checked {
    if let Err(error) = report::read(&input.source, buffer) {
        let verdict = Verdict::Unreadable(error.to_string());
        return Checked {
            verdict,
            text: String::new(),
        };
    }
    let report = Report::of(&input.name, buffer, options);
    let mut text = String::new();
    renderer.file(&report, &mut text);
    let verdict = if report.errors.is_empty() {
        Verdict::Valid
    } else {
        Verdict::Invalid
    };
    Checked { verdict, text }
}
