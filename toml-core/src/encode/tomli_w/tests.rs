//! The layouts that tomli-w's documentation and source describe. Its output for generated data is
//! compared with ours in `toml-py/tests/`.

use alloc::string::{String, ToString};
use alloc::{format, vec};

use super::*;
use crate::{Table, Value};

/// Data for tests: values of the crate, and what they cannot hold.
#[derive(Clone, Debug)]
enum Item {
    Plain(Value),
    Wide(&'static str),
    Decimal(&'static str),
    Unsupported,
}

impl Data for Item {
    type Text = String;
    type Error = &'static str;

    fn view(&self) -> Result<View<Self>, &'static str> {
        Ok(match self {
            Self::Plain(Value::String(text)) => View::String(text.clone()),
            Self::Plain(Value::Integer(integer)) => View::Integer(*integer),
            Self::Plain(Value::Float(float)) => View::Float(*float),
            Self::Plain(Value::Boolean(boolean)) => View::Boolean(*boolean),
            Self::Plain(Value::Datetime(datetime)) => View::Datetime(*datetime),
            Self::Plain(Value::Array(array)) => {
                View::Array(array.iter().cloned().map(Self::Plain).collect())
            }
            Self::Plain(Value::Table(table)) => View::Table(entries(table)),
            Self::Wide(digits) => View::WideInteger((*digits).to_string()),
            Self::Decimal(text) => View::Decimal((*text).to_string()),
            Self::Unsupported => return Err("unsupported"),
        })
    }
}

fn entries(table: &Table) -> Entries<Item> {
    let entry = |(key, value): (&String, &Value)| (key.clone(), Item::Plain(value.clone()));
    table.iter().map(entry).collect()
}

/// The data of a TOML text, written.
fn rewritten(source: &str, layout: Layout) -> String {
    let table = crate::parse(source).unwrap().to_table();
    let text = encode(&entries(&table), layout).unwrap();
    assert_eq!(crate::parse(&text).unwrap().to_table(), table, "{text}");
    text
}

fn failure(value: Item) -> Failure<&'static str> {
    encode(&[("a b".to_string(), value)], Layout::default()).unwrap_err()
}

#[test]
fn plain_values_come_before_tables() {
    let source = "table = { nested = {}, val3 = 3 }\nval2 = 2\nval1 = 1";
    let expected = "val2 = 2\nval1 = 1\n\n[table]\nval3 = 3\n\n[table.nested]\n";
    assert_eq!(rewritten(source, Layout::default()), expected);
}

#[test]
fn table_has_a_header_if_it_has_values_or_nothing() {
    for (source, expected) in [
        ("", ""),
        ("a = {}", "[a]\n"),
        ("a.b.c = 1", "[a.b]\nc = 1\n"),
        ("a.b = {}\na.c = {}", "[a.b]\n\n[a.c]\n"),
        (
            "a = { b = { c = 1 }, d = 2 }",
            "[a]\nd = 2\n\n[a.b]\nc = 1\n",
        ),
        ("'a b'.'' = {}", "[\"a b\".\"\"]\n"),
    ] {
        assert_eq!(rewritten(source, Layout::default()), expected);
    }
}

#[test]
fn array_has_one_element_per_line() {
    let source = "a = [1, [2, []], { x = [3] }]\nb = []";
    let expected = "\
a = [
  1,
  [
    2,
    [],
  ],
  { x = [
  3,
] },
]
b = []
";
    let layout = Layout {
        indent: 2,
        ..Layout::default()
    };
    assert_eq!(rewritten(source, layout), expected);
}

