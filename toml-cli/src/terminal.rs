//! What the other end of the output is able to show. The only reader of the environment.

use std::io::{self, IsTerminal as _};

use crate::args::ColorChoice;

/// The width of reports where there is no terminal to ask, in columns.
const DEFAULT_WIDTH: usize = 80;
/// Reports wider than this are harder to read, in columns.
const MAX_WIDTH: usize = 120;
/// Narrower than this nothing sensible can be drawn, in columns.
const MIN_WIDTH: usize = 40;

/// How to draw reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Terminal {
    /// Whether to write ANSI colours.
    pub(crate) color: Color,
    /// Which characters to draw frames with.
    pub(crate) glyphs: Glyphs,
    /// Columns to use.
    pub(crate) width: usize,
}

/// Whether to write ANSI colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Color {
    /// Yes.
    On,
    /// No.
    Off,
}

/// Which characters to draw frames with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyphs {
    /// Box drawing characters.
    Unicode,
    /// `-`, `|` and the like.
    Ascii,
}

/// Where reports go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Standard output, which may be a terminal.
    Stdout,
    /// A file, which is none.
    File,
}

impl Terminal {
    /// Looks at the destination and the environment.
    pub(crate) fn detect(choice: ColorChoice, destination: Destination) -> Self {
        let stdout = (destination == Destination::Stdout).then(io::stdout);
        let is_terminal = stdout.as_ref().is_some_and(|stdout| stdout.is_terminal());
        let width = stdout
            .and_then(terminal_size::terminal_size_of)
            .map(|(width, _)| usize::from(width.0));
        Self {
            color: color(choice, is_terminal, variable),
            glyphs: glyphs(variable),
            width: width.unwrap_or(DEFAULT_WIDTH).clamp(MIN_WIDTH, MAX_WIDTH),
        }
    }
}

/// An environment variable, where set and not empty.
fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?.into_string().ok()?;
    (!value.is_empty()).then_some(value)
}

/// `--color`, then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether somebody is looking.
fn color(
    choice: ColorChoice,
    is_terminal: bool,
    variable: impl Fn(&str) -> Option<String>,
) -> Color {
    let on = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if variable("NO_COLOR").is_some() => false,
        ColorChoice::Auto if variable("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        ColorChoice::Auto => {
            let is_dumb = variable("TERM").is_some_and(|term| term == "dumb");
            let is_refused = variable("CLICOLOR").is_some_and(|value| value == "0");
            is_terminal && !is_dumb && !is_refused
        }
    };
    if on { Color::On } else { Color::Off }
}

/// Unicode, unless the locale names another encoding or the terminal is known to lack the characters.
fn glyphs(variable: impl Fn(&str) -> Option<String>) -> Glyphs {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(&variable);
    let is_utf8 = locale.is_none_or(|locale| locale.to_ascii_lowercase().contains("utf"));
    let is_limited = variable("TERM").is_some_and(|term| term == "dumb" || term == "linux");
    if is_utf8 && !is_limited {
        Glyphs::Unicode
    } else {
        Glyphs::Ascii
    }
}

#[cfg(test)]
mod tests;
