//! Arrays: of values, of tables, and of both.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::{assert_refuses, assert_writes};

type Map<T> = BTreeMap<&'static str, T>;

#[derive(Serialize, Clone)]
#[serde(untagged)]
enum Any {
    Integer(i32),
    Array(Vec<Any>),
    Table(Map<Any>),
    None(Option<()>),
}

fn table(entries: &[(&'static str, Any)]) -> Any {
    Any::Table(entries.iter().cloned().collect())
}

fn one() -> Any {
    Any::Integer(1)
}

fn array(elements: impl IntoIterator<Item = Any>) -> Any {
    Any::Array(elements.into_iter().collect())
}

#[test]
fn arrays_of_values_are_on_one_line() {
    let arrays = Map::from([
        ("empty", array([])),
        ("flat", array([one(), one()])),
        ("nested", array([array([]), array([one()])])),
    ]);
    assert_writes(&arrays, "empty = []\nflat = [1, 1]\nnested = [[], [1]]\n");
}

#[test]
fn arrays_of_tables_have_headers() {
    let x = table(&[("x", one())]);
    let arrays = Map::from([("a", array([x.clone(), table(&[]), x]))]);
    assert_writes(&arrays, "[[a]]\nx = 1\n\n[[a]]\n\n[[a]]\nx = 1\n");
}

#[test]
fn arrays_of_tables_of_tables_have_headers_of_their_own() {
    let inner = table(&[("x", one())]);
    let element = table(&[("t", inner.clone()), ("u", array([inner.clone(), inner]))]);
    let expected = "\
[[a]]

[a.t]
x = 1

[[a.u]]
x = 1

[[a.u]]
x = 1

[[a]]

[a.t]
x = 1

[[a.u]]
x = 1

[[a.u]]
x = 1
";
    assert_writes(
        &Map::from([("a", array([element.clone(), element]))]),
        expected,
    );
}

#[test]
fn arrays_with_a_value_among_tables_are_inline() {
    let x = || table(&[("x", one())]);
    let deep = || table(&[("y", array([x(), x()])), ("z", one())]);
    for (elements, expected) in [
        ([x(), one()], "a = [{ x = 1 }, 1]\n"),
        ([one(), x()], "a = [1, { x = 1 }]\n"),
        ([x(), array([])], "a = [{ x = 1 }, []]\n"),
        ([array([x()]), x()], "a = [[{ x = 1 }], { x = 1 }]\n"),
        ([table(&[]), one()], "a = [{}, 1]\n"),
        (
            [deep(), one()],
            "a = [{ y = [{ x = 1 }, { x = 1 }], z = 1 }, 1]\n",
        ),
    ] {
        assert_writes(&Map::from([("a", array(elements))]), expected);
    }
}

#[test]
fn arrays_written_again_leave_no_trace() {
    #[derive(Serialize)]
    struct Root {
        before: Map<Any>,
        x: i32,
        array: Any,
        after: Map<Any>,
        y: i32,
    }
    let late = || table(&[("t", table(&[])), ("z", one())]);
    // Within the first element there are late values and arrays that are written again.
    let element = table(&[("a", array([late(), one()])), ("b", late()), ("c", one())]);
    let root = Root {
        before: Map::from([("x", one())]),
        x: 1,
        array: array([element.clone(), element, one()]),
        after: Map::from([("t", late()), ("x", one())]),
        y: 2,
    };
    let element = "{ a = [{ t = {}, z = 1 }, 1], b = { t = {}, z = 1 }, c = 1 }";
    let expected = format!(
        "\
x = 1
array = [{element}, {element}, 1]
y = 2

[before]
x = 1

[after]
x = 1

[after.t]
z = 1

[after.t.t]
"
    );
    assert_writes(&root, &expected);
}

#[test]
fn arrays_whose_first_element_fails_late() {
    // Each level is written as tables first, and then again.
    let mut value = array([table(&[]), one()]);
    for _ in 0..30 {
        value = array([table(&[("a", value)]), one()]);
    }
    let mut expected = "[{}, 1]".to_owned();
    for _ in 0..30 {
        expected = format!("[{{ a = {expected} }}, 1]");
    }
    assert_writes(&Map::from([("a", value)]), &format!("a = {expected}\n"));
}

#[test]
fn tuples_are_arrays() {
    #[derive(Serialize)]
    struct Point(i32, i32);
    #[derive(Serialize)]
    struct Tuples {
        tuple: (i32, &'static str),
        point: Point,
        tables: (Map<i32>, Map<i32>),
        fixed: [u8; 2],
    }
    let tuples = Tuples {
        tuple: (1, "a"),
        point: Point(2, 3),
        tables: (Map::from([("x", 1)]), Map::new()),
        fixed: [4, 5],
    };
    let expected = "\
tuple = [1, \"a\"]
point = [2, 3]
fixed = [4, 5]

[[tables]]
x = 1

[[tables]]
";
    assert_writes(&tuples, expected);
}

#[test]
fn arrays_of_unknown_length() {
    struct Unknown(i32);
    impl Serialize for Unknown {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut array = serializer.serialize_seq(None)?;
            for element in 0..self.0 {
                array.serialize_element(&element)?;
            }
            array.end()
        }
    }
    let arrays = Map::from([("a", Unknown(0)), ("b", Unknown(1)), ("c", Unknown(2))]);
    assert_writes(&arrays, "a = []\nb = [0]\nc = [0, 1]\n");
    let pretty = "a = []\nb = [\n    0,\n]\nc = [\n    0,\n    1,\n]\n";
    assert_eq!(toml_serde::to_string_pretty(&arrays).unwrap(), pretty);
}

#[test]
fn arrays_cannot_have_none() {
    let null = "TOML has no null, and `None` cannot stand in an array at a";
    let none = Any::None(None);
    for (value, place) in [
        (array([none.clone()]), "[0]"),
        (array([one(), none.clone()]), "[1]"),
        (array([table(&[]), none.clone()]), "[1]"),
        (array([array([one(), none.clone()])]), "[0][1]"),
        (array([one(), array([none.clone()])]), "[1][0]"),
        (array([table(&[("b", array([none.clone()]))])]), "[0].b[0]"),
        (
            array([table(&[("b", array([none.clone()]))]), one()]),
            "[0].b[0]",
        ),
    ] {
        assert_refuses(&Map::from([("a", value)]), &format!("{null}{place}"));
    }
    let inline = Map::from([("a", array([one(), table(&[("b", none), ("c", one())])]))]);
    assert_writes(&inline, "a = [1, { c = 1 }]\n");
}
