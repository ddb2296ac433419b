//! Enums in all four representations of serde.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::both_ways::{assert_both_ways, assert_text};
use crate::toml::{self, Value, value::Datetime};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum External {
    Unit,
    Newtype(i64),
    Tuple(i64, String),
    Struct { a: i64, b: bool },
}

use External::{Newtype, Struct, Tuple, Unit};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

fn hold<T>(v: T) -> Holder<T> {
    Holder { v }
}

fn tuple() -> External {
    Tuple(1, "x".into())
}

const STRUCT: External = Struct { a: 1, b: true };

#[test]
fn external_as_a_field() {
    assert_both_ways(&hold(Unit), "v = \"Unit\"\n");
    assert_both_ways(&hold(Newtype(1)), "[v]\nNewtype = 1\n");
    assert_both_ways(&hold(tuple()), "[v]\nTuple = [1, \"x\"]\n");
    assert_both_ways(&hold(STRUCT), "[v.Struct]\na = 1\nb = true\n");
}

#[test]
fn external_in_other_spellings() {
    for (text, expected) in [
        ("v = 'Unit'", Unit),
        ("v = { Unit = {} }", Unit),
        ("v = { Unit = [] }", Unit),
        ("v.Unit = {}", Unit),
        ("[v.Unit]", Unit),
        ("v = { Newtype = 1 }", Newtype(1)),
        ("v.Newtype = 1", Newtype(1)),
        ("v = { Tuple = [1, 'x'] }", tuple()),
        ("v = { Tuple = { 0 = 1, 1 = 'x' } }", tuple()),
        ("[v.Tuple]\n0 = 1\n1 = 'x'", tuple()),
        ("v = { Struct = { a = 1, b = true } }", STRUCT),
        ("v.Struct.b = true\nv.Struct.a = 1", STRUCT),
        ("v = { Struct = [1, true] }", STRUCT),
    ] {
        assert_eq!(toml::from_str(text), Ok(hold(expected.clone())), "{text}");
        let table: toml::Table = text.parse().unwrap();
        assert_eq!(
            table.try_into(),
            Ok(hold(expected)),
            "{text} by way of a table"
        );
    }
}

#[test]
fn external_in_arrays() {
    let value = hold(vec![Unit, Newtype(1), tuple(), STRUCT]);
    let text = "v = [\"Unit\", { Newtype = 1 }, { Tuple = [1, \"x\"] }, { Struct = { a = 1, b = true } }]\n";
    assert_both_ways(&value, text);
    assert_both_ways(&hold(vec![Unit, Unit]), "v = [\"Unit\", \"Unit\"]\n");
}

#[test]
fn external_in_arrays_of_tables() {
    let value = hold(vec![Newtype(1), tuple(), STRUCT]);
    let text =
        "[[v]]\nNewtype = 1\n\n[[v]]\nTuple = [1, \"x\"]\n\n[[v]]\n\n[v.Struct]\na = 1\nb = true\n";
    assert_both_ways(&value, text);
}

#[test]
fn external_as_map_values() {
    let value = BTreeMap::from([
        ("a".to_owned(), Unit),
        ("b".to_owned(), Newtype(2)),
        ("c".to_owned(), STRUCT),
    ]);
    let text = "a = \"Unit\"\n\n[b]\nNewtype = 2\n\n[c.Struct]\na = 1\nb = true\n";
    assert_both_ways(&value, text);
}

#[test]
fn external_as_the_document() {
    assert_text(&Newtype(1), "Newtype = 1\n");
    assert_text(&tuple(), "Tuple = [1, \"x\"]\n");
    assert_text(&STRUCT, "[Struct]\na = 1\nb = true\n");
    assert!(toml::to_string(&Unit).is_err());
    assert_eq!(toml::from_str("Unit = {}"), Ok(Unit));
    assert_eq!(toml::from_str("[Unit]"), Ok(Unit));
}

