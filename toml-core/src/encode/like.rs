//! Values to text, spelled as another value of a document is.

#[cfg(test)]
mod tests;

use alloc::{format, string::String, vec::Vec};

use super::{
    DigitCase, IntegerFormat, encode_datetime, encode_float, encode_integer_as, encode_string_as,
    encode_value,
};
use crate::{Datetime, IntegerBase, Value, ValueRef};

/// Appends a value in the spelling of `model`, as far as that can hold it.
///
/// Integers keep base, width, digit case, a plus sign and the grouping by `_`; floats the exponent, grouping and
/// the zeros that fill up their decimals; strings the quotes; date-times the delimiter, the case of `t` and `z`, and the
/// digits of a fraction. Where the kinds differ, and for arrays and tables, as [`encode_value`].
///
/// ```
/// use toml_core::{Value, encode::encode_like};
///
/// let document = toml_core::parse("mode = 0o0644\nsize = 1_000\nname = 'a'\nday = 1979-05-27 07:32:00Z")?;
/// let like = |path: &str, value: Value| {
///     let mut text = String::new();
///     encode_like(&value, document.get(path).unwrap(), &mut text);
///     text
/// };
/// assert_eq!(like("mode", Value::from(8)), "0o0010");
/// assert_eq!(like("size", Value::from(2_500_000)), "2_500_000");
/// assert_eq!(like("name", Value::from("b")), "'b'");
/// let moon = "1969-07-20T20:17:40Z".parse::<toml_core::Datetime>()?;
/// assert_eq!(like("day", Value::from(moon)), "1969-07-20 20:17:40Z");
/// # Ok::<(), toml_core::Error>(())
/// ```
pub fn encode_like(value: &Value, model: ValueRef<'_>, out: &mut String) {
    match value {
        Value::String(text) => match model.string_form() {
            // A single-line form stays one: what it cannot hold is escaped.
            Some(form) => {
                encode_string_as(text, form, out);
            }
            None => out.push_str(&encode_value(value)),
        },
        Value::Integer(integer) => match model.integer_base() {
            Some(base) => push_integer_like(*integer, base, model.raw(), out),
            None => out.push_str(&encode_value(value)),
        },
        Value::Float(float) if model.as_f64().is_some() => {
            push_float_like(*float, model.raw(), out);
        }
        Value::Datetime(datetime) if model.as_datetime().is_some() => {
            push_datetime_like(datetime, model.raw(), out);
        }
        _ => out.push_str(&encode_value(value)),
    }
}

fn push_integer_like(integer: i64, base: IntegerBase, model: &str, out: &mut String) {
    let has_prefix = base != IntegerBase::Decimal;
    let digits = if has_prefix { &model[2..] } else { model };
    let format = IntegerFormat {
        base,
        width: digits.bytes().filter(u8::is_ascii_hexdigit).count().min(64) as u8,
        group: group_of(digits),
        case: if has_prefix && digits.bytes().any(|byte| byte.is_ascii_uppercase()) {
            DigitCase::Upper
        } else {
            DigitCase::Lower
        },
    };
    if integer >= 0 && model.starts_with('+') {
        out.push('+');
    }
    encode_integer_as(integer, format, out);
}

/// How many digits stand behind the last underscore; 0 where there is none.
fn group_of(digits: &str) -> u8 {
    let group = digits.rsplit_once('_').map_or(0, |(_, group)| group.len());
    u8::try_from(group).unwrap_or(0)
}

fn push_float_like(float: f64, model: &str, out: &mut String) {
    let text = float_like(float, model);
    // A spelling that rounds is no spelling of the value.
    let is_same = text
        .as_ref()
        .and_then(|text| text.replace('_', "").parse::<f64>().ok())
        .is_some_and(|read| read.to_bits() == float.to_bits());
    match text {
        Some(text) if is_same => out.push_str(&text),
        _ => encode_float(float, out),
    }
}

