//! `Spanned` in every place where a type can have it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml_serde::Spanned;

/// The text that a span marks, and the value.
fn marked<'s, T>(source: &'s str, spanned: &'s Spanned<T>) -> (&'s str, &'s T) {
    (&source[spanned.span()], spanned.get_ref())
}

#[derive(Deserialize)]
struct Flat {
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Deserialize)]
struct Inner {
    name: Spanned<String>,
    port: Spanned<u16>,
    same: Spanned<u16>,
    debug: Spanned<bool>,
    tls: Spanned<Tls>,
    tags: Spanned<Vec<Spanned<String>>>,
    ratio: Spanned<f64>,
    escaped: Spanned<String>,
}

#[derive(Deserialize, Debug, PartialEq)]
struct Tls {
    cert: Spanned<String>,
    depth: Spanned<u8>,
}

const FLAT: &str = r#"
name = 'a'
port = 80
same = 80
debug = true
tags = ["x", 'y']
ratio = 0.5
escaped = "\t"
[tls]
cert = 'c.pem'
depth = 80
"#;

fn check_inner(source: &str, inner: &Inner) {
    assert_eq!(marked(source, &inner.name), ("'a'", &"a".to_string()));
    assert_eq!(marked(source, &inner.port), ("80", &80));
    assert_eq!(marked(source, &inner.same), ("80", &80));
    assert!(inner.same.span().start > inner.port.span().end);
    assert_eq!(marked(source, &inner.debug), ("true", &true));
    assert_eq!(&source[inner.tags.span()], r#"["x", 'y']"#);
    let tags: Vec<_> = inner
        .tags
        .get_ref()
        .iter()
        .map(|tag| marked(source, tag).0)
        .collect();
    assert_eq!(tags, ["\"x\"", "'y'"]);
    assert_eq!(marked(source, &inner.ratio), ("0.5", &0.5));
    assert_eq!(
        marked(source, &inner.escaped),
        ("\"\\t\"", &"\t".to_string())
    );
    let tls = inner.tls.get_ref();
    assert_eq!(marked(source, &tls.cert), ("'c.pem'", &"c.pem".to_string()));
    assert_eq!(marked(source, &tls.depth), ("80", &80));
    assert!(tls.depth.span().start > inner.same.span().end);
}

#[test]
fn spans_are_known_without_a_buffer() {
    let inner: Inner = toml_serde::from_str(FLAT).unwrap();
    check_inner(FLAT, &inner);
    assert_eq!(&FLAT[inner.tls.span()], "[tls]");
}

#[test]
fn spans_survive_flatten() {
    let flat: Flat = toml_serde::from_str(FLAT).unwrap();
    check_inner(FLAT, &flat.inner);
    assert_eq!(&FLAT[flat.inner.tls.span()], "[tls]");
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Dependency {
    Version(Spanned<String>),
    Detailed {
        version: Spanned<String>,
        optional: Option<Spanned<bool>>,
        features: Option<Vec<Spanned<String>>>,
    },
}

#[test]
fn spans_survive_untagged_enums() {
    let source = "\
a = '1.0'
b = { version = \"2.0\", optional = true, features = ['f', 'g'] }
[c]
version = '3'
optional = true
";
    let all: BTreeMap<Spanned<String>, Dependency> = toml_serde::from_str(source).unwrap();
    let keys: Vec<_> = all.keys().map(|key| marked(source, key).0).collect();
    assert_eq!(keys, ["a", "b", "c"]);
    let Dependency::Version(version) = &all["a"] else {
        panic!("a")
    };
    assert_eq!(marked(source, version).0, "'1.0'");
    let Dependency::Detailed {
        version,
        optional,
        features,
    } = &all["b"]
    else {
        panic!("b")
    };
    assert_eq!(marked(source, version).0, "\"2.0\"");
    let b_optional = optional.as_ref().unwrap();
    assert_eq!(marked(source, b_optional).0, "true");
    let features = features.as_ref().unwrap();
    assert_eq!(
        features
            .iter()
            .map(|one| marked(source, one).0)
            .collect::<Vec<_>>(),
        ["'f'", "'g'"]
    );
    let Dependency::Detailed {
        version, optional, ..
    } = &all["c"]
    else {
        panic!("c")
    };
    assert_eq!(marked(source, version).0, "'3'");
    let c_optional = optional.as_ref().unwrap();
    assert_eq!(marked(source, c_optional).0, "true");
    assert!(c_optional.span().start > b_optional.span().end);
}

#[derive(Deserialize)]
#[serde(tag = "kind")]
enum Internal {
    File {
        path: Spanned<String>,
        size: Spanned<u64>,
    },
    Net(Spanned<Net>),
}

#[derive(Deserialize)]
struct Net {
    host: Spanned<String>,
}

#[test]
fn spans_survive_internally_tagged_enums() {
    #[derive(Deserialize)]
    struct Root {
        source: Vec<Internal>,
    }

    let source = "\
[[source]]
kind = 'File'
path = 'p'
size = 7
[[source]]
host = 'h'
kind = 'Net'
";
    let root: Root = toml_serde::from_str(source).unwrap();
    let [Internal::File { path, size }, Internal::Net(net)] = &root.source[..] else {
        panic!("other variants")
    };
    assert_eq!(marked(source, path).0, "'p'");
    assert_eq!(marked(source, size).0, "7");
    assert_eq!(&source[net.span()], "[[source]]");
    assert!(net.span().start > size.span().end);
    assert_eq!(marked(source, &net.get_ref().host).0, "'h'");
}

#[derive(Deserialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    One(Spanned<i64>),
    Two { x: Spanned<bool> },
}

#[derive(Deserialize)]
enum External {
    One(Spanned<i64>),
    Two { x: Spanned<bool> },
    Three(Spanned<i64>, Spanned<i64>),
}

#[test]
fn spans_are_known_in_other_enums() {
    #[derive(Deserialize)]
    struct Root {
        adjacent: Vec<Spanned<Adjacent>>,
        external: Vec<Spanned<External>>,
    }
    let source = "\
adjacent = [{ t = 'One', c = 1 }, { c = { x = true }, t = 'Two' }]
external = [{ One = 1 }, { Two = { x = false } }, { Three = [5, 5] }]
";
    let root: Root = toml_serde::from_str(source).unwrap();
    let [one, two] = &root.adjacent[..] else {
        panic!()
    };
    assert_eq!(&source[one.span()], "{ t = 'One', c = 1 }");
    let (Adjacent::One(one), Adjacent::Two { x }) = (one.get_ref(), two.get_ref()) else {
        panic!()
    };
    assert_eq!((marked(source, one).0, marked(source, x).0), ("1", "true"));
    let [one, two, three] = &root.external[..] else {
        panic!()
    };
    let (External::One(one), External::Two { x }, External::Three(a, b)) =
        (one.get_ref(), two.get_ref(), three.get_ref())
    else {
        panic!()
    };
    assert_eq!((marked(source, one).0, marked(source, x).0), ("1", "false"));
    assert_eq!(
        (marked(source, a).0, b.span().start),
        ("5", a.span().end + 2)
    );
}

#[test]
fn spans_survive_flattened_maps() {
    #[derive(Deserialize)]
    struct Root {
        first: u8,
        #[serde(flatten)]
        rest: BTreeMap<Spanned<String>, Spanned<toml_serde::Spanned<u8>>>,
    }
    let source = "a = 1\nfirst = 1\n\"b\\u0041\" = 1\n'c d' = 1";
    let root: Root = toml_serde::from_str(source).unwrap();
    assert_eq!(root.first, 1);
    let places: Vec<_> = root
        .rest
        .iter()
        .map(|(key, value)| {
            (
                key.get_ref().as_str(),
                marked(source, key).0,
                value.span(),
                value.get_ref().span(),
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            ("a", "a", 4..5, 4..5),
            ("bA", "\"b\\u0041\"", 28..29, 28..29),
            ("c d", "'c d'", 38..39, 38..39),
        ]
    );
}

#[test]
fn spans_are_not_made_up_for_other_formats() {
    let error = serde_json::from_str::<Spanned<u8>>("1").unwrap_err();
    assert_eq!(
        error.to_string(),
        "a span is known only where a document is read by toml-serde"
    );
}

#[test]
fn errors_inside_of_spanned_keep_their_place() {
    let source = "a = { version = '1', optional = 'no' }";
    let error = toml_serde::from_str::<BTreeMap<String, Dependency>>(source)
        .err()
        .unwrap();
    assert_eq!(
        error.to_string(),
        "\
data did not match any variant of untagged enum Dependency at a, line 1 column 5
  |
1 | a = { version = '1', optional = 'no' }
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
no match: invalid type: table, expected a string at a, line 1 column 5
no match: invalid type: string \"no\", expected a boolean at a.optional, line 1 column 33"
    );
}
