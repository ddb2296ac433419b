//! What must hold of every error.

use toml_core::{Error, ErrorKind, Position, Span};

use super::ensure;

/// Checks that an error points into its source and speaks in the house style.
///
/// # Errors
/// The first violation.
pub fn check_error(source: &[u8], error: &Error) -> Result<(), String> {
    check_place(source, error.span())?;
    if let Some(related) = error.related() {
        check_place(source, related.span)?;
        ensure!(
            related.span != error.span(),
            "related place is the error itself: {error:?}"
        );
    }
    check_positions(source, error)?;
    let (code, kind) = (error.code(), error.kind());
    ensure!(code == kind.code(), "{code} is not the code of {kind:?}");
    let is_utf8 = std::str::from_utf8(source).is_ok();
    let is_about_utf8 = kind == ErrorKind::InvalidUtf8;
    ensure!(!(is_utf8 && is_about_utf8), "UTF-8 is {is_utf8}: {error:?}");
    check_words(error)
}

/// A span of an error lies in the source and does not cut a character.
fn check_place(source: &[u8], span: Span) -> Result<(), String> {
    ensure!(span.start <= span.end, "span {span} ends before it starts");
    ensure!(
        span.end as usize <= source.len(),
        "span {span} ends behind the source"
    );
    if let Ok(text) = std::str::from_utf8(source) {
        ensure!(
            text.get(span.range()).is_some(),
            "span {span} cuts a character"
        );
    }
    Ok(())
}

fn check_positions(source: &[u8], error: &Error) -> Result<(), String> {
    let (start, end) = (error.start(), error.end());
    let expected = place(source, error.span().start);
    ensure!(start == expected, "start is not {start:?}: {error:?}");
    let expected = place(source, error.span().end);
    ensure!(end == expected, "end is not {end:?}: {error:?}");
    Ok(())
}

fn check_words(error: &Error) -> Result<(), String> {
    let (message, line) = (error.message(), error.to_string());
    ensure!(
        line.starts_with(&message),
        "`{line}` does not start with `{message}`"
    );
    for text in [&message, &line].into_iter().chain(&error.help()) {
        ensure!(!text.is_empty(), "empty text: {error:?}");
        ensure!(!text.contains(['\n', '\r']), "more than one line: {text:?}");
        ensure!(!text.ends_with('.'), "full stop at the end: {text:?}");
    }
    ensure!(
        !message.starts_with(|first: char| first.is_ascii_uppercase()) || message.starts_with("U+"),
        "starts with an upper-case letter: {message:?}"
    );
    ensure!(!error.label().is_empty(), "empty label: {error:?}");
    Ok(())
}

/// Line and column, counted without help from the core: bytes that continue a character do not count, be they part of
/// one or not.
fn place(source: &[u8], offset: u32) -> Position {
    let before = &source[..offset as usize];
    let before = before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before);
    let line = before.rsplit(|byte| *byte == b'\n').next();
    let is_start = |byte: &&u8| !(0x80..0xc0).contains(*byte);
    Position {
        line: before.split(|byte| *byte == b'\n').count(),
        column: 1 + line.unwrap_or_default().iter().filter(is_start).count(),
    }
}
