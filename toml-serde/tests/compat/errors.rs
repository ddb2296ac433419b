//! Errors: message, span, input and what is displayed. The wording of syntax errors is left out.

use std::collections::BTreeMap;
use std::error::Error as _;

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Serialize};

use crate::toml::{self, Table, Value};

#[derive(Debug, PartialEq, Deserialize)]
struct Config {
    title: String,
    server: Server,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Server {
    port: u16,
    #[serde(default)]
    hosts: Vec<String>,
}

/// The error of a configuration, and the text that its span marks.
fn error_of(text: &str) -> (toml::de::Error, Option<&str>) {
    let error = toml::from_str::<Config>(text).expect_err("a wrong configuration");
    let marked = error.span().map(|span| &text[span]);
    (error, marked)
}

#[test]
fn missing_fields() {
    let (error, _) = error_of("title = 'a'");
    assert_eq!(error.message(), "missing field `server`");
    let (error, marked) = error_of("title = 'a'\n[server]\nhosts = []");
    assert_eq!(error.message(), "missing field `port`");
    assert!(marked.is_some_and(|marked| marked.starts_with("[server]")));
    let (error, marked) = error_of("title = 'a'\nserver = { hosts = [] }");
    assert_eq!(error.message(), "missing field `port`");
    assert_eq!(marked, Some("{ hosts = [] }"));
}

#[test]
fn unknown_fields() {
    let (error, marked) = error_of("title = 'a'\n[server]\nport = 1\nprot = 2");
    assert_eq!(
        error.message(),
        "unknown field `prot`, expected `port` or `hosts`"
    );
    assert_eq!(marked, Some("prot"));
}

#[test]
fn wrong_types() {
    for (value, found) in [
        ("'a'", "string \"a\""),
        ("1.5", "floating point `1.5`"),
        ("false", "boolean `false`"),
    ] {
        let text = format!("title = 'a'\nserver = {{ port = {value} }}");
        let (error, marked) = error_of(&text);
        assert_eq!(
            error.message(),
            format!("invalid type: {found}, expected u16")
        );
        assert_eq!(marked, Some(value));
    }
    let (error, marked) = error_of("server.port = 1\ntitle = 1");
    assert_eq!(
        error.message(),
        "invalid type: integer `1`, expected a string"
    );
    assert_eq!(marked, Some("1"));
    let (error, marked) = error_of("title = 'a'\nserver = 'b'");
    assert_eq!(
        error.message(),
        "invalid type: string \"b\", expected struct Server"
    );
    assert_eq!(marked, Some("'b'"));
}

#[test]
fn wrong_values() {
    let (error, marked) = error_of("title = 'a'\n[server]\nport = 65_536");
    assert_eq!(
        error.message(),
        "invalid value: integer `65536`, expected u16"
    );
    assert_eq!(marked, Some("65_536"));
    let error = toml::from_str::<BTreeMap<String, char>>("a = 'bc'").unwrap_err();
    assert_eq!(
        error.message(),
        "invalid value: string \"bc\", expected a character"
    );
    assert_eq!(error.span(), Some(4..8));
}

#[test]
fn wrong_elements() {
    let (error, marked) = error_of("title = 'a'\nserver = { port = 1, hosts = ['b', 2] }");
    assert_eq!(
        error.message(),
        "invalid type: integer `2`, expected a string"
    );
    assert_eq!(marked, Some("2"));
}

#[test]
fn errors_of_the_type() {
    #[derive(Debug, PartialEq)]
    struct Even(i64);
    impl<'de> Deserialize<'de> for Even {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            match i64::deserialize(deserializer)? {
                integer if integer % 2 == 0 => Ok(Self(integer)),
                _ => Err(D::Error::custom("not even")),
            }
        }
    }
    let even = BTreeMap::from([("a".to_owned(), Even(2))]);
    assert_eq!(toml::from_str("a = 2"), Ok(even));
    let error = toml::from_str::<BTreeMap<String, Even>>("a = 2\nb = 33").unwrap_err();
    assert_eq!((error.message(), error.span()), ("not even", Some(10..12)));
}

#[test]
fn syntax_errors_have_a_place() {
    for (text, at) in [
        ("a = ", 4),
        ("a = 'b", 4),
        ("a = 1\na = 2", 6),
        ("a = 1 b = 2", 6),
        ("[t]\n[t]\n", 5),
        ("[t", 2),
        ("= 1", 0),
        ("a = 1\na.b = 2", 6),
    ] {
        let error = toml::from_str::<Table>(text).unwrap_err();
        let span = error.span().expect("a span");
        assert!(span.start.abs_diff(at) <= 2, "{text}: {span:?}");
        assert!(span.end <= text.len(), "{text}: {span:?}");
        assert!(
            !error.message().is_empty() && !error.message().contains('\n'),
            "{text}"
        );
    }
}

#[test]
fn display_has_message_place_and_line() {
    let (error, _) = error_of("title = 'a'\n[server]\nport = 'b'");
    let text = error.to_string();
    assert!(text.contains(error.message()), "{text}");
    assert!(text.contains("line 3"), "{text}");
    assert!(text.contains("column 8"), "{text}");
    assert!(text.contains("3 | port = 'b'\n"), "{text}");
    assert!(text.contains("  |        ^^^"), "{text}");
    let error = toml::from_str::<Table>("a = 1\n[b]\nc = 'x").unwrap_err();
    let text = error.to_string();
    assert!(text.contains("line 3"), "{text}");
    assert!(text.contains("3 | c = 'x\n"), "{text}");
}

