//! Tables: headers, empty ones, those with nothing but tables.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assert_writes;

type Map<T> = BTreeMap<&'static str, T>;

#[test]
fn document_of_nothing_is_empty() {
    #[derive(Serialize)]
    struct Empty {}
    #[derive(Serialize)]
    struct Nothing {
        a: Option<i32>,
        b: Option<Empty>,
    }
    assert_writes(&Empty {}, "");
    assert_writes(&Map::<i32>::new(), "");
    assert_writes(&Nothing { a: None, b: None }, "");
    assert_writes(&Some(Map::from([("a", Some(Some(1)))])), "a = 1\n");
}

#[test]
fn tables_stand_behind_their_headers() {
    let table = Map::from([
        ("b", Map::from([("x", 1), ("y", 2)])),
        ("c", Map::from([("x", 3)])),
    ]);
    assert_writes(&table, "[b]\nx = 1\ny = 2\n\n[c]\nx = 3\n");
}

#[test]
fn tables_of_nothing_but_tables_have_no_header() {
    let leaf = || Map::from([("x", 1)]);
    let table = Map::from([(
        "a",
        Map::from([("b", Map::from([("c", leaf()), ("d", leaf())]))]),
    )]);
    assert_writes(&table, "[a.b.c]\nx = 1\n\n[a.b.d]\nx = 1\n");
}

#[test]
fn tables_of_nothing_have_a_header() {
    #[derive(Serialize)]
    struct Tables {
        a: Map<i32>,
        b: Map<Map<i32>>,
        c: Map<Option<i32>>,
        d: Option<Map<i32>>,
    }
    let tables = Tables {
        a: Map::new(),
        b: Map::from([("x", Map::new()), ("y", Map::new())]),
        c: Map::from([("x", None)]),
        d: Some(Map::new()),
    };
    assert_writes(&tables, "[a]\n\n[b.x]\n\n[b.y]\n\n[c]\n\n[d]\n");
}

#[test]
fn tables_of_a_flattened_struct() {
    #[derive(Serialize)]
    struct Outer {
        a: i32,
        #[serde(flatten)]
        inner: Inner,
        #[serde(flatten)]
        rest: Map<toml_serde::Value>,
        z: i32,
    }
    #[derive(Serialize)]
    struct Inner {
        table: Map<i32>,
        b: i32,
    }
    let outer = Outer {
        a: 1,
        inner: Inner {
            table: Map::from([("x", 1)]),
            b: 2,
        },
        rest: Map::from([("c", toml_serde::Value::Integer(3))]),
        z: 26,
    };
    assert_writes(&outer, "a = 1\nb = 2\nc = 3\nz = 26\n\n[table]\nx = 1\n");
    let expected = "the key comes twice in one table at b";
    let rest = Map::from([("b", toml_serde::Value::Integer(3))]);
    crate::assert_refuses(&Outer { rest, ..outer }, expected);
}

#[test]
fn values_of_documents() {
    let source = "a = 1\nb = [{ x = 1 }, 2]\n\n[c]\nd = 1979-05-27\n\n[[e]]\n\n[[e]]\nf = {}\n";
    let table: toml_serde::Table = source.parse().unwrap();
    assert_writes(
        &table,
        "a = 1\nb = [{ x = 1 }, 2]\n\n[c]\nd = 1979-05-27\n\n[[e]]\n\n[[e]]\n\n[e.f]\n",
    );
}
