//! Plain values after tables of the same table: they are written before these.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assert_writes;

type Map<T> = BTreeMap<&'static str, T>;

#[derive(Serialize)]
struct Mixed<T> {
    first: T,
    early: i32,
    second: T,
    late: i32,
}

impl<T: Clone> Mixed<T> {
    fn of(table: T) -> Self {
        Self {
            first: table.clone(),
            early: 1,
            second: table,
            late: 2,
        }
    }
}

#[test]
fn late_values_of_the_root() {
    let expected = "early = 1\nlate = 2\n\n[first]\nx = 1\n\n[second]\nx = 1\n";
    assert_writes(&Mixed::of(Map::from([("x", 1)])), expected);
}

#[test]
fn late_values_of_a_table_bring_its_header() {
    let inner = Mixed::of(Map::from([("x", 1)]));
    let expected = "\
[a.b]
early = 1
late = 2

[a.b.first]
x = 1

[a.b.second]
x = 1
";
    assert_writes(&Map::from([("a", Map::from([("b", inner)]))]), expected);
}

#[test]
fn late_values_behind_early_ones() {
    #[derive(Serialize)]
    struct Root {
        a: i32,
        table: Map<i32>,
        b: i32,
        array: Vec<Map<i32>>,
        c: i32,
    }
    let table = || Root {
        a: 1,
        table: Map::new(),
        b: 2,
        array: vec![Map::from([("x", 1)])],
        c: 3,
    };
    let expected = "\
[[x]]
a = 1
b = 2
c = 3

[x.table]

[[x.array]]
x = 1

[[x]]
a = 1
b = 2
c = 3

[x.table]

[[x.array]]
x = 1
";
    assert_writes(&Map::from([("x", [table(), table()])]), expected);
}

#[test]
fn late_values_of_tables_that_begin_at_one_place() {
    #[derive(Serialize)]
    struct A {
        b: B,
        late: i32,
    }
    #[derive(Serialize)]
    struct B {
        c: C,
        late: i32,
        later: [i32; 2],
    }
    #[derive(Serialize)]
    struct C {
        d: Map<i32>,
        late: &'static str,
    }
    let d = Map::from([("x", 1)]);
    let c = C { d, late: "c" };
    let b = B {
        c,
        late: 2,
        later: [3, 4],
    };
    let a = A { b, late: 1 };
    let expected = "\
late = 1

[b]
late = 2
later = [3, 4]

[b.c]
late = \"c\"

[b.c.d]
x = 1
";
    assert_writes(&a, expected);
    let nested = "\
[a]
late = 1

[a.b]
late = 2
later = [3, 4]

[a.b.c]
late = \"c\"

[a.b.c.d]
x = 1
";
    assert_writes(&Map::from([("a", a)]), nested);
}

#[test]
fn late_arrays_and_dates() {
    #[derive(Serialize)]
    struct Root {
        table: Map<i32>,
        matrix: [[i32; 2]; 2],
        date: toml_serde::value::Datetime,
        dates: [toml_serde::value::Datetime; 2],
        mixed: Mixture,
    }
    #[derive(Serialize)]
    struct Mixture(Map<i32>, i32);

    let date = "1979-05-27".parse().unwrap();
    let table = Root {
        table: Map::new(),
        matrix: [[1, 2], [3, 4]],
        date,
        dates: [date, date],
        mixed: Mixture(Map::from([("x", 1)]), 2),
    };
    let expected = "\
matrix = [[1, 2], [3, 4]]
date = 1979-05-27
dates = [1979-05-27, 1979-05-27]
mixed = [{ x = 1 }, 2]

[table]
";
    assert_writes(&table, expected);
}
