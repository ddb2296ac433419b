//! Enum variants: strings, and tables of one key.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{assert_refuses, assert_writes};

type Map<T> = BTreeMap<&'static str, T>;

#[derive(Serialize, Clone)]
enum Variant {
    Unit,
    New(i32),
    Maybe(Option<i32>),
    Table(Map<i32>),
    Tables(Vec<Map<i32>>),
    Tuple(i32, Map<i32>),
    Struct { a: Map<i32>, b: i32, c: Option<i32> },
    Empty {},
    Nested(Box<Variant>),
}

fn with_fields() -> Variant {
    Variant::Struct {
        a: Map::from([("x", 1)]),
        b: 2,
        c: None,
    }
}

#[test]
fn variants_as_fields() {
    let tables = Map::from([
        ("a", Variant::Unit),
        ("b", Variant::New(1)),
        ("c", Variant::Table(Map::from([("x", 1)]))),
        (
            "d",
            Variant::Tables(vec![Map::from([("x", 1)]), Map::new()]),
        ),
        ("e", Variant::Tuple(1, Map::from([("x", 1)]))),
        ("f", with_fields()),
        ("g", Variant::Empty {}),
        ("h", Variant::Nested(Box::new(Variant::New(1)))),
        ("i", Variant::Nested(Box::new(with_fields()))),
        ("j", Variant::Maybe(Some(1))),
    ]);
    let expected = "\
a = \"Unit\"

[b]
New = 1

[c.Table]
x = 1

[d]
Tables = [{ x = 1 }, {}]

[e]
Tuple = [1, { x = 1 }]

[f.Struct]
b = 2

[f.Struct.a]
x = 1

[g.Empty]

[h.Nested]
New = 1

[i.Nested.Struct]
b = 2

[i.Nested.Struct.a]
x = 1

[j]
Maybe = 1
";
    assert_writes(&tables, expected);
}

#[test]
fn variants_as_elements() {
    let unit = [Variant::Unit, Variant::Unit];
    assert_writes(&Map::from([("a", unit)]), "a = [\"Unit\", \"Unit\"]\n");
    let tables = [
        Variant::New(1),
        with_fields(),
        Variant::Tuple(1, Map::new()),
    ];
    let expected = "\
[[a]]
New = 1

[[a]]

[a.Struct]
b = 2

[a.Struct.a]
x = 1

[[a]]
Tuple = [1, {}]
";
    assert_writes(&Map::from([("a", tables)]), expected);
}

#[test]
fn variants_inline() {
    let mixed = [
        Variant::New(1),
        Variant::Table(Map::from([("x", 1)])),
        Variant::Tuple(1, Map::new()),
        with_fields(),
        Variant::Empty {},
        Variant::Unit,
    ];
    let expected = "a = [{ New = 1 }, { Table = { x = 1 } }, { Tuple = [1, {}] }, \
        { Struct = { a = { x = 1 }, b = 2 } }, { Empty = {} }, \"Unit\"]\n";
    assert_writes(&Map::from([("a", mixed)]), expected);
}

#[test]
fn variants_as_root() {
    assert_writes(&Variant::New(1), "New = 1\n");
    assert_writes(&Variant::Table(Map::from([("x", 1)])), "[Table]\nx = 1\n");
    assert_writes(&Variant::Tables(vec![Map::new()]), "Tables = [{}]\n");
    assert_writes(&Variant::Tuple(1, Map::new()), "Tuple = [1, {}]\n");
    assert_writes(&with_fields(), "[Struct]\nb = 2\n\n[Struct.a]\nx = 1\n");
    let unit = "a document is a table with keys, and a variant without data is none";
    assert_refuses(&Variant::Unit, unit);
}

#[test]
fn variants_of_none_are_refused() {
    let null = "TOML has no null, and `None` cannot be the value of a variant at";
    assert_refuses(&Variant::Maybe(None), &format!("{null} Maybe"));
    let field = Map::from([("a", Variant::Maybe(None))]);
    assert_refuses(&field, &format!("{null} a.Maybe"));
    let inline = Map::from([("a", [Variant::Unit, Variant::Maybe(None)])]);
    assert_refuses(&inline, &format!("{null} a[1].Maybe"));
}

#[test]
fn variants_with_tags() {
    #[derive(Serialize)]
    #[serde(tag = "type")]
    enum Internal {
        A { x: Map<i32>, y: i32 },
    }
    #[derive(Serialize)]
    #[serde(tag = "type", content = "data")]
    enum Adjacent {
        A { x: i32 },
        B(i32, i32),
    }
    let internal = Internal::A {
        x: Map::new(),
        y: 1,
    };
    assert_writes(&internal, "type = \"A\"\ny = 1\n\n[x]\n");
    assert_writes(&Adjacent::A { x: 1 }, "type = \"A\"\n\n[data]\nx = 1\n");
    assert_writes(&Adjacent::B(1, 2), "type = \"B\"\ndata = [1, 2]\n");
}
