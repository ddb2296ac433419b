//! Lines of a document as tomlkit shows them: comments and blank lines as items among the keys.

use pyo3::IntoPyObject;
use toml_core::{Document, TableForm, TableRef, TriviaKind, ValueRef, trivia as pieces_of};

/// Indent, the gap before the comment, the comment, and the end of the line that an item stands on.
pub(super) fn trivia<'d>(
    source: &'d str,
    value: ValueRef<'d>,
) -> (&'d str, &'d str, &'d str, &'d str) {
    let header = value.as_table().and_then(TableRef::header_span);
    let start = match (header, value.key()) {
        (Some(header), _) => header.start,
        (None, Some(key)) => key.span().start,
        (None, None) => value.span().start,
    };
    let end = header.map_or(value.span().end, |header| header.end) as usize;
    let line = source[..start as usize].rfind('\n').map_or(0, |at| at + 1);
    let indent = &source[line..];
    let indent = &indent[..indent.len() - indent.trim_start_matches([' ', '\t']).len()];
    let (mut gap, mut comment, mut newline) = ("", "", "");
    for (kind, span) in pieces_of(source, end) {
        let text = &source[span.range()];
        match kind {
            TriviaKind::Comment => (gap, comment) = (&source[end..span.start as usize], text),
            TriviaKind::Newline => {
                newline = text;
                break;
            }
            TriviaKind::Blank => {}
        }
    }
    (indent, gap, comment, newline)
}

/// What stands on a line of a body: a kind and a name or text; for a key its own text, and what stands between it and the value.
#[derive(IntoPyObject)]
pub(super) struct BodyLine(&'static str, String, String, String);

impl BodyLine {
    fn trivia(kind: &'static str, text: String) -> Self {
        Self(kind, text, String::new(), String::new())
    }

    fn key(source: &str, table: TableRef<'_>, key: &str) -> Self {
        let (mut text, mut gap) = (String::new(), " = ");
        if let Some((found, value)) = table.get_key_value(key) {
            found.raw().clone_into(&mut text);
            let is_value = first_line(source, value).is_some()
                && value.table_form() != Some(TableForm::Dotted);
            if is_value {
                gap = &source[found.span().end as usize..value.span().start as usize];
            }
        }
        Self("key", key.to_owned(), text, gap.to_owned())
    }
}

/// Where a body ends.
#[derive(Clone, Copy)]
pub(super) enum BodyEnd {
    /// At the next header.
    Header,
    /// At the comments right above that.
    Comments,
}

/// A table's keys in the order of the text, with the comments and blank lines between them.
///
/// Comments right above the next header belong to that, so they may be left away.
pub(super) fn body(document: &Document<'_>, table: TableRef<'_>, end: BodyEnd) -> Vec<BodyLine> {
    let source = document.source();
    let mut keys: Vec<(usize, usize, &str)> = Vec::new();
    let mut sections: Vec<&str> = Vec::new();
    for (key, value) in table {
        match first_line(source, value) {
            Some((start, end)) => keys.push((start, end, key.as_str())),
            None => sections.push(key.as_str()),
        }
    }
    keys.sort_unstable();
    let mut items = Vec::new();
    if matches!(table.form(), TableForm::Root | TableForm::Header) {
        let mut at = table
            .header_span()
            .map_or(0, |header| line_end(source, header.end as usize));
        for (start, end, key) in keys {
            lines(source, at, start, &mut items);
            items.push(BodyLine::key(source, table, key));
            at = end.max(at);
        }
        let next = match end {
            BodyEnd::Header => next_header(document, at),
            BodyEnd::Comments => comments_above(source, next_header(document, at), at),
        };
        lines(source, at, next, &mut items);
    } else {
        items.extend(
            keys.iter()
                .map(|(.., key)| BodyLine::key(source, table, key)),
        );
    }
    items.extend(sections.iter().map(|key| BodyLine::key(source, table, key)));
    items
}

/// The lines of a child that stands in the body; of one that dotted keys name, those of the first of them.
fn first_line(source: &str, value: ValueRef<'_>) -> Option<(usize, usize)> {
    match (value.table_form(), value.array_form()) {
        (Some(TableForm::Header | TableForm::Implicit), _)
        | (_, Some(toml_core::ArrayForm::OfTables)) => None,
        (Some(TableForm::Dotted), _) => {
            value.children().find_map(|child| first_line(source, child))
        }
        _ => {
            let start = value.key().map_or(value.span(), |key| key.span()).start as usize;
            let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
            Some((line, line_end(source, value.span().end as usize)))
        }
    }
}

fn line_end(source: &str, at: usize) -> usize {
    source[at..]
        .find('\n')
        .map_or(source.len(), |end| at + end + 1)
}

/// Comment lines, and runs of blank lines.
fn lines(source: &str, from: usize, to: usize, items: &mut Vec<BodyLine>) {
    let mut blank = String::new();
    for line in source[from.min(to)..to].split_inclusive('\n') {
        let text = line.trim();
        if text.is_empty() {
            blank.push_str(line);
            continue;
        }
        if !blank.is_empty() {
            items.push(BodyLine::trivia("blank", std::mem::take(&mut blank)));
        }
        if text.starts_with('#') {
            items.push(BodyLine::trivia("comment", text.to_owned()));
        }
    }
    if !blank.is_empty() {
        items.push(BodyLine::trivia("blank", blank));
    }
}

/// Where the next header's line starts.
fn next_header(document: &Document<'_>, at: usize) -> usize {
    let source = document.source();
    let mut next = source.len();
    let mut open = vec![document.root().as_value()];
    while let Some(value) = open.pop() {
        let header = value.as_table().and_then(TableRef::header_span);
        if let Some(start) = header.map(|header| header.start as usize)
            && start >= at
        {
            next = next.min(source[..start].rfind('\n').map_or(0, |line| line + 1));
        }
        open.extend(value.children());
    }
    next
}

/// The start of the comment lines right above a header's line, not before `from`; the end of a text stays.
fn comments_above(source: &str, line: usize, from: usize) -> usize {
    let mut at = line;
    while at > from && at < source.len() {
        let before = source[..at - 1].rfind('\n').map_or(0, |end| end + 1);
        if !source[before..at].trim_start().starts_with('#') {
            break;
        }
        at = before;
    }
    at.max(from)
}
