//! Structs: fields, defaults, attributes of serde, flattening.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::both_ways::{assert_both_ways, assert_text};
use crate::toml::{self, Table, Value};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Point {
    x: i64,
    y: i64,
}

#[test]
fn fields_of_every_type() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct All {
        boolean: bool,
        integer: i64,
        float: f64,
        character: char,
        string: String,
        array: Vec<u8>,
        point: Point,
    }
    let value = All {
        boolean: true,
        integer: -7,
        float: 1.5,
        character: 'ß',
        string: "text".into(),
        array: vec![1, 2],
        point: Point { x: 1, y: 2 },
    };
    assert_both_ways(
        &value,
        r#"boolean = true
integer = -7
float = 1.5
character = "ß"
string = "text"
array = [1, 2]

[point]
x = 1
y = 2
"#,
    );
}

#[test]
fn tables_nest() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Config {
        name: String,
        server: Server,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Server {
        port: u16,
        tls: Tls,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Tls {
        cert: String,
    }
    let tls = Tls {
        cert: "/a/b.pem".into(),
    };
    let value = Config {
        name: "x".into(),
        server: Server { port: 80, tls },
    };
    let text = "name = \"x\"\n\n[server]\nport = 80\n\n[server.tls]\ncert = \"/a/b.pem\"\n";
    assert_both_ways(&value, text);
    for spelling in [
        "name = 'x'\nserver.port = 80\nserver.tls.cert = '/a/b.pem'",
        "name = 'x'\nserver = { port = 80, tls = { cert = '/a/b.pem' } }",
        "server = { tls.cert = '/a/b.pem', port = 80 }\nname = 'x'",
        "name = 'x'\n[server.tls]\ncert = '/a/b.pem'\n[server]\nport = 80",
        "name = 'x'\n[server]\nport = 80\ntls.cert = '/a/b.pem'",
        "\"name\" = 'x'\n[ 'server' ]\n\"po\\u0072t\" = 80\n[ server . \"tls\" ]\ncert = '/a/b.pem'",
    ] {
        assert_eq!(toml::from_str(spelling), Ok(value.clone()), "{spelling}");
    }
}

#[test]
fn scalars_after_tables_stay_in_their_table() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Config {
        first: Point,
        list: Vec<Point>,
        last: i64,
    }
    let value = Config {
        first: Point { x: 1, y: 2 },
        list: vec![Point { x: 3, y: 4 }],
        last: 5,
    };
    assert_text(
        &value,
        "last = 5\n\n[first]\nx = 1\ny = 2\n\n[[list]]\nx = 3\ny = 4\n",
    );
    assert_eq!(Table::try_from(&value).unwrap().try_into(), Ok(value));
}

#[test]
fn unknown_fields_are_ignored() {
    let text = "x = 1\nz = [{ a = 1979-05-27 }, 'b', 2.0]\ny = 2\n[more]\nw = 1";
    assert_eq!(toml::from_str(text), Ok(Point { x: 1, y: 2 }));
}

#[test]
fn unknown_fields_are_denied_on_request() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        known: i64,
    }
    assert_eq!(toml::from_str("known = 1"), Ok(Strict { known: 1 }));
    let error = toml::from_str::<Strict>("known = 1\nunknown = 2").unwrap_err();
    assert_eq!(error.message(), "unknown field `unknown`, expected `known`");
    assert_eq!(error.span(), Some(10..17));
}

#[test]
fn missing_fields_have_defaults() {
    fn seven() -> i64 {
        7
    }
    #[derive(Debug, PartialEq, Deserialize)]
    struct Fields {
        #[serde(default)]
        zero: i64,
        #[serde(default = "seven")]
        seven: i64,
        #[serde(default)]
        point: Point,
        #[serde(default)]
        list: Vec<String>,
    }
    let value: Fields = toml::from_str("").unwrap();
    let expected = Fields {
        zero: 0,
        seven: 7,
        point: Point { x: 0, y: 0 },
        list: vec![],
    };
    assert_eq!(value, expected);
}

#[test]
fn missing_fields_come_from_the_default_of_the_struct() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(default)]
    struct Config {
        host: String,
        point: Point,
    }
    impl Default for Config {
        fn default() -> Self {
            Self {
                host: "localhost".into(),
                point: Point { x: 8, y: 9 },
            }
        }
    }
    assert_eq!(toml::from_str(""), Ok(Config::default()));
    let value: Config = toml::from_str("host = 'h'").unwrap();
    assert_eq!((value.host.as_str(), value.point.x), ("h", 8));
}

#[test]
fn fields_are_renamed() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Renamed {
        two_words: i64,
        #[serde(rename = "with space")]
        space: i64,
        #[serde(rename = "ß")]
        letter: i64,
        r#type: i64,
    }
    let value = Renamed {
        two_words: 1,
        space: 2,
        letter: 3,
        r#type: 4,
    };
    assert_both_ways(
        &value,
        "two-words = 1\n\"with space\" = 2\n\"ß\" = 3\ntype = 4\n",
    );
}

