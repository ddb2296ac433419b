//! Reports for people: miette's graphical report, drawn from an excerpt that fits the terminal.

use std::fmt::{self, Write as _};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters,
    ThemeStyles,
};
use textwrap::{WordSeparator, WordSplitter};
use toml_core::Error;

use super::excerpt::{Excerpt, Mark};
use super::{Closing, Render, Verbosity, visible};
use crate::check::{Report, Summary};
use crate::terminal::{Color, Glyphs, Terminal};

/// Columns that the frame needs: a line number of up to four digits, the bar and the gaps.
const FRAME_WIDTH: usize = 8;

/// The format `human`.
pub(super) struct Human {
    verbosity: Verbosity,
    handler: GraphicalReportHandler,
    /// What starts a note, in the style of miette's `help:`.
    note: &'static str,
    text_width: usize,
}

impl Human {
    pub(super) fn new(verbosity: Verbosity, terminal: Terminal) -> Self {
        let handler = GraphicalReportHandler::new_themed(theme(terminal))
            .with_width(terminal.width)
            .with_links(false)
            // Only at spaces: `C:\path` and `[a.b]` are to be copied whole.
            .with_word_separator(WordSeparator::AsciiSpace)
            .with_word_splitter(WordSplitter::NoHyphenation)
            .without_cause_chain();
        let note = match terminal.color {
            Color::On => "\x1b[36m  note: \x1b[0m",
            Color::Off => "  note: ",
        };
        Self {
            verbosity,
            handler,
            note,
            text_width: terminal.width - FRAME_WIDTH,
        }
    }
}

/// The eight colours of every terminal, so that its owner's choice of shades holds.
fn theme(terminal: Terminal) -> GraphicalTheme {
    let characters = match terminal.glyphs {
        Glyphs::Unicode => ThemeCharacters::unicode(),
        Glyphs::Ascii => ThemeCharacters::ascii(),
    };
    let styles = match terminal.color {
        Color::On => ThemeStyles::ansi(),
        Color::Off => ThemeStyles::none(),
    };
    GraphicalTheme { characters, styles }
}

impl Render for Human {
    fn file(&self, report: &Report<'_>, out: &mut String) {
        for error in &report.errors {
            let view = View::new(report, error, self.text_width);
            // Writing to a string cannot fail.
            let _ = self.handler.render_report(out, &view);
            if let Some(note) = report.note {
                let _ = writeln!(out, "{}{note}", self.note);
            }
            out.push('\n');
        }
    }

    fn end(&self, summary: &Summary) -> Closing {
        let report = match self.verbosity {
            Verbosity::Normal => format!("{summary}\n"),
            Verbosity::Quiet => String::new(),
        };
        Closing {
            report,
            remark: None,
        }
    }
}

/// An error as miette is to show it.
#[derive(Debug)]
struct View<'a> {
    error: &'a Error,
    headline: String,
    excerpt: Excerpt,
}

impl<'a> View<'a> {
    fn new(report: &Report<'_>, error: &'a Error, width: usize) -> Self {
        let mut marks = vec![Mark {
            span: error.span(),
            label: error.label(),
        }];
        if let Some(related) = error.related() {
            marks.push(Mark {
                span: related.span,
                label: related.relation.label(),
            });
        }
        Self {
            error,
            headline: visible(&report.headline(error)).into_owned(),
            excerpt: Excerpt::new(&visible(report.name), report.source, &marks, width),
        }
    }
}

impl Diagnostic for View<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.error.code()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.error.help()?;
        Some(Box::new(visible(&help).into_owned()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpt.labels()))
    }
}

impl fmt::Display for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline)
    }
}

impl std::error::Error for View<'_> {}

#[cfg(test)]
mod tests;
