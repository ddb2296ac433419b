//! Which bytes belong to an item: its lines, the comments above it, the comment beside it.
//!
//! ```text
//! # of the document or table: a blank line sets it off        ─┐
//!                                                               │ stays
//! # of the item                        ◀ above                 ─┘
//! key = value   # of the item          ◀ line … end
//! ```
//!
//! A section is a header with all up to the comments of the next one; the root's section is what stands before the
//! first header. Everything that removes, moves, sorts or inserts asks here.

use toml_core::{Document, Kind, Span, StringForm, TableForm, ValueRef, key_spans};

use crate::lines::{self, line_end, line_start};
use crate::path::{Form, Place, form};

/// A line, or several, of the form `key = value`.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// Start of the comment lines above; of the pair's own line where there are none.
    pub(crate) above: usize,
    /// Start of the line with the key.
    pub(crate) line: usize,
    /// The segments of the key.
    pub(crate) keys: Vec<Span>,
    pub(crate) value: Span,
    /// Offset behind the newline of the last line.
    pub(crate) end: usize,
}

/// A header with its body.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Start of the comment lines above the header; of the header's line where there are none.
    pub(crate) above: usize,
    /// Start of the header's line.
    pub(crate) line: usize,
    /// The header with its brackets; none for the root.
    pub(crate) header: Option<Span>,
    /// Offset behind the header's line.
    pub(crate) body: usize,
    /// Offset behind the last line of the section that is not blank.
    pub(crate) content_end: usize,
    /// Where the next section begins with its comments, or where those that end the document do.
    pub(crate) end: usize,
}

/// The start of the comment lines right above a line.
pub(crate) fn comments_above(document: &Document<'_>, line: usize) -> usize {
    let source = document.source();
    let mut above = line;
    while let Some(before) = lines::line_before(source, above) {
        let text = lines::text_of(source, before);
        if !lines::is_comment(text) || may_be_string(text) && is_in_string(document, before) {
            break;
        }
        above = before;
    }
    above
}

/// Whether a line that looks like a comment could be the last line of a multi-line string.
fn may_be_string(line: &str) -> bool {
    line.contains("\"\"\"") || line.contains("'''")
}

/// Whether an offset is inside a multi-line string.
fn is_in_string(document: &Document<'_>, at: usize) -> bool {
    let mut open = vec![document.root().as_value()];
    while let Some(value) = open.pop() {
        let is_multiline = matches!(
            value.string_form(),
            Some(StringForm::MultilineBasic | StringForm::MultilineLiteral)
        );
        if is_multiline && value.span().range().contains(&at) {
            return true;
        }
        open.extend(value.children());
    }
    false
}

/// The lines of a pair that stands in a body, by its value.
pub(crate) fn pair(document: &Document<'_>, leaf: ValueRef<'_>) -> Pair {
    let source = document.source();
    let value = leaf.span();
    let key = leaf.key().map_or(value, |key| key.span());
    let line = line_start(source, key.start as usize);
    let start = line + lines::indent_of(source, line).len();
    Pair {
        above: comments_above(document, line),
        line,
        keys: key_spans(source, start),
        value,
        end: line_end(source, value.end as usize),
    }
}

