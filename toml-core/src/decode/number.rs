//! Integers and floats from text that the lexer has recognised.

use alloc::string::String;

/// The value of a decimal integer with optional sign and underscores; `None` outside 64 bits.
pub(crate) fn decimal(raw: &[u8]) -> Option<i64> {
    let (is_negative, digits) = match raw {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, raw),
    };
    let magnitude = radix(digits, 10)?;
    if is_negative {
        0i64.checked_sub_unsigned(magnitude)
    } else {
        i64::try_from(magnitude).ok()
    }
}

/// The value of a hexadecimal, octal or binary integer with its two-character prefix; `None` outside 64 bits.
pub(crate) fn prefixed(raw: &[u8], base: u32) -> Option<i64> {
    i64::try_from(radix(raw.get(2..)?, base)?).ok()
}

/// The value of any integer as it was written; `None` outside 128 bits.
pub(crate) fn wide_signed(raw: &str) -> Option<i128> {
    match raw.strip_prefix('-') {
        Some(digits) => 0i128.checked_sub_unsigned(wide_magnitude(digits)?),
        None => wide_magnitude(raw)?.try_into().ok(),
    }
}

/// The value of any integer as it was written; `None` outside 128 bits and below 0.
pub(crate) fn wide_unsigned(raw: &str) -> Option<u128> {
    match raw.strip_prefix('-') {
        Some(digits) => (wide_magnitude(digits)? == 0).then_some(0),
        None => wide_magnitude(raw),
    }
}

fn wide_magnitude(raw: &str) -> Option<u128> {
    let (base, digits) = match raw.as_bytes() {
        [b'0', b'x', ..] => (16, &raw[2..]),
        [b'0', b'o', ..] => (8, &raw[2..]),
        [b'0', b'b', ..] => (2, &raw[2..]),
        _ => (10, raw.strip_prefix('+').unwrap_or(raw)),
    };
    let digits: String = digits.chars().filter(|c| *c != '_').collect();
    u128::from_str_radix(&digits, base).ok()
}

fn radix(digits: &[u8], base: u32) -> Option<u64> {
    let mut value = 0u64;
    for &digit in digits.iter().filter(|digit| **digit != b'_') {
        let digit = char::from(digit).to_digit(base)?;
        value = value
            .checked_mul(u64::from(base))?
            .checked_add(u64::from(digit))?;
    }
    Some(value)
}

/// Whether an underscore of a number is not between two digits of its base.
pub(crate) fn has_misplaced_underscore(raw: &[u8], base: u32) -> bool {
    if !raw.contains(&b'_') {
        return false;
    }
    let is_digit = |byte: Option<&u8>| byte.is_some_and(|byte| char::from(*byte).is_digit(base));
    let is_misplaced =
        |at: usize| !is_digit(raw.get(at.wrapping_sub(1))) || !is_digit(raw.get(at + 1));
    raw.iter()
        .enumerate()
        .any(|(at, byte)| *byte == b'_' && is_misplaced(at))
}

/// The value of a float, underscores included: the nearest `f64`, infinite where it is too large.
pub(crate) fn float(raw: &str) -> f64 {
    let parsed = if raw.contains('_') {
        let digits: String = raw.chars().filter(|c| *c != '_').collect();
        digits.parse()
    } else {
        raw.parse()
    };
    parsed.unwrap_or(f64::NAN)
}

/// Powers of ten that an `f64` holds exactly.
const EXACT_POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// `digits / 10^decimals`, where both are exact as `f64` and one division rounds rightly (Clinger 1990).
#[inline]
pub(crate) fn exact_decimal(digits: u64, decimals: usize) -> Option<f64> {
    if digits >> f64::MANTISSA_DIGITS != 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "it was checked to fit")]
    EXACT_POWERS
        .get(decimals)
        .map(|power| digits as f64 / power)
}

/// The value of `inf` or `nan` with optional sign.
pub(crate) fn special_float(raw: &[u8]) -> f64 {
    let magnitude = if raw.ends_with(b"inf") {
        f64::INFINITY
    } else {
        f64::NAN
    };
    if raw.starts_with(b"-") {
        -magnitude
    } else {
        magnitude
    }
}
