//! What is written.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Holder, assert_writes};

/// Date-times become date-times in the values of ours.
#[test]
fn datetimes_become_values() {
    let ours: toml_serde::value::Datetime = "1979-05-27".parse().unwrap();
    let value = toml_serde::Value::try_from(Holder { v: ours }).unwrap();
    assert_eq!(value["v"], toml_serde::Value::Datetime(ours));
    let theirs: toml::value::Datetime = "1979-05-27".parse().unwrap();
    let value = toml::Value::try_from(Holder { v: theirs }).unwrap();
    assert_eq!(
        value["v"]["$__toml_private_datetime"].as_str(),
        Some("1979-05-27")
    );
}

/// Control characters can be seen in what ours writes, and no string ends in four quotes.
#[test]
fn strings() {
    for (string, ours, theirs) in [
        (r#"it's "a""#, r#"'''it's "a"'''"#, r#""""it's "a"""""#),
        ("\\\t", r#""\\\t""#, "'\\\t'"),
        ("a\n\\'", "\"\"\"\na\n\\\\'\"\"\"", "'''\na\n\\''''"),
        ("a\n\"", "\"\"\"\na\n\\\"\"\"\"", "\"\"\"\na\n\"\"\"\""),
    ] {
        let [ours, theirs] = [ours, theirs].map(|text| format!("v = {text}\n"));
        assert_writes(&Holder { v: string }, Ok(&ours), Ok(&theirs));
    }
}

/// Very large and very small floats have an exponent in ours.
#[test]
fn floats() {
    let theirs = format!("v = 1{}.0\n", "0".repeat(300));
    assert_writes(&Holder { v: 1e300 }, Ok("v = 1e300\n"), Ok(&theirs));
    let theirs = "v = 10000000000000000.0\n";
    assert_writes(&Holder { v: 1e16 }, Ok("v = 1e16\n"), Ok(theirs));
    assert_writes(&Holder { v: 1e-5 }, Ok("v = 1e-5\n"), Ok("v = 0.00001\n"));
}

/// What holds for documents holds for values in ours: keys may be numbers, and integers of 128 bits
/// are fine as long as they fit in 64.
#[test]
fn values_of_what_can_be_written() {
    let keys = BTreeMap::from([(1, true)]);
    let table: toml_serde::Table = "1 = true".parse().unwrap();
    assert_eq!(toml_serde::Table::try_from(&keys), Ok(table));
    assert!(toml::Table::try_from(&keys).is_err());
    let integer = toml_serde::Value::try_from(1_i128);
    assert_eq!(integer, Ok(toml_serde::Value::Integer(1)));
    assert!(toml::Value::try_from(1_i128).is_err());
}

/// Every enum that can be written as a document becomes a table in ours.
#[test]
fn tables_of_enums() {
    #[derive(Serialize)]
    enum Enum {
        Tuple(i64, i64),
        Struct { a: i64 },
    }
    let table: toml_serde::Table = "Tuple = [1, 2]".parse().unwrap();
    assert_eq!(toml_serde::Table::try_from(Enum::Tuple(1, 2)), Ok(table));
    assert!(toml::Table::try_from(Enum::Tuple(1, 2)).is_err());
    let table: toml_serde::Table = "Struct = { a = 1 }".parse().unwrap();
    let with_a = Enum::Struct { a: 1 };
    assert_eq!(toml_serde::Table::try_from(&with_a), Ok(table));
    assert!(toml::Table::try_from(&with_a).is_err());
}

/// `None` in an array is an error in ours, in values as in documents; `toml` leaves out the array.
#[test]
fn none_in_an_array_of_a_value() {
    let value = Holder { v: [Some(1), None] };
    assert!(toml_serde::Value::try_from(&value).is_err());
    let written = toml::Value::try_from(&value);
    assert_eq!(written, Ok(toml::Value::Table(toml::Table::new())));
}

/// Ours tells the path of what cannot be written, and why.
#[test]
fn errors_of_writing() {
    assert_writes(
        &Holder { v: [Some(1), None] },
        Err("TOML has no null, and `None` cannot stand in an array at v[1]"),
        Err("unsupported None value"),
    );
    assert_writes(
        &Holder { v: () },
        Err("TOML has nothing to write `()` as at v"),
        Err("unsupported unit type"),
    );
    assert_writes(
        &1,
        Err("a document is a table with keys, and an integer is none"),
        Err("unsupported i32 type"),
    );
    let unit_key = BTreeMap::from([((), 1)]);
    assert_writes(
        &Holder { v: unit_key },
        Err("a key is text in TOML, and a unit is not at v"),
        Err("map key was not a string"),
    );
}

/// `None` has no place in a variant in ours; `toml` writes a table without the variant.
#[test]
fn none_in_a_variant() {
    #[derive(Serialize)]
    enum Level {
        Exactly(Option<u8>),
    }
    assert_writes(
        &Holder {
            v: Level::Exactly(None),
        },
        Err("TOML has no null, and `None` cannot be the value of a variant at v.Exactly"),
        Ok("[v]\n"),
    );
}

/// A key that comes twice is an error in ours; what `toml` writes is no TOML.
#[test]
fn keys_that_come_twice() {
    struct Twice;
    impl Serialize for Twice {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([("a", 1), ("a", 2)])
        }
    }
    assert_writes(
        &Holder { v: Twice },
        Err("the key comes twice in one table at v.a"),
        Ok("[v]\na = 1\na = 2\n"),
    );
}

/// Tabs stay tabs in the multi-line strings of ours.
#[test]
fn tabs_in_multiline_strings() {
    assert_writes(
        &Holder { v: "a\tb\nc" },
        Ok("v = \"\"\"\na\tb\nc\"\"\"\n"),
        Ok("v = \"\"\"\na\\tb\nc\"\"\"\n"),
    );
}