#[test]
fn array_of_tables_is_inline_while_all_tables_are_short() {
    // 4 spaces, `{ k = "…" }` with 10 characters besides the text, and a comma.
    let fitting = "ü".repeat(100 - 4 - 10 - 1);
    let source = format!("a = [{{ k = \"x\" }}, {{ k = \"{fitting}\" }}]");
    let expected = format!("a = [\n    {{ k = \"x\" }},\n    {{ k = \"{fitting}\" }},\n]\n");
    assert_eq!(rewritten(&source, Layout::default()), expected);

    let source = source
        .replace('x', "xy")
        .replace(&fitting, &format!("{fitting}y"));
    let expected = format!("[[a]]\nk = \"xy\"\n\n[[a]]\nk = \"{fitting}y\"\n");
    assert_eq!(rewritten(&source, Layout::default()), expected);
}

#[test]
fn array_of_tables_with_lines_of_their_own_has_headers() {
    let source = "a = [{ b = [1] }, {}, { c = { d = 2 } }]\nz = 1";
    let expected = "\
z = 1

[[a]]
b = [
    1,
]

[[a]]

[[a]]

[a.c]
d = 2
";
    assert_eq!(rewritten(source, Layout::default()), expected);
    // An empty array has no lines.
    let source = "a = [{ b = [], c = {} }]";
    let expected = "a = [\n    { b = [], c = {} },\n]\n";
    assert_eq!(rewritten(source, Layout::default()), expected);
}

#[test]
fn array_fits_on_the_line_of_its_key() {
    let layout = |width| Layout {
        arrays: Arrays::Fit,
        width,
        ..Layout::default()
    };
    let source = "abc = [1, [2, 3], [\"four\"]]\nt = [{ x = [1] }, { y = 2 }]";
    let short = "abc = [1, [2, 3], [\"four\"]]\nt = [{ x = [1] }, { y = 2 }]\n";
    assert_eq!(rewritten(source, layout(29)), short);
    let narrower = "\
abc = [1, [2, 3], [\"four\"]]
t = [
    { x = [1] },
    { y = 2 },
]
";
    assert_eq!(rewritten(source, layout(27)), narrower);
    let narrow = "\
abc = [
    1,
    [2, 3],
    [
        \"four\",
    ],
]

[[t]]
x = [1]

[[t]]
y = 2
";
    assert_eq!(rewritten(source, layout(11)), narrow);
}

#[test]
fn string_is_basic() {
    let text = "tab\there \"quotes\" back\\slash it's\n\r\u{8}\u{c}\u{0}\u{1f}\u{7f}é";
    let written = encode(
        &[(
            "k\"\n".to_string(),
            Item::Plain(Value::String(text.to_string())),
        )],
        Layout::default(),
    );
    let expected = concat!(
        r#""k\"\n" = "tab"#,
        "\t",
        r#"here \"quotes\" back\\slash it's\n\r\b\f\u0000\u001f\u007fé""#,
        "\n"
    );
    assert_eq!(written.as_deref(), Ok(expected));
}

#[test]
fn string_keeps_newlines_on_request() {
    let layout = Layout {
        newlines: Newlines::Keep,
        ..Layout::default()
    };
    let source = r#"a = "1\r\n2\n\"\"\"\\\r3"
b = "no \"line\""
c = [{ d = "x\ny" }]
"#;
    let table = crate::parse(source).unwrap().to_table();
    let expected = "\
a = \"\"\"
1
2
\\\"\\\"\\\"\\\\\\r3\"\"\"
b = \"no \\\"line\\\"\"

[[c]]
d = \"\"\"
x
y\"\"\"
";
    assert_eq!(encode(&entries(&table), layout).as_deref(), Ok(expected));
}

#[test]
fn float_is_that_of_pythons_repr() {
    for (float, expected) in [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e+16"),
        (1.5e300, "1.5e+300"),
        (1e-4, "0.0001"),
        (1e-5, "1e-05"),
        (-2.5e-7, "-2.5e-07"),
        (-1.25e-5, "-1.25e-05"),
        (9.9e-5, "9.9e-05"),
        (1e-10, "1e-10"),
        (1e22, "1e+22"),
        // Exactly between .12 and .13.
        (70_368_744_177_664.12, "70368744177664.12"),
        (5e-324, "5e-324"),
        (f64::NEG_INFINITY, "-inf"),
        (-f64::NAN, "nan"),
    ] {
        let mut text = String::new();
        scalars::encode_float_signed(float, &mut text);
        assert_eq!(text, expected);
    }
}

