//! What is borrowed from the document instead of copied.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::Deserialize;

use crate::toml;

#[derive(Debug, PartialEq, Deserialize)]
struct Holder<T> {
    v: T,
}

/// Whether a text lies inside of another, at the same address.
fn is_part_of(part: &str, whole: &str) -> bool {
    whole.as_bytes().as_ptr_range().contains(&part.as_ptr())
}

#[test]
fn strings_without_escapes() {
    for text in [
        "v = 'abc'",
        "v = \"abc\"",
        "v = '''abc'''",
        "v = \"\"\"abc\"\"\"",
        "v = '''\nabc'''",
    ] {
        let value: Holder<&str> = toml::from_str(text).unwrap();
        assert_eq!(value.v, "abc", "{text}");
        assert!(is_part_of(value.v, text), "{text}");
    }
}

#[test]
fn strings_with_escapes_cannot_be() {
    let error = toml::from_str::<Holder<&str>>("v = \"a\\tb\"").unwrap_err();
    assert_eq!(error.span(), Some(4..10));
    let expected = "invalid type: string \"a\\tb\", expected a borrowed string";
    assert_eq!(error.message(), expected);
}

#[derive(Debug, Deserialize)]
struct Cows<'a> {
    #[serde(borrow)]
    plain: Cow<'a, str>,
    #[serde(borrow)]
    escaped: Cow<'a, str>,
    copied: Cow<'a, str>,
}

#[test]
fn cows_borrow_if_they_can() {
    let text = "plain = 'a'\nescaped = \"\\u0062\"\ncopied = 'c'";
    let value: Cows<'_> = toml::from_str(text).unwrap();
    assert!(matches!(value.plain, Cow::Borrowed("a")));
    assert!(matches!(value.escaped, Cow::Owned(ref b) if b == "b"));
    assert!(matches!(value.copied, Cow::Owned(ref c) if c == "c"));
}

#[test]
fn from_bytes() {
    let bytes = b"v = 'abc'".as_slice();
    assert_eq!(toml::from_slice(bytes), Ok(Holder { v: "abc" }));
}

#[test]
fn byte_strings_and_paths() {
    let value: Holder<&[u8]> = toml::from_str("v = 'abc'").unwrap();
    assert_eq!(value.v, b"abc");
    let value: Holder<&Path> = toml::from_str("v = '/a/b'").unwrap();
    assert_eq!(value.v, Path::new("/a/b"));
}

#[test]
fn in_collections() {
    let value: Holder<Vec<&str>> = toml::from_str("v = ['a', \"b\"]").unwrap();
    assert_eq!(value.v, ["a", "b"]);
    let value: Holder<(&str, Option<&str>)> = toml::from_str("v = ['a', 'b']").unwrap();
    assert_eq!(value.v, ("a", Some("b")));
    let value: BTreeMap<&str, Holder<&str>> = toml::from_str("[a]\nv = 'b'").unwrap();
    assert_eq!(value, BTreeMap::from([("a", Holder { v: "b" })]));
}

#[test]
fn keys() {
    let text = "bare = 1\n'quoted' = 2\na.b = 3";
    let value: HashMap<&str, toml::Value> = toml::from_str(text).unwrap();
    assert!(
        ["bare", "quoted", "a"]
            .iter()
            .all(|key| value.contains_key(key))
    );
    assert!(value.keys().all(|key| is_part_of(key, text)));
    assert!(toml::from_str::<HashMap<&str, i64>>("\"\\u0061\" = 1").is_err());
    let owned: HashMap<Cow<'_, str>, i64> = toml::from_str("\"\\u0061\" = 1").unwrap();
    assert_eq!(owned, HashMap::from([("a".into(), 1)]));
}

#[test]
fn structs_flattened_and_untagged() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Outer<'a> {
        #[serde(borrow, flatten)]
        inner: Inner<'a>,
        #[serde(borrow)]
        either: Either<'a>,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    struct Inner<'a> {
        name: &'a str,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Either<'a> {
        Number(i64),
        Text(&'a str),
    }
    let value: Outer<'_> = toml::from_str("name = 'a'\neither = 'b'").unwrap();
    let inner = Inner { name: "a" };
    let either = Either::Text("b");
    assert_eq!(value, Outer { inner, either });
    assert_eq!(
        Either::deserialize(toml::Value::Integer(1)),
        Ok(Either::Number(1))
    );
}

#[test]
fn enums() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum Source<'a> {
        Path(&'a str),
        Git { url: &'a str },
    }
    let value: Holder<Source<'_>> = toml::from_str("v.Path = 'a'").unwrap();
    assert_eq!(value.v, Source::Path("a"));
    let value: Holder<Source<'_>> = toml::from_str("v.Git.url = 'a'").unwrap();
    assert_eq!(value.v, Source::Git { url: "a" });
}

#[test]
fn deserializers() {
    let text = String::from("v = 'a'");
    let value = {
        let deserializer = toml::Deserializer::parse(&text).unwrap();
        Holder::<&str>::deserialize(deserializer).unwrap()
    };
    assert!(is_part_of(value.v, &text));
    let deserializer = toml::de::ValueDeserializer::parse("'abc'").unwrap();
    assert_eq!(<&str>::deserialize(deserializer), Ok("abc"));
}

#[test]
fn values_lend_nothing() {
    let value: toml::Value = "'abc'".parse().unwrap();
    assert!(value.try_into::<&str>().is_err());
}
