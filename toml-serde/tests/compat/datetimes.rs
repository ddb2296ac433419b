//! Date-times: the types of `toml::value`, and values of them in every place.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::both_ways::{assert_both_ways, assert_from_table, assert_text};
use crate::toml::{
    self, Table, Value,
    value::{Date, Datetime, Offset, Time},
};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

fn hold<T>(v: T) -> Holder<T> {
    Holder { v }
}

const DATE: Date = Date {
    year: 1979,
    month: 5,
    day: 27,
};

fn datetime(text: &str) -> Datetime {
    text.parse().expect("a date-time")
}

fn time(text: &str) -> Time {
    datetime(text).time.expect("a time")
}

/// Asserts that a value is written as a document and read back, also by way of a `Table`.
#[track_caller]
fn assert_text_and_table<T>(value: &T, text: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    assert_text(value, text);
    assert_from_table(value, text);
}

const FORMS: [&str; 8] = [
    "1979-05-27T07:32:00Z",
    "1979-05-27T00:32:00-07:00",
    "1979-05-27T00:32:00.999999+05:30",
    "1979-05-27T07:32:00",
    "1979-05-27T07:32:00.5",
    "1979-05-27",
    "07:32:00",
    "23:59:59.123456789",
];

#[test]
fn every_form_is_kept() {
    for text in FORMS {
        let value = datetime(text);
        assert_eq!(value.to_string(), text);
        assert_text_and_table(&hold(value), &format!("v = {text}\n"));
        assert_eq!(text.parse(), Ok(Value::Datetime(value)));
        assert_eq!(Value::Datetime(value).to_string(), text);
    }
}

#[test]
fn parts() {
    let Datetime { date, time, offset } = datetime("1979-05-27T07:32:01-07:30");
    let time = time.unwrap();
    assert_eq!(
        (date, offset),
        (Some(DATE), Some(Offset::Custom { minutes: -450 }))
    );
    assert_eq!((time.hour, time.minute), (7, 32));
    assert_eq!(datetime("1979-05-27T07:32:01Z").offset, Some(Offset::Z));
    assert_eq!(datetime("1979-05-27"), Datetime::from(DATE));
    assert_eq!(datetime("07:32:01"), Datetime::from(time));
    let joined = Datetime {
        date: Some(DATE),
        time: Some(time),
        offset: None,
    };
    assert_eq!(joined, datetime("1979-05-27T07:32:01"));
}

#[test]
fn parts_are_displayed() {
    assert_eq!(DATE.to_string(), "1979-05-27");
    assert_eq!(time("07:32:00").to_string(), "07:32:00");
    assert_eq!(time("07:32:00.250").to_string(), "07:32:00.25");
    assert_eq!(Offset::Z.to_string(), "Z");
    assert_eq!(Offset::Custom { minutes: 0 }.to_string(), "+00:00");
    assert_eq!(Offset::Custom { minutes: -90 }.to_string(), "-01:30");
}

#[test]
fn parts_are_ordered() {
    assert!(DATE < Date { day: 28, ..DATE });
    assert!(time("07:32:00") < time("07:32:00.5"));
    assert!(datetime("1979-05-27T07:32:00Z") < datetime("1979-05-28T07:32:00Z"));
}

#[test]
fn spellings() {
    for (spelling, written) in [
        ("1979-05-27 07:32:00Z", "1979-05-27T07:32:00Z"),
        ("1979-05-27t07:32:00z", "1979-05-27T07:32:00Z"),
        ("1979-05-27T07:32:00+00:00", "1979-05-27T07:32:00+00:00"),
        ("07:32:00.1234567899", "07:32:00.123456789"),
        ("07:32:00.500", "07:32:00.5"),
    ] {
        assert_eq!(datetime(spelling).to_string(), written);
        let document = format!("v = {spelling}\n");
        assert_eq!(
            toml::from_str(&document),
            Ok(hold(datetime(written))),
            "{spelling}"
        );
    }
}

#[test]
fn not_a_datetime() {
    for text in [
        "",
        "1979-5-27",
        "1979-13-01",
        "1979-02-29",
        "1979-05-00",
        "24:00:00",
        "07:60:00",
        "07:32:61",
        "07:32:00.",
        "07:32:00Z",
        "1979-05-27Z",
        "1979-05-27T",
        "1979-05-27T07:32:00+24:00",
        "1979-05-27T07:32:00+0700",
        "1979-05-27x",
    ] {
        assert!(text.parse::<Datetime>().is_err(), "{text}");
        assert!(
            toml::from_str::<Table>(&format!("v = {text}")).is_err(),
            "{text}"
        );
    }
    assert!("1979".parse::<Datetime>().is_err());
    assert!("2000-02-29".parse::<Datetime>().is_ok());
}

