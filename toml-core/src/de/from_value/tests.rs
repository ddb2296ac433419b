use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

use serde::Deserialize;
use serde_core::de::IntoDeserializer;

use crate::de::{Error, ErrorKind};
use crate::{Table, Value};

/// Reads a type from the value `v` of a document.
fn read<'de, T: Deserialize<'de>>(source: &str) -> Result<T, String> {
    let mut table: Table = format!("v = {source}").parse().unwrap();
    let value = table.remove("v").unwrap();
    value.try_into().map_err(|error| error.to_string())
}

#[derive(Debug, PartialEq, Deserialize)]
struct Config {
    name: String,
    port: Option<u16>,
    on: bool,
    #[serde(default)]
    ratio: f64,
    servers: Vec<Server>,
    ignored: Option<serde::de::IgnoredAny>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Server(String, u128);

#[test]
fn struct_from_a_table() {
    let source = "name = 'a'\nport = 80\non = true\nratio = 1\nservers = [['b', 1], ['c', 2]]";
    let expected = Config {
        name: "a".to_string(),
        port: Some(80),
        on: true,
        ratio: 1.0,
        servers: vec![Server("b".to_string(), 1), Server("c".to_string(), 2)],
        ignored: None,
    };
    let table: Table = source.parse().unwrap();
    assert_eq!(table.clone().try_into(), Ok(expected));
    let error = Table::new().try_into::<Config>().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingField);
    assert!(Config::deserialize(Value::Table(table.clone()).into_deserializer()).is_ok());
    assert!(Option::<Config>::deserialize(table.into_deserializer()).is_ok());
}

#[test]
fn unneeded_values_are_dropped() {
    let source = "{ name = '', on = true, servers = [], ignored = { a = [1] }, other = {} }";
    assert!(read::<Config>(source).unwrap().ignored.is_some());
}

#[test]
fn map_keys_are_what_the_type_asks_for() {
    assert_eq!(
        read("{ 2 = 'a', 10 = 'b' }"),
        Ok(BTreeMap::from([(2, 'a'), (10, 'b')]))
    );
    assert_eq!(read("{ true = 1 }"), Ok(BTreeMap::from([(true, 1_u8)])));
    assert_eq!(
        read::<BTreeMap<u8, u8>>("{ sub = { 2 = 3, 300 = 4 } }").unwrap_err(),
        "invalid value: string \"sub\", expected a key that is a u8 at sub"
    );
}

#[test]
fn text_and_bytes() {
    assert_eq!(read("1979-05-27"), Ok("1979-05-27".to_string()));
    assert_eq!(read("'a'"), Ok('a'));
    assert_eq!(read("'abc'"), Ok(alloc::ffi::CString::new("abc").unwrap()));
    assert_eq!(
        read("[97, 98]"),
        Ok(alloc::ffi::CString::new("ab").unwrap())
    );
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Shape {
    Point,
    Circle(f64),
    Rect(u8, u8),
    Square { side: u8 },
}

#[test]
fn variants() {
    assert_eq!(read("'point'"), Ok(Shape::Point));
    assert_eq!(read("{ point = {} }"), Ok(Shape::Point));
    assert_eq!(read("{ point = [] }"), Ok(Shape::Point));
    assert_eq!(read("{ circle = 1.5 }"), Ok(Shape::Circle(1.5)));
    assert_eq!(read("{ rect = [1, 2] }"), Ok(Shape::Rect(1, 2)));
    assert_eq!(read("{ rect = { 0 = 1, 1 = 2 } }"), Ok(Shape::Rect(1, 2)));
    assert_eq!(
        read("{ square = { side = 3 } }"),
        Ok(Shape::Square { side: 3 })
    );
    let table = Table::from([("circle", 1)]);
    assert_eq!(table.try_into(), Ok(Shape::Circle(1.0)));
}

#[test]
fn variants_that_are_wrong() {
    let error = |source: &str| read::<Shape>(source).unwrap_err();
    for (source, expected) in [
        (
            "1",
            "invalid type: integer `1`, expected the name of a variant or a table with one key",
        ),
        (
            "1979-05-27",
            "invalid type: date-time `1979-05-27`, expected the name of a variant or a table \
             with one key",
        ),
        (
            "{}",
            "expected a table with one key, the name of a variant; it is empty",
        ),
        (
            "{ point = {}, b = 1 }",
            "expected a table with one key, the name of a variant; `b` is a second one",
        ),
        (
            "{ point = 1 }",
            "invalid type: integer `1`, expected an empty table, as the variant holds nothing \
             at point",
        ),
        (
            "{ circle = 'a' }",
            "invalid type: string \"a\", expected f64 at circle",
        ),
        (
            "{ rect = [1] }",
            "invalid length 1, expected tuple variant Shape::Rect with 2 elements at rect",
        ),
        (
            "{ rect = [1, 2, 3] }",
            "invalid length 3, expected an array of 2 at rect",
        ),
        (
            "{ rect = [1, 256] }",
            "invalid value: integer `256`, expected u8 at rect[1]",
        ),
        (
            "{ rect = { 0 = 1, 1 = 256 } }",
            "invalid value: integer `256`, expected u8 at rect.1",
        ),
        (
            "{ rect = { 0 = 1, 2 = 2 } }",
            "invalid value: string \"2\", expected `1`, the number of the next element at rect.2",
        ),
        ("{ square = {} }", "missing field `side` at square"),
        (
            "'circle'",
            "invalid type: unit variant, expected newtype variant",
        ),
        (
            "{ pint = {} }",
            "unknown variant `pint`, expected one of `point`, `circle`, `rect`, `square` at pint\n\
             help: did you mean `point`?",
        ),
    ] {
        assert_eq!(error(source), expected, "{source}");
    }
}

#[test]
fn errors_name_the_path() {
    let source = "{ name = '', on = true, servers = [['a', 1], ['b', -1]] }";
    assert_eq!(
        read::<Config>(source).unwrap_err(),
        "invalid value: integer `-1`, expected u128 at servers[1][1]"
    );
}

#[test]
fn elements_that_would_get_lost_are_errors() {
    assert_eq!(
        read::<(u8, u8)>("[1, 2, 3]").unwrap_err(),
        "invalid length 3, expected an array of 2"
    );
    assert_eq!(
        read::<Server>("['a', 1, 2]").unwrap_err(),
        "invalid length 3, expected an array of 2"
    );
}

#[test]
fn datetime_is_no_table_and_no_number() {
    assert_eq!(
        read::<Config>("1979-05-27").unwrap_err(),
        "invalid type: date-time `1979-05-27`, expected struct Config"
    );
    assert_eq!(
        read::<u8>("1979-05-27").unwrap_err(),
        "invalid type: date-time `1979-05-27`, expected u8"
    );
    assert_eq!(
        read::<Vec<u8>>("1979-05-27").unwrap_err(),
        "invalid type: date-time `1979-05-27`, expected an array"
    );
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Source {
    Path { path: String },
    Git { git: String },
}

#[test]
fn reasons_are_those_of_the_last_buffer() {
    drop(Error::with_message("of something else"));
    let error = read::<Vec<Source>>("[{ path = '' }, { paht = '' }]").unwrap_err();
    assert_eq!(
        error,
        "data did not match any variant of untagged enum Source at [1]\n\
         no match: missing field `path` at [1]\n\
         no match: missing field `git` at [1]"
    );
}
