use alloc::string::{String, ToString};
use core::cmp::Ordering;

use super::order::days_since_year_0;
use super::{Date, Datetime, DatetimeForm, Offset, Time, decode, decode_valid};
use crate::error::Fault;
use crate::{ErrorKind, Span, Version};

fn date(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

fn time(hour: u8, minute: u8, second: u8, nanosecond: u32) -> Time {
    Time {
        hour,
        minute,
        second,
        nanosecond,
    }
}

fn minutes(minutes: i16) -> Offset {
    Offset::Custom { minutes }
}

fn ok(text: &str) -> Datetime {
    decode(text.as_bytes(), Version::V1_0).unwrap()
}

#[test]
fn decode_reads_the_examples_of_the_specification() {
    let day = date(1979, 5, 27);
    let cases: [(&str, Datetime); 9] = [
        (
            "1979-05-27T07:32:00Z",
            (day, time(7, 32, 0, 0), Offset::Z).into(),
        ),
        (
            "1979-05-27T00:32:00-07:00",
            (day, time(0, 32, 0, 0), minutes(-420)).into(),
        ),
        (
            "1979-05-27T00:32:00.999999-07:00",
            (day, time(0, 32, 0, 999_999_000), minutes(-420)).into(),
        ),
        (
            "1979-05-27 07:32:00Z",
            (day, time(7, 32, 0, 0), Offset::Z).into(),
        ),
        ("1979-05-27T07:32:00", (day, time(7, 32, 0, 0)).into()),
        (
            "1979-05-27T00:32:00.999999",
            (day, time(0, 32, 0, 999_999_000)).into(),
        ),
        ("1979-05-27", day.into()),
        ("07:32:00", time(7, 32, 0, 0).into()),
        ("00:32:00.999999", time(0, 32, 0, 999_999_000).into()),
    ];
    for (text, expected) in cases {
        assert_eq!(
            decode(text.as_bytes(), Version::V1_0),
            Ok(expected),
            "{text}"
        );
        assert_eq!(decode_valid(text.as_bytes()), expected, "{text}");
        assert!(expected.is_valid(), "{text}");
    }
}

#[test]
fn decode_takes_lower_case_and_the_limits() {
    let cases: [(&str, Datetime); 9] = [
        (
            "1987-07-05t17:45:00z",
            (date(1987, 7, 5), time(17, 45, 0, 0), Offset::Z).into(),
        ),
        ("0000-01-01", date(0, 1, 1).into()),
        ("0000-02-29", date(0, 2, 29).into()),
        ("9999-12-31", date(9999, 12, 31).into()),
        ("2000-02-29", date(2000, 2, 29).into()),
        ("23:59:59.999999999", time(23, 59, 59, 999_999_999).into()),
        ("00:00:00.0", time(0, 0, 0, 0).into()),
        (
            "2000-01-01T00:00:00+23:59",
            (date(2000, 1, 1), time(0, 0, 0, 0), minutes(1439)).into(),
        ),
        (
            "2000-01-01T00:00:00-00:00",
            (date(2000, 1, 1), time(0, 0, 0, 0), minutes(0)).into(),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(ok(text), expected, "{text}");
    }
}

#[test]
fn decode_fraction_truncates_past_nanoseconds() {
    for (text, nanosecond) in [
        ("12:00:00.1", 100_000_000),
        ("12:00:00.000000001", 1),
        ("12:00:00.0000000019", 1),
        ("12:00:00.99999999999999999999", 999_999_999),
    ] {
        assert_eq!(ok(text), time(12, 0, 0, nanosecond).into(), "{text}");
    }
}

#[test]
fn decode_names_the_field_out_of_range() {
    use ErrorKind as K;
    let feb = K::DayOutOfRange { max: 28 };
    for (text, kind, start, end) in [
        ("2021-00-01", K::MonthOutOfRange, 5, 7),
        ("2021-13-01", K::MonthOutOfRange, 5, 7),
        ("2021-13-99T99:99:99", K::MonthOutOfRange, 5, 7),
        ("2021-01-00", K::DayOutOfRange { max: 31 }, 8, 10),
        ("2021-04-31", K::DayOutOfRange { max: 30 }, 8, 10),
        ("2021-02-29T00:00:00Z", feb, 8, 10),
        ("1900-02-29", feb, 8, 10),
        ("2024-02-30", K::DayOutOfRange { max: 29 }, 8, 10),
        ("24:00:00", K::HourOutOfRange, 0, 2),
        ("12:60:00", K::MinuteOutOfRange, 3, 5),
        ("23:59:60", K::SecondOutOfRange, 6, 8),
        ("2021-01-01T24:00:00", K::HourOutOfRange, 11, 13),
        ("2021-01-01 12:60:00Z", K::MinuteOutOfRange, 14, 16),
        ("1990-12-31T23:59:60Z", K::SecondOutOfRange, 17, 19),
        ("2021-01-01T00:00:00.5+24:00", K::OffsetOutOfRange, 21, 27),
        ("2021-01-01T00:00:00-01:60", K::OffsetOutOfRange, 19, 25),
        // 99 hours and 99 minutes still fit in the field's type.
        ("2021-01-01T00:00:00-99:99", K::OffsetOutOfRange, 19, 25),
    ] {
        let expected = Fault::new(kind, Span::new(start, end));
        assert_eq!(
            decode(text.as_bytes(), Version::V1_0),
            Err(expected),
            "{text}"
        );
        assert_eq!(
            decode(text.as_bytes(), Version::V1_1),
            Err(expected),
            "{text}"
        );
    }
}

#[test]
fn decode_other_shapes_blames_the_whole_text() {
    for text in [
        "",
        "1",
        "::",
        "--:",
        "1979",
        "1979-05",
        "1979-5-27",
        "1979-05-2",
        "1979-05-27T",
        "1979-05-27 ",
        "1979-05-27x07:32:00",
        "1979-05-27T7:32:00",
        "1979-05-27T07",
        "1979-05-27T07:3",
        "1979-05-27T07:32:",
        "1979-05-27T07:32:0",
        "1979-05-27T07:32:00.",
        "1979-05-27T07:32:00.Z",
        "1979-05-27T07:32:00+",
        "1979-05-27T07:32:00+7:00",
        "1979-05-27T07:32:00+07",
        "1979-05-27T07:32:00+0700",
        "1979-05-27T07:32:00+07:00:00",
        "1979-05-27T07:32:00ZZ",
        "1979-05-27T07:32:00 Z",
        "07:32:00Z",
        "07:32:00+01:00",
        "07:32:00 ",
        "07:32.5",
        "7:32:00",
        "19790-05-27",
        "-979-05-27",
        "1979/05/27",
        "197\u{e9}-05-27",
        "1979-05-27T07:32:00.\u{661}",
        "/1:00:00",
        ":1:00:00",
    ] {
        let expected = Fault::new(ErrorKind::InvalidDatetime, Span::of(0, text.len()));
        assert_eq!(
            decode(text.as_bytes(), Version::V1_1),
            Err(expected),
            "{text}"
        );
    }
}

#[test]
fn decode_seconds_are_optional_since_1_1() {
    let fault = |start| {
        Fault::new(
            ErrorKind::SecondsOptionalSince1_1,
            Span::new(start, start + 5),
        )
    };
    let day = date(1979, 5, 27);
    let cases: [(&str, Datetime, u32); 4] = [
        ("07:32", time(7, 32, 0, 0).into(), 0),
        ("1979-05-27T07:32", (day, time(7, 32, 0, 0)).into(), 11),
        (
            "1979-05-27 07:32Z",
            (day, time(7, 32, 0, 0), Offset::Z).into(),
            11,
        ),
        (
            "1979-05-27T07:32-07:00",
            (day, time(7, 32, 0, 0), minutes(-420)).into(),
            11,
        ),
    ];
    for (text, expected, start) in cases {
        assert_eq!(
            decode(text.as_bytes(), Version::V1_1),
            Ok(expected),
            "{text}"
        );
        assert_eq!(
            decode(text.as_bytes(), Version::V1_0),
            Err(fault(start)),
            "{text}"
        );
        assert_eq!(decode_valid(text.as_bytes()), expected, "{text}");
    }
}

#[test]
fn decode_missing_seconds_come_after_ranges() {
    let expected = Fault::new(ErrorKind::HourOutOfRange, Span::new(0, 2));
    assert_eq!(decode(b"25:00", Version::V1_0), Err(expected));
}

#[test]
fn decode_never_panics() {
    let seeds = ["1979-05-27T07:32:00.123-07:00", "07:32:00.5", "1979-05-27"];
    for seed in seeds {
        for at in 0..seed.len() {
            for byte in [b'0', b'9', b':', b'-', b'.', b'Z', b' ', b'/', 0, 0xff] {
                let mut text = seed.as_bytes().to_vec();
                text[at] = byte;
                for end in 0..=text.len() {
                    let decoded = decode(&text[..end], Version::V1_1);
                    assert!(decoded.is_err() || decoded.unwrap().is_valid());
                }
            }
        }
    }
}

#[test]
fn decode_valid_of_anything_else_is_the_epoch() {
    assert_eq!(decode_valid(b"soon"), date(1970, 1, 1).into());
}

#[test]
fn from_str_reports_the_place() {
    let error = "2021-02-30".parse::<Datetime>().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DayOutOfRange { max: 28 });
    assert_eq!(error.span(), Span::new(8, 10));
    assert_eq!(
        "07:32".parse::<Datetime>().unwrap(),
        time(7, 32, 0, 0).into()
    );
}

#[test]
fn from_str_of_parts_takes_that_form_only() {
    assert_eq!("1979-05-27".parse::<Date>().unwrap(), date(1979, 5, 27));
    assert_eq!("07:32".parse::<Time>().unwrap(), time(7, 32, 0, 0));
    for text in ["07:32:00", "1979-05-27T07:32:00"] {
        let error = text.parse::<Date>().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidDatetime);
    }
    for text in ["1979-05-27", "1979-05-27T07:32:00"] {
        let error = text.parse::<Time>().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidDatetime);
    }
}

