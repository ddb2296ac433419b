//! Keys and strings to text.
//!
//! The bytes that need care are searched for in blocks, and what lies between is copied whole.
//! They are all ASCII, so every cut is at a character's edge.

#![expect(
    clippy::needless_bitwise_bool,
    reason = "comparisons joined by `||` are not made into vector instructions"
)]

use alloc::string::String;

use super::scan;
use crate::StringForm;

/// Bytes that are looked at together: a width that compilers turn into vector instructions.
const BLOCK: usize = 32;

/// What becomes of the newlines in a string.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Newlines {
    /// They are written `\n`, the string stays on one line.
    #[default]
    Escape,
    /// They are kept, the string becomes a multi-line string.
    Keep,
}

/// Appends a key: bare where possible, else in quotes (TOML 1.0.0, "Keys").
///
/// ```
/// use toml_core::encode::encode_key;
///
/// let mut header = String::new();
/// encode_key("tool", &mut header);
/// header.push('.');
/// encode_key("my plugin", &mut header);
/// assert_eq!(header, r#"tool."my plugin""#);
/// ```
#[inline]
pub fn encode_key(key: &str, out: &mut String) {
    if scan::is_bare_key(key.as_bytes()) {
        out.push_str(key);
    } else {
        encode_quoted_key(key, out);
    }
}

#[cold]
fn encode_quoted_key(key: &str, out: &mut String) {
    encode_string(key, out);
}

/// Appends a string on one line: basic, or literal where that saves escapes (TOML 1.0.0, "String").
///
/// ```
/// use toml_core::encode::encode_string;
///
/// let mut line = String::new();
/// encode_string("it's plain\n", &mut line);
/// encode_string(r"C:\path", &mut line);
/// assert_eq!(line, r#""it's plain\n"'C:\path'"#);
/// ```
#[inline]
pub fn encode_string(text: &str, out: &mut String) {
    encode_string_by(text, choose_single_line, out);
}

/// Appends a string: basic where it needs no escapes, else in the form that `choose` says.
///
/// ```
/// use toml_core::StringForm;
/// use toml_core::encode::encode_string_by;
///
/// let mut line = String::new();
/// encode_string_by("plain", |_| StringForm::Literal, &mut line);
/// encode_string_by(r"\d+", |_| StringForm::Literal, &mut line);
/// assert_eq!(line, r#""plain"'\d+'"#);
/// ```
#[inline]
pub fn encode_string_by(text: &str, choose: impl FnOnce(&str) -> StringForm, out: &mut String) {
    if scan::needs_no_escape(text.as_bytes()) {
        quote(text, "\"", out);
    } else {
        encode_string_as(text, choose(text), out);
    }
}

/// The form that suits a text best.
///
/// Basic, unless a literal string saves escapes; multi-line where `newlines` are to be kept and
/// there are any.
///
/// ```
/// use toml_core::StringForm;
/// use toml_core::encode::{Newlines, choose_string_form};
///
/// assert_eq!(choose_string_form("plain", Newlines::Keep), StringForm::Basic);
/// assert_eq!(choose_string_form(r"\d+", Newlines::Keep), StringForm::Literal);
/// assert_eq!(choose_string_form("a\nb", Newlines::Keep), StringForm::MultilineBasic);
/// assert_eq!(choose_string_form("a\nb", Newlines::Escape), StringForm::Basic);
/// ```
#[must_use]
pub fn choose_string_form(text: &str, newlines: Newlines) -> StringForm {
    match newlines {
        Newlines::Keep if text.contains('\n') => choose_multiline(text),
        _ => choose_single_line(text),
    }
}

/// Whether a text can be written in a form. Both basic forms have escapes and can hold any text.
///
/// ```
/// use toml_core::StringForm;
/// use toml_core::encode::can_encode_as;
///
/// assert!(can_encode_as(r"C:\path", StringForm::Literal));
/// assert!(!can_encode_as("it's", StringForm::Literal));
/// assert!(can_encode_as("it's", StringForm::MultilineLiteral));
/// ```
#[must_use]
pub fn can_encode_as(text: &str, form: StringForm) -> bool {
    match form {
        StringForm::Basic | StringForm::MultilineBasic => true,
        StringForm::Literal => find(text, |byte| (byte == b'\'') | is_control(byte)).is_none(),
        StringForm::MultilineLiteral => {
            let is_forbidden = |byte| is_control(byte) & (byte != b'\n');
            find(text, is_forbidden).is_none() && !text.contains("'''")
        }
    }
}

