//! `Spanned`: the bytes that a key or value was read from.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::toml::{self, Spanned, Table, Value, value::Datetime};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

/// The span of the field `v` in a document.
fn span_of<T: serde::de::DeserializeOwned>(text: &str) -> &str {
    let value: Holder<Spanned<T>> = toml::from_str(text).expect("a document with `v`");
    &text[value.v.span()]
}

#[test]
fn parts_of_a_spanned_value() {
    let mut spanned = Spanned::new(2..5, "abc".to_owned());
    assert_eq!(spanned.span(), 2..5);
    assert_eq!(spanned.get_ref(), "abc");
    spanned.get_mut().push('d');
    spanned.as_mut().push('e');
    assert_eq!(spanned.as_ref(), "abcde");
    assert_eq!(spanned.to_string(), "abcde");
    assert_eq!(spanned.clone().into_inner(), "abcde");
}

#[test]
fn comparisons_ignore_the_span() {
    assert_eq!(Spanned::new(0..1, 'a'), Spanned::new(5..9, 'a'));
    assert!(Spanned::new(9..10, 'a') < Spanned::new(0..1, 'b'));
    let set = std::collections::HashSet::from([Spanned::new(0..1, "a".to_owned())]);
    assert!(set.contains(&Spanned::new(3..4, "a".to_owned())));
    assert!(set.contains("a"));
}

#[test]
fn values_of_every_type() {
    assert_eq!(span_of::<i64>("v = 0x1F # x"), "0x1F");
    assert_eq!(span_of::<f64>("v =  1.5e3"), "1.5e3");
    assert_eq!(span_of::<bool>("v = true\n"), "true");
    assert_eq!(span_of::<String>("v = \"a\\n\""), "\"a\\n\"");
    assert_eq!(span_of::<String>("v = '''\na''' # x"), "'''\na'''");
    assert_eq!(span_of::<char>("v = 'ä'"), "'ä'");
    assert_eq!(
        span_of::<Datetime>("v = 1979-05-27 07:32:00Z"),
        "1979-05-27 07:32:00Z"
    );
    assert_eq!(span_of::<Vec<i64>>("v = [ 1,\n2 ]\n"), "[ 1,\n2 ]");
    assert_eq!(span_of::<Table>("v = { a = 1 } # x"), "{ a = 1 }");
    assert_eq!(span_of::<Value>("v = [1, { a = 1 }]"), "[1, { a = 1 }]");
}

#[test]
fn multi_byte_characters_before_the_value() {
    assert_eq!(span_of::<i64>("'ä' = 'ß' # 🎉\nv = 12"), "12");
}

#[test]
fn nested_in_each_other() {
    let value: Holder<Spanned<Vec<Spanned<i64>>>> = toml::from_str("v = [1, 22]").unwrap();
    assert_eq!(value.v.span(), 4..11);
    let spans: Vec<_> = value.v.get_ref().iter().map(Spanned::span).collect();
    assert_eq!(spans, [5..6, 8..10]);
}

#[test]
fn in_an_option() {
    let value: Holder<Option<Spanned<i64>>> = toml::from_str("v = 1").unwrap();
    assert_eq!(value.v.map(|v| v.span()), Some(4..5));
    let value: Holder<Option<Spanned<i64>>> = toml::from_str("").unwrap();
    assert_eq!(value.v, None);
    let value: Holder<Spanned<Option<i64>>> = toml::from_str("v = 1").unwrap();
    assert_eq!((value.v.span(), value.v.into_inner()), (4..5, Some(1)));
}

#[test]
fn in_newtypes_and_tuples() {
    #[derive(Debug, Deserialize)]
    struct Newtype(Spanned<String>);
    let value: Holder<Newtype> = toml::from_str("v = 'a'").unwrap();
    assert_eq!(value.v.0.span(), 4..7);
    let value: Holder<(Spanned<i64>, Spanned<Newtype>)> = toml::from_str("v = [1, 'a']").unwrap();
    assert_eq!((value.v.0.span(), value.v.1.span()), (5..6, 8..11));
}

#[test]
fn keys_of_a_map() {
    let text = "a = 1\n\"b c\" = 2\n[d]\n";
    let map: BTreeMap<Spanned<String>, Value> = toml::from_str(text).unwrap();
    let keys: Vec<_> = map
        .keys()
        .map(|key| (key.as_ref().as_str(), &text[key.span()]))
        .collect();
    assert_eq!(keys, [("a", "a"), ("b c", "\"b c\""), ("d", "d")]);
}

#[test]
fn keys_and_values_of_a_map() {
    let text = "[v]\nkey = 1";
    let value: Holder<HashMap<Spanned<String>, Spanned<i64>>> = toml::from_str(text).unwrap();
    let (key, number) = value.v.iter().next().unwrap();
    assert_eq!((key.span(), number.span()), (4..7, 10..11));
    assert_eq!(value.v.get("key").map(Spanned::span), Some(10..11));
}

