//! Whole texts: what is written where, plain and pretty.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::both_ways::assert_both_ways;
use crate::toml::{self, Table, Value};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

fn hold<T>(v: T) -> Holder<T> {
    Holder { v }
}

/// Asserts that a table is written, plain and pretty, as the document that it is read from.
#[track_caller]
fn assert_kept(text: &str) {
    let table: Table = text.parse().expect("TOML");
    assert_eq!(toml::to_string(&table).expect("text"), text);
    assert_eq!(toml::to_string_pretty(&table).expect("text"), text);
    assert_eq!(table.to_string(), text);
}

#[test]
fn strings_are_quoted_by_what_is_in_them() {
    for (string, written) in [
        ("", r#""""#),
        ("plain text", r#""plain text""#),
        ("it's", r#""it's""#),
        (r#"say "a""#, r#"'say "a"'"#),
        (r"C:\dir\x", r"'C:\dir\x'"),
        ("ünï 🎉", r#""ünï 🎉""#),
        ("\u{1}\u{7f}", r#""\u0001\u007F""#),
        ("\u{8}\u{c}\r", r#""\b\f\r""#),
        ("a\tb", r#""a\tb""#),
        ("'''\"\"\"", r#""'''\"\"\"""#),
        ("# no comment", r##""# no comment""##),
        ("\u{2028}", "\"\u{2028}\""),
    ] {
        let text = format!("v = {written}\n");
        assert_both_ways(&hold(string.to_owned()), &text);
        assert_eq!(toml::to_string_pretty(&hold(string)).unwrap(), text);
        assert_eq!(Value::from(string).to_string(), written);
    }
}

#[test]
fn strings_between_three_quotes() {
    for (string, written) in [
        (r"it's \d", r"'''it's \d'''"),
        ("'\"\\", "''''\"\\'''"),
        ("a\nb", "\"\"\"\na\nb\"\"\""),
        ("a\n", "\"\"\"\na\n\"\"\""),
        ("\n", "\"\"\"\n\n\"\"\""),
        ("it's \"a\"\n.", "\"\"\"\nit's \"a\"\n.\"\"\""),
        ("C:\\a\nC:\\b", "'''\nC:\\a\nC:\\b'''"),
    ] {
        let text = format!("v = {written}\n");
        assert_both_ways(&hold(string.to_owned()), &text);
        assert_eq!(toml::to_string_pretty(&hold(string)).unwrap(), text);
    }
}

#[test]
fn display_has_three_quotes_too() {
    let text = "\"\"\"\na\nb\"\"\"";
    assert_eq!(Value::from("a\nb").to_string(), text);
    let table: Table = format!("v = {text}\n").parse().unwrap();
    assert_eq!(table.to_string(), toml::to_string(&table).unwrap());
}

#[test]
fn tables_follow_the_values() {
    assert_kept("a = 1\nb = \"x\"\n\n[t]\na = 1\n\n[t.u]\na = 1\n\n[w]\na = 1\n");
    let table: Table = "t.u.a = 1\nt.a = 2\na = 3".parse().unwrap();
    assert_eq!(
        toml::to_string(&table).unwrap(),
        "a = 3\n\n[t]\na = 2\n\n[t.u]\na = 1\n"
    );
}

#[test]
fn tables_without_values_have_no_header() {
    assert_kept("[a.b.c]\nd = 1\n");
    assert_kept("[a.b]\n\n[a.c]\n");
    assert_kept("[a]\nx = 1\n\n[a.b.c]\n");
    assert_kept("[[a.b]]\nx = 1\n");
}

#[test]
fn empty_tables_have_one() {
    assert_kept("[a]\n");
    assert_kept("a = 1\n\n[b]\n\n[c]\n");
}

#[test]
fn arrays_of_tables_have_a_header_each() {
    assert_kept("[[a]]\nx = 1\n\n[[a]]\n\n[[a]]\nx = 2\n");
    assert_kept("[[a]]\n\n[a.b]\nx = 1\n\n[[a]]\n\n[[a.c]]\nx = 2\n");
}

#[test]
fn keys_of_headers_are_quoted() {
    assert_kept("[\"a.b\".\"\"]\nx = 1\n\n[[\"ä\".c]]\ny = 1\n");
}

#[test]
fn pretty_arrays_have_a_line_per_element_if_there_are_several() {
    let value = BTreeMap::from([("a", vec![1, 2]), ("b", vec![3]), ("c", vec![])]);
    let text = "a = [\n    1,\n    2,\n]\nb = [3]\nc = []\n";
    assert_eq!(toml::to_string_pretty(&value).unwrap(), text);
    assert_eq!(
        toml::to_string(&value).unwrap(),
        "a = [1, 2]\nb = [3]\nc = []\n"
    );
}

#[test]
fn pretty_arrays_under_headers() {
    let value = BTreeMap::from([("t", hold(vec!["a", "b"]))]);
    let text = "[t]\nv = [\n    \"a\",\n    \"b\",\n]\n";
    assert_eq!(toml::to_string_pretty(&value).unwrap(), text);
    let value = hold(vec![hold((1, 2)), hold((3, 4))]);
    let text = "[[v]]\nv = [\n    1,\n    2,\n]\n\n[[v]]\nv = [\n    3,\n    4,\n]\n";
    assert_eq!(toml::to_string_pretty(&value).unwrap(), text);
}

#[test]
fn pretty_tuple_variants() {
    #[derive(Serialize)]
    enum Enum {
        Tuple(i64, i64),
        Newtype(Vec<i64>),
    }
    let text = "[v]\nTuple = [\n    1,\n    2,\n]\n";
    assert_eq!(
        toml::to_string_pretty(&hold(Enum::Tuple(1, 2))).unwrap(),
        text
    );
    assert_eq!(
        toml::to_string_pretty(&Enum::Tuple(1, 2)).unwrap(),
        text.replace("[v]\n", "")
    );
    let text = "Newtype = [\n    1,\n    2,\n]\n";
    assert_eq!(
        toml::to_string_pretty(&Enum::Newtype(vec![1, 2])).unwrap(),
        text
    );
}

#[test]
fn pretty_inline_tables_stay_on_their_line() {
    let table: Table = "v = [1, { a = 2, b = 'x' }, {}]".parse().unwrap();
    let text = "v = [\n    1,\n    { a = 2, b = \"x\" },\n    {},\n]\n";
    assert_eq!(toml::to_string_pretty(&table).unwrap(), text);
}

#[test]
fn inline_tables() {
    let value: Value = "[1, { b = 1, a = { c = [] }, 'd e' = {} }]"
        .parse()
        .unwrap();
    let text = "v = [1, { b = 1, a = { c = [] }, \"d e\" = {} }]\n";
    assert_eq!(toml::to_string(&hold(value)).unwrap(), text);
}

#[test]
fn references_and_unsized_values() {
    let map = BTreeMap::from([("a", 1)]);
    assert_eq!(toml::to_string(&&&map).unwrap(), "a = 1\n");
    let slice: &[i64] = &[1];
    assert_eq!(toml::to_string(&hold(slice)).unwrap(), "v = [1]\n");
    let boxed: Box<dyn Fn() -> &'static str> = Box::new(|| "lazy");
    assert_eq!(toml::to_string(&hold(boxed())).unwrap(), "v = \"lazy\"\n");
}

#[test]
fn a_manifest() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Manifest {
        package: Package,
        #[serde(default, rename = "bin")]
        bins: Vec<Bin>,
        dependencies: BTreeMap<String, Dependency>,
        target: BTreeMap<String, Target>,
        profile: BTreeMap<String, Table>,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Package {
        name: String,
        version: String,
        rust_version: Option<String>,
        authors: Vec<String>,
        publish: Option<bool>,
        description: String,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Bin {
        name: String,
        path: String,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Dependency {
        Version(String),
        #[serde(rename_all = "kebab-case")]
        Detailed {
            version: Option<String>,
            path: Option<String>,
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            features: Vec<String>,
            default_features: Option<bool>,
        },
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Target {
        dependencies: BTreeMap<String, Dependency>,
    }
    let text = r#"[package]
name = "demo"
version = "0.1.0"
authors = ["A <a@example.org>", "B"]
publish = false
description = """
First line
second line"""

[[bin]]
name = "one"
path = "src/one.rs"

[[bin]]
name = "two"
path = "src/two.rs"

[dependencies]
log = "0.4"

[dependencies.serde]
version = "1"
features = ["derive"]
default-features = false

[target."cfg(unix)".dependencies.libc]
path = "../libc"

[profile.release]
lto = true

[profile.release.package."*"]
opt-level = 3
"#;
    let manifest: Manifest = toml::from_str(text).unwrap();
    let serde = Dependency::Detailed {
        version: Some("1".into()),
        path: None,
        features: vec!["derive".into()],
        default_features: Some(false),
    };
    assert_eq!(manifest.dependencies["serde"], serde);
    assert_both_ways(&manifest, text);
    let table: Table = text.parse().unwrap();
    assert_eq!(toml::to_string(&table).unwrap(), text);
}

#[test]
fn pretty_arrays_nest_without_further_indentation() {
    let value = hold([[1, 2], [3, 4]]);
    let text = "v = [\n    [\n    1,\n    2,\n],\n    [\n    3,\n    4,\n],\n]\n";
    assert_eq!(toml::to_string_pretty(&value).unwrap(), text);
}