#[test]
fn display_is_rfc_3339() {
    for (text, expected) in [
        ("1979-05-27 07:32:00z", "1979-05-27T07:32:00Z"),
        (
            "1979-05-27t00:32:00.999999-07:00",
            "1979-05-27T00:32:00.999999-07:00",
        ),
        ("0001-02-03T04:05:06.070", "0001-02-03T04:05:06.07"),
        ("0000-01-01T00:00:00-00:30", "0000-01-01T00:00:00-00:30"),
        ("1979-05-27T00:00:00+00:00", "1979-05-27T00:00:00+00:00"),
        ("9999-12-31", "9999-12-31"),
        ("23:59:59.999999999", "23:59:59.999999999"),
        ("00:00:00.000000001", "00:00:00.000000001"),
        ("00:00:00.000", "00:00:00"),
    ] {
        assert_eq!(ok(text).to_string(), expected);
    }
    assert_eq!(
        alloc::format!("[{:>12}]", date(1979, 5, 27)),
        "[  1979-05-27]"
    );
}

#[test]
fn display_of_fields_set_by_hand_shows_them() {
    let datetime = Datetime {
        date: Some(date(u16::MAX, u8::MAX, u8::MAX)),
        time: Some(time(u8::MAX, u8::MAX, u8::MAX, u32::MAX)),
        offset: Some(minutes(i16::MIN)),
    };
    assert!(!datetime.is_valid());
    assert_eq!(
        datetime.to_string(),
        "65535-255-255T255:255:255.4294967295-546:08"
    );
    let nothing = Datetime {
        date: None,
        time: None,
        offset: None,
    };
    assert_eq!((nothing.to_string(), nothing.form()), (String::new(), None));
}

