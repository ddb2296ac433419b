//! A line of the source with bytes underlined, for reports and for messages that carry their source along.

use core::fmt::{self, Write};

use crate::{Position, Span};

/// The most characters of a line that are shown.
const WIDTH: usize = 100;
/// How many of them stand in front of what is underlined, where the line is longer.
const LEAD: usize = 40;

/// Displays the line in which a span starts, with a line number and an underline.
///
/// At most 100 characters of the line are shown, and of a span of several lines the first. Control
/// characters are replaced, so that it is safe to print.
///
/// ```
/// use toml_core::{Snippet, Span};
///
/// let source = "[server]\nport = \"abc\"\n";
/// assert_eq!(
///     Snippet::new(source, Span::new(16, 21)).to_string(),
///     "  |\n2 | port = \"abc\"\n  |        ^^^^^",
/// );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Snippet<'s> {
    source: &'s str,
    span: Span,
    numbers: Numbers,
    underline: char,
    label: &'static str,
    gutter: usize,
}

/// Whether the line is numbered.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Numbers {
    Shown,
    Hidden,
}

impl<'s> Snippet<'s> {
    /// The span is cut to what lies in the source and begins and ends with a character.
    #[must_use]
    pub fn new(source: &'s str, span: Span) -> Self {
        let floor = |offset: u32| {
            let mut offset = source.len().min(offset as usize);
            while !source.is_char_boundary(offset) {
                offset -= 1;
            }
            offset as u32
        };
        let (start, end) = (floor(span.start), floor(span.end));
        Self {
            source,
            span: Span::new(start, end.max(start)),
            numbers: Numbers::Shown,
            underline: '^',
            label: "",
            gutter: 0,
        }
    }

    /// The same without the line's number, for a text that is no file.
    #[must_use]
    pub fn without_number(self) -> Self {
        Self {
            numbers: Numbers::Hidden,
            ..self
        }
    }

    /// The same with other underlines, and a label behind them.
    pub(super) fn labelled(self, underline: char, label: &'static str) -> Self {
        Self {
            underline,
            label,
            ..self
        }
    }

    /// The same with line numbers as wide as those of a text of this many lines.
    pub(super) fn among(self, lines: usize) -> Self {
        Self {
            gutter: digit_count(lines),
            ..self
        }
    }

    /// The line's text up to the underlined part, that part, and the rest.
    fn split_line(&self) -> (&'s str, &'s str, &'s str) {
        let range = self.span.range();
        let line_start = self.source[..range.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let from_start = &self.source[range.start..];
        let line_end = from_start.find('\n').unwrap_or(from_start.len());
        let line_end = from_start[..line_end].trim_end_matches('\r').len();
        let (marked, rest) = from_start[..line_end].split_at(range.len().min(line_end));
        (&self.source[line_start..range.start], marked, rest)
    }
}

impl fmt::Display for Snippet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = Position::of(self.source.as_bytes(), self.span.start).line;
        let (before, marked, after) = self.split_line();
        let before = before.trim_start_matches('\u{feff}');
        let has_all =
            before.chars().count() + marked.chars().count() + after.chars().count() <= WIDTH;
        let (lead, before) = if has_all {
            ("", before)
        } else {
            last_characters(before, LEAD)
        };
        let room = if has_all { WIDTH } else { WIDTH - LEAD };
        let shown = marked.len() + after.len();
        let marked = first_characters(marked, room);
        let after = first_characters(after, room - marked.chars().count());
        let is_cut = marked.len() + after.len() < shown;
        let gutter = self.gutter.max(digit_count(number));

        writeln!(f, "{:gutter$} |", "")?;
        match self.numbers {
            Numbers::Shown => write!(f, "{number:gutter$} | {lead}")?,
            Numbers::Hidden => write!(f, "{:gutter$} | {lead}", "")?,
        }
        for character in before.chars().chain(marked.chars()).chain(after.chars()) {
            f.write_char(visible(character))?;
        }
        f.write_str(if is_cut { "..." } else { "" })?;
        write!(f, "\n{:gutter$} | ", "")?;
        for character in lead.chars().chain(before.chars()) {
            f.write_char(if character == '\t' { '\t' } else { ' ' })?;
        }
        (0..marked.chars().count().max(1)).try_for_each(|_| f.write_char(self.underline))?;
        if self.label.is_empty() {
            return Ok(());
        }
        write!(f, " {}", self.label)
    }
}

/// How many digits a number has.
fn digit_count(number: usize) -> usize {
    number.checked_ilog10().unwrap_or(0) as usize + 1
}

/// Control characters other than tabs could drive a terminal.
fn visible(character: char) -> char {
    if character.is_control() && character != '\t' {
        char::REPLACEMENT_CHARACTER
    } else {
        character
    }
}

fn first_characters(text: &str, count: usize) -> &str {
    let end = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The last characters, and dots in front where that is not all.
fn last_characters(text: &str, count: usize) -> (&'static str, &str) {
    let skipped = text.chars().count().saturating_sub(count);
    let start = text
        .char_indices()
        .nth(skipped)
        .map_or(text.len(), |(at, _)| at);
    (if skipped == 0 { "" } else { "..." }, &text[start..])
}
