//! Generated values: every type, awkward text, every form of date-time, nesting.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use toml_core::{Datetime, Table, Value};

/// Characters that some rule of TOML singles out.
const AWKWARD: [char; 26] = [
    '"',
    '\'',
    '\\',
    '\n',
    '\r',
    '\t',
    '\0',
    '\u{1}',
    '\u{8}',
    '\u{c}',
    '\u{1b}',
    '\u{1f}',
    '\u{7f}',
    '\u{80}',
    '\u{85}',
    '\u{a0}',
    '\u{2028}',
    '\u{feff}',
    '\u{fffd}',
    '\u{10ffff}',
    'é',
    '😀',
    ' ',
    '#',
    '=',
    '.',
];

/// Documents.
pub(crate) fn table() -> impl Strategy<Value = Table> {
    vec((key(), value()), 0..8).prop_map(to_table)
}

/// Values of any type, nested.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::Array),
            vec((key(), inner.clone()), 0..5).prop_map(|entries| Value::Table(to_table(entries))),
            vec(vec((key(), inner), 0..3), 0..4).prop_map(array_of_tables),
        ]
    })
}

/// Text with more quotes, escapes and control characters than chance would bring.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let awkward =
        prop_oneof![3 => select(&AWKWARD[..]), 1 => any::<char>(), 2 => select(vec!['a', 'b'])];
    prop_oneof![
        "[a-z]{0,6}",
        vec(awkward, 0..12).prop_map(String::from_iter),
        vec(select(vec!['"', '\'', '\n', '\\', 'x']), 0..8).prop_map(String::from_iter),
        vec(any::<char>(), 0..80).prop_map(String::from_iter),
    ]
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-d]",
        2 => "[A-Za-z0-9_-]{1,6}",
        1 => select(vec!["true", "1", "1.5", "inf", "1979-05-27", "-", "a.b", "a b"]).prop_map(str::to_string),
        1 => text(),
    ]
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => text().prop_map(Value::String),
        2 => integer().prop_map(Value::Integer),
        2 => float().prop_map(Value::Float),
        1 => any::<bool>().prop_map(Value::Boolean),
        2 => datetime().prop_map(Value::Datetime),
    ]
}

fn integer() -> impl Strategy<Value = i64> {
    prop_oneof![
        any::<i64>(),
        -9_i64..100,
        select(vec![i64::MIN, i64::MAX, i64::MIN + 1, 0])
    ]
}

fn float() -> impl Strategy<Value = f64> {
    let edges = vec![
        0.0,
        -0.0,
        1e15,
        1e16,
        1e17,
        1e-5,
        1e-7,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ];
    let decimal = (-10_000_i32..10_000).prop_map(|n| f64::from(n) / 100.0);
    prop_oneof![
        any::<u64>().prop_map(f64::from_bits),
        decimal,
        select(edges)
    ]
}

pub(crate) fn datetime() -> impl Strategy<Value = Datetime> {
    let text = prop_oneof![
        (date(), time(), offset())
            .prop_map(|(date, time, offset)| format!("{date}T{time}{offset}")),
        (date(), time()).prop_map(|(date, time)| format!("{date}T{time}")),
        date(),
        time(),
    ];
    text.prop_map(|text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{text} is a date-time"))
    })
}

fn date() -> impl Strategy<Value = String> {
    (0_u32..=9999, 1_u32..=12, 1_u32..=31).prop_map(|(year, month, day)| {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 31,
        };
        format!("{year:04}-{month:02}-{:02}", day.min(last))
    })
}

fn time() -> impl Strategy<Value = String> {
    let nanosecond = prop_oneof![
        2 => Just(String::new()),
        1 => (0_u32..1_000_000_000).prop_map(|nanosecond| format!(".{nanosecond:09}")),
        1 => "\\.[0-9]{1,9}",
    ];
    let clock = (0_u32..24, 0_u32..60, 0_u32..60);
    (clock, nanosecond).prop_map(|((hour, minute, second), fraction)| {
        format!("{hour:02}:{minute:02}:{second:02}{fraction}")
    })
}

fn offset() -> impl Strategy<Value = String> {
    let sign = select(vec!['+', '-']);
    prop_oneof![
        Just("Z".to_string()),
        (sign, 0_u32..24, 0_u32..60)
            .prop_map(|(sign, hour, minute)| format!("{sign}{hour:02}:{minute:02}")),
    ]
}

fn array_of_tables(tables: Vec<Vec<(String, Value)>>) -> Value {
    Value::Array(
        tables
            .into_iter()
            .map(|entries| Value::Table(to_table(entries)))
            .collect(),
    )
}

/// A table of entries; of a key that comes twice, the last.
fn to_table(entries: Vec<(String, Value)>) -> Table {
    let mut table = Table::new();
    for (key, value) in entries {
        table.insert(key, value);
    }
    table
}
