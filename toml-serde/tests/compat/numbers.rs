//! Integers of every width, floats, and what does not fit.

use std::fmt::Debug;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::both_ways::{assert_both_ways, assert_text};
use crate::toml::{self, Value};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

fn hold<T>(v: T) -> Holder<T> {
    Holder { v }
}

/// Asserts that a number is written as its digits and read back.
#[track_caller]
fn assert_digits<T>(number: T, digits: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    assert_both_ways(&hold(number), &format!("v = {digits}\n"));
}

#[test]
fn integers_of_every_width() {
    assert_digits(i8::MIN, "-128");
    assert_digits(u8::MAX, "255");
    assert_digits(i16::MIN, "-32768");
    assert_digits(u16::MAX, "65535");
    assert_digits(i32::MIN, "-2147483648");
    assert_digits(u32::MAX, "4294967295");
    assert_digits(i64::MIN, "-9223372036854775808");
    assert_digits(i64::MAX, "9223372036854775807");
    assert_digits(u64::from(u32::MAX) + 1, "4294967296");
    assert_digits(1_usize, "1");
    assert_digits(-1_isize, "-1");
}

#[test]
fn integers_beyond_64_bits() {
    assert_text(&hold(u64::MAX), "v = 18446744073709551615\n");
    assert_text(
        &hold(i128::MIN),
        "v = -170141183460469231731687303715884105728\n",
    );
    assert_text(
        &hold(u128::MAX),
        "v = 340282366920938463463374607431768211455\n",
    );
    assert_text(&hold(1_u128), "v = 1\n");
    assert_text(&hold(-1_i128), "v = -1\n");
    assert!(toml::from_str::<Holder<u128>>("v = 340282366920938463463374607431768211456").is_err());
}

#[test]
fn integers_beyond_64_bits_are_no_values() {
    assert!(toml::from_str::<toml::Table>("v = 9223372036854775808").is_err());
    assert!("18446744073709551616".parse::<Value>().is_err());
    assert!(Value::try_from(u64::MAX).is_err());
    assert_eq!(Value::try_from(1_u64), Ok(Value::Integer(1)));
}

#[test]
fn integers_that_do_not_fit() {
    for (text, message) in [
        ("v = 256", "invalid value: integer `256`, expected u8"),
        ("v = -1", "invalid value: integer `-1`, expected u8"),
        ("v = 1.0", "invalid type: floating point `1.0`, expected u8"),
        ("v = true", "invalid type: boolean `true`, expected u8"),
        ("v = '1'", "invalid type: string \"1\", expected u8"),
    ] {
        let error = toml::from_str::<Holder<u8>>(text).unwrap_err();
        assert_eq!(
            (error.message(), error.span()),
            (message, Some(4..text.len()))
        );
    }
    let error = toml::from_str::<Holder<i64>>("v = 9223372036854775808").unwrap_err();
    assert_eq!(error.span(), Some(4..23));
    assert!(toml::from_str::<Holder<u64>>("v = -1").is_err());
}

#[test]
fn spellings_of_integers() {
    for (spelling, integer) in [
        ("+99", 99_i64),
        ("-0", 0),
        ("1_000", 1000),
        ("0xDEAD_beef", 0xdead_beef),
        ("0o755", 0o755),
        ("0b1101", 0b1101),
    ] {
        let text = format!("v = {spelling}");
        assert_eq!(toml::from_str(&text), Ok(hold(integer)), "{spelling}");
    }
    for wrong in ["01", "1_", "_1", "0xG", "0X1", "+0x1", "1__0", "--1", "0b2"] {
        let text = format!("v = {wrong}");
        assert!(toml::from_str::<Holder<i64>>(&text).is_err(), "{wrong}");
    }
}

#[test]
fn floats() {
    assert_digits(0.0, "0.0");
    assert_digits(-0.0, "-0.0");
    assert_digits(1.0, "1.0");
    assert_digits(-1.5, "-1.5");
    assert_digits(0.1 + 0.2, "0.30000000000000004");
    assert_digits(f64::INFINITY, "inf");
    assert_digits(f64::NEG_INFINITY, "-inf");
    assert_digits(1.5_f32, "1.5");
}

#[test]
fn floats_of_32_bits_are_written_short() {
    assert_text(&hold(0.1_f32), "v = 0.1\n");
    assert_eq!(
        Value::try_from(0.1_f32),
        Ok(Value::Float(f64::from(0.1_f32)))
    );
}

#[test]
fn not_a_number() {
    for nan in [f64::NAN, -f64::NAN] {
        assert_eq!(toml::to_string(&hold(nan)).unwrap(), "v = nan\n");
    }
    assert_eq!(toml::to_string(&hold(-f32::NAN)).unwrap(), "v = nan\n");
    for (text, is_negative) in [("v = nan", false), ("v = +nan", false), ("v = -nan", true)] {
        let nan = toml::from_str::<Holder<f64>>(text).unwrap().v;
        assert!(nan.is_nan());
        assert_eq!(nan.is_sign_negative(), is_negative, "{text}");
    }
}

#[test]
fn not_a_number_has_no_sign_in_values() {
    let value = Value::try_from(-f64::NAN).unwrap();
    let nan = value.as_float().unwrap();
    assert!(nan.is_nan() && nan.is_sign_positive());
}

#[test]
fn spellings_of_floats() {
    for (spelling, float) in [
        ("+1.0", 1.0),
        ("1e3", 1000.0),
        ("1E+3", 1000.0),
        ("-2.5e-1", -0.25),
        ("9_224.5", 9224.5),
        ("+inf", f64::INFINITY),
        ("1e-400", 0.0),
    ] {
        let text = format!("v = {spelling}");
        assert_eq!(toml::from_str(&text), Ok(hold(float)), "{spelling}");
    }
    for wrong in [".5", "5.", "1.e3", "1._0", "e3", "Inf", "NaN", "1.0.0"] {
        let text = format!("v = {wrong}");
        assert!(toml::from_str::<Holder<f64>>(&text).is_err(), "{wrong}");
    }
}

#[test]
fn integers_are_read_as_floats() {
    assert_eq!(toml::from_str("v = 3"), Ok(hold(3.0_f64)));
    assert_eq!(toml::from_str("v = 3"), Ok(hold(3.0_f32)));
    assert_eq!(Value::from(3).try_into(), Ok(3.0_f64));
}

#[test]
fn floats_are_not_read_as_integers() {
    assert!(toml::from_str::<Holder<i64>>("v = 3.0").is_err());
    assert!(Value::from(3.0).try_into::<i64>().is_err());
}

#[test]
fn booleans_and_characters() {
    assert_digits(true, "true");
    assert_digits('x', "\"x\"");
    assert_digits('"', "'\"'");
    assert_digits('\n', "\"\"\"\n\n\"\"\"");
    for wrong in ["'ab'", "''", "1"] {
        let text = format!("v = {wrong}");
        assert!(toml::from_str::<Holder<char>>(&text).is_err(), "{wrong}");
    }
    assert!(toml::from_str::<Holder<bool>>("v = 'true'").is_err());
    assert!(toml::from_str::<Holder<bool>>("v = True").is_err());
}

#[test]
fn floats_of_usual_size_have_no_exponent() {
    assert_both_ways(&hold(1e15), "v = 1000000000000000.0\n");
    assert_both_ways(&hold(1e-4), "v = 0.0001\n");
}
