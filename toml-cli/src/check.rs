//! `toml check`: is every file valid?
//!
//! Puts the parts together; every part can be read alone.

mod output;
mod pool;
mod progress;
mod report;
mod summary;

use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::time::Instant;

use toml_core::ParseOptions;

use crate::args::{CheckArgs, ColorChoice};
use crate::exit::Exit;
use crate::files::{self, Found};
use crate::render::{self, Render, Verbosity};
use crate::terminal::Terminal;

use output::{Output, Target};
pub(crate) use progress::Progress;
pub(crate) use report::{Report, Unreadable};
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
pub(crate) fn run(args: &CheckArgs, color: ColorChoice) -> Exit {
    let start = Instant::now();
    let target = match Target::open(args.output.as_deref()) {
        Ok(target) => target,
        Err(message) => {
            // Where standard error is gone there is nobody left to tell.
            let _ = writeln!(io::stderr(), "error: {message}");
            return Exit::Failed;
        }
    };
    let terminal = Terminal::detect(color, target.destination());
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

    let mut output = Output::new(target, &progress);
    let mut summary = Summary::default();
    let is_whole = check_all(&found, options, &*renderer, &mut output, &mut summary);
    progress.finish();
    summary.elapsed = start.elapsed();
    if is_whole.is_continue() {
        output.close(&renderer.end(&summary));
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
    for (place, failure) in found.failures.iter().enumerate() {
        summary.unreadable += 1;
        output.failure(&failure.name, &failure.error);
        let unreadable = Unreadable {
            place,
            name: &failure.name,
            error: &failure.error,
        };
        let mut text = String::new();
        renderer.unreadable(&unreadable, &mut text);
        output.report(&text)?;
    }
    let first_place = found.failures.len();
    let progress = output.progress();
    progress.expect(found.inputs.len());
    pool::in_order(
        &found.inputs,
        progress,
        |buffer, at, input| match report::read(&input.source, buffer) {
            Ok(()) => check(
                &Report::of(first_place + at, &input.name, buffer, options),
                renderer,
            ),
            Err(error) => unreadable(first_place + at, &input.name, &error, renderer),
        },
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

/// Renders the report on one input.
fn check(report: &Report<'_>, renderer: &dyn Render) -> Checked {
    let mut text = String::new();
    renderer.file(report, &mut text);
    let verdict = if report.errors.is_empty() {
        Verdict::Valid
    } else {
        Verdict::Invalid
    };
    Checked { verdict, text }
}

/// Renders what is said of an input that could not be read.
fn unreadable(place: usize, name: &str, error: &io::Error, renderer: &dyn Render) -> Checked {
    let error = error.to_string();
    let mut text = String::new();
    let unreadable = Unreadable {
        place,
        name,
        error: &error,
    };
    renderer.unreadable(&unreadable, &mut text);
    Checked {
        verdict: Verdict::Unreadable(error),
        text,
    }
}