#[test]
fn constructors_check_ranges() {
    assert_eq!(Date::new(2024, 2, 29), Some(date(2024, 2, 29)));
    assert_eq!(Date::new(2100, 2, 29), None);
    assert_eq!(Date::new(10_000, 1, 1), None);
    assert_eq!(Date::new(2024, 0, 1), None);
    assert_eq!(Date::new(2024, 11, 31), None);
    assert_eq!(
        Time::new(23, 59, 59, 999_999_999),
        Some(time(23, 59, 59, 999_999_999))
    );
    assert_eq!(Time::new(24, 0, 0, 0), None);
    assert_eq!(Time::new(0, 60, 0, 0), None);
    assert_eq!(Time::new(0, 0, 60, 0), None);
    assert_eq!(Time::new(0, 0, 0, 1_000_000_000), None);
    assert_eq!(Offset::from_minutes(-1439), Some(minutes(-1439)));
    assert_eq!(Offset::from_minutes(1440), None);
    assert_eq!(Offset::from_minutes(i16::MIN), None);
}

#[test]
fn form_follows_from_the_fields() {
    for (text, form) in [
        ("1979-05-27T07:32:00Z", DatetimeForm::OffsetDatetime),
        ("1979-05-27T07:32:00", DatetimeForm::LocalDatetime),
        ("1979-05-27", DatetimeForm::LocalDate),
        ("07:32:00", DatetimeForm::LocalTime),
    ] {
        let datetime = ok(text);
        assert_eq!(datetime.form(), Some(form));
        let flags = (
            datetime.is_offset_datetime(),
            datetime.is_local_datetime(),
            datetime.is_local_date(),
            datetime.is_local_time(),
        );
        let is = |other| form == other;
        let expected = (
            is(DatetimeForm::OffsetDatetime),
            is(DatetimeForm::LocalDatetime),
            is(DatetimeForm::LocalDate),
            is(DatetimeForm::LocalTime),
        );
        assert_eq!(flags, expected);
    }
}

