use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::{vec, vec::Vec};

use serde::Serialize;

use crate::{Date, Datetime, Table, Value};

fn write(value: impl Serialize) -> Result<Value, String> {
    Value::try_from(value).map_err(|error| error.to_string())
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Newtype<T>(T);

#[derive(Serialize)]
struct Config<T> {
    name: &'static str,
    content: T,
}

#[derive(Serialize)]
enum Shape<T> {
    Point,
    Circle(T),
    Rect(u8, T),
    Square { side: T },
}

#[test]
fn scalars() {
    assert_eq!(write("a"), Ok(Value::from("a")));
    assert_eq!(write('a'), Ok(Value::from("a")));
    assert_eq!(write(-1_i8), Ok(Value::from(-1)));
    assert_eq!(write(u64::MAX / 2), Ok(Value::from(i64::MAX)));
    assert_eq!(write(i128::from(i64::MIN)), Ok(Value::from(i64::MIN)));
    assert_eq!(write(0.5_f32), Ok(Value::from(0.5)));
    assert_eq!(write(true), Ok(Value::from(true)));
    assert_eq!(write(Some(Newtype(1))), Ok(Value::from(1)));
    assert_eq!(write(format_args!("{}-{}", 1, 2)), Ok(Value::from("1-2")));
    assert_eq!(write(c"ab"), Ok(Value::from([97, 98])));
}

#[test]
fn datetimes() {
    let date = Date::new(1979, 5, 27).unwrap();
    assert_eq!(write(date), Ok(Value::from(date)));
    assert_eq!(write(vec![date]), Ok(Value::from([date])));
    let wrong = Datetime::from(Date {
        year: 2023,
        month: 2,
        day: 30,
    });
    assert_eq!(
        write(Newtype([wrong])).unwrap_err(),
        "there is no date-time `2023-02-30` at [0]"
    );
}

#[test]
fn collections() {
    assert_eq!(
        write((1, "a")),
        Ok(Value::from([Value::from(1), "a".into()]))
    );
    assert_eq!(
        write(BTreeMap::from([(2, 'a'), (10, 'b')])),
        Ok(Value::from(Table::from([("2", 'a'), ("10", 'b')])))
    );
    let table = Table::from([("name", Value::from("a")), ("content", Value::from([1]))]);
    let config = Config {
        name: "a",
        content: [1],
    };
    assert_eq!(Table::try_from(&config), Ok(table.clone()));
    assert_eq!(write(&table), Ok(Value::Table(table)));
}

#[test]
fn none_is_left_out_of_tables() {
    let config = Config {
        name: "a",
        content: Newtype(None::<u8>),
    };
    let table = Table::from([("name", "a")]);
    assert_eq!(write(config), Ok(Value::Table(table)));
    let map = BTreeMap::from([("a", None), ("b", Some(1))]);
    assert_eq!(write(map), Ok(Value::Table(Table::from([("b", 1)]))));
}

#[test]
fn variants() {
    assert_eq!(write(Shape::<u8>::Point), Ok(Value::from("Point")));
    let variant = |name, content: Value| Ok(Value::from(Table::from([(name, content)])));
    assert_eq!(write(Shape::Circle(1)), variant("Circle", Value::from(1)));
    assert_eq!(
        write(Shape::Rect(1, 2)),
        variant("Rect", Value::from([1, 2]))
    );
    assert_eq!(
        write(Shape::Square { side: 1 }),
        variant("Square", Table::from([("side", 1)]).into())
    );
    assert_eq!(
        write(Shape::Square { side: None::<u8> }),
        variant("Square", Table::new().into())
    );
}

#[test]
fn null_is_an_error_elsewhere() {
    let null = |place| alloc::format!("TOML has no null, and `None` cannot {place}");
    let config = Config {
        name: "a",
        content: [Some(1), None],
    };
    assert_eq!(
        write(config).unwrap_err(),
        null("stand in an array at content[1]")
    );
    assert_eq!(
        write([Shape::Rect(1, None::<u8>)]).unwrap_err(),
        null("stand in an array at [0].Rect[1]")
    );
    assert_eq!(
        write(Newtype([Shape::Circle(None::<u8>)])).unwrap_err(),
        null("be the value of a variant at [0].Circle")
    );
    assert_eq!(write(None::<u8>).unwrap_err(), null("be a value"));
}

#[test]
fn what_toml_has_nothing_for_is_an_error() {
    let errors: Vec<_> = [
        write(u64::MAX),
        write([i128::MIN]),
        write(BTreeMap::from([("a", [u128::MAX])])),
        write(()),
        write(Shape::Square { side: Unit }),
        write(vec![BTreeMap::from([([1], 2)])]),
    ]
    .into_iter()
    .map(Result::unwrap_err)
    .collect();
    assert_eq!(
        errors,
        [
            "integer `18446744073709551615` does not fit in 64 bits with its sign",
            "integer `-170141183460469231731687303715884105728` does not fit in 64 bits with its \
             sign at [0]",
            "integer `340282366920938463463374607431768211455` does not fit in 64 bits with its \
             sign at a[0]",
            "TOML has nothing to write `()` as",
            "TOML has nothing to write the unit struct `Unit` as at Square.side",
            "a key is text in TOML, and a tuple is not at [0]",
        ]
    );
}

#[test]
fn table_is_a_struct_or_map() {
    let error = |value: Value| Table::try_from(value).unwrap_err().to_string();
    assert_eq!(
        error(Value::from([1])),
        "expected a struct or map, which is a table, found an array"
    );
    assert_eq!(
        error(Value::from("a")),
        "expected a struct or map, which is a table, found a string"
    );
}

/// On a thread with the stack that Rust gives one, tables that nest as deep as can be parsed.
#[test]
fn table_as_deep_as_can_be_fits_a_usual_stack() {
    let run = || {
        let mut table = Table::new();
        for _ in 1..crate::ParseOptions::MAX_DEPTH_LIMIT {
            table = Table::from([("k", table)]);
        }
        assert_eq!(Table::try_from(&table), Ok(table));
    };
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
    thread.spawn(run).unwrap().join().unwrap();
}
