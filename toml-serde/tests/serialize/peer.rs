//! The same text as the crate `toml` writes, for ordinary data.

use std::collections::BTreeMap;

use serde::Serialize;

#[track_caller]
fn check<T: Serialize>(value: &T) {
    let expected = toml::to_string(value).expect("the peer writes it");
    assert_eq!(toml_serde::to_string(value).expect("we write it"), expected);
    let expected = toml::to_string_pretty(value).expect("the peer writes it");
    let pretty = toml_serde::to_string_pretty(value).expect("we write it");
    assert_eq!(pretty, expected);
}

#[derive(Serialize)]
struct Root {
    first: Leaf,
    late: i32,
    empty: BTreeMap<String, i32>,
    list: Vec<Leaf>,
    nested: Nested,
    none: Option<i32>,
    some: Option<Leaf>,
    no_elements: Vec<Leaf>,
    matrix: Vec<Vec<i32>>,
    later: &'static str,
    variants: Vec<Variant>,
    unit: Variant,
    newtype: Variant,
    tuple: Variant,
    fields: Variant,
    leaf: Variant,
    leaves: Variant,
}

#[derive(Serialize, Clone)]
struct Leaf {
    x: i32,
    y: f64,
    tags: Vec<&'static str>,
}

#[derive(Serialize)]
struct Nested {
    deep: Deep,
    many: BTreeMap<&'static str, Leaf>,
}

#[derive(Serialize)]
struct Deep {
    deeper: Deeper,
    x: bool,
}

#[derive(Serialize)]
struct Deeper {
    deepest: BTreeMap<String, String>,
    list: Vec<BTreeMap<String, Vec<Leaf>>>,
    pair: (i32, &'static str),
    bytes: [u8; 2],
    y: char,
}

#[derive(Serialize)]
enum Variant {
    Unit,
    New(i32),
    Tuple(i32, String),
    Fields { a: i32, b: Option<i32>, c: Vec<i32> },
    Leaf(Leaf),
    Leaves(Vec<Leaf>),
}

fn leaf() -> Leaf {
    Leaf {
        x: -1,
        y: 0.5,
        tags: vec!["a", "b c", "d\"e", "it's"],
    }
}

fn variants() -> [Variant; 6] {
    [
        Variant::New(5),
        Variant::Tuple(1, "x".into()),
        Variant::Fields {
            a: 1,
            b: None,
            c: vec![1, 2],
        },
        Variant::Leaf(leaf()),
        Variant::Leaves(vec![leaf(), leaf()]),
        Variant::Unit,
    ]
}

#[test]
fn everything_at_once() {
    let [newtype, tuple, fields, lf, leaves, unit] = variants();
    let deeper = Deeper {
        deepest: BTreeMap::from([("k.e y".into(), "multi\nline".into())]),
        list: vec![
            BTreeMap::new(),
            BTreeMap::from([("a".into(), vec![leaf()])]),
        ],
        pair: (1, "C:\\x"),
        bytes: [0, 255],
        y: '\'',
    };
    check(&Root {
        first: leaf(),
        late: 1,
        empty: BTreeMap::new(),
        list: vec![leaf(), leaf()],
        nested: Nested {
            deep: Deep { deeper, x: true },
            many: BTreeMap::from([("a b", leaf()), ("c", leaf())]),
        },
        none: None,
        some: Some(leaf()),
        no_elements: vec![],
        matrix: vec![vec![1, 2], vec![], vec![3]],
        later: "x\ty",
        variants: variants().into_iter().collect(),
        unit,
        newtype,
        tuple,
        fields,
        leaf: lf,
        leaves,
    });
}
