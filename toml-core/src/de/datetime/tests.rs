use alloc::borrow::ToOwned;
use alloc::string::ToString;

use serde::Deserialize;
use serde_core::de::value::MapDeserializer;

use super::{DATETIME_FIELD, DATETIME_NAME};
use crate::de::Error;
use crate::{Date, Datetime, Offset, Table, Time, Value};

const DATE: Date = Date {
    year: 1979,
    month: 5,
    day: 27,
};
const TIME: Time = Time {
    hour: 7,
    minute: 32,
    second: 0,
    nanosecond: 0,
};

#[derive(Debug, PartialEq, Deserialize)]
struct Forms {
    offset: Datetime,
    local: Datetime,
    date: Date,
    time: Time,
}

const EXPECTED: Forms = Forms {
    offset: Datetime {
        date: Some(DATE),
        time: Some(TIME),
        offset: Some(Offset::Z),
    },
    local: Datetime {
        date: Some(DATE),
        time: Some(TIME),
        offset: None,
    },
    date: DATE,
    time: TIME,
};

#[test]
fn forms_from_a_table() {
    let source = "offset = 1979-05-27T07:32:00Z\nlocal = 1979-05-27 07:32:00\n\
                  date = 1979-05-27\ntime = 07:32:00";
    let table: Table = source.parse().unwrap();
    assert_eq!(table.try_into(), Ok(EXPECTED));
}

#[test]
fn forms_from_plain_strings() {
    let strings = [
        ("offset", "1979-05-27T07:32:00Z"),
        ("local", "1979-05-27 07:32"),
        ("date", "1979-05-27"),
        ("time", "07:32:00"),
    ];
    assert_eq!(Table::from(strings).try_into(), Ok(EXPECTED));
    let deserializer = MapDeserializer::<_, Error>::new(strings.into_iter());
    assert_eq!(Forms::deserialize(deserializer), Ok(EXPECTED));
}

/// What the derived code of a type of another crate would ask for.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename = "$__toml_private_Datetime")]
struct Foreign {
    #[serde(rename = "$__toml_private_datetime")]
    text: alloc::string::String,
}

#[test]
fn foreign_type_is_understood() {
    assert_eq!(
        (DATETIME_NAME, DATETIME_FIELD),
        ("$__toml_private_Datetime", "$__toml_private_datetime")
    );
    let foreign = Foreign {
        text: "1979-05-27".to_owned(),
    };
    assert_eq!(Value::from(DATE).try_into(), Ok(foreign));
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(i64),
    When(Datetime),
}

#[test]
fn datetime_survives_a_buffer() {
    assert_eq!(
        Value::from(DATE).try_into(),
        Ok(Either::When(Datetime::from(DATE)))
    );
    let json = r#"{"$__toml_private_datetime": "1979-05-27"}"#;
    assert_eq!(
        serde_json::from_str::<Either>(json).unwrap(),
        Either::When(Datetime::from(DATE))
    );
    assert_eq!(Value::from(1).try_into(), Ok(Either::Number(1)));
}

#[test]
fn other_forms_are_errors() {
    let error = Value::from(DATE).try_into::<Time>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid type: date-time `1979-05-27`, expected a time without a date"
    );
    let when = Value::from(EXPECTED.offset);
    assert_eq!(
        when.try_into::<Date>().unwrap_err().to_string(),
        "invalid type: date-time `1979-05-27T07:32:00Z`, expected a date without a time"
    );
}

#[test]
fn other_types_are_errors() {
    let error = |value: Value| value.try_into::<Datetime>().unwrap_err().to_string();
    assert_eq!(
        error(Value::from(1)),
        "invalid type: integer `1`, expected a date-time"
    );
    assert_eq!(
        error(Value::from("1979-13-27")),
        "invalid value: string \"1979-13-27\", expected a date-time"
    );
    let no_datetime = "invalid type: table, expected a date-time";
    assert_eq!(error(Value::from(Table::from([("a", 1)]))), no_datetime);
    assert_eq!(error(Value::from(Table::new())), no_datetime);
    let wrong = Table::from([(DATETIME_FIELD, "soon")]);
    assert_eq!(
        error(Value::from(wrong)),
        "invalid value: string \"soon\", expected the text of a date-time \
         at \"$__toml_private_datetime\""
    );
}
