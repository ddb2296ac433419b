//! What is read, and as what.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, de::Visitor};

use crate::{Holder, assert_reads};

/// Ours reads the text of a date-time where a string is wanted: what looks like a date needs no
/// quotes, and the types of `chrono` and `time` need no detour.
#[test]
fn datetimes_for_strings() {
    let theirs = "invalid type: map, expected a string";
    for text in ["1979-05-27", "07:32:00", "1979-05-27T07:32:00Z"] {
        let document = format!("v = {text}");
        assert_reads::<String>(&document, Ok(text.to_owned()), Err(theirs));
        assert_reads(&document, Ok(Some(text.to_owned())), Err(theirs));
    }
    let date = chrono::NaiveDate::from_ymd_opt(1979, 5, 27).unwrap();
    let theirs = Err("invalid type: map, expected a formatted date string");
    assert_reads("v = 1979-05-27", Ok(date), theirs);
    let utc: chrono::DateTime<chrono::Utc> = "1979-05-27T07:32:00Z".parse().unwrap();
    let theirs = Err("invalid type: map, expected an RFC 3339 formatted date and time string");
    assert_reads("v = 1979-05-27T09:32:00+02:00", Ok(utc), theirs);
}

/// Ours reads the newlines of multi-line strings alike on every system.
#[test]
fn newlines_of_windows() {
    for text in ["v = '''a\r\nb'''", "v = \"\"\"a\r\nb\"\"\""] {
        assert_reads(text, Ok("a\nb".to_owned()), Ok("a\r\nb".to_owned()));
    }
}

/// A float beyond the range is infinite in ours, as for `str::parse`.
#[test]
fn floats_beyond_the_range() {
    let theirs = Err("floating-point number overflowed");
    assert_reads("v = 1e400", Ok(f64::INFINITY), theirs);
    assert_reads("v = -1e400", Ok(f64::NEG_INFINITY), theirs);
}

/// Ours has no leap seconds.
#[test]
fn leap_seconds() {
    let error = toml_serde::from_str::<toml_serde::Table>("v = 23:59:60").unwrap_err();
    assert_eq!(error.message(), "second 60 is out of range 00-59");
    let table: toml::Table = "v = 23:59:60".parse().unwrap();
    assert_eq!(table["v"].to_string(), "23:59:60");
    assert!("23:59:60".parse::<toml_serde::value::Datetime>().is_err());
    assert!("23:59:60".parse::<toml::value::Datetime>().is_ok());
}

/// Ours reads TOML 1.0 unless told otherwise.
#[test]
fn toml_1_1() {
    for (value, ours) in [
        ("{\n a = 1 }", "newline or comment inside an inline table"),
        ("{ a = 1, }", "trailing comma in an inline table"),
        ("\"\\e\"", "escape `\\e` is not in TOML 1.0"),
        ("\"\\x41\"", "escape `\\x41` is not in TOML 1.0"),
        ("07:32", "time `07:32` has no seconds"),
    ] {
        let text = format!("v = {value}");
        let error = toml_serde::from_str::<toml_serde::Table>(&text).unwrap_err();
        assert_eq!(error.message(), ours);
        assert!(toml::from_str::<toml::Table>(&text).is_ok(), "{text}");
    }
}

/// Ours reads floats as keys of maps.
#[test]
fn float_keys() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Float(f64);
    impl Eq for Float {}
    impl PartialOrd for Float {
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            Some(self.cmp(other))
        }
    }
    impl Ord for Float {
        fn cmp(&self, other: &Self) -> Ordering {
            self.0.total_cmp(&other.0)
        }
    }
    let theirs = Err("invalid type: string \"1\", expected f64");
    assert_reads("v.1 = 2", Ok(BTreeMap::from([(Float(1.0), 2)])), theirs);
}

