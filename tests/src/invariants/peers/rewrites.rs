//! Documents without what we and a peer read otherwise on purpose, and else the same.

use toml_core::{ErrorKind, ParseOptions, Version, trivia};

/// Most changes of one kind; a document with more is left as it is then.
const MAX_CHANGES: usize = 500;

fn options() -> ParseOptions {
    ParseOptions {
        version: Version::V1_1,
        ..ParseOptions::default()
    }
}

/// Line feeds instead of CRLF.
pub(super) fn with_line_feeds(source: &str) -> String {
    source.replace("\r\n", "\n")
}

/// Second 59 instead of 60.
pub(super) fn without_leap_seconds(source: &str) -> String {
    source.replace(":60", ":59")
}

/// A space instead of the line ends and comments that stand between a key, `=` and a value.
pub(super) fn with_one_line_entries(source: &str) -> String {
    let mut text = source.to_owned();
    for _ in 0..MAX_CHANGES {
        let Err(error) = options().parse(&text) else {
            break;
        };
        let is_cut = matches!(
            error.kind(),
            ErrorKind::MissingEquals | ErrorKind::MissingValue
        );
        let start = error.span().end as usize;
        let mut pieces = trivia(&text, start);
        while pieces.next().is_some() {}
        let end = pieces.offset();
        if !is_cut || !text[start..end].contains('\n') {
            break;
        }
        text.replace_range(start..end, " ");
    }
    text
}

/// `inf` instead of digits that mean it.
pub(super) fn with_infinite_floats(source: &str) -> String {
    let Ok(document) = options().parse(source) else {
        return source.to_owned();
    };
    let mut spans = Vec::new();
    let mut open = vec![document.root().as_value()];
    while let Some(value) = open.pop() {
        open.extend(value.children());
        if value.as_f64().is_some_and(f64::is_infinite) {
            spans.push(value.span().range());
        }
    }
    spans.sort_by_key(|span| span.start);
    let mut text = source.to_owned();
    for span in spans.into_iter().rev() {
        let sign = if text[span.clone()].starts_with('-') {
            "-inf"
        } else {
            "inf"
        };
        text.replace_range(span, sign);
    }
    text
}
