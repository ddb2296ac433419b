//! From a report to text: one module a format.

mod excerpt;
mod human;
mod json;
mod plain;

use std::borrow::Cow;

use crate::args::Format;
use crate::check::{Output, Report, Summary};
use crate::terminal::Terminal;

/// How much to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verbosity {
    /// Only what is wrong.
    Quiet,
    /// Also a summary, progress, and what is right where the format has a place for it.
    Normal,
}

/// An output format. Reports are rendered in many threads, and written in path order.
pub(crate) trait Render: Sync {
    /// Appends the report on one file, which may be nothing at all.
    fn file(&self, report: &Report<'_>, out: &mut String);

    /// Closes the run.
    fn end(&self, summary: &Summary, output: &mut Output<'_>);
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

/// What to print for a character: its control picture where it is a control character, U+FFFD
/// where it is invisible or turns text round, and itself otherwise.
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
        | '\u{feff}' => '\u{fffd}',
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
}
