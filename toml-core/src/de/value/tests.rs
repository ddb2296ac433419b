use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Deserialize;

use crate::{Datetime, Table, Value};

fn json<'de, T: Deserialize<'de>>(source: &'de str) -> Result<T, String> {
    serde_json::from_str(source).map_err(|error| error.to_string())
}

#[test]
fn value_from_another_format() {
    let source = r#"{"text": "a", "int": -1, "float": 0.5, "bool": true, "array": [1, "b", {}],
                     "big": 9223372036854775807, "sub": {"z": 1, "a": 2}}"#;
    let expected = Table::from([
        ("text", Value::from("a")),
        ("int", Value::from(-1)),
        ("float", Value::from(0.5)),
        ("bool", Value::from(true)),
        (
            "array",
            Value::from([Value::from(1), "b".into(), Table::new().into()]),
        ),
        ("big", Value::from(i64::MAX)),
        ("sub", Value::from(Table::from([("z", 1), ("a", 2)]))),
    ]);
    let table = json::<Table>(source).unwrap();
    assert_eq!(table.to_string(), expected.to_string(), "order included");
    assert_eq!(table, expected);
    assert_eq!(json::<Value>(source), Ok(Value::Table(expected)));
}

#[test]
fn value_from_a_value_is_the_same() {
    let source = "a = 1979-05-27T07:32:00Z\nb = [{ c = 1.5 }]\n[d]\ne = 'f'";
    let table: Table = source.parse().unwrap();
    assert_eq!(table.clone().try_into::<Table>(), Ok(table.clone()));
    let value = Value::Table(table);
    assert_eq!(value.clone().try_into::<Value>(), Ok(value));
}

#[derive(Debug, PartialEq, Deserialize)]
struct Flattened {
    name: String,
    #[serde(flatten)]
    rest: Table,
}

#[test]
fn table_takes_the_keys_that_are_left() {
    let table: Table = "name = 'a'\nwhen = 1979-05-27\nsub.key = 1"
        .parse()
        .unwrap();
    let when: Datetime = "1979-05-27".parse().unwrap();
    let expected = Flattened {
        name: "a".to_string(),
        rest: Table::from([
            ("when", Value::from(when)),
            ("sub", Value::from(Table::from([("key", 1)]))),
        ]),
    };
    assert_eq!(table.try_into(), Ok(expected));
}

#[test]
fn newtypes_and_some_are_what_they_hold() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Newtype(Value);
    assert_eq!(
        Value::from(1).try_into::<Option<Newtype>>(),
        Ok(Some(Newtype(Value::from(1))))
    );
}

#[test]
fn integers_that_do_not_fit_are_errors() {
    let expected = |integer: &str| {
        format!(
            "invalid value: integer `{integer}`, expected an integer that fits in 64 bits with its sign"
        )
    };
    let error = json::<Value>("18446744073709551615").unwrap_err();
    assert_eq!(
        error,
        expected("18446744073709551615") + " at line 1 column 20"
    );
    let deserializer = serde_core::de::value::I128Deserializer::<crate::de::Error>::new(i128::MIN);
    assert_eq!(
        Value::deserialize(deserializer).unwrap_err().to_string(),
        expected(&i128::MIN.to_string())
    );
    let deserializer = serde_core::de::value::U128Deserializer::<crate::de::Error>::new(5);
    assert_eq!(Value::deserialize(deserializer), Ok(Value::from(5)));
}

#[test]
fn null_is_an_error() {
    assert_eq!(
        json::<Value>("[1, null]").unwrap_err(),
        "invalid type: null, expected a TOML value at line 1 column 8"
    );
    assert_eq!(
        json::<Table>("null").unwrap_err(),
        "invalid type: null, expected a table at line 1 column 4"
    );
}

#[test]
fn key_twice_is_an_error() {
    let expected = "duplicate key `b` at line 1 column 24";
    assert_eq!(
        json::<Value>(r#"{"b": 1, "a": 2, "b": 3}"#).unwrap_err(),
        expected
    );
    assert_eq!(
        json::<Table>(r#"{"b": 1, "a": 2, "b": 3}"#).unwrap_err(),
        expected
    );
}

#[test]
fn table_is_read_from_tables_only() {
    let errors: Vec<_> = ["1", "[]", "1979-05-27"]
        .into_iter()
        .map(|source| source.parse::<Value>().unwrap())
        .map(|value| value.try_into::<Table>().unwrap_err().to_string())
        .collect();
    assert_eq!(
        errors,
        [
            "invalid type: integer `1`, expected a table",
            "invalid type: array, expected a table",
            "invalid type: date-time `1979-05-27`, expected a table",
        ]
    );
    let json = r#"{"$__toml_private_datetime": "1979-05-27"}"#;
    assert_eq!(
        self::json::<Table>(json).unwrap_err(),
        "invalid type: date-time `1979-05-27`, expected a table at line 1 column 42"
    );
}

/// On a thread with the stack that Rust gives one, tables that nest as deep as can be parsed.
#[test]
fn value_as_deep_as_can_be_fits_a_usual_stack() {
    let run = || {
        let options = crate::ParseOptions {
            max_depth: crate::ParseOptions::MAX_DEPTH_LIMIT,
            ..Default::default()
        };
        let source = format!("{}k = {{}}", "k.".repeat(options.max_depth - 1));
        let table = options.parse(&source).unwrap().to_table();
        assert_eq!(table.clone().try_into::<Table>(), Ok(table));
    };
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
    thread.spawn(run).unwrap().join().unwrap();
}
