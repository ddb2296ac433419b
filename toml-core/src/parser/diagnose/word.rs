//! What somebody meant by a word that is no value.

use crate::decode::number;
use crate::error::Fault;
use crate::lexer::{ValueToken, lex_value};
use crate::{ErrorKind, Span};

const BOOLEANS: [&str; 6] = ["true", "false", "yes", "no", "on", "off"];
const SPECIAL_FLOATS: [&str; 3] = ["inf", "nan", "infinity"];
const NULLS: [&str; 5] = ["null", "none", "nil", "undefined", "~"];

/// The fault of the word from `start` to `end`, which ends at white space or punctuation.
#[cold]
pub(super) fn fault(source: &[u8], start: usize, end: usize) -> Fault {
    let word = &source[start..end];
    let span = Span::of(start, end);
    if let Some(fault) = semicolon(source, start, end) {
        return fault;
    }
    if starts_number(word) {
        return Fault::new(number_fault(word), span);
    }
    let phrase_end = phrase_end(source, end);
    if phrase_end == end {
        if BOOLEANS
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
        {
            return Fault::new(ErrorKind::BooleanSpelling, span);
        }
        if NULLS
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
        {
            return Fault::new(ErrorKind::NullValue, span);
        }
        let unsigned = unsigned(word);
        if SPECIAL_FLOATS
            .iter()
            .any(|known| unsigned.eq_ignore_ascii_case(known.as_bytes()))
        {
            return Fault::new(ErrorKind::SpecialFloatSpelling, span);
        }
    }
    Fault::new(ErrorKind::UnquotedString, Span::of(start, phrase_end))
}

/// A whole value with a semicolon behind it, as other languages end their statements.
fn semicolon(source: &[u8], start: usize, end: usize) -> Option<Fault> {
    let value = source[start..end].strip_suffix(b";")?;
    match lex_value(value, 0)? {
        (ValueToken::Word | ValueToken::Other, _) => None,
        (_, length) if length < value.len() => None,
        _ => Some(Fault::new(ErrorKind::ExpectedNewline, Span::byte(end - 1))),
    }
}

/// The end of the last of the words that follow on the same line, up to punctuation or a comment.
fn phrase_end(source: &[u8], mut end: usize) -> usize {
    let is_word = |byte: u8| byte > b' ' && byte != 0x7f && !b",[]{}#\"'=".contains(&byte);
    loop {
        let blanks = source[end..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        let word = source[end + blanks..]
            .iter()
            .take_while(|byte| is_word(**byte))
            .count();
        if word == 0 {
            return end;
        }
        end += blanks + word;
    }
}

fn unsigned(word: &[u8]) -> &[u8] {
    word.strip_prefix(b"+")
        .or(word.strip_prefix(b"-"))
        .unwrap_or(word)
}

fn starts_number(word: &[u8]) -> bool {
    match unsigned(word) {
        [b'.', next, ..] => next.is_ascii_digit(),
        [first, ..] => first.is_ascii_digit(),
        [] => false,
    }
}

/// Which rule a word that starts like a number or date breaks.
fn number_fault(word: &[u8]) -> ErrorKind {
    let unsigned = unsigned(word);
    if is_like_datetime(unsigned) {
        return ErrorKind::InvalidDatetime;
    }
    if let [b'0', prefix, digits @ ..] = unsigned
        && prefix.is_ascii_alphabetic()
        && !prefix.eq_ignore_ascii_case(&b'e')
    {
        return prefixed(word.len() > unsigned.len(), *prefix, digits);
    }
    if unsigned
        .iter()
        .any(|byte| !matches!(byte, b'0'..=b'9' | b'_' | b'.' | b'e' | b'E' | b'+' | b'-'))
    {
        return ErrorKind::InvalidNumber;
    }
    decimal(unsigned)
}

/// A number of digits, underscores, points, exponents and signs that is none.
fn decimal(unsigned: &[u8]) -> ErrorKind {
    let is_exponent = |byte: &u8| matches!(byte, b'e' | b'E');
    let mut parts = unsigned.splitn(2, is_exponent);
    let mantissa = parts.next().unwrap_or_default();
    let exponent = parts.next();
    let points = mantissa.iter().filter(|byte| **byte == b'.').count();
    if points > 1 || mantissa.iter().any(|byte| matches!(byte, b'+' | b'-')) {
        return ErrorKind::InvalidNumber;
    }
    if mantissa.starts_with(b".") {
        return ErrorKind::MissingIntegerDigits;
    }
    if mantissa.ends_with(b".") {
        return ErrorKind::MissingFractionDigits;
    }
    if let [b'0', b'0'..=b'9' | b'_', ..] = mantissa {
        return ErrorKind::LeadingZero;
    }
    if number::has_misplaced_underscore(unsigned, 10) {
        return ErrorKind::MisplacedUnderscore;
    }
    match exponent {
        Some(digits) if !digits.iter().any(u8::is_ascii_digit) => ErrorKind::MissingExponentDigits,
        _ => ErrorKind::InvalidNumber,
    }
}

/// A number with a base prefix, or a letter where one would be.
fn prefixed(is_signed: bool, prefix: u8, digits: &[u8]) -> ErrorKind {
    if !matches!(prefix.to_ascii_lowercase(), b'x' | b'o' | b'b') {
        return ErrorKind::InvalidNumber;
    }
    if is_signed {
        return ErrorKind::SignedPrefix;
    }
    if prefix.is_ascii_uppercase() {
        return ErrorKind::UppercasePrefix;
    }
    let base = match prefix {
        b'x' => 16,
        b'o' => 8,
        _ => 2,
    };
    let is_digit = |byte: &u8| *byte == b'_' || char::from(*byte).is_digit(base);
    let has_digit = digits.iter().any(|byte| *byte != b'_');
    if has_digit && digits.iter().all(is_digit) {
        return ErrorKind::MisplacedUnderscore;
    }
    ErrorKind::InvalidDigit
}

/// `1979-…` or `07:…`
fn is_like_datetime(word: &[u8]) -> bool {
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match word.get(digits) {
        Some(b':') => true,
        Some(b'-') => {
            digits == 4 || word[digits..].iter().filter(|byte| **byte == b'-').count() == 2
        }
        Some(b'/') => word[digits + 1..].contains(&b'/'),
        _ => false,
    }
}
