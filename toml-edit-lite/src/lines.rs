//! Lines of a text: where they start and end, and what ends them. Knows no tables.

use toml_core::{Span, TriviaKind, trivia};

/// The offset behind a byte order mark.
pub(crate) fn file_start(source: &str) -> usize {
    if source.starts_with('\u{feff}') { 3 } else { 0 }
}

/// Where the line with an offset starts.
pub(crate) fn line_start(source: &str, at: usize) -> usize {
    match source.as_bytes()[..at]
        .iter()
        .rposition(|byte| *byte == b'\n')
    {
        Some(newline) => newline + 1,
        None => file_start(source).min(at),
    }
}

/// The offset behind the newline of the line with an offset, or the end of the text.
pub(crate) fn line_end(source: &str, at: usize) -> usize {
    match source.as_bytes()[at..]
        .iter()
        .position(|byte| *byte == b'\n')
    {
        Some(newline) => at + newline + 1,
        None => source.len(),
    }
}

/// The line before the one that starts at an offset: its start.
pub(crate) fn line_before(source: &str, start: usize) -> Option<usize> {
    (start > file_start(source)).then(|| line_start(source, start - 1))
}

/// A line without its newline.
pub(crate) fn text_of(source: &str, start: usize) -> &str {
    let line = &source[start..line_end(source, start)];
    line.strip_suffix('\n')
        .map_or(line, |line| line.strip_suffix('\r').unwrap_or(line))
}

pub(crate) fn is_blank(line: &str) -> bool {
    line.bytes()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

pub(crate) fn is_comment(line: &str) -> bool {
    line.trim_start_matches([' ', '\t']).starts_with('#')
}

/// The spaces and tabs that a line starts with.
pub(crate) fn indent_of(source: &str, start: usize) -> &str {
    let line = text_of(source, start);
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The start of the first line from `start` on that is not blank, at most `end`.
pub(crate) fn skip_blank_lines(source: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end && is_blank(text_of(source, at)) {
        at = line_end(source, at);
    }
    at.min(end)
}

/// The start of the first of the blank lines right before `start`.
pub(crate) fn skip_blank_lines_back(source: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(before) = line_before(source, at) {
        if !is_blank(text_of(source, before)) {
            break;
        }
        at = before;
    }
    at
}

/// What ends the lines round an offset; that of the text's first line where there is none before.
pub(crate) fn newline_near(source: &str, at: usize) -> &'static str {
    let before = &source.as_bytes()[..at];
    let newline = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .or_else(|| source.bytes().position(|byte| byte == b'\n'));
    match newline {
        Some(newline) if newline > 0 && source.as_bytes()[newline - 1] == b'\r' => "\r\n",
        _ => "\n",
    }
}

/// The comment behind a value or header that ends at an offset, on the same line.
pub(crate) fn comment_behind(source: &str, at: usize) -> Option<Span> {
    trivia(source, at)
        .take_while(|(kind, _)| *kind != TriviaKind::Newline)
        .find(|(kind, _)| *kind == TriviaKind::Comment)
        .map(|(_, span)| span)
}

/// A text of several lines with other line ends.
pub(crate) fn with_newlines(text: &str, newline: &str) -> String {
    let unix = text.replace("\r\n", "\n");
    if newline == "\n" {
        unix
    } else {
        unix.replace('\n', newline)
    }
}