#[test]
fn dates_and_times_on_their_own() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Parts {
        date: Date,
        time: Time,
        both: Option<Datetime>,
    }
    let value = Parts {
        date: DATE,
        time: time("07:32:00"),
        both: None,
    };
    assert_text_and_table(&value, "date = 1979-05-27\ntime = 07:32:00\n");
}

#[test]
fn the_wrong_form() {
    let error = toml::from_str::<Holder<Date>>("v = 1979-05-27T07:32:00Z").unwrap_err();
    assert_eq!(error.span(), Some(4..24));
    for text in ["1979-05-27T07:32:00", "07:32:00", "1979-05-27T07:32:00Z"] {
        assert!(toml::from_str::<Holder<Date>>(&format!("v = {text}")).is_err());
    }
    for text in ["1979-05-27T07:32:00", "1979-05-27"] {
        assert!(toml::from_str::<Holder<Time>>(&format!("v = {text}")).is_err());
    }
}

#[test]
fn other_types_are_no_datetimes() {
    for text in ["19790527", "[1979-05-27]", "{ v = 1979-05-27 }", "{}"] {
        let document = format!("v = {text}");
        assert!(
            toml::from_str::<Holder<Datetime>>(&document).is_err(),
            "{text}"
        );
        let table: Table = document.parse().unwrap();
        assert!(table.try_into::<Holder<Datetime>>().is_err(), "{text}");
    }
    let error = toml::from_str::<Holder<Datetime>>("v = 'x'").unwrap_err();
    assert_eq!(error.span(), Some(4..7));
}

#[test]
fn datetimes_are_no_other_types() {
    assert!(toml::from_str::<Holder<i64>>("v = 1979-05-27").is_err());
    assert!(toml::from_str::<Holder<Vec<i64>>>("v = 1979-05-27").is_err());
    assert!(toml::from_str::<Holder<bool>>("v = 1979-05-27").is_err());
}

#[test]
fn in_collections() {
    let all: Vec<_> = FORMS.iter().map(|text| datetime(text)).collect();
    assert_text_and_table(&hold(all), &format!("v = [{}]\n", FORMS.join(", ")));
    let tuple = (datetime("1979-05-27"), DATE, Some(time("07:32:00")));
    assert_text_and_table(&hold(tuple), "v = [1979-05-27, 1979-05-27, 07:32:00]\n");
    let map = BTreeMap::from([("a".to_owned(), DATE), ("b".to_owned(), DATE)]);
    assert_text_and_table(&map, "a = 1979-05-27\nb = 1979-05-27\n");
    let tables = hold(vec![hold(DATE)]);
    assert_text_and_table(&tables, "[[v]]\nv = 1979-05-27\n");
}

#[test]
fn in_newtypes() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Birthday(Datetime);
    let birthday = Birthday(datetime("1979-05-27"));
    assert_text_and_table(&hold(birthday), "v = 1979-05-27\n");
}

#[test]
fn in_enums() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum When {
        At(Datetime),
        Between { from: Date, to: Date },
    }
    let at = When::At(datetime("07:32:00"));
    assert_text_and_table(&hold(at), "[v]\nAt = 07:32:00\n");
    let between = When::Between {
        from: DATE,
        to: DATE,
    };
    assert_text_and_table(
        &hold(between),
        "[v.Between]\nfrom = 1979-05-27\nto = 1979-05-27\n",
    );
}

#[test]
fn in_a_tagged_enum() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(tag = "type")]
    enum Event {
        Start { at: Datetime },
    }
    let at = datetime("1979-05-27");
    let text = "at = 1979-05-27\ntype = 'Start'";
    assert_eq!(toml::from_str(text), Ok(Event::Start { at }));
}

#[test]
fn as_values() {
    let value: Value = "1979-05-27".parse().unwrap();
    assert_eq!(value.as_datetime(), Some(&datetime("1979-05-27")));
    assert_eq!(value.clone().try_into(), Ok(DATE));
    assert_eq!(value.clone().try_into(), Ok(datetime("1979-05-27")));
    assert!(value.clone().try_into::<Time>().is_err());
    // What is no date-time type gets the text.
    assert_eq!(value.clone().try_into(), Ok("1979-05-27".to_owned()));
    assert!(value.try_into::<i64>().is_err());
}

#[test]
fn years_are_written_with_four_digits() {
    let date = Date {
        year: 7,
        month: 1,
        day: 2,
    };
    assert_text_and_table(&hold(date), "v = 0007-01-02\n");
}

#[test]
fn chrono_in_strings() {
    use chrono::{DateTime, NaiveDate, Utc};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Chrono {
        date: NaiveDate,
        utc: DateTime<Utc>,
    }
    let value = Chrono {
        date: NaiveDate::from_ymd_opt(1979, 5, 27).unwrap(),
        utc: "1979-05-27T07:32:00Z".parse().unwrap(),
    };
    let text = "date = \"1979-05-27\"\nutc = \"1979-05-27T07:32:00Z\"\n";
    assert_both_ways(&value, text);
}
