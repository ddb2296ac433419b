//! An error as a person sees it: the graphical report without colour, 80 columns wide.

use miette::{GraphicalReportHandler, GraphicalTheme, NamedSource, Report};
use textwrap::{WordSeparator, WordSplitter};
use toml_core::Error;

/// The report of an error with its snippet, and the line that `Display` writes.
///
/// # Panics
/// When the report cannot be rendered.
#[must_use]
pub fn render(name: &str, source: &[u8], error: &Error) -> String {
    let line = error.to_string();
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor())
        .with_width(80)
        .with_links(false)
        .with_word_separator(WordSeparator::AsciiSpace)
        .with_word_splitter(WordSplitter::NoHyphenation)
        .without_syntax_highlighting();
    let source = NamedSource::new(name, printable(source));
    let report = Report::new(error.clone()).with_source_code(source);
    let mut text = String::new();
    handler
        .render_report(&mut text, report.as_ref())
        .expect("writing to a string does not fail");
    // A snapshot is read in a pager and compared in a diff: keep what cannot be seen visible.
    format!(
        "{line}\n\n{}",
        text.replace('\r', "␍")
            .replace(|c: char| c.is_control() && c != '\n', "�")
    )
}

/// The source as text, each byte that is not UTF-8 as one `?`, so that offsets stay.
///
/// Ends with a newline, as miette does not mark the end of a last line without one.
fn printable(source: &[u8]) -> String {
    let mut text = String::with_capacity(source.len());
    for chunk in source.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
