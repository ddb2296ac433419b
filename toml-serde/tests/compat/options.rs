//! `Option`: what is `None` is not there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::both_ways::{assert_both_ways, assert_text};
use crate::toml::{self, Table, Value};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Options {
    number: Option<i64>,
    list: Option<Vec<i64>>,
    table: Option<BTreeMap<String, i64>>,
    boxed: Option<Box<str>>,
}

#[test]
fn none_is_left_out() {
    assert_both_ways(&Options::default(), "");
}

#[test]
fn some_is_the_value() {
    let value = Options {
        number: Some(1),
        list: Some(vec![]),
        table: Some([("a".into(), 2)].into()),
        boxed: Some("x".into()),
    };
    assert_both_ways(
        &value,
        "number = 1\nlist = []\nboxed = \"x\"\n\n[table]\na = 2\n",
    );
}

#[test]
fn some_of_the_wrong_type() {
    let error = toml::from_str::<Options>("number = 'x'").unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"x\", expected i64");
    assert_eq!(error.span(), Some(9..12));
}

#[test]
fn options_nest() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[expect(clippy::option_option, reason = "what is tested")]
    struct Nested {
        a: Option<Option<i64>>,
    }
    assert_both_ways(&Nested { a: Some(Some(1)) }, "a = 1\n");
    assert_both_ways(&Nested { a: None }, "");
    assert_eq!(
        toml::to_string(&Nested { a: Some(None) }),
        Ok(String::new())
    );
}

#[test]
fn none_in_tables_of_any_depth() {
    let value = BTreeMap::from([("a", vec![Options::default()])]);
    assert_eq!(toml::to_string(&value).unwrap(), "[[a]]\n");
    let number = Options {
        number: Some(1),
        ..Options::default()
    };
    let mixed = BTreeMap::from([("a", (1, number, Options::default()))]);
    assert_eq!(
        toml::to_string(&mixed).unwrap(),
        "a = [1, { number = 1 }, {}]\n"
    );
}

#[test]
fn none_in_arrays_is_an_error() {
    let value = BTreeMap::from([("a", vec![Some(1), None])]);
    assert!(toml::to_string(&value).is_err());
    assert!(Value::try_from(vec![None::<i64>]).is_err());
    assert!(toml::to_string(&BTreeMap::from([("a", (1, None::<i64>))])).is_err());
}

#[test]
fn some_in_arrays() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct List {
        a: Vec<Option<i64>>,
    }
    let a = vec![Some(1), Some(2)];
    assert_both_ways(&List { a }, "a = [1, 2]\n");
}

#[test]
fn none_is_no_document() {
    assert!(toml::to_string(&None::<Options>).is_err());
    assert!(Table::try_from(None::<Options>).is_err());
    assert!(Value::try_from(None::<Options>).is_err());
    assert_text(&Some(Options::default()), "");
}

#[test]
fn null_does_not_exist() {
    assert!(toml::from_str::<Options>("number = null").is_err());
    assert!(toml::from_str::<Options>("number =").is_err());
}

#[test]
fn default_of_a_field_is_not_none() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Config {
        #[serde(default = "one")]
        a: Option<i64>,
    }
    #[expect(clippy::unnecessary_wraps, reason = "the type of the field")]
    fn one() -> Option<i64> {
        Some(1)
    }
    assert_eq!(toml::from_str(""), Ok(Config { a: Some(1) }));
}
