//! `#[serde(flatten)]`: serde buffers what it cannot place yet, and hands it on.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::both_ways::{assert_both_ways, assert_text};
use crate::toml::{self, Spanned, Table, Value, value::Datetime};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Common {
    name: String,
    port: u16,
}

#[test]
fn struct_in_struct() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Server {
        id: i64,
        #[serde(flatten)]
        common: Common,
        last: bool,
    }
    let common = Common {
        name: "a".into(),
        port: 80,
    };
    let value = Server {
        id: 1,
        common,
        last: true,
    };
    assert_both_ways(&value, "id = 1\nname = \"a\"\nport = 80\nlast = true\n");
}

#[test]
fn rest_in_map() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Config {
        name: String,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }
    let text = r#"name = "a"
array = [1, "x"]
date = 1979-05-27
float = 1.0

[table]
time = 07:32:00
"#;
    let value: Config = toml::from_str(text).unwrap();
    let date: Datetime = "1979-05-27".parse().unwrap();
    let time: Datetime = "07:32:00".parse().unwrap();
    let table: Table = [("time".to_owned(), Value::Datetime(time))]
        .into_iter()
        .collect();
    let rest = BTreeMap::from([
        ("array".to_owned(), Value::Array(vec![1.into(), "x".into()])),
        ("date".to_owned(), Value::Datetime(date)),
        ("float".to_owned(), Value::Float(1.0)),
        ("table".to_owned(), Value::Table(table)),
    ]);
    assert_eq!(value.rest, rest);
    assert_text(&value, text);
}

#[test]
fn rest_in_map_of_one_type() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Limits {
        default: u32,
        #[serde(flatten)]
        per_user: HashMap<String, u32>,
    }
    let value: Limits = toml::from_str("ann = 1\ndefault = 2\nbob = 3").unwrap();
    let per_user = HashMap::from([("ann".into(), 1), ("bob".into(), 3)]);
    let default = 2;
    assert_eq!(value, Limits { default, per_user });
    let error = toml::from_str::<Limits>("default = 2\nann = 'x'").unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"x\", expected u32");
}

#[test]
fn rest_in_table() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Config {
        a: i64,
        #[serde(flatten)]
        rest: Table,
    }
    let value: Config = toml::from_str("a = 1\n[b]\nc = 2").unwrap();
    assert_eq!(value.rest, "[b]\nc = 2".parse().unwrap());
}

#[test]
fn tables_and_arrays_of_tables() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Inner {
        main: Common,
        list: Vec<Common>,
    }
    let common = |name: &str, port| Common {
        name: name.into(),
        port,
    };
    let inner = Inner {
        main: common("a", 1),
        list: vec![common("b", 2), common("c", 3)],
    };
    let text = "[main]\nname = \"a\"\nport = 1\n\n[[list]]\nname = \"b\"\nport = 2\n\n\
                [[list]]\nname = \"c\"\nport = 3\n";
    assert_both_ways(&Outer { inner }, text);
}

#[test]
fn optional_struct() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Server {
        id: i64,
        #[serde(flatten)]
        common: Option<Common>,
    }
    let common = None;
    assert_both_ways(&Server { id: 1, common }, "id = 1\n");
    let common = Some(Common {
        name: "a".into(),
        port: 80,
    });
    assert_both_ways(
        &Server { id: 1, common },
        "id = 1\nname = \"a\"\nport = 80\n",
    );
}

#[test]
fn enum_by_its_variant() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Dependency {
        optional: bool,
        #[serde(flatten)]
        source: Source,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Source {
        Path(String),
        Git { url: String, rev: String },
    }
    let source = Source::Path("../a".into());
    let optional = true;
    assert_both_ways(
        &Dependency { optional, source },
        "optional = true\npath = \"../a\"\n",
    );
    let source = Source::Git {
        url: "u".into(),
        rev: "r".into(),
    };
    let text = "optional = true\n\n[git]\nurl = \"u\"\nrev = \"r\"\n";
    assert_both_ways(&Dependency { optional, source }, text);
}

#[test]
fn datetime_field() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Release {
        #[serde(flatten)]
        meta: Meta,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Meta {
        date: Datetime,
        also: Option<Datetime>,
    }
    let date = "1979-05-27T07:32:00Z".parse().unwrap();
    let meta = Meta { date, also: None };
    assert_text(&Release { meta }, "date = 1979-05-27T07:32:00Z\n");
}

#[test]
fn numbers_keep_their_type() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    struct Inner {
        small: u8,
        negative: i32,
        float: f32,
        optional: Option<u64>,
        list: Vec<i8>,
    }
    let text = "small = 255\nnegative = -1\nfloat = 0.5\noptional = 9\nlist = [-1, 1]";
    let inner = Inner {
        small: 255,
        negative: -1,
        float: 0.5,
        optional: Some(9),
        list: vec![-1, 1],
    };
    assert_eq!(toml::from_str(text), Ok(Outer { inner }));
    let text = text.replace("255", "256");
    let error = toml::from_str::<Outer>(&text).unwrap_err();
    assert_eq!(error.message(), "invalid value: integer `256`, expected u8");
}

#[test]
fn spans_beside_a_flattened_field() {
    #[derive(Debug, Deserialize)]
    struct Config {
        name: Spanned<String>,
        #[serde(flatten)]
        rest: BTreeMap<String, i64>,
    }
    let value: Config = toml::from_str("a = 1\nname = 'x'").unwrap();
    assert_eq!(
        (value.name.span(), value.name.into_inner()),
        (13..16, "x".into())
    );
    assert_eq!(value.rest, [("a".into(), 1)].into());
}
