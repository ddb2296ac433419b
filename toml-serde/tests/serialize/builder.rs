//! Layouts that are chosen.

use std::collections::BTreeMap;

use serde::Serialize;
use toml_serde::ser::{
    Buffer, DottedKeys, LiteralStrings, Newlines, Serializer, SerializerBuilder,
};

type Map<T> = BTreeMap<&'static str, T>;

#[track_caller]
fn check<T: Serialize>(builder: SerializerBuilder, value: &T, expected: &str) {
    let text = builder.to_string(value).expect("it can be written");
    assert_eq!(text, expected);
    let mut buffer = Buffer::new();
    value
        .serialize(builder.build(&mut buffer))
        .expect("as before");
    assert_eq!(buffer.to_string(), expected);
    let again: toml_serde::Table = text.parse().expect("TOML 1.0");
    let plain = toml_serde::to_string(value).expect("it can be written");
    assert_eq!(again, plain.parse().expect("TOML 1.0"));
}

#[test]
fn builder_sets_nothing_at_first() {
    let table = Map::from([("a", Map::from([("b", ["x\ny"; 20])]))]);
    let plain = toml_serde::to_string(&table).unwrap();
    check(Serializer::builder(), &table, &plain);
}

#[test]
fn array_width_spreads_what_is_wider() {
    let arrays = Map::from([
        ("a", vec![1, 2, 3]),
        ("b", vec![1000, 2000, 3000]),
        ("c", vec![1_000_000_000_000_000_i64]),
        ("d", vec![]),
    ]);
    // `b = [1000, 2000, 3000]` has 22 columns.
    let narrow = "\
a = [1, 2, 3]
b = [
    1000,
    2000,
    3000,
]
c = [1000000000000000]
d = []
";
    let builder = Serializer::builder();
    check(builder.array_width(21), &arrays, narrow);
    let wide = "a = [1, 2, 3]\nb = [1000, 2000, 3000]\nc = [1000000000000000]\nd = []\n";
    check(builder.array_width(22), &arrays, wide);
    check(builder.array_width(usize::MAX), &arrays, wide);
    let all = narrow.replace("[1, 2, 3]", "[\n    1,\n    2,\n    3,\n]");
    check(builder.array_width(0), &arrays, &all);
}

#[test]
fn array_width_counts_characters() {
    let arrays = Map::from([("a", ["äöü", "日本"])]);
    // 17 columns.
    let wide = "a = [\"äöü\", \"日本\"]\n";
    check(Serializer::builder().array_width(17), &arrays, wide);
    let narrow = "a = [\n    \"äöü\",\n    \"日本\",\n]\n";
    check(Serializer::builder().array_width(16), &arrays, narrow);
}

#[test]
fn array_width_with_arrays_in_arrays() {
    let arrays = Map::from([("a", [vec![1, 2], vec![100, 200, 300], vec![]])]);
    let builder = Serializer::builder().indent(2);
    let flat = "a = [[1, 2], [100, 200, 300], []]\n";
    check(builder.array_width(33), &arrays, flat);
    // An element has a comma behind it: `  [100, 200, 300],` is 18 columns wide.
    let outer = "a = [\n  [1, 2],\n  [100, 200, 300],\n  [],\n]\n";
    check(builder.array_width(32), &arrays, outer);
    check(builder.array_width(18), &arrays, outer);
    let inner = "a = [\n  [1, 2],\n  [\n    100,\n    200,\n    300,\n  ],\n  [],\n]\n";
    check(builder.array_width(17), &arrays, inner);
    let single = Map::from([("a", [[100, 200]])]);
    let spread = "a = [\n  [\n    100,\n    200,\n  ],\n]\n";
    check(builder.array_width(0), &single, spread);
}