/// The values that stand in a table's body or braces, those behind dotted keys included, in file order.
pub(crate) fn leaves(table: ValueRef<'_>) -> Vec<ValueRef<'_>> {
    let mut found = Vec::new();
    let mut open = vec![table];
    while let Some(value) = open.pop() {
        for child in value.children() {
            match form(child) {
                Form::Value => found.push(child),
                Form::Dotted => open.push(child),
                Form::Root | Form::Section => {}
            }
        }
    }
    if !found.is_sorted_by_key(|leaf| leaf.span().start) {
        found.sort_by_key(|leaf| leaf.span().start);
    }
    found
}

/// The last of the [`leaves`].
pub(crate) fn last_leaf(table: ValueRef<'_>) -> Option<ValueRef<'_>> {
    last_leaves(table).0
}

/// The last and the last but one of the [`leaves`].
pub(crate) fn last_leaves(table: ValueRef<'_>) -> (Option<ValueRef<'_>>, Option<ValueRef<'_>>) {
    let (mut last, mut before): (Option<ValueRef<'_>>, Option<ValueRef<'_>>) = (None, None);
    let is_later = |one: ValueRef<'_>, other: Option<ValueRef<'_>>| {
        other.is_none_or(|other| other.span().start < one.span().start)
    };
    let mut open = vec![table];
    while let Some(value) = open.pop() {
        for child in value.children() {
            match form(child) {
                Form::Dotted => open.push(child),
                Form::Value if is_later(child, last) => (last, before) = (Some(child), last),
                Form::Value if is_later(child, before) => before = Some(child),
                Form::Value | Form::Root | Form::Section => {}
            }
        }
    }
    (last, before)
}

/// The tables with headers of their own from an item on inwards, the item included, in file order.
pub(crate) fn headers(item: ValueRef<'_>) -> Vec<ValueRef<'_>> {
    let mut found = Vec::new();
    let mut open = vec![item];
    while let Some(value) = open.pop() {
        if value.table_form() == Some(TableForm::Header) {
            found.push(value);
        }
        let is_outer = |child: &ValueRef<'_>| !matches!(form(*child), Form::Value);
        if value.kind() == Kind::Table && form(value) != Form::Value || form(value) == Form::Section
        {
            open.extend(value.children().filter(is_outer));
        }
    }
    found.sort_by_key(|table| table.span().start);
    found
}

/// The section of a table that has a header, or of the root.
pub(crate) fn section(document: &Document<'_>, table: ValueRef<'_>) -> Section {
    let source = document.source();
    let header = (form(table) != Form::Root).then(|| table.span());
    let line = header.map_or(lines::file_start(source), |header| {
        line_start(source, header.start as usize)
    });
    let body = header.map_or(line, |header| line_end(source, header.end as usize));
    let pairs_end =
        last_leaf(table).map_or(body, |leaf| line_end(source, leaf.span().end as usize));
    let (content_end, end) = tail(source, pairs_end, pairs_end > line);
    Section {
        above: header.map_or(line, |_| comments_above(document, line)),
        line,
        header,
        body,
        content_end,
        end,
    }
}

/// From the last pair on: where the section's text ends, and where the next one begins.
///
/// Comments behind a blank line belong to the document, not to the section, unless there is nothing before them; so
/// do dividers between sections, which have a blank line behind them, too.
fn tail(source: &str, pairs_end: usize, has_text: bool) -> (usize, usize) {
    let (mut at, mut content_end) = (pairs_end, pairs_end);
    // The comment block that the scan is in, and what was before it; the first block behind a blank line.
    let (mut block, mut set_off) = (None, None);
    while at < source.len() {
        let next = line_end(source, at);
        let line = lines::text_of(source, at);
        if lines::is_blank(line) {
            block = None;
        } else if lines::is_comment(line) {
            if block.is_none() {
                block = Some((at, content_end));
                if at > content_end && set_off.is_none() {
                    set_off = block;
                }
            }
            content_end = next;
        } else {
            let (end, content_end) = match set_off {
                // Behind nothing, they are all that the section is.
                Some(divider) if has_text => divider,
                _ => block.unwrap_or((at, content_end)),
            };
            return (content_end, end);
        }
        at = next;
    }
    match set_off {
        Some((end, content_end)) if has_text => (content_end, end),
        _ => (content_end, source.len()),
    }
}

/// The last section of a table: its own, or that of the last header below it.
pub(crate) fn last_section(document: &Document<'_>, table: ValueRef<'_>) -> Option<Section> {
    let last = headers(table).pop();
    match last {
        Some(table) => Some(section(document, table)),
        None if form(table) == Form::Root => Some(section(document, table)),
        None => None,
    }
}

/// A leaf of a dotted table's owner, as text: the segments of its key from the start of its line or entry.
pub(crate) fn keys_of(source: &str, owner: &Place<'_>, leaf: ValueRef<'_>) -> Vec<Span> {
    let Some(key) = leaf.key() else {
        return Vec::new();
    };
    let start = if owner.is_inline() {
        entry_start(source, owner.value(), leaf)
    } else {
        let line = line_start(source, key.span().start as usize);
        line + lines::indent_of(source, line).len()
    };
    key_spans(source, start)
}

/// Where the entry of an inline table begins whose value is `leaf`.
fn entry_start(source: &str, table: ValueRef<'_>, leaf: ValueRef<'_>) -> usize {
    let before = leaves(table)
        .into_iter()
        .rfind(|other| other.span().start < leaf.span().start);
    let from = before.map_or(table.span().start as usize + 1, |other| {
        other.span().end as usize
    });
    skip_separator(source, from)
}

/// The offset behind white space, comments, newlines, and one comma among them.
pub(crate) fn skip_separator(source: &str, from: usize) -> usize {
    let mut at = skip_trivia(source, from);
    if source.as_bytes().get(at) == Some(&b',') {
        at = skip_trivia(source, at + 1);
    }
    at
}

fn skip_trivia(source: &str, from: usize) -> usize {
    let mut pieces = toml_core::trivia(source, from);
    while pieces.next().is_some() {}
    pieces.offset()
}