#[test]
fn fields_have_aliases() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Aliased {
        #[serde(alias = "colour", alias = "hue")]
        color: String,
    }
    for text in ["color = 'red'", "colour = 'red'", "hue = 'red'"] {
        let color = "red".into();
        assert_eq!(toml::from_str(text), Ok(Aliased { color }));
    }
    let error = toml::from_str::<Aliased>("color = 'a'\nhue = 'b'").unwrap_err();
    assert_eq!(error.message(), "duplicate field `color`");
}

#[test]
fn fields_are_skipped() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Skipping {
        #[serde(skip)]
        always: i64,
        #[serde(skip_serializing)]
        out: Option<i64>,
        #[serde(skip_deserializing)]
        r#in: i64,
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        empty: Vec<i64>,
    }
    let value = Skipping {
        always: 1,
        out: Some(2),
        r#in: 3,
        empty: vec![],
    };
    assert_eq!(toml::to_string(&value), Ok("in = 3\n".into()));
    let read: Skipping = toml::from_str("always = 1\nout = 2\nin = 3\nempty = [4]").unwrap();
    let expected = Skipping {
        always: 0,
        out: Some(2),
        r#in: 0,
        empty: vec![4],
    };
    assert_eq!(read, expected);
}

#[test]
fn fields_have_functions_of_their_own() {
    mod hex {
        use super::{Deserialize, Deserializer, Serializer};

        #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
        pub(super) fn serialize<S: Serializer>(number: &u32, to: S) -> Result<S::Ok, S::Error> {
            to.collect_str(&format_args!("{number:x}"))
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
            let digits = String::deserialize(from)?;
            u32::from_str_radix(&digits, 16).map_err(serde::de::Error::custom)
        }
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Color {
        #[serde(with = "hex")]
        rgb: u32,
    }
    assert_both_ways(&Color { rgb: 0xc0_ffee }, "rgb = \"c0ffee\"\n");
    let error = toml::from_str::<Color>("rgb = 'xyz'").unwrap_err();
    assert_eq!(error.message(), "invalid digit found in string");
    assert_eq!(error.span(), Some(6..11));
}

#[test]
fn types_convert() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(try_from = "Point", into = "Point")]
    struct Positive(i64, i64);
    impl TryFrom<Point> for Positive {
        type Error = String;

        fn try_from(Point { x, y }: Point) -> Result<Self, String> {
            let is_positive = x > 0 && y > 0;
            is_positive
                .then_some(Self(x, y))
                .ok_or_else(|| format!("({x}, {y}) is not positive"))
        }
    }
    impl From<Positive> for Point {
        fn from(Positive(x, y): Positive) -> Self {
            Self { x, y }
        }
    }
    assert_both_ways(&Positive(1, 2), "x = 1\ny = 2\n");
    let error = toml::from_str::<BTreeMap<String, Positive>>("a = { x = 1, y = 0 }").unwrap_err();
    assert_eq!(error.message(), "(1, 0) is not positive");
    assert_eq!(error.span(), Some(4..20));
}

#[test]
fn pointers_are_transparent() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Pointers {
        boxed: Box<Point>,
        counted: Rc<Point>,
        shared: Arc<str>,
        slice: Box<[i64]>,
    }
    let value = Pointers {
        boxed: Box::new(Point { x: 1, y: 2 }),
        counted: Rc::new(Point { x: 3, y: 4 }),
        shared: "text".into(),
        slice: Box::new([5, 6]),
    };
    let text =
        "shared = \"text\"\nslice = [5, 6]\n\n[boxed]\nx = 1\ny = 2\n\n[counted]\nx = 3\ny = 4\n";
    assert_text(&value, text);
}

#[test]
fn types_refer_to_themselves() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Node {
        name: String,
        next: Option<Box<Node>>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        children: Vec<Node>,
    }
    let leaf = |name: &str| Node {
        name: name.into(),
        next: None,
        children: vec![],
    };
    let value = Node {
        name: "a".into(),
        next: Some(Box::new(leaf("b"))),
        children: vec![leaf("c")],
    };
    let text = "name = \"a\"\n\n[next]\nname = \"b\"\n\n[[children]]\nname = \"c\"\n";
    assert_both_ways(&value, text);
}

#[test]
fn structs_are_read_from_arrays() {
    let value: BTreeMap<String, Point> = toml::from_str("a = [1, 2]").unwrap();
    assert_eq!(value, [("a".into(), Point { x: 1, y: 2 })].into());
    assert!(toml::from_str::<BTreeMap<String, Point>>("a = [1]").is_err());
}

#[test]
fn structs_are_generic() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Pair<A, B> {
        left: A,
        right: B,
    }
    let value = Pair {
        left: Value::from(1),
        right: Pair {
            left: true,
            right: Table::new(),
        },
    };
    assert_both_ways(
        &value,
        "left = 1\n\n[right]\nleft = true\n\n[right.right]\n",
    );
}