#[test]
fn external_newtype_of_a_table() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Source {
        Git(BTreeMap<String, String>),
        Many(Vec<BTreeMap<String, i64>>),
        Nested(Holder<i64>),
    }
    let git = Source::Git([("url".into(), "u".into())].into());
    assert_both_ways(&hold(git), "[v.Git]\nurl = \"u\"\n");
    let many = Source::Many(vec![[("a".into(), 1)].into()]);
    assert_both_ways(&hold(many), "[v]\nMany = [{ a = 1 }]\n");
    let nested = Source::Nested(hold(3));
    assert_both_ways(&hold(nested), "[v.Nested]\nv = 3\n");
}

#[test]
fn external_that_does_not_match() {
    for text in [
        "v = 'Other'",
        "v = { Other = 1 }",
        "v = 1",
        "v = ['Unit']",
        "v = {}",
        "v = { Newtype = 1, Unit = {} }",
        "v = { Unit = 1 }",
        "v = { Unit = { a = 1 } }",
        "v = 'Newtype'",
        "v = { Newtype = 'x' }",
        "v = { Tuple = [1] }",
        "v = { Tuple = [1, 'x', 2] }",
        "v = { Tuple = { 1 = 'x', 0 = 1 } }",
        "v = { Tuple = 1 }",
        "v = { Struct = { a = 1 } }",
    ] {
        assert!(toml::from_str::<Holder<External>>(text).is_err(), "{text}");
    }
    let error = toml::from_str::<Holder<External>>("v = 'Other'").unwrap_err();
    let expected = "unknown variant `Other`, expected one of `Unit`, `Newtype`, `Tuple`, `Struct`";
    assert_eq!((error.message(), error.span()), (expected, Some(4..11)));
    let error = toml::from_str::<Holder<External>>("v = { Other = 1 }").unwrap_err();
    assert_eq!((error.message(), error.span()), (expected, Some(6..11)));
    let error = toml::from_str::<Holder<External>>("v.Struct = { a = 1 }").unwrap_err();
    assert_eq!(error.message(), "missing field `b`");
}

#[test]
fn external_optional_and_renamed() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Level {
        VeryLow,
        #[serde(alias = "top")]
        VeryHigh,
        #[serde(other)]
        Unknown,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Levels {
        a: Option<Level>,
        b: Option<Level>,
    }
    let a = Some(Level::VeryLow);
    assert_both_ways(&Levels { a, b: None }, "a = \"very-low\"\n");
    let value = Levels {
        a: Some(Level::VeryHigh),
        b: Some(Level::Unknown),
    };
    assert_eq!(toml::from_str("a = 'top'\nb = 'whatever'"), Ok(value));
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Internal {
    Unit,
    Newtype(Holder<i64>),
    Struct { a: i64, list: Vec<Holder<i64>> },
}

#[test]
fn internally_tagged() {
    assert_both_ways(&hold(Internal::Unit), "[v]\ntype = \"Unit\"\n");
    let newtype = Internal::Newtype(hold(1));
    assert_both_ways(&hold(newtype), "[v]\ntype = \"Newtype\"\nv = 1\n");
    let with_list = Internal::Struct {
        a: 1,
        list: vec![hold(2), hold(3)],
    };
    let text = "type = \"Struct\"\na = 1\n\n[[list]]\nv = 2\n\n[[list]]\nv = 3\n";
    assert_both_ways(&with_list, text);
    let list = vec![Internal::Unit, Internal::Newtype(hold(1))];
    let text = "[[v]]\ntype = \"Unit\"\n\n[[v]]\ntype = \"Newtype\"\nv = 1\n";
    assert_both_ways(&hold(list), text);
    let tag_last = "v = 1\ntype = 'Newtype'";
    assert_eq!(toml::from_str(tag_last), Ok(Internal::Newtype(hold(1))));
}

#[test]
fn internally_tagged_that_does_not_match() {
    let error = toml::from_str::<Internal>("a = 1").unwrap_err();
    assert_eq!(error.message(), "missing field `type`");
    let error = toml::from_str::<Internal>("type = 'Other'").unwrap_err();
    let expected = "unknown variant `Other`, expected one of `Unit`, `Newtype`, `Struct`";
    assert_eq!(error.message(), expected);
    let error = toml::from_str::<Internal>("type = 'Newtype'\nv = 'x'").unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"x\", expected i64");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Unit,
    Newtype(i64),
    Tuple(i64, String),
    Struct { a: i64 },
}

