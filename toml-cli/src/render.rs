//! From a report to text: one module a format.

mod excerpt;
mod fingerprint;
mod gathered;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod lines;
mod plain;
mod region;
#[cfg(test)]
pub(crate) mod samples;
mod sarif;

use std::borrow::Cow;

use toml_core::Error;

use crate::args::Format;
use crate::check::{Report, Summary, Unreadable};
use crate::terminal::Terminal;

use gathered::Gathered;

/// How much to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verbosity {
    /// Only what is wrong.
    Quiet,
    /// Also a summary, progress, and what is right where the format has a place for it.
    Normal,
}

/// An output format. Reports are rendered in many threads, and written in path order. A format that
/// is one document gathers what it meets ([`Gathered`]), and writes it all at the end.
pub(crate) trait Render: Sync {
    /// Appends the report on one file, which may be nothing at all.
    fn file(&self, report: &Report<'_>, out: &mut String);

    /// Appends what is said of a file or folder that could not be read. Standard error names it in
    /// any case, which is enough for most formats.
    fn unreadable(&self, _: &Unreadable<'_>, _: &mut String) {}

    /// Closes the run.
    fn end(&self, summary: &Summary) -> Closing;
}

/// The last words of a run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Closing {
    /// What goes to the output behind the reports.
    pub(crate) report: String,
    /// A line for standard error.
    pub(crate) remark: Option<String>,
}

impl Closing {
    /// A document, and the summary on standard error, as the document has no place for it.
    fn document(report: String, verbosity: Verbosity, summary: &Summary) -> Self {
        let remark = (verbosity == Verbosity::Normal).then(|| summary.to_string());
        Self { report, remark }
    }
}

/// The renderer of a format.
pub(crate) fn for_format(
    format: Format,
    verbosity: Verbosity,
    terminal: Terminal,
) -> Box<dyn Render> {
    match format {
        Format::Human => Box::new(human::Human::new(verbosity, terminal)),
        Format::Plain => Box::new(plain::Plain::new(verbosity)),
        Format::Json => Box::new(json::Json::new(verbosity)),
        Format::Sarif => Box::new(sarif::Sarif::new(verbosity)),
        Format::Github => Box::new(github::Github::new(verbosity)),
        Format::Gitlab => Box::new(gitlab::Gitlab::new(verbosity)),
        Format::Junit => Box::new(junit::Junit::new(verbosity)),
    }
}

/// Text that is safe to print: whatever would move the cursor, change colours or hide is shown as a
/// character of its own.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| glyph(character) == character) {
        Cow::Borrowed(text)
    } else {
        text.chars().map(glyph).collect()
    }
}

/// As [`visible`] for text of several lines: line breaks and tabs stay. What is left can be written
/// in XML 1.0 as it is.
fn printable(text: &str) -> String {
    let kept = |character| match character {
        '\n' | '\r' | '\t' => character,
        _ => glyph(character),
    };
    text.chars().map(kept).collect()
}

/// The summary of an explanation as a sentence.
pub(crate) fn sentence(summary: &str) -> String {
    let mut characters = summary.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).chain(['.']).collect()
}

/// What an error says, what to do about it and the remark on its file, each on a line.
fn advice(report: &Report<'_>, error: &Error) -> String {
    let mut text = visible(&report.headline(error)).into_owned();
    if let Some(help) = error.help() {
        text.push_str("\nhelp: ");
        text.push_str(&visible(&help));
    }
    if let Some(note) = report.note {
        text.push_str("\nnote: ");
        text.push_str(note);
    }
    text
}

/// A file's name for programs that look it up in a repository: `a.toml` for `./a.toml`.
fn repository_path(name: &str) -> &str {
    let mut path = name;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    path
}

/// What to print for a character: its control picture where it is a control character, U+FFFD
/// where it is invisible, turns text round or is no character, and itself otherwise.
fn glyph(character: char) -> char {
    match character {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}' => '\u{fffd}',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visible_replaces_what_acts() {
        assert_eq!(
            visible("tab\t esc\x1b[31m bidi\u{202e} größe 表"),
            "tab␉ esc␛[31m bidi\u{fffd} größe 表"
        );
        assert!(matches!(visible("plain"), Cow::Borrowed("plain")));
    }

    #[test]
    fn printable_keeps_lines() {
        assert_eq!(
            printable("a\tb\r\n\0\x1b\u{fffe}表"),
            "a\tb\r\n␀␛\u{fffd}表"
        );
    }

    #[test]
    fn repository_path_has_no_leading_dot() {
        for (name, path) in [
            ("a.toml", "a.toml"),
            ("././a/./b.toml", "a/./b.toml"),
            (".//a.toml", "a.toml"),
            (".a/b.toml", ".a/b.toml"),
            ("../a.toml", "../a.toml"),
            ("/a.toml", "/a.toml"),
        ] {
            assert_eq!(repository_path(name), path);
        }
    }
}
