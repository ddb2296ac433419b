use super::*;
use crate::error::Fault;
use crate::{ErrorKind, Span, Version};

#[test]
fn decimal_covers_exactly_64_bits() {
    assert_eq!(number::decimal(b"9223372036854775807"), Some(i64::MAX));
    assert_eq!(number::decimal(b"-9223372036854775808"), Some(i64::MIN));
    assert_eq!(number::decimal(b"9223372036854775808"), None);
    assert_eq!(number::decimal(b"-9223372036854775809"), None);
    assert_eq!(number::decimal(b"99999999999999999999999"), None);
    assert_eq!(number::decimal(b"+1_000"), Some(1000));
    assert_eq!(number::decimal(b"-0"), Some(0));
}

#[test]
fn prefixed_integers_are_never_negative() {
    assert_eq!(number::prefixed(b"0xdead_BEEF", 16), Some(0xdead_beef));
    assert_eq!(number::prefixed(b"0o755", 8), Some(493));
    assert_eq!(number::prefixed(b"0b1101_0110", 2), Some(214));
    assert_eq!(number::prefixed(b"0x7fffffffffffffff", 16), Some(i64::MAX));
    assert_eq!(number::prefixed(b"0x8000000000000000", 16), None);
}

#[test]
fn floats_are_the_nearest_double() {
    let cases = [
        ("3.125", 3.125),
        ("9_224_617.445_991", 9_224_617.445_991),
        ("1e06", 1e6),
        ("-2E-2", -0.02),
        ("1e400", f64::INFINITY),
        ("1e-400", 0.0),
    ];
    for (text, expected) in cases {
        assert_eq!(
            number::float(text).to_bits(),
            f64::to_bits(expected),
            "{text}"
        );
    }
    assert_eq!(
        number::special_float(b"-inf").to_bits(),
        f64::NEG_INFINITY.to_bits()
    );
    assert!(number::special_float(b"+nan").is_nan());
}

#[test]
fn exact_decimals_are_what_the_standard_library_reads() {
    for digits in [0, 1, 5, 123, 999_999, 123_456_789_012_345, (1 << 53) - 1] {
        for decimals in 1..=22 {
            let text = alloc::format!("{digits}e-{decimals}");
            let expected: f64 = text.parse().unwrap();
            let found = number::exact_decimal(digits, decimals).map(f64::to_bits);
            assert_eq!(found, Some(expected.to_bits()), "{text}");
        }
    }
    assert_eq!(number::exact_decimal(1 << 53, 1), None);
    assert_eq!(number::exact_decimal(1, 23), None);
}

#[test]
fn escapes_stand_for_one_character() {
    let cases = [
        (r"\n", '\n'),
        (r"\t", '\t'),
        (r"\b", '\u{8}'),
        (r"\f", '\u{c}'),
        (r"\r", '\r'),
        (r#"\""#, '"'),
        (r"\\", '\\'),
        (r"\u00E9", 'é'),
        (r"\U0001F600", '😀'),
    ];
    for (text, character) in cases {
        let end = text.len();
        let expected = escape::Escape { character, end };
        assert_eq!(
            escape::decode(text.as_bytes(), 0, Version::V1_0),
            Ok(expected),
            "{text}"
        );
    }
}

#[test]
fn newer_escapes_need_the_newer_version() {
    for (text, character) in [(r"\e", '\u{1b}'), (r"\x41", 'A')] {
        let span = Span::of(0, text.len());
        let fault = Fault::new(ErrorKind::EscapeSince1_1, span);
        assert_eq!(
            escape::decode(text.as_bytes(), 0, Version::V1_0),
            Err(fault)
        );
        let end = text.len();
        assert_eq!(
            escape::decode(text.as_bytes(), 0, Version::V1_1),
            Ok(escape::Escape { character, end })
        );
    }
}

#[test]
fn broken_escapes_are_named_with_their_span() {
    let cases = [
        (r"\q", ErrorKind::InvalidEscape, 2),
        (r"\é", ErrorKind::InvalidEscape, 3),
        ("\\", ErrorKind::InvalidEscape, 1),
        ("\\\n", ErrorKind::InvalidEscape, 1),
        (r"\u12", ErrorKind::IncompleteUnicodeEscape, 4),
        (r"\U0000004", ErrorKind::IncompleteUnicodeEscape, 9),
        (r"\uD800", ErrorKind::UnicodeEscapeOutOfRange, 6),
        (r"\U00110000", ErrorKind::UnicodeEscapeOutOfRange, 10),
    ];
    for (text, kind, end) in cases {
        let fault = Fault::new(kind, Span::of(0, end));
        assert_eq!(
            escape::decode(text.as_bytes(), 0, Version::V1_1),
            Err(fault),
            "{text:?}"
        );
    }
}
