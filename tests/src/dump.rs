//! A document's tree as text, one line for each value, for snapshots.

use std::fmt::Write;

use toml_core::{ArrayRef, Document, KeyRef, Kind, TableRef, ValueRef};

/// The tree of a document: path, kind, form, span, key span, raw text and decoded value.
///
/// ```text
/// server: table header @0..8 `[server]`, key @1..7 `server`, 1 item
/// server.port: integer decimal @16..20 `8000` = 8000, key @9..13 `port`
/// ```
#[must_use]
pub fn dump(document: &Document<'_>) -> String {
    let mut out = String::new();
    let root = document.root();
    let (span, count) = (root.as_value().span(), items(root.len()));
    line(&mut out, format_args!("root: table @{span}, {count}"));
    children(&mut out, "", root.as_value());
    out
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(out, "{text}").expect("writing to a string does not fail");
}

fn children(out: &mut String, path: &str, parent: ValueRef<'_>) {
    for (key, value) in parent.as_table().into_iter().flatten() {
        let dot = if path.is_empty() { "" } else { "." };
        node(out, &format!("{path}{dot}{}", segment(&key)), value);
    }
    for (index, value) in parent.as_array().into_iter().flatten().enumerate() {
        node(out, &format!("{path}[{index}]"), value);
    }
}

fn node(out: &mut String, path: &str, value: ValueRef<'_>) {
    let (form, span, raw) = (form(value), value.span(), shown(value.raw()));
    let key = value.key().map(key).unwrap_or_default();
    let content = content(value);
    line(
        out,
        format_args!("{path}: {form} @{span} `{raw}`{content}{key}"),
    );
    children(out, path, value);
}

fn key(key: KeyRef<'_>) -> String {
    let decoded = match key.text_span() {
        Some(span) => format!("text @{span}"),
        None => "decoded".to_string(),
    };
    let text = if key.raw() == key.as_str() {
        String::new()
    } else {
        format!(" = {:?}, {decoded}", key.as_str())
    };
    format!(", key @{} `{}`{text}", key.span(), shown(key.raw()))
}

/// What the value is once decoded.
fn content(value: ValueRef<'_>) -> String {
    if let Some(text) = value.as_str() {
        let decoded = match value.text_span() {
            Some(span) => format!("text @{span}"),
            None => "decoded".to_string(),
        };
        return format!(" = {text:?}, {decoded}");
    }
    if let Some(number) = value.as_i64() {
        return format!(" = {number}");
    }
    if let Some(number) = value.as_f64() {
        return format!(" = {number:?}");
    }
    if let Some(truth) = value.as_bool() {
        return format!(" = {truth}");
    }
    if let Some(moment) = value.as_datetime() {
        return format!(" = {moment}");
    }
    let table = value.as_table().map(TableRef::len);
    let count = table.or(value.as_array().map(ArrayRef::len));
    format!(", {}", items(count.unwrap_or_default()))
}

fn form(value: ValueRef<'_>) -> String {
    let form = match value.kind() {
        Kind::String => value.string_form().map(|form| format!("{form:?}")),
        Kind::Integer => value.integer_base().map(|base| format!("{base:?}")),
        Kind::Array => value.array_form().map(|form| format!("{form:?}")),
        Kind::Table => value.table_form().map(|form| format!("{form:?}")),
        Kind::Float | Kind::Boolean | Kind::Datetime | Kind::Error => None,
    };
    let kind = format!("{:?}", value.kind());
    match form {
        Some(form) => format!("{} {}", hyphenated(&kind), hyphenated(&form)),
        None => hyphenated(&kind),
    }
}

/// `OfTables` as `of-tables`.
fn hyphenated(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// Source text on one line: line ends and tabs as symbols, other control characters as escapes.
fn shown(raw: &str) -> String {
    let shown = raw.chars().map(|c| match c {
        '\n' => "␊".to_string(),
        '\r' => "␍".to_string(),
        '\t' => "␉".to_string(),
        c if c.is_control() || c == '\u{feff}' => c.escape_unicode().to_string(),
        c => c.to_string(),
    });
    shown.collect()
}

fn items(count: usize) -> String {
    match count {
        1 => "1 item".to_string(),
        _ => format!("{count} items"),
    }
}

/// A key as it may stand in a path.
fn segment(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !key.is_empty() && key.chars().all(bare) {
        key.to_string()
    } else {
        format!("{key:?}")
    }
}
