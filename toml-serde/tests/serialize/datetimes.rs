//! Date-times.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use toml_serde::value::Datetime;

use crate::{assert_refuses, assert_writes};

/// A struct as which date-times come, with whatever there is in it.
struct Reserved<T>(&'static [&'static str], T);

impl<T: Serialize> Serialize for Reserved<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("$__toml_private_Datetime", 1)?;
        for name in self.0 {
            fields.serialize_field(name, &self.1)?;
        }
        fields.end()
    }
}

const FIELD: &str = "$__toml_private_datetime";

fn datetime(text: &str) -> Reserved<&str> {
    Reserved(&[FIELD], text)
}

#[test]
fn datetimes_of_all_forms() {
    for text in [
        "1979-05-27T07:32:00Z",
        "1979-05-27T07:32:00.5-07:00",
        "1979-05-27T07:32:00",
        "1979-05-27",
        "07:32:00",
    ] {
        let value: Datetime = text.parse().unwrap();
        let table = BTreeMap::from([("a", value)]);
        assert_writes(&table, &format!("a = {text}\n"));
        let array = BTreeMap::from([("a", [[value, value]])]);
        assert_writes(&array, &format!("a = [[{text}, {text}]]\n"));
        let peer: toml::value::Datetime = text.parse().unwrap();
        assert_writes(&BTreeMap::from([("a", peer)]), &format!("a = {text}\n"));
        assert_writes(&BTreeMap::from([("a", [peer])]), &format!("a = [{text}]\n"));
    }
}

#[test]
fn datetimes_are_written_as_toml_has_them() {
    let table = BTreeMap::from([("a", datetime("1979-05-27 07:32z"))]);
    assert_writes(&table, "a = 1979-05-27T07:32:00Z\n");
}

#[test]
fn datetimes_must_be_valid() {
    let invalid = Datetime {
        date: None,
        time: None,
        offset: None,
    };
    assert!(toml_serde::to_string(&BTreeMap::from([("a", invalid)])).is_err());
    for text in ["", "soon", "1979-13-01", "1979-05-27\nb = 1"] {
        for value in [
            vec![datetime(text)],
            vec![datetime("07:32:00"), datetime(text)],
        ] {
            let index = value.len() - 1;
            let error = toml_serde::to_string(&BTreeMap::from([("a", value)])).unwrap_err();
            assert_eq!(error.path(), Some(format!("a[{index}]")), "{text}");
        }
    }
}

#[test]
fn datetimes_without_text_are_refused() {
    let message = "a date-time has no text at a";
    assert_refuses(&BTreeMap::from([("a", Reserved(&[], ""))]), message);
    let number = Reserved(&[FIELD], 1);
    let wrong = "there is no date-time `1` at a";
    assert_refuses(&BTreeMap::from([("a", number)]), wrong);
    let other = Reserved(&["other"], "07:32:00");
    assert_refuses(&BTreeMap::from([("a", other)]), message);
    let nested = BTreeMap::from([("a", [[Reserved(&[], "")]])]);
    assert_refuses(&nested, &format!("{message}[0][0]"));
    let first = BTreeMap::from([("a", [Reserved(&[], "")])]);
    assert_refuses(&first, &format!("{message}[0]"));
}

#[cfg(feature = "chrono")]
mod chrono_types {
    use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

    #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq)]
    struct Times {
        #[serde(with = "toml_serde::datetime")]
        date: NaiveDate,
        #[serde(with = "toml_serde::datetime")]
        time: NaiveTime,
        #[serde(with = "toml_serde::datetime")]
        local: NaiveDateTime,
        #[serde(with = "toml_serde::datetime")]
        fixed: DateTime<FixedOffset>,
        #[serde(with = "toml_serde::datetime")]
        utc: DateTime<Utc>,
        #[serde(default, with = "toml_serde::datetime::option")]
        some: Option<NaiveDate>,
        #[serde(default, with = "toml_serde::datetime::option")]
        none: Option<NaiveDate>,
    }

    const SOURCE: &str = "\
date = 1979-05-27
time = 07:32:00.5
local = 1979-05-27T07:32:00
fixed = 1979-05-27T07:32:00-07:00
utc = 1979-05-27T07:32:00Z
some = 1979-05-27
";

    #[test]
    fn chrono_types_there_and_back() {
        let times: Times = toml_serde::from_str(SOURCE).unwrap();
        assert_eq!(times.date, NaiveDate::from_ymd_opt(1979, 5, 27).unwrap());
        assert_eq!(times.none, None);
        assert_eq!(toml_serde::to_string(&times).unwrap(), SOURCE);
    }

    #[test]
    fn chrono_types_from_strings() {
        let quoted = SOURCE.replace("= ", "= '").replace('\n', "'\n");
        let times: Times = toml_serde::from_str(&quoted).unwrap();
        assert_eq!(toml_serde::to_string(&times).unwrap(), SOURCE);
    }

    #[test]
    fn chrono_types_of_no_counterpart() {
        let mut times: Times = toml_serde::from_str(SOURCE).unwrap();
        times.some = NaiveDate::from_ymd_opt(12_345, 1, 1);
        let error = toml_serde::to_string(&times).unwrap_err();
        assert_eq!(error.to_string(), "year is out of range 0000-9999 at some");
        let source = SOURCE.replace("date = 1979-05-27\n", "date = 07:32:00\n");
        let error = toml_serde::from_str::<Times>(&source).unwrap_err();
        assert_eq!(error.message(), "date-time is of another form");
    }
}
