//! Spellings that are kept, and those that cannot be.

use alloc::string::String;

use super::encode_like;
use crate::{Value, parse_value};

fn like(model: &str, value: impl Into<Value>) -> String {
    let model = parse_value(model).expect("the model is a value");
    let mut text = String::new();
    encode_like(&value.into(), model.value(), &mut text);
    text
}

#[test]
fn integers_keep_base_width_case_and_groups() {
    assert_eq!(like("0x00FF", 10), "0x000A");
    assert_eq!(like("0xdead_beef", 1), "0x0000_0001");
    assert_eq!(like("0b1", 5), "0b101");
    assert_eq!(like("1_00_000", 1_234_567), "1_234_567");
    assert_eq!(like("+1", 2), "+2");
    assert_eq!(like("0xFF", -2), "-2");
    assert_eq!(like("1_00", i64::MIN), "-9_22_33_72_03_68_54_77_58_08");
}

#[test]
fn floats_keep_exponent_groups_and_filled_decimals() {
    assert_eq!(like("1e6", 25.0), "2.5e1");
    assert_eq!(like("1.00E+06", 0.5), "5.00E-01");
    assert_eq!(like("1_000.50", 1_234_567.25), "1_234_567.25");
    assert_eq!(like("0.10", 3.0), "3.00");
    assert_eq!(like("+1.5", 2.5), "+2.5");
    assert_eq!(like("-1.5", -0.0), "-0.0");
    assert_eq!(like("1.5", 1e300), "1e300");
    assert_eq!(like("1e3", f64::NEG_INFINITY), "-inf");
    assert_eq!(like("inf", 1.5), "1.5");
}

#[test]
fn strings_keep_their_quotes_where_they_can() {
    assert_eq!(like("'a'", "b\\c"), r"'b\c'");
    assert_eq!(like("'a'", "b'c"), "\"b'c\"");
    assert_eq!(like("\"a\"", "b\"c"), r#""b\"c""#);
    assert_eq!(like("'''a'''", "b\nc"), "'''\nb\nc'''");
    assert_eq!(like("\"\"\"a\"\"\"", "b"), "\"\"\"b\"\"\"");
}

#[test]
fn datetimes_keep_delimiter_case_and_fraction() {
    let moment: crate::Datetime = "1969-07-20T20:17:40.5Z".parse().expect("a date-time");
    assert_eq!(
        like("1979-05-27 07:32:00z", moment),
        "1969-07-20 20:17:40.5z"
    );
    assert_eq!(
        like("1979-05-27t07:32:00.000+01:00", moment),
        "1969-07-20t20:17:40.500Z"
    );
    let time: crate::Datetime = "20:17:40".parse().expect("a time");
    assert_eq!(like("07:32:00.00", time), "20:17:40.00");
    let date: crate::Datetime = "1969-07-20".parse().expect("a date");
    assert_eq!(like("07:32:00.00", date), "1969-07-20");
}

#[test]
fn other_kinds_are_written_as_usual() {
    assert_eq!(like("0xFF", "a"), "\"a\"");
    assert_eq!(like("'a'", 1), "1");
    assert_eq!(like("[1]", true), "true");
}
