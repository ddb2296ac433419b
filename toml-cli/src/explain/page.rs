//! The page on one code: rule, a wrong and a right example, section of the specification.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter};
use toml_core::{Error, ErrorKind, Example, ParseOptions};

use crate::render::{sentence, visible};
use crate::terminal::{Color, Terminal};

/// What text and examples are indented by.
const INDENT: &str = "  ";

/// A style where the terminal has colour, and none otherwise.
pub(super) fn paint(terminal: Terminal, style: Style) -> Style {
    match terminal.color {
        Color::On => style,
        Color::Off => Style::new(),
    }
}

/// The page on a code.
pub(super) fn of(kind: ErrorKind, terminal: Terminal) -> String {
    let explanation = kind.explanation();
    let mut text = String::new();
    heading(&mut text, terminal, Style::new().bold(), kind.code());
    paragraph(&mut text, terminal, &sentence(explanation.summary));
    text.push('\n');
    paragraph(&mut text, terminal, explanation.rule);
    if kind.is_valid_in_1_1() {
        text.push('\n');
        paragraph(
            &mut text,
            terminal,
            "TOML 1.1 accepts it: pass --toml 1.1 to `toml check`.",
        );
    }
    if let Some(example) = explanation.example {
        examples(&mut text, terminal, &example);
    }
    if let Some(section) = explanation.section {
        text.push('\n');
        let bold = paint(terminal, Style::new().bold());
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{bold}Specification{bold:#}: {}, {}",
            section.name, section.url
        );
    }
    text
}

fn examples(text: &mut String, terminal: Terminal, example: &Example) {
    let red = AnsiColor::Red.on_default().bold();
    let green = AnsiColor::Green.on_default().bold();
    text.push('\n');
    heading(text, terminal, red, "Wrong");
    code(text, &String::from_utf8_lossy(example.wrong));
    if let Err(error) = ParseOptions::default().parse_bytes(example.wrong) {
        text.push('\n');
        paragraph(text, terminal, &report(&error));
    }
    text.push('\n');
    heading(text, terminal, green, "Right");
    code(text, example.right);
}

/// What `toml check` says of the wrong example, in one line.
fn report(error: &Error) -> String {
    let at = error.start();
    let (message, help) = (error.message(), error.help());
    let mut line = format!(
        "line {} column {}: {}",
        at.line,
        at.column,
        visible(&message)
    );
    if let Some(help) = help {
        line.push_str("; ");
        line.push_str(&visible(&help));
    }
    line
}

fn heading(text: &mut String, terminal: Terminal, style: Style, words: &str) {
    let style = paint(terminal, style);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{style}{words}{style:#}");
}

/// Indented text, broken at spaces only: code in it is to be copied whole.
fn paragraph(text: &mut String, terminal: Terminal, words: &str) {
    let options = Options::new(terminal.width)
        .initial_indent(INDENT)
        .subsequent_indent(INDENT)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    text.push_str(&textwrap::fill(words, options));
    text.push('\n');
}

/// An example, with whatever cannot be seen made visible.
fn code(text: &mut String, source: &str) {
    for line in source.split_terminator('\n') {
        if !line.is_empty() {
            text.push_str(INDENT);
            text.push_str(&visible(line));
        }
        text.push('\n');
    }
}

#[cfg(test)]
mod tests;