#[test]
fn order_is_by_instant_within_a_form() {
    let rising = [
        "0000-01-01T00:00:00+23:59",
        "1979-05-27T08:00:00+02:00",
        "1979-05-27T06:30:00Z",
        "1979-05-27T00:00:00-07:00",
        "1979-05-27T00:00:00.5-07:00",
        "1980-01-01T00:00:00+01:00",
        "1979-12-31T23:30:00Z",
        "9999-12-31T23:59:59-23:59",
    ];
    for pair in rising.windows(2) {
        assert_eq!(
            ok(pair[0]).partial_cmp(&ok(pair[1])),
            Some(Ordering::Less),
            "{pair:?}"
        );
        assert_eq!(
            ok(pair[1]).partial_cmp(&ok(pair[0])),
            Some(Ordering::Greater),
            "{pair:?}"
        );
    }
    assert!(ok("1979-05-27") < ok("1979-06-01"));
    assert!(ok("07:32:00") < ok("07:32:00.1"));
    assert!(ok("1979-05-27T23:00:00") < ok("1979-05-28T01:00:00"));
}

#[test]
fn order_agrees_with_equality() {
    let texts = [
        "1979-05-27T07:00:00Z",
        "1979-05-27T07:00:00+00:00",
        "1979-05-27T09:00:00+02:00",
        "1979-05-27T07:00:00",
        "1979-05-27",
        "07:00:00",
    ];
    for (at, left) in texts.iter().enumerate() {
        for (other, right) in texts.iter().enumerate() {
            let (left, right) = (ok(left), ok(right));
            let order = left.partial_cmp(&right);
            assert_eq!(order == Some(Ordering::Equal), at == other);
            assert_eq!(left == right, at == other);
            assert_eq!(order, right.partial_cmp(&left).map(Ordering::reverse));
            assert_eq!(order.is_some(), left.form() == right.form());
        }
    }
}

#[test]
fn days_count_leap_years() {
    // 400 Gregorian years are 146,097 days; 1970-01-01 is day 719,528 from 0000-01-01.
    for (date, days) in [
        (date(0, 1, 1), 0),
        (date(0, 12, 31), 365),
        (date(1, 1, 1), 366),
        (date(400, 1, 1), 146_097),
        (date(1970, 1, 1), 719_528),
        (date(2000, 2, 29), 719_528 + 11_016),
        (date(2000, 3, 1), 719_528 + 11_017),
    ] {
        assert_eq!(days_since_year_0(date), days, "{date}");
    }
}

