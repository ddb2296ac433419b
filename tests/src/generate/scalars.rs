//! Scalars and keys as TOML text, in every spelling that means the same.

use toml_core::Datetime;

use super::layout::Layout;

/// A key segment: bare where it can be, or in quotes.
pub(super) fn key(layout: &mut Layout<'_>, key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let choice = layout.pick(4);
    if choice < 2 && !key.is_empty() && key.chars().all(bare) {
        key.to_string()
    } else if choice == 2 && key.chars().all(is_literal) {
        format!("'{key}'")
    } else {
        basic(layout, key)
    }
}

/// A string in one of its four forms.
pub(super) fn string(layout: &mut Layout<'_>, text: &str) -> String {
    let choice = layout.pick(4);
    let newline = layout.newline;
    // A line end may follow the opening quotes, and must where the text starts with one.
    let start = if text.starts_with('\n') || layout.pick(2) == 1 {
        newline
    } else {
        ""
    };
    match choice {
        1 if text.chars().all(is_literal) => format!("'{text}'"),
        2 => format!("\"\"\"{start}{}\"\"\"", multiline_basic(layout, text)),
        3 if is_multiline_literal(text) => format!("'''{start}{}'''", text.replace('\n', newline)),
        _ => basic(layout, text),
    }
}

/// An integer in any base that has it.
pub(super) fn integer(layout: &mut Layout<'_>, number: i64) -> String {
    match layout.pick(8) {
        1 if number >= 0 => format!("+{number}"),
        2 => grouped(&number.to_string()),
        3 if number >= 0 => format!("0x{number:x}"),
        4 if number >= 0 => format!("0x00{number:X}"),
        5 if number >= 0 => format!("0o{number:o}"),
        6 if number >= 0 => format!("0b{}", grouped(&format!("{number:b}"))),
        _ => number.to_string(),
    }
}

/// A float in any spelling.
pub(super) fn float(layout: &mut Layout<'_>, number: f64) -> String {
    let choice = layout.pick(5) as usize;
    if number.is_nan() {
        return ["nan", "+nan", "-nan", "nan", "nan"][choice].to_string();
    }
    let plus = if number.is_sign_positive() && choice == 1 {
        "+"
    } else {
        ""
    };
    if number.is_infinite() {
        return format!("{plus}{}inf", if number < 0.0 { "-" } else { "" });
    }
    match choice {
        2 => format!("{number:e}"),
        3 => format!("{number:E}"),
        4 => format!("{number:e}")
            .replace('e', "e+0")
            .replace("e+0-", "e-00"),
        _ => format!("{plus}{number:?}"),
    }
}

/// A date-time with any delimiter, case and number of zeros behind its fraction.
pub(super) fn datetime(layout: &mut Layout<'_>, moment: Datetime) -> String {
    let mut text = moment.to_string();
    text = text.replace('T', ["T", "t", " "][layout.pick(3) as usize]);
    if layout.pick(2) == 1 {
        text = text.replace('Z', "z");
    }
    if let (Some(point), 1) = (text.find('.'), layout.pick(3)) {
        text.insert_str(fraction_end(&text, point), "000000000000");
    }
    text
}

/// Where the digits behind a point end.
fn fraction_end(text: &str, point: usize) -> usize {
    let digits = text[point + 1..]
        .chars()
        .take_while(char::is_ascii_digit)
        .count();
    point + 1 + digits
}

/// A decimal number with underscores, where it has enough digits.
fn grouped(digits: &str) -> String {
    match digits.len() {
        0..=3 => digits.to_string(),
        length => format!("{}_{}", &digits[..length - 2], &digits[length - 2..]),
    }
}

/// Whether a literal string may contain a character.
fn is_literal(c: char) -> bool {
    c != '\'' && (c == '\t' || !is_control(c))
}

fn is_multiline_literal(text: &str) -> bool {
    !text.contains("'''")
        && text
            .chars()
            .all(|c| c == '\'' || c == '\n' || is_literal(c))
}

/// The characters that TOML allows only as escapes; U+0080 to U+009F are allowed.
fn is_control(c: char) -> bool {
    c < ' ' || c == '\u{7f}'
}

fn basic(layout: &mut Layout<'_>, text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        let must_escape = c == '"' || c == '\\' || c != '\t' && is_control(c);
        if must_escape || layout.pick(20) == 19 {
            out += &escape(layout, c);
        } else {
            out.push(c);
        }
    }
    out + "\""
}

fn multiline_basic(layout: &mut Layout<'_>, text: &str) -> String {
    let mut out = String::new();
    let mut quotes = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        let must_escape = quotes == 3 || c == '\\' || !matches!(c, '\t' | '\n') && is_control(c);
        if must_escape || layout.pick(20) == 19 {
            out += &escape(layout, c);
            quotes = 0;
        } else if c == '\n' {
            out += layout.newline;
        } else {
            out.push(c);
        }
        let is_blank_next = characters
            .peek()
            .is_some_and(|next| matches!(next, ' ' | '\t' | '\n'));
        if !is_blank_next && layout.pick(20) == 19 {
            out += &["\\ ", layout.newline, "\t", layout.newline, "  "].concat();
            quotes = 0;
        }
    }
    out
}

fn escape(layout: &mut Layout<'_>, c: char) -> String {
    let code = u32::from(c);
    let short = match c {
        '\u{8}' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\u{c}' => "\\f",
        '\r' => "\\r",
        '"' => "\\\"",
        '\\' => "\\\\",
        _ => "",
    };
    match layout.pick(3) {
        0 if !short.is_empty() => short.to_string(),
        1 => format!("\\U{code:08x}"),
        _ if code <= 0xffff => format!("\\u{code:04X}"),
        _ => format!("\\U{code:08X}"),
    }
}
