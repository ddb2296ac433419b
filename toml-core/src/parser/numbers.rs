//! Numbers and date-times in their commonest spellings, without the lexer.
//!
//! Whatever is spelt in any other way, or is wrong, goes to [`Parser::parse_scalar`].

use super::values::Slot;
use super::{Parsed, Parser};
use crate::datetime;
use crate::decode::number;
use crate::tree::Kind;

/// The most decimal digits that always fit in an `i64`, and so in a `u64`.
const SAFE_DIGITS: usize = 18;

impl Parser<'_> {
    /// A value that starts with a digit or a sign.
    pub(super) fn parse_number(&mut self, slot: Slot) -> Parsed {
        let start = self.at;
        let first = self.source[start];
        let is_signed = first == b'-' || first == b'+';
        let digits_start = start + usize::from(is_signed);
        let (magnitude, end) = self.read_digits(0, digits_start);
        let length = end - digits_start;
        let next = self.source.get(end).copied();
        if let (Some(b'-'), 4, false) | (Some(b':'), 2, false) = (next, length, is_signed) {
            return self.parse_datetime(slot);
        }
        let has_leading_zero = length > 1 && self.source[digits_start] == b'0';
        if length == 0 || length > SAFE_DIGITS || has_leading_zero {
            return self.parse_scalar(slot);
        }
        if next == Some(b'.') {
            return self.parse_fraction(slot, magnitude, end);
        }
        if !ends_value(next) {
            return self.parse_scalar(slot);
        }
        let value = if first == b'-' {
            magnitude.wrapping_neg()
        } else {
            magnitude
        };
        self.at = end;
        self.push_scalar(slot, Kind::Decimal, start, value);
        Ok(())
    }

    /// `float = float-int-part frac`, whose integer part was read up to its point at `point`.
    fn parse_fraction(&mut self, slot: Slot, integer: u64, point: usize) -> Parsed {
        let start = self.at;
        let (digits, end) = self.read_digits(integer, point + 1);
        let decimals = end - point - 1;
        if decimals == 0 || !ends_value(self.source.get(end).copied()) {
            return self.parse_scalar(slot);
        }
        // `digits` has wrapped round where there are too many of them.
        let has_all_digits = end - start <= SAFE_DIGITS;
        let exact = has_all_digits.then(|| number::exact_decimal(digits, decimals));
        let value = match exact.flatten() {
            Some(magnitude) if self.source[start] == b'-' => -magnitude,
            Some(magnitude) => magnitude,
            None => number::float(&self.text[start..end]),
        };
        self.at = end;
        self.push_scalar(slot, Kind::Float, start, value.to_bits());
        Ok(())
    }

    /// A date-time, found by the places of its separators.
    fn parse_datetime(&mut self, slot: Slot) -> Parsed {
        let start = self.at;
        let mut end = self.skip_datetime(start);
        if let [b' ', b'0'..=b'9', b'0'..=b'9', b':', ..] = &self.source[end..] {
            end = self.skip_datetime(end + 1);
        }
        let raw = &self.source[start..end];
        if !ends_value(self.source.get(end).copied())
            || datetime::decode(raw, self.version).is_err()
        {
            return self.parse_scalar(slot);
        }
        // Decoded again on access: a date-time does not fit in eight bytes.
        self.at = end;
        self.push_scalar(slot, Kind::Datetime, start, 0);
        Ok(())
    }

    /// Behind the characters that a date-time is made of.
    #[inline]
    fn skip_datetime(&self, start: usize) -> usize {
        let is_part = |byte: &u8| {
            matches!(
                byte,
                b'0'..=b':' | b'-' | b'.' | b'+' | b'T' | b'Z' | b't' | b'z'
            )
        };
        let rest = &self.source[start..];
        start
            + rest
                .iter()
                .position(|byte| !is_part(byte))
                .unwrap_or(rest.len())
    }

    /// Appends the digits from `start` on to a number; wraps round where they are too many.
    #[inline]
    fn read_digits(&self, number: u64, start: usize) -> (u64, usize) {
        let mut number = number;
        let mut at = start;
        while let Some(byte) = self.source.get(at) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
            at += 1;
        }
        (number, at)
    }
}

/// Whether no value goes on with that byte.
#[inline]
pub(super) fn ends_value(next: Option<u8>) -> bool {
    matches!(
        next,
        None | Some(b'\n' | b',' | b' ' | b']' | b'}' | b'\r' | b'\t' | b'#')
    )
}