/// Appends a string in a given form and returns the form it took.
///
/// That is another one where the text [cannot](can_encode_as) be written so: basic for literal,
/// multi-line basic for multi-line literal. A multi-line string starts on a line of its own if its
/// text has a newline. A carriage return is always escaped, as readers may drop it before a line
/// feed.
///
/// ```
/// use toml_core::StringForm;
/// use toml_core::encode::encode_string_as;
///
/// let mut text = String::new();
/// assert_eq!(encode_string_as("a\tb", StringForm::Literal, &mut text), StringForm::Literal);
/// assert_eq!(encode_string_as("it's", StringForm::Literal, &mut text), StringForm::Basic);
/// assert_eq!(text, "'a\tb'\"it's\"");
/// ```
pub fn encode_string_as(text: &str, form: StringForm, out: &mut String) -> StringForm {
    out.reserve(text.len() + 2);
    match form {
        StringForm::Literal if can_encode_as(text, form) => quote(text, "'", out),
        StringForm::Literal | StringForm::Basic => {
            encode_basic(text, out);
            return StringForm::Basic;
        }
        StringForm::MultilineLiteral if can_encode_as(text, form) => {
            out.push_str(opening(text, "'''\n"));
            out.push_str(text);
            out.push_str("'''");
        }
        StringForm::MultilineLiteral | StringForm::MultilineBasic => {
            encode_multiline_basic(text, out);
            return StringForm::MultilineBasic;
        }
    }
    form
}

fn choose_single_line(text: &str) -> StringForm {
    let saves_escapes = find(text, |byte| (byte == b'"') | (byte == b'\\')).is_some();
    // A tab could stand in a literal string, yet `\t` can be seen.
    let is_hindered = |byte| (byte == b'\'') | (byte == b'\t') | is_control(byte);
    if saves_escapes && find(text, is_hindered).is_none() {
        StringForm::Literal
    } else {
        StringForm::Basic
    }
}

fn choose_multiline(text: &str) -> StringForm {
    let saves_escapes = text.contains('\\') || text.contains("\"\"\"");
    // `''''` at the end is valid, yet hard to read and not known to readers of TOML 0.5.
    let is_clear = !text.ends_with('\'');
    if saves_escapes && is_clear && can_encode_as(text, StringForm::MultilineLiteral) {
        StringForm::MultilineLiteral
    } else {
        StringForm::MultilineBasic
    }
}

/// `basic-string = quotation-mark *basic-char quotation-mark`
fn encode_basic(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = find(rest, needs_escape) {
        out.push_str(&rest[..at]);
        push_escape(rest.as_bytes()[at], out);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

/// `ml-basic-string = ml-basic-string-delim [ newline ] ml-basic-body ml-basic-string-delim`
fn encode_multiline_basic(text: &str, out: &mut String) {
    out.push_str(opening(text, "\"\"\"\n"));
    let needs_care = |byte| needs_escape(byte) & (byte != b'\n') & (byte != b'\t');
    let mut rest = text;
    while let Some(at) = find(rest, needs_care) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let quotes = rest.bytes().take_while(|byte| *byte == b'"').count();
        if quotes == 0 {
            push_escape(rest.as_bytes()[0], out);
            rest = &rest[1..];
        } else {
            rest = &rest[quotes..];
            push_quotes(quotes, rest, out);
        }
    }
    out.push_str(rest);
    out.push_str("\"\"\"");
}

/// Appends a run of quotes inside a multi-line basic string, with `rest` behind it.
///
/// Every third is escaped, and one that would touch the closing delimiter.
fn push_quotes(count: usize, rest: &str, out: &mut String) {
    for number in 1..=count {
        let is_last = number == count && rest.is_empty();
        let is_escaped = number % 3 == 0 || is_last;
        out.push_str(if is_escaped { "\\\"" } else { "\"" });
    }
}

/// The opening delimiter for a text: with its newline where the text has one too, else without.
///
/// A newline right behind the delimiter is not part of the text, so one that is needs another.
fn opening<'d>(text: &str, with_newline: &'d str) -> &'d str {
    if text.contains('\n') {
        with_newline
    } else {
        with_newline.trim_end_matches('\n')
    }
}

fn quote(text: &str, delimiter: &str, out: &mut String) {
    out.push_str(delimiter);
    out.push_str(text);
    out.push_str(delimiter);
}

/// `escaped = escape escape-seq-char`
fn push_escape(byte: u8, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let short = match byte {
        b'"' => '"',
        b'\\' => '\\',
        b'\n' => 'n',
        b'\r' => 'r',
        b'\t' => 't',
        0x08 => 'b',
        0x0c => 'f',
        _ => {
            out.push_str("\\u00");
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
            return;
        }
    };
    out.push('\\');
    out.push(short);
}

/// The offset of the first byte that `is_wanted`.
///
/// The predicate is asked about each byte of a block without stopping, which compilers turn into
/// vector instructions where it is made of comparisons.
#[inline]
fn find(text: &str, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let any = |block: &[u8]| block.iter().fold(false, |any, byte| any | is_wanted(*byte));
    let mut blocks = bytes.chunks_exact(BLOCK);
    let clear = blocks.by_ref().take_while(|block| !any(block)).count();
    let start = clear * BLOCK;
    let found = bytes[start..].iter().position(|byte| is_wanted(*byte));
    found.map(|at| start + at)
}

/// Whether a byte of a basic string is written as an escape.
#[inline]
pub(super) fn needs_escape(byte: u8) -> bool {
    (byte < 0x20) | (byte == 0x7f) | (byte == b'"') | (byte == b'\\')
}

/// Whether a byte is a control character that TOML allows in no string as it is; newlines count.
#[inline]
fn is_control(byte: u8) -> bool {
    ((byte < 0x20) & (byte != b'\t')) | (byte == 0x7f)
}