#[cfg(feature = "chrono")]
mod chrono {
    use ::chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

    use super::super::ConversionError;
    use super::*;

    fn naive() -> NaiveDateTime {
        let date = NaiveDate::from_ymd_opt(1979, 5, 27).unwrap();
        date.and_hms_nano_opt(7, 32, 0, 500).unwrap()
    }

    #[test]
    fn local_forms_convert_both_ways() {
        let datetime = ok("1979-05-27T07:32:00.0000005");
        assert_eq!(Datetime::try_from(naive()), Ok(datetime));
        assert_eq!(NaiveDateTime::try_from(datetime), Ok(naive()));
        let date = ok("1979-05-27");
        assert_eq!(Datetime::try_from(naive().date()), Ok(date));
        assert_eq!(NaiveDate::try_from(date), Ok(naive().date()));
        let time = ok("07:32:00.0000005");
        assert_eq!(Datetime::try_from(naive().time()), Ok(time));
        assert_eq!(NaiveTime::try_from(time), Ok(naive().time()));
    }

    #[test]
    fn offset_datetimes_convert_both_ways() {
        let west = FixedOffset::west_opt(7 * 3600).unwrap();
        let zoned = west.from_local_datetime(&naive()).unwrap();
        let datetime = ok("1979-05-27T07:32:00.0000005-07:00");
        assert_eq!(Datetime::try_from(zoned), Ok(datetime));
        assert_eq!(DateTime::<FixedOffset>::try_from(datetime), Ok(zoned));
        let utc = DateTime::<Utc>::try_from(datetime).unwrap();
        assert_eq!(utc, zoned);
        assert_eq!(
            Datetime::try_from(utc),
            Ok(ok("1979-05-27T14:32:00.0000005Z"))
        );
        assert_eq!(
            DateTime::<FixedOffset>::try_from(ok("1979-05-27T14:32:00.0000005Z")),
            Ok(zoned)
        );
    }

    #[test]
    fn what_toml_cannot_write_is_an_error() {
        let date = |year| Date::try_from(NaiveDate::from_ymd_opt(year, 1, 1).unwrap());
        assert_eq!(date(-1), Err(ConversionError::YearOutOfRange));
        assert_eq!(date(10_000), Err(ConversionError::YearOutOfRange));
        let leap = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_000_000_000).unwrap();
        assert_eq!(Time::try_from(leap), Err(ConversionError::LeapSecond));
        let odd = FixedOffset::east_opt(61).unwrap();
        assert_eq!(Offset::try_from(odd), Err(ConversionError::SubMinuteOffset));
        // The local year of the last instant that chrono has does not even fit in chrono.
        let east = FixedOffset::east_opt(3600).unwrap();
        let last = DateTime::<Utc>::MAX_UTC.with_timezone(&east);
        assert_eq!(
            Datetime::try_from(last),
            Err(ConversionError::YearOutOfRange)
        );
    }

    #[test]
    fn other_forms_and_invalid_fields_are_errors() {
        let local = ok("1979-05-27T07:32:00");
        assert_eq!(NaiveDate::try_from(local), Err(ConversionError::OtherForm));
        assert_eq!(NaiveTime::try_from(local), Err(ConversionError::OtherForm));
        assert_eq!(
            DateTime::<Utc>::try_from(local),
            Err(ConversionError::OtherForm)
        );
        let offset = ok("1979-05-27T07:32:00Z");
        assert_eq!(
            NaiveDateTime::try_from(offset),
            Err(ConversionError::OtherForm)
        );
        assert_eq!(
            NaiveDate::try_from(date(2023, 2, 29)),
            Err(ConversionError::InvalidField)
        );
        assert_eq!(
            NaiveTime::try_from(time(0, 0, 59, 1_500_000_000)),
            Err(ConversionError::InvalidField)
        );
        assert_eq!(
            FixedOffset::try_from(minutes(1440)),
            Err(ConversionError::InvalidField)
        );
    }
}