#[test]
fn array_width_with_tables_and_lines_in_arrays() {
    #[derive(Serialize)]
    struct Root {
        mixed: (i32, Map<[i32; 2]>),
        lines: [&'static str; 2],
    }
    let root = Root {
        mixed: (1, Map::from([("x", [1, 2])])),
        lines: ["a\nb", "c"],
    };
    let expected = "\
mixed = [1, { x = [1, 2] }]
lines = [
    \"\"\"
a
b\"\"\",
    \"c\",
]
";
    check(Serializer::builder().array_width(80), &root, expected);
}

#[test]
fn indent_is_for_each_array() {
    let arrays = Map::from([("a", [[1, 2], [3, 4]])]);
    let expected = "a = [\n [\n  1,\n  2,\n ],\n [\n  3,\n  4,\n ],\n]\n";
    let builder = Serializer::builder();
    check(builder.indent(1).array_width(0), &arrays, expected);
    check(builder.array_width(0).indent(1), &arrays, expected);
    let expected = expected.replace("\n ", "\n").replace("\n ", "\n");
    check(builder.indent(0).array_width(0), &arrays, &expected);
}

#[test]
fn literal_strings_can_be_left_out() {
    let strings = Map::from([("a", r"C:\x"), ("b", "it's \"x\" y"), ("c", "\\\n")]);
    let expected = "a = \"C:\\\\x\"\nb = \"it's \\\"x\\\" y\"\nc = \"\"\"\n\\\\\n\"\"\"\n";
    let builder = Serializer::builder().literal_strings(LiteralStrings::Never);
    check(builder, &strings, expected);
    let plain = toml_serde::to_string(&strings).unwrap();
    let builder = builder.literal_strings(LiteralStrings::ToSaveEscapes);
    check(builder, &strings, &plain);
}

#[test]
fn multiline_strings_can_be_left_out() {
    let strings = Map::from([("a", "x\ny"), ("b", "it's \"x\" y"), ("c", "\\ ")]);
    let expected = "a = \"x\\ny\"\nb = \"it's \\\"x\\\" y\"\nc = '\\ '\n";
    let builder = Serializer::builder().multiline_strings(Newlines::Escape);
    check(builder, &strings, expected);
    let builder = builder.literal_strings(LiteralStrings::Never);
    check(builder, &strings, &expected.replace("'\\ '", "\"\\\\ \""));
}

#[test]
fn inline_depth_writes_deeper_tables_inline() {
    #[derive(Serialize)]
    struct Level<T> {
        next: T,
        list: Vec<Map<i32>>,
        none: Option<i32>,
        x: i32,
    }
    fn level<T>(next: T) -> Level<T> {
        let list = vec![Map::from([("y", 1)])];
        Level {
            next,
            list,
            none: None,
            x: 1,
        }
    }
    let value = level(level(Map::<i32>::new()));
    let builder = Serializer::builder();
    let expected = "\
next = { next = {}, list = [{ y = 1 }], x = 1 }
list = [{ y = 1 }]
x = 1
";
    check(builder.inline_depth(0), &value, expected);
    let expected = "\
x = 1

[next]
next = {}
list = [{ y = 1 }]
x = 1

[[list]]
y = 1
";
    check(builder.inline_depth(1), &value, expected);
    let plain = toml_serde::to_string(&value).unwrap();
    check(builder.inline_depth(2), &value, &plain);
}

#[test]
fn inline_depth_of_variants() {
    #[derive(Serialize)]
    enum Variant {
        New(Map<i32>),
        Struct { x: Map<i32> },
    }
    let values = Map::from([
        ("a", Variant::New(Map::new())),
        ("b", Variant::Struct { x: Map::new() }),
    ]);
    let builder = Serializer::builder();
    let expected = "a = { New = {} }\nb = { Struct = { x = {} } }\n";
    check(builder.inline_depth(0), &values, expected);
    let expected = "[a]\nNew = {}\n\n[b.Struct]\nx = {}\n";
    check(builder.inline_depth(1), &values, expected);
}

#[derive(Serialize)]
struct Shape {
    point: Point,
    nested: Map<Map<i32>>,
    list: Vec<Point>,
    empty: Map<i32>,
    mixed: (Map<i32>, i32),
    name: &'static str,
    late: Point,
}

#[derive(Serialize, Clone)]
struct Point {
    x: i32,
    y: Option<i32>,
    z: [i32; 2],
}

fn point() -> Point {
    Point {
        x: 1,
        y: None,
        z: [2, 3],
    }
}

fn shape() -> Shape {
    Shape {
        point: point(),
        nested: Map::from([("a b", Map::from([("x", 1)])), ("c", Map::new())]),
        list: vec![point()],
        empty: Map::new(),
        mixed: (Map::from([("x", 1)]), 1),
        name: "n",
        late: point(),
    }
}

#[test]
fn dotted_keys_for_tables_of_plain_values() {
    let builder = Serializer::builder().dotted_keys(DottedKeys::PlainTables);
    let expected = "\
point.x = 1
point.z = [2, 3]
mixed = [{ x = 1 }, 1]
name = \"n\"
late.x = 1
late.z = [2, 3]

[nested]
\"a b\".x = 1

[nested.c]

[[list]]
x = 1
z = [2, 3]

[empty]
";
    check(builder, &shape(), expected);
    check(
        builder,
        &Map::from([("shape", Map::from([("inner", shape())]))]),
        &{
            let body = expected.split_once("\n\n").unwrap();
            let lines = body.0;
            let tables = body
                .1
                .replace('[', "[shape.inner.")
                .replace("[shape.inner.[shape.inner.", "[[shape.inner.");
            format!(
                "[shape.inner]\n{lines}\n\n{}",
                tables.replace("[shape.inner.2, 3]", "[2, 3]")
            )
        },
    );
}

#[test]
fn dotted_keys_of_variants() {
    #[derive(Serialize)]
    enum Variant {
        New(i32),
        Tuple(i32, i32),
        Struct { x: i32 },
        Table(Map<i32>),
    }
    let values = Map::from([
        ("a", Variant::New(1)),
        ("b", Variant::Tuple(1, 2)),
        ("c", Variant::Struct { x: 1 }),
        ("d", Variant::Table(Map::from([("x", 1)]))),
    ]);
    let builder = Serializer::builder().dotted_keys(DottedKeys::PlainTables);
    let expected = "a.New = 1\nb.Tuple = [1, 2]\n\n[c.Struct]\nx = 1\n\n[d]\nTable.x = 1\n";
    check(builder, &values, expected);
}

#[test]
fn layouts_together() {
    let builder = Serializer::builder()
        .dotted_keys(DottedKeys::PlainTables)
        .inline_depth(1)
        .array_width(12)
        .indent(2)
        .multiline_strings(Newlines::Escape)
        .literal_strings(LiteralStrings::Never);
    let expected = "\
point.x = 1
point.z = [
  2,
  3,
]
nested.\"a b\" = { x = 1 }
nested.c = {}
mixed = [
  { x = 1 },
  1,
]
name = \"n\"
late.x = 1
late.z = [
  2,
  3,
]

[[list]]
x = 1
z = [2, 3]

[empty]
";
    check(builder, &shape(), expected);
}