#[test]
fn columns_count_characters() {
    let error = toml::from_str::<BTreeMap<String, u8>>("'äöü' = 'x'").unwrap_err();
    assert_eq!(error.span(), Some(11..14));
    assert!(error.to_string().contains("line 1"), "{error}");
    assert!(error.to_string().contains("column 9"), "{error}");
}

#[test]
fn input_can_be_set() {
    let mut error = toml::from_str::<BTreeMap<String, u8>>("a = 'x'").unwrap_err();
    let full = error.to_string();
    error.set_input(None);
    let short = error.to_string();
    assert!(short.contains(error.message()));
    assert!(
        !short.contains("a = 'x'") && !short.contains("line"),
        "{short}"
    );
    error.set_input(Some("a = 'x'"));
    assert_eq!(error.to_string(), full);
}

#[test]
fn values_have_no_input() {
    let deserializer = toml::de::ValueDeserializer::parse("'x'").unwrap();
    let mut error = u8::deserialize(deserializer).unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"x\", expected u8");
    assert_eq!(error.span(), Some(0..3));
    error.set_input(Some("'x'"));
    assert!(error.to_string().contains("1 | 'x'"), "{error}");
}

#[test]
fn errors_without_a_document_tell_the_key() {
    let table: Table = "title = 'a'\nserver.port = 'x'".parse().unwrap();
    let error = table.try_into::<Config>().unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"x\", expected u16");
    assert_eq!(error.span(), None);
    assert!(error.to_string().contains("server.port"), "{error}");
}

#[test]
fn errors_are_errors() {
    fn assert_error<T: std::error::Error + Clone + PartialEq + Send + Sync + 'static>() {}
    assert_error::<toml::de::Error>();
    assert_error::<toml::ser::Error>();
    let error = toml::de::Error::custom("own words");
    assert_eq!((error.message(), error.span()), ("own words", None));
    assert!(error.to_string().starts_with("own words"));
    assert!(error.source().is_none());
    assert_eq!(error.clone(), error);
    let error = toml::ser::Error::custom("own words");
    assert_eq!(error.to_string(), "own words");
    let boxed: Box<dyn std::error::Error> = error.into();
    assert_eq!(boxed.to_string(), "own words");
}

#[test]
fn bytes_that_are_not_utf_8() {
    assert!(toml::from_slice::<Table>("ä = 1".as_bytes()).is_err());
    let table: Table = toml::from_slice("'ä' = 1".as_bytes()).unwrap();
    assert_eq!(table["ä"], Value::Integer(1));
    let error = toml::from_slice::<Table>(b"a = '\xff'").unwrap_err();
    assert!(!error.message().is_empty());
}

#[test]
fn what_cannot_be_written() {
    #[derive(Serialize)]
    struct Unit;
    #[derive(Serialize)]
    enum Enum {
        Variant,
    }
    assert!(toml::to_string(&1).is_err());
    assert!(toml::to_string("a").is_err());
    assert!(toml::to_string(&true).is_err());
    assert!(toml::to_string(&'a').is_err());
    assert!(toml::to_string(&1.5).is_err());
    assert!(toml::to_string(&()).is_err());
    assert!(toml::to_string(&Unit).is_err());
    assert!(toml::to_string(&Enum::Variant).is_err());
    assert!(toml::to_string(&Value::Integer(1)).is_err());
    assert!(toml::to_string(&BTreeMap::from([("a", Some(Unit))])).is_err());
    assert!(toml::to_string(&BTreeMap::from([("a", vec![()])])).is_err());
    assert!(toml::to_string_pretty(&BTreeMap::from([((), 1)])).is_err());
}

#[test]
fn errors_of_the_type_when_writing() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(S::Error::custom("broken"))
        }
    }
    let message = |error: toml::ser::Error| error.to_string();
    assert!(
        toml::to_string(&Broken)
            .map_err(message)
            .unwrap_err()
            .contains("broken")
    );
    let map = BTreeMap::from([("a", vec![Broken])]);
    assert!(
        toml::to_string(&map)
            .map_err(message)
            .unwrap_err()
            .contains("broken")
    );
    assert!(
        Value::try_from(&map)
            .map_err(message)
            .unwrap_err()
            .contains("broken")
    );
}

#[test]
fn containers_in_the_place_of_scalars() {
    for (text, marked) in [
        ("v = {}", "{}"),
        ("v = [1]", "[1]"),
        ("v.a = 1", "v"),
        ("[v]\na = 1", "[v]"),
    ] {
        let error = toml::from_str::<BTreeMap<String, i64>>(text).unwrap_err();
        assert_eq!(error.span().map(|span| &text[span]), Some(marked), "{text}");
    }
}

#[test]
fn containers_of_containers_in_the_place_of_scalars() {
    for (text, marked) in [
        ("v = { a = {} }", "{ a = {} }"),
        ("v = [[]]", "[[]]"),
        ("v.a.b = 1", "v"),
        ("[v]\n[v.a]", "[v]"),
        ("[v.a]", "v"),
        ("[[v.a]]", "v"),
    ] {
        let error = toml::from_str::<BTreeMap<String, i64>>(text).unwrap_err();
        assert_eq!(error.span().map(|span| &text[span]), Some(marked), "{text}");
    }
}
