//! Integers and floats to text.

use alloc::string::String;
use core::fmt::{self, Write};

use crate::IntegerBase;

/// The most digits of an integer: 64 bits in base 2.
const MAX_DIGITS: usize = 64;

/// The most digits of an integer of 64 bits in base 10, and one more to make pairs.
const MAX_DECIMAL_DIGITS: usize = 20;

/// How to write an integer.
///
/// ```
/// use toml_core::IntegerBase;
/// use toml_core::encode::{DigitCase, IntegerFormat, encode_integer_as};
///
/// let format = IntegerFormat {
///     base: IntegerBase::Hexadecimal,
///     width: 8,
///     group: 4,
///     case: DigitCase::Upper,
/// };
/// let mut text = String::new();
/// encode_integer_as(0xbeef, format, &mut text);
/// assert_eq!(text, "0x0000_BEEF");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IntegerFormat {
    /// The base; a negative integer is always decimal, as TOML has no sign for the others.
    pub base: IntegerBase,
    /// The least number of digits, filled up with zeros, at most 64. Means nothing for decimal,
    /// which has no leading zeros.
    pub width: u8,
    /// How many digits stand between two underscores, counted from the end; 0 for no underscores.
    pub group: u8,
    /// The case of hexadecimal digits.
    pub case: DigitCase,
}

/// The case of hexadecimal digits. The prefix `0x` is always lower case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DigitCase {
    /// `0xbeef`
    #[default]
    Lower,
    /// `0xBEEF`
    Upper,
}

impl Default for IntegerFormat {
    /// Plain decimal.
    fn default() -> Self {
        Self {
            base: IntegerBase::Decimal,
            width: 0,
            group: 0,
            case: DigitCase::Lower,
        }
    }
}

/// Appends a decimal integer (TOML 1.0.0, "Integer").
pub fn encode_integer(integer: i64, out: &mut String) {
    if integer < 0 {
        out.push('-');
    }
    let mut bytes = [0; MAX_DECIMAL_DIGITS];
    let mut rest = integer.unsigned_abs();
    let mut start = MAX_DECIMAL_DIGITS;
    while rest >= 10 {
        start -= 2;
        let pair = (rest % 100) as u8;
        bytes[start..start + 2].copy_from_slice(&[b'0' + pair / 10, b'0' + pair % 10]);
        rest /= 100;
    }
    if rest > 0 || start == MAX_DECIMAL_DIGITS {
        start -= 1;
        bytes[start] = b'0' + rest as u8;
    }
    out.push_str(core::str::from_utf8(&bytes[start..]).unwrap_or_default());
}

/// Appends a decimal integer that may need more than the 64 bits that readers have to accept.
pub fn encode_i128(integer: i128, out: &mut String) {
    match i64::try_from(integer) {
        Ok(integer) => encode_integer(integer, out),
        Err(_) => push_display(&integer, out),
    }
}

/// Appends a decimal integer without a sign that may need more than the 63 bits that readers have
/// to accept.
pub fn encode_u128(integer: u128, out: &mut String) {
    match i64::try_from(integer) {
        Ok(integer) => encode_integer(integer, out),
        Err(_) => push_display(&integer, out),
    }
}

/// Appends an integer in a given format (TOML 1.0.0, "Integer").
pub fn encode_integer_as(integer: i64, format: IntegerFormat, out: &mut String) {
    let magnitude = integer.unsigned_abs();
    let (prefix, mut digits) = match format.base {
        _ if integer < 0 => ("-", Digits::of::<10>(magnitude)),
        IntegerBase::Decimal => ("", Digits::of::<10>(magnitude)),
        IntegerBase::Hexadecimal => ("0x", Digits::of::<16>(magnitude)),
        IntegerBase::Octal => ("0o", Digits::of::<8>(magnitude)),
        IntegerBase::Binary => ("0b", Digits::of::<2>(magnitude)),
    };
    if prefix.starts_with('0') {
        digits.widen(format.width.into());
    }
    out.push_str(prefix);
    push_grouped(digits.text(format.case), format.group.into(), out);
}

/// Appends a float: the shortest text that reads back as the same value (TOML 1.0.0, "Float").
///
/// Always with a point or an exponent, so that it does not read back as an integer. NaN has
/// neither sign nor payload.
///
/// ```
/// use toml_core::encode::encode_float;
///
/// let encode = |float| {
///     let mut text = String::new();
///     encode_float(float, &mut text);
///     text
/// };
/// assert_eq!(encode(0.1), "0.1");
/// assert_eq!(encode(-0.0), "-0.0");
/// assert_eq!(encode(1e300), "1e300");
/// assert_eq!(encode(f64::NEG_INFINITY), "-inf");
/// ```
pub fn encode_float(float: f64, out: &mut String) {
    if float.is_nan() {
        out.push_str("nan");
    } else {
        push_debug(&float, out);
    }
}

/// Appends a single-precision float: the shortest text that reads back as the same `f32`.
///
/// ```
/// let mut text = String::new();
/// toml_core::encode::encode_f32(0.1, &mut text);
/// assert_eq!(text, "0.1", "and not 0.10000000149011612");
/// ```
pub fn encode_f32(float: f32, out: &mut String) {
    if float.is_nan() {
        out.push_str("nan");
    } else {
        push_debug(&float, out);
    }
}

/// `Debug` of floats is what TOML wants: shortest, `1.0`, `1e300`, `2.5e-7`, `inf`, `-inf`.
fn push_debug(float: &dyn fmt::Debug, out: &mut String) {
    let written = write!(out, "{float:?}");
    debug_assert!(written.is_ok(), "a String takes everything");
}

#[cold]
fn push_display(integer: &dyn fmt::Display, out: &mut String) {
    let written = write!(out, "{integer}");
    debug_assert!(written.is_ok(), "a String takes everything");
}

fn push_grouped(digits: &str, group: usize, out: &mut String) {
    if group == 0 {
        return out.push_str(digits);
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(group) {
            out.push('_');
        }
        out.push(digit);
    }
}

/// The digits of a number, at the end of a buffer filled with zeros.
struct Digits {
    bytes: [u8; MAX_DIGITS],
    start: usize,
}

impl Digits {
    #[inline]
    fn of<const BASE: u64>(mut number: u64) -> Self {
        let mut bytes = [b'0'; MAX_DIGITS];
        let mut start = MAX_DIGITS;
        loop {
            start -= 1;
            let digit = (number % BASE) as u8;
            bytes[start] = digit + if digit < 10 { b'0' } else { b'a' - 10 };
            number /= BASE;
            if number == 0 {
                return Self { bytes, start };
            }
        }
    }

    fn widen(&mut self, width: usize) {
        self.start = self.start.min(MAX_DIGITS.saturating_sub(width));
    }

    fn text(&mut self, case: DigitCase) -> &str {
        let digits = &mut self.bytes[self.start..];
        if case == DigitCase::Upper {
            digits.make_ascii_uppercase();
        }
        core::str::from_utf8(digits).unwrap_or_default()
    }
}