#[test]
fn datetime_is_that_of_pythons_str() {
    for (source, expected) in [
        ("1979-05-27T07:32:00Z", "1979-05-27 07:32:00+00:00"),
        (
            "1979-05-27T07:32:00.0005-07:30",
            "1979-05-27 07:32:00.000500-07:30",
        ),
        ("0001-05-27T07:32:00.9999999", "0001-05-27 07:32:00.999999"),
        ("1979-05-27", "1979-05-27"),
        ("07:32:00.0000001", "07:32:00"),
    ] {
        let mut text = String::new();
        scalars::encode_datetime(&source.parse().unwrap(), &mut text);
        assert_eq!(text, expected);
    }
}

#[test]
fn number_of_any_size() {
    let numbers = [
        ("a", Item::Wide("-123456789012345678901234567890")),
        ("b", Item::Decimal("1")),
        ("c", Item::Decimal("-0.10")),
        ("d", Item::Decimal("2E+400")),
    ];
    let root = numbers.map(|(key, item)| (key.to_string(), item));
    let expected = "a = -123456789012345678901234567890\nb = 1.0\nc = -0.10\nd = 2e+400\n";
    assert_eq!(encode(&root, Layout::default()).as_deref(), Ok(expected));
    for text in ["", "-", "01", "1.", ".5", "1e", "+1", "1_0", "1e5e5", "٣"] {
        let invalid = Reason::InvalidNumber(text.to_string());
        assert_eq!(failure(Item::Decimal(text)).reason, invalid);
        assert_eq!(failure(Item::Wide(text)).reason, invalid);
    }
}

#[test]
fn failure_has_a_path() {
    let at = |path: &str| Failure {
        reason: Reason::Data("unsupported"),
        path: path.parse().unwrap(),
    };
    assert_eq!(failure(Item::Unsupported), at("'a b'"));
    let list = NestedItem::List(vec![
        NestedItem::Table(vec![("x".into(), NestedItem::List(vec![]))]),
        NestedItem::Table(vec![("y".into(), NestedItem::Bad)]),
    ]);
    let root = [("k".to_string(), NestedItem::Table(vec![("l".into(), list)]))];
    assert_eq!(encode(&root, Layout::default()), Err(at("k.l[1].y")));
}

#[test]
fn depth_is_limited_as_the_parsers_is() {
    for wrap in [NestedItem::in_list, NestedItem::in_table] {
        let nested = |depth| (1..depth).fold(wrap(NestedItem::List(vec![])), |item, _| wrap(item));
        let encode = |item| encode(&[("k".to_string(), item)], Layout::default());
        // The innermost list is the last level.
        let deepest = encode(nested(127)).unwrap();
        assert!(crate::parse(&deepest).is_ok());
        let failure = encode(nested(128)).unwrap_err();
        assert_eq!(failure.reason, Reason::TooDeep { limit: 128 });
        assert_eq!(failure.path.segments().len(), 129);
    }
}

/// Data that nests and may be unsupported.
#[derive(Clone, Debug, PartialEq)]
enum NestedItem {
    List(Vec<NestedItem>),
    Table(Vec<(String, NestedItem)>),
    Bad,
}

impl NestedItem {
    fn in_list(self) -> Self {
        Self::List(vec![self])
    }

    fn in_table(self) -> Self {
        Self::Table(vec![("k".to_string(), self)])
    }
}

impl Data for NestedItem {
    type Text = String;
    type Error = &'static str;

    fn view(&self) -> Result<View<Self>, &'static str> {
        match self {
            Self::List(items) => Ok(View::Array(items.clone())),
            Self::Table(entries) => Ok(View::Table(entries.clone())),
            Self::Bad => Err("unsupported"),
        }
    }
}