#[test]
fn keys_of_dotted_keys_and_headers() {
    type Map<T> = BTreeMap<Spanned<String>, T>;
    let text = "a.b.c = 1";
    let map: Map<Map<Map<i64>>> = toml::from_str(text).unwrap();
    let (a, map) = map.first_key_value().unwrap();
    let (b, map) = map.first_key_value().unwrap();
    let (c, _) = map.first_key_value().unwrap();
    assert_eq!([a.span(), b.span(), c.span()], [0..1, 2..3, 4..5]);

    let map: Map<Map<Map<i64>>> = toml::from_str("[ aa . 'b' ]\nc = 1").unwrap();
    let (a, map) = map.first_key_value().unwrap();
    let (b, _) = map.first_key_value().unwrap();
    assert_eq!([a.span(), b.span()], [2..4, 7..10]);
}

#[test]
fn structs_and_their_fields() {
    #[derive(Debug, Deserialize)]
    struct Dependency {
        version: Spanned<String>,
    }
    let text = "v = { version = '1' }";
    let value: Holder<Spanned<Dependency>> = toml::from_str(text).unwrap();
    assert_eq!(&text[value.v.span()], "{ version = '1' }");
    assert_eq!(&text[value.v.get_ref().version.span()], "'1'");
}

#[test]
fn enums() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum Kind {
        Unit,
        Newtype(Spanned<i64>),
    }
    let value: Holder<Spanned<Kind>> = toml::from_str("v = 'Unit'").unwrap();
    assert_eq!((value.v.span(), value.v.get_ref()), (4..10, &Kind::Unit));
    let value: Holder<Kind> = toml::from_str("v = { Newtype = 10 }").unwrap();
    let Kind::Newtype(number) = value.v else {
        panic!("{value:?}")
    };
    assert_eq!(number.span(), 16..18);
}

#[test]
fn untagged_enums_in_a_span() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Dependency {
        Simple(String),
        Detailed { version: String },
    }
    let text = "v = { version = '1' }";
    let value: Holder<Spanned<Dependency>> = toml::from_str(text).unwrap();
    let version = "1".to_owned();
    assert_eq!(value.v.get_ref(), &Dependency::Detailed { version });
    assert_eq!(&text[value.v.span()], "{ version = '1' }");
    let value: Holder<Vec<Spanned<Dependency>>> = toml::from_str("v = ['1', '22']").unwrap();
    let spans: Vec<_> = value.v.iter().map(Spanned::span).collect();
    assert_eq!(spans, [5..8, 10..14]);
}

#[test]
fn borrowed_values_and_keys() {
    #[derive(Debug, Deserialize)]
    struct Borrowed<'a> {
        #[serde(borrow)]
        v: Spanned<&'a str>,
        #[serde(borrow)]
        cow: Spanned<Cow<'a, str>>,
    }
    let value: Borrowed<'_> = toml::from_str("v = 'a'\ncow = 'b'").unwrap();
    assert_eq!((value.v.span(), value.v.into_inner()), (4..7, "a"));
    assert_eq!(
        (value.cow.span(), value.cow.as_ref()),
        (14..17, &Cow::Borrowed("b"))
    );
    let keys: HashMap<Spanned<Cow<'_, str>>, i64> = toml::from_str("key = 1").unwrap();
    assert_eq!(keys.get("key"), Some(&1));
}

#[test]
fn are_written_as_their_value() {
    let value = Holder {
        v: vec![Spanned::new(7..8, 1)],
    };
    assert_eq!(toml::to_string(&value).unwrap(), "v = [1]\n");
    let value = BTreeMap::from([(Spanned::new(0..1, "k"), Spanned::new(3..4, Table::new()))]);
    assert_eq!(toml::to_string(&value).unwrap(), "[k]\n");
}

#[test]
fn are_unknown_to_values() {
    let table: Table = "v = 1".parse().unwrap();
    assert!(table.try_into::<Holder<Spanned<i64>>>().is_err());
}

#[test]
fn errors_inside_of_a_span() {
    let error = toml::from_str::<Holder<Spanned<u8>>>("v = 'x'").unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"x\", expected u8");
    assert_eq!(error.span(), Some(4..7));
}

#[test]
fn tables_are_where_their_header_is() {
    for (text, header) in [
        ("[ v ] # x\na = 1\n[w]", "[ v ]"),
        ("[v.x]\na = 1", "v"),
        ("[v.x]\n[v]\nb = 1", "[v]"),
        ("v.x = 1\nv.y = 2", "v"),
    ] {
        assert_eq!(span_of::<Table>(text), header, "{text}");
    }
    let text = "[[v]]\na = 1\n[[ v ]]";
    let value: Holder<Spanned<Vec<Spanned<Table>>>> = toml::from_str(text).unwrap();
    assert_eq!(value.v.span(), 0..5);
    let spans: Vec<_> = value.v.get_ref().iter().map(Spanned::span).collect();
    assert_eq!(spans, [0..5, 12..19]);
}