/// Ours nests deeper.
#[test]
fn nesting() {
    let nested = |depth| format!("v = {}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(toml_serde::from_str::<toml_serde::Table>(&nested(100)).is_ok());
    assert!(toml_serde::from_str::<toml_serde::Table>(&nested(1000)).is_err());
    assert!(toml::from_str::<toml::Table>(&nested(79)).is_ok());
    assert!(toml::from_str::<toml::Table>(&nested(100)).is_err());
}

/// A time always has seconds and nanoseconds in ours; zeros behind the point are not kept.
#[test]
fn fields_of_a_time() {
    let ours: toml_serde::value::Datetime = "07:32:01".parse().unwrap();
    let time = ours.time.unwrap();
    assert_eq!((time.second, time.nanosecond), (1, 0));
    let theirs: toml::value::Datetime = "07:32:01".parse().unwrap();
    let time = theirs.time.unwrap();
    assert_eq!((time.second, time.nanosecond), (Some(1), None));

    let text = |datetime: &dyn ToString| datetime.to_string();
    let ours: toml_serde::value::Datetime = "07:32:00.0".parse().unwrap();
    assert_eq!(text(&ours), "07:32:00");
    let theirs: toml::value::Datetime = "07:32:00.0".parse().unwrap();
    assert_eq!(text(&theirs), "07:32:00.0");
}

/// What asks for bytes gets the bytes of a string in ours.
#[test]
fn bytes_of_strings() {
    #[derive(Debug, PartialEq)]
    struct Bytes(Vec<u8>);
    impl<'de> Deserialize<'de> for Bytes {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_bytes(BytesOnly)
        }
    }
    struct BytesOnly;
    impl Visitor<'_> for BytesOnly {
        type Value = Bytes;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
            Ok(Bytes(bytes.to_vec()))
        }
    }
    let theirs = Err("invalid type: string \"a\", expected bytes");
    assert_reads("v = 'a'", Ok(Bytes(b"a".to_vec())), theirs);
}

/// A string is read as a date-time in ours where one is wanted, as from JSON.
#[test]
fn strings_for_datetimes() {
    let text = "v = '1979-05-27'";
    let value: Holder<toml_serde::value::Datetime> = toml_serde::from_str(text).unwrap();
    assert_eq!(value.v.to_string(), "1979-05-27");
    let error = toml::from_str::<Holder<toml::value::Datetime>>(text).unwrap_err();
    let expected = "invalid type: string \"1979-05-27\", expected a TOML datetime";
    assert_eq!(error.message(), expected);
}

/// Ours reads no array that is longer than the tuple.
#[test]
fn arrays_that_are_longer_than_the_tuple() {
    let ours = Err("invalid length 2, expected an array of 1");
    assert_reads("v = [1, 2]", ours, Ok((1,)));
}

/// Date-times stay date-times in ours when read from a value.
#[test]
fn datetimes_from_values() {
    let table: toml_serde::Table = "v = 1979-05-27".parse().unwrap();
    let expected = toml_serde::Value::Table(table.clone());
    assert_eq!(table.try_into(), Ok(expected));
    let table: toml::Table = "v = 1979-05-27".parse().unwrap();
    let value: toml::Value = table.try_into().unwrap();
    assert_eq!(value["v"], toml::Value::String("1979-05-27".into()));
}

/// Keys that are numbers or booleans are read from values in ours, too.
#[test]
fn keys_from_values() {
    let map = BTreeMap::from([(1_u8, true)]);
    let table: toml_serde::Table = "1 = true".parse().unwrap();
    assert_eq!(table.try_into(), Ok(map));
    let table: toml::Table = "1 = true".parse().unwrap();
    assert!(table.try_into::<BTreeMap<u8, bool>>().is_err());
}

/// Struct variants ignore unknown keys in ours as structs do; `deny_unknown_fields` denies them in both.
#[test]
fn unknown_keys_of_struct_variants() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum Mode {
        Slow { delay: u8 },
    }
    assert_reads(
        "v = { Slow = { delay = 1, dealy = 2 } }",
        Ok(Mode::Slow { delay: 1 }),
        Err("unexpected keys in table: dealy, available keys: delay"),
    );
}
