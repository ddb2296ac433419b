//! Rust types read from `DeTable` and `DeValue`: as from the source itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml_serde::de::{DeTable, DeValue, Deserializer, ValueDeserializer};
use toml_serde::value::Datetime;
use toml_serde::{Spanned, Table, Value};

#[derive(Debug, PartialEq, Deserialize)]
struct Config<'s> {
    #[serde(borrow)]
    title: &'s str,
    born: Datetime,
    date_text: String,
    big: u128,
    small: i8,
    float: f64,
    level: Level,
    pair: (u8, Spanned<bool>),
    shape: Shape,
    tagged: Tagged,
    either: Vec<Either>,
    missing: Option<u8>,
    #[serde(flatten)]
    rest: BTreeMap<String, Spanned<Value>>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Level {
    Low,
    High,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Shape {
    Circle { radius: f64 },
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type")]
enum Tagged {
    A { at: Spanned<String> },
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(Spanned<i64>),
    Text(String),
}

const SOURCE: &str = r#"
title = 'plain'
born = 1979-05-27T07:32:00Z
date_text = 1979-05-27
big = 340282366920938463463374607431768211455
small = -0
float = 1e3
level = "High"
pair = [0xFF, true]
extra = [1, 'two']
either = [7, "x", 7]

[shape.Circle]
radius = 1.5

[tagged]
type = "A"
at = "h\u0065re"

[more]
x = 1
"#;

#[test]
fn tree_reads_as_its_source_does() {
    let table = DeTable::parse(SOURCE).unwrap();
    let from_tree = Config::deserialize(Deserializer::from(table)).unwrap();
    let from_source: Config<'_> = toml_serde::from_str(SOURCE).unwrap();
    assert_eq!(from_tree, from_source);
    let spans = |config: &Config<'_>| {
        let Tagged::A { at } = &config.tagged;
        let mut spans = vec![config.pair.1.span(), at.span()];
        spans.extend(config.rest.values().map(|value| value.span()));
        spans.extend(config.either.iter().filter_map(|either| match either {
            Either::Number(number) => Some(number.span()),
            Either::Text(_) => None,
        }));
        spans
    };
    assert_eq!(spans(&from_tree), spans(&from_source));
}

#[test]
fn owned_tree_reads_as_its_source_does() {
    let mut table = DeTable::parse("a = 'x'\nb = { c = [1979-05-27, 1] }").unwrap();
    table.get_mut().make_owned();
    let read = Table::deserialize(table.into_deserializer()).unwrap();
    assert_eq!(
        read,
        "a = 'x'\nb = { c = [1979-05-27, 1] }".parse().unwrap()
    );
}

#[test]
fn changed_tree_reads_as_changed() {
    let mut table = DeTable::parse("a = 1\nb = 2").unwrap();
    table.get_mut()["a"] = DeValue::parse("'x'").unwrap();
    let read = Table::deserialize(Deserializer::from(table)).unwrap();
    assert_eq!(read, "a = 'x'\nb = 2".parse().unwrap());
}

#[test]
fn values_read_as_types() {
    let value = DeValue::parse("[1, 2]").unwrap();
    assert_eq!(
        Vec::<u8>::deserialize(ValueDeserializer::from(value.clone())),
        Ok(vec![1, 2])
    );
    assert_eq!(
        <(u8, u8)>::deserialize(value.clone().into_deserializer()),
        Ok((1, 2))
    );
    let spanned = Spanned::<Value>::deserialize(ValueDeserializer::from(value)).unwrap();
    assert_eq!(spanned.span(), 0..6);
    let value = DeValue::parse("'Low'").unwrap();
    assert_eq!(
        Level::deserialize(value.into_deserializer()),
        Ok(Level::Low)
    );
}

#[test]
fn errors_know_path_and_span() {
    let table = DeTable::parse("[a]\nb = [1, 'x']").unwrap();
    let error =
        BTreeMap::<String, BTreeMap<String, Vec<u8>>>::deserialize(Deserializer::from(table))
            .unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"x\", expected u8");
    assert_eq!(
        (error.path().as_deref(), error.span()),
        (Some("a.b[1]"), Some(12..15))
    );
}

#[test]
fn integers_beyond_all_types_are_errors_when_read() {
    let source = "a = 340282366920938463463374607431768211456";
    let table = DeTable::parse(source).unwrap();
    let error = Table::deserialize(Deserializer::from(table)).unwrap_err();
    assert_eq!(
        error.message(),
        toml_serde::from_str::<Table>(source).unwrap_err().message()
    );
    assert_eq!(error.span(), Some(4..43));
}