/// A finite float with the exponent, grouping and decimals of a model.
fn float_like(float: f64, model: &str) -> Option<String> {
    if !float.is_finite() || model.ends_with("inf") || model.ends_with("nan") {
        return None;
    }
    let (mantissa, exponent) = match model.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (model, None),
    };
    let mut text = if exponent.is_some() {
        format!("{float:e}")
    } else {
        format!("{float:?}")
    };
    let written = text.split_off(text.find('e').unwrap_or(text.len()));
    if exponent.is_none() && !written.is_empty() {
        return None;
    }
    fill_decimals(&mut text, mantissa);
    let mut grouped = grouped_like(&text, mantissa);
    if float.is_sign_positive() && mantissa.starts_with('+') {
        grouped.insert(0, '+');
    }
    if let Some(model_exponent) = exponent {
        grouped.push(if model.contains('E') { 'E' } else { 'e' });
        push_exponent_like(written.get(1..)?, model_exponent, &mut grouped);
    }
    Some(grouped)
}

/// Appends zeros up to the number of decimals of a mantissa that is itself filled up with them.
fn fill_decimals(text: &mut String, mantissa: &str) {
    let Some((_, decimals)) = mantissa.split_once('.') else {
        return;
    };
    if !decimals.ends_with('0') {
        return;
    }
    if !text.contains('.') {
        text.push('.');
    }
    let count = text
        .rsplit_once('.')
        .map_or(0, |(_, written)| written.len());
    text.extend(core::iter::repeat_n(
        '0',
        decimals.len().saturating_sub(count),
    ));
}

/// The digits before the point in groups, if those of the mantissa are.
fn grouped_like(text: &str, mantissa: &str) -> String {
    let whole = mantissa.split('.').next().unwrap_or(mantissa);
    let group = usize::from(group_of(whole));
    if group == 0 {
        return String::from(text);
    }
    let (digits, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = digits.split_at(usize::from(digits.starts_with('-')));
    let mut out = String::from(sign);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(group) {
            out.push('_');
        }
        out.push(digit);
    }
    out + rest
}

/// Appends an exponent with the plus sign and the width of another.
fn push_exponent_like(exponent: &str, model: &str, out: &mut String) {
    let digits = exponent.trim_start_matches('-');
    if digits.len() < exponent.len() {
        out.push('-');
    } else if model.starts_with('+') {
        out.push('+');
    }
    let width = model.bytes().filter(u8::is_ascii_digit).count();
    out.extend(core::iter::repeat_n(
        '0',
        width.saturating_sub(digits.len()),
    ));
    out.push_str(digits);
}

fn push_datetime_like(datetime: &Datetime, model: &str, out: &mut String) {
    let start = out.len();
    encode_datetime(datetime, out);
    let mut text = out.split_off(start);
    fill_fraction(&mut text, model);
    let has_small_zone = model.ends_with('z');
    let delimiter = model
        .bytes()
        .find(|byte| matches!(byte, b'T' | b't' | b' '));
    out.extend(text.chars().map(|character| match character {
        'T' => delimiter.map_or('T', char::from),
        'Z' if has_small_zone => 'z',
        _ => character,
    }));
}

/// Appends zeros to a fraction of a second, up to the number of digits that the model has.
fn fill_fraction(text: &mut String, model: &str) {
    let fraction = |text: &str| -> Option<(usize, usize)> {
        let start = text.find('.')? + 1;
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        Some((start, digits))
    };
    let Some((_, wanted)) = fraction(model) else {
        return;
    };
    // A fraction stands behind the seconds, which end the time.
    let (at, written) = match fraction(text) {
        Some((start, digits)) => (start + digits, digits),
        None => match text.rfind(':').filter(|_| text.matches(':').count() >= 2) {
            Some(colon) => {
                let seconds = text.match_indices(':').nth(1).map_or(colon, |(at, _)| at) + 3;
                text.insert(seconds, '.');
                (seconds + 1, 0)
            }
            None => return,
        },
    };
    let zeros: Vec<u8> = core::iter::repeat_n(b'0', wanted.saturating_sub(written)).collect();
    text.insert_str(at, core::str::from_utf8(&zeros).unwrap_or_default());
}
