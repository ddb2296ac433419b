//! Keys, strings, numbers and date-times as tomli-w and Python write them.

use alloc::string::String;

use super::super::datetime::DatetimeText;
use super::super::{Newlines, encode_float, scan};
use crate::{Datetime, Offset, Time};

/// Appends a key: bare where possible, else as a basic string.
#[inline]
pub(super) fn encode_key(key: &str, out: &mut String) {
    if scan::is_bare_key(key.as_bytes()) {
        out.push_str(key);
    } else {
        encode_string(key, Newlines::Escape, out);
    }
}

/// Appends a basic string, which is a multi-line one if it has newlines and they are to be kept.
#[inline]
pub(super) fn encode_string(text: &str, newlines: Newlines, out: &mut String) {
    if scan::needs_no_escape(text.as_bytes()) {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        encode_with_escapes(text, newlines, out);
    }
}

#[cold]
fn encode_with_escapes(text: &str, newlines: Newlines, out: &mut String) {
    let is_multiline = newlines == Newlines::Keep && text.contains('\n');
    out.push_str(if is_multiline { "\"\"\"\n" } else { "\"" });
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let is_control = (byte < 0x20 && byte != b'\t') || byte == 0x7f;
        if !is_control && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&text[start..at]);
        start = at + 1;
        match byte {
            b'\n' if is_multiline => out.push('\n'),
            b'\r' if is_multiline && text[start..].starts_with('\n') => {}
            _ => push_escape(byte, out),
        }
    }
    out.push_str(&text[start..]);
    out.push_str(if is_multiline { "\"\"\"" } else { "\"" });
}

/// `escaped = escape escape-seq-char`, with digits in lower case.
fn push_escape(byte: u8, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push('\\');
    match byte {
        b'"' | b'\\' => out.push(char::from(byte)),
        b'\n' => out.push('n'),
        b'\r' => out.push('r'),
        0x08 => out.push('b'),
        0x0c => out.push('f'),
        _ => {
            out.push_str("u00");
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Appends a float as Python's `repr` has it: the exponent has a sign and two digits at least.
///
/// The digits are the fewest that read back as the same float, as everywhere. Where two numbers of so
/// many digits are equally near, it is the one with an even digit at the end, which is not what the
/// standard library of Rust has.
pub(super) fn encode_float_signed(float: f64, out: &mut String) {
    if !float.is_finite() {
        return encode_float(float, out);
    }
    let mut buffer = zmij::Buffer::new();
    let text = buffer.format_finite(float);
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = unsigned.strip_prefix("0.0000");
    if let Some((first, rest)) = digits.and_then(|digits| digits.split_at_checked(1)) {
        out.push_str(if float < 0.0 { "-" } else { "" });
        out.push_str(first);
        out.push_str(if rest.is_empty() { "" } else { "." });
        out.push_str(rest);
        out.push_str("e-05");
        return;
    }
    match text.split_once("e-") {
        Some((mantissa, exponent)) if exponent.len() == 1 => {
            out.push_str(mantissa);
            out.push_str("e-0");
            out.push_str(exponent);
        }
        _ => out.push_str(text),
    }
}

/// Appends a date-time as Python's `isoformat(" ")` has it: six digits of the second's fraction or
/// none, `+00:00` for UTC.
pub(super) fn encode_datetime(datetime: &Datetime, out: &mut String) {
    if let Some(date) = datetime.date {
        out.push_str(DatetimeText::of_date(date).as_str());
    }
    if let Some(time) = datetime.time {
        out.push_str(if datetime.date.is_some() { " " } else { "" });
        let whole = Time {
            nanosecond: 0,
            ..time
        };
        out.push_str(DatetimeText::of_time(whole).as_str());
        push_microseconds(time.nanosecond / 1000, out);
    }
    if let Some(offset) = datetime.offset {
        let minutes = offset.minutes();
        out.push_str(DatetimeText::of_offset(Offset::Custom { minutes }).as_str());
    }
}

fn push_microseconds(microseconds: u32, out: &mut String) {
    if microseconds == 0 {
        return;
    }
    out.push('.');
    let mut unit = 100_000;
    while unit > 0 {
        let digit = microseconds / unit % 10;
        out.push(char::from(b'0' + digit as u8));
        unit /= 10;
    }
}

/// Whether a text is `[ minus ] digits` without leading zeros.
pub(super) fn is_integer(text: &str) -> bool {
    is_unsigned_integer(text.strip_prefix('-').unwrap_or(text))
}

/// Appends a decimal number as a float, which has a point or an exponent. False if it is no number.
pub(super) fn encode_decimal(text: &str, out: &mut String) -> bool {
    let lower = text.to_ascii_lowercase();
    let unsigned = lower.strip_prefix('-').unwrap_or(&lower);
    let (mantissa, exponent) = match unsigned.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let is_exponent = |text: &str| is_digits(text.strip_prefix(['+', '-']).unwrap_or(text));
    let is_number = is_unsigned_integer(whole)
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(is_exponent);
    if is_number {
        out.push_str(&lower);
        let is_float = fraction.is_some() || exponent.is_some();
        out.push_str(if is_float { "" } else { ".0" });
    }
    is_number
}

fn is_unsigned_integer(text: &str) -> bool {
    is_digits(text) && (text.len() == 1 || !text.starts_with('0'))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