#[test]
fn adjacently_tagged() {
    assert_both_ways(&hold(Adjacent::Unit), "[v]\nt = \"Unit\"\n");
    assert_both_ways(&hold(Adjacent::Newtype(1)), "[v]\nt = \"Newtype\"\nc = 1\n");
    let tuple = Adjacent::Tuple(1, "x".into());
    assert_both_ways(&tuple, "t = \"Tuple\"\nc = [1, \"x\"]\n");
    let with_a = Adjacent::Struct { a: 1 };
    assert_both_ways(&hold(with_a), "[v]\nt = \"Struct\"\n\n[v.c]\na = 1\n");
    let content_first = "c = [1, 'x']\nt = 'Tuple'";
    assert_eq!(
        toml::from_str(content_first),
        Ok(Adjacent::Tuple(1, "x".into()))
    );
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Datetime(Datetime),
    String(String),
    List(Vec<Untagged>),
    Pair { version: String, optional: bool },
    Table(BTreeMap<String, Untagged>),
}

#[test]
fn untagged() {
    let string = |text: &str| Untagged::String(text.into());
    assert_both_ways(&hold(Untagged::Boolean(true)), "v = true\n");
    assert_both_ways(&hold(Untagged::Integer(1)), "v = 1\n");
    assert_both_ways(&hold(Untagged::Float(1.0)), "v = 1.0\n");
    assert_both_ways(&hold(string("1979-05-27")), "v = \"1979-05-27\"\n");
    let list = Untagged::List(vec![Untagged::Integer(1), string("a")]);
    assert_both_ways(&hold(list), "v = [1, \"a\"]\n");
    let pair = Untagged::Pair {
        version: "1.0".into(),
        optional: true,
    };
    let text = "[v]\nversion = \"1.0\"\noptional = true\n";
    assert_both_ways(&hold(pair), text);
    let table = Untagged::Table([("version".into(), string("1.0"))].into());
    assert_both_ways(&hold(table), "[v]\nversion = \"1.0\"\n");
}

#[test]
fn untagged_datetime() {
    for text in ["1979-05-27T07:32:00Z", "1979-05-27", "07:32:00.5"] {
        let datetime = Untagged::Datetime(text.parse().unwrap());
        assert_text(&hold(datetime), &format!("v = {text}\n"));
    }
}

#[test]
fn untagged_that_does_not_match() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(untagged)]
    enum Number {
        Integer(i64),
        Float(f64),
    }
    assert_eq!(toml::from_str("v = 1"), Ok(hold(Number::Integer(1))));
    assert_eq!(toml::from_str("v = 1e0"), Ok(hold(Number::Float(1.0))));
    let error = toml::from_str::<Holder<Number>>("v = 'x'").unwrap_err();
    let expected = "data did not match any variant of untagged enum Number";
    assert_eq!((error.message(), error.span()), (expected, Some(4..7)));
}

#[test]
fn untagged_value_as_the_last_resort() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Known { version: String },
        Other(Value),
    }
    let known = Either::Known {
        version: "1".into(),
    };
    assert_eq!(toml::from_str("v = { version = '1' }"), Ok(hold(known)));
    let other: Value = "[1979-05-27, { a = 07:32:00 }]".parse().unwrap();
    let text = "v = [1979-05-27, { a = 07:32:00 }]";
    assert_eq!(toml::from_str(text), Ok(hold(Either::Other(other))));
}
