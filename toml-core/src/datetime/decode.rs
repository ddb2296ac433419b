//! Text to date-time. Every field stands at a fixed place, so the shape is read first and the
//! ranges are checked after; only a failed check looks for the field to blame.

use core::str::FromStr;

use super::{Date, Datetime, Offset, Time};
use crate::error::Fault;
use crate::{Error, ErrorKind, Span, Version};

/// Where the time starts behind a date and its delimiter, in bytes.
const TIME_AFTER_DATE: usize = "1979-05-27T".len();

/// What an offset outside its range is read as, to be rejected with the other ranges.
const OFFSET_OUT_OF_RANGE: Offset = Offset::Custom { minutes: i16::MAX };

/// Decodes the text of a date-time.
///
/// `date-time = offset-date-time / local-date-time / local-date / local-time`
///
/// Spans in the fault count from the start of `raw`.
#[inline]
pub(crate) fn decode(raw: &[u8], version: Version) -> Result<Datetime, Fault> {
    let Some(datetime) = scan(raw) else {
        return Err(invalid(raw));
    };
    let wants_seconds = version < Version::V1_1 && datetime.time.is_some();
    if datetime.has_valid_parts() && !(wants_seconds && lacks_seconds(raw, &datetime)) {
        return Ok(datetime);
    }
    Err(diagnose(raw, datetime))
}

/// Decodes text that is known to be a date-time of any version. Other text reads as 1970-01-01.
pub(crate) fn decode_valid(raw: &[u8]) -> Datetime {
    let epoch = Date {
        year: 1970,
        month: 1,
        day: 1,
    };
    decode(raw, Version::V1_1).unwrap_or(epoch.into())
}

/// Reads the shape of a date-time, its numbers being as large as their digits allow.
#[inline]
fn scan(raw: &[u8]) -> Option<Datetime> {
    if let [_, _, b':', ..] = raw {
        let (time, rest) = scan_time(raw)?;
        return rest.is_empty().then(|| time.into());
    }
    let (date, rest) = scan_date(raw)?;
    let [delimiter, rest @ ..] = rest else {
        return Some(date.into());
    };
    if !matches!(delimiter, b'T' | b't' | b' ') {
        return None;
    }
    let (time, rest) = scan_time(rest)?;
    if rest.is_empty() {
        return Some((date, time).into());
    }
    Some((date, time, scan_offset(rest)?).into())
}

/// `full-date = date-fullyear "-" date-month "-" date-mday`
#[inline]
fn scan_date(raw: &[u8]) -> Option<(Date, &[u8])> {
    let (head, rest) = raw.split_first_chunk()?;
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = head else {
        return None;
    };
    let date = Date {
        year: u16::from(two_digits(y0, y1)?) * 100 + u16::from(two_digits(y2, y3)?),
        month: two_digits(m0, m1)?,
        day: two_digits(d0, d1)?,
    };
    Some((date, rest))
}

/// `partial-time = time-hour ":" time-minute [ ":" time-second [ time-secfrac ] ]`
#[inline]
fn scan_time(raw: &[u8]) -> Option<(Time, &[u8])> {
    let (&[h0, h1, b':', m0, m1], rest) = raw.split_first_chunk()? else {
        return None;
    };
    let mut time = Time {
        hour: two_digits(h0, h1)?,
        minute: two_digits(m0, m1)?,
        second: 0,
        nanosecond: 0,
    };
    let [b':', rest @ ..] = rest else {
        return Some((time, rest));
    };
    let [s0, s1, rest @ ..] = rest else {
        return None;
    };
    time.second = two_digits(*s0, *s1)?;
    let [b'.', rest @ ..] = rest else {
        return Some((time, rest));
    };
    let (nanosecond, rest) = scan_fraction(rest)?;
    time.nanosecond = nanosecond;
    Some((time, rest))
}

/// `time-secfrac = "." 1*DIGIT`, here behind the point; digits past the ninth are dropped.
#[inline]
fn scan_fraction(raw: &[u8]) -> Option<(u32, &[u8])> {
    let is_other = |byte: &u8| !byte.is_ascii_digit();
    let length = raw.iter().position(is_other).unwrap_or(raw.len());
    let (digits, rest) = raw.split_at(length);
    let kept = digits.get(..9).unwrap_or(digits);
    let append = |sum: u32, digit: &u8| sum * 10 + u32::from(digit - b'0');
    let missing = 9 - kept.len() as u32;
    let nanosecond = kept.iter().fold(0, append) * 10_u32.pow(missing);
    (length > 0).then_some((nanosecond, rest))
}

/// `time-offset = "Z" / ( "+" / "-" ) time-hour ":" time-minute`
#[inline]
fn scan_offset(raw: &[u8]) -> Option<Offset> {
    let (sign, [h0, h1, b':', m0, m1]) = (match raw {
        b"Z" | b"z" => return Some(Offset::Z),
        [b'+', offset @ ..] => (1, offset),
        [b'-', offset @ ..] => (-1, offset),
        _ => return None,
    }) else {
        return None;
    };
    let (hours, minutes) = (two_digits(*h0, *h1)?, two_digits(*m0, *m1)?);
    if hours > 23 || minutes > 59 {
        return Some(OFFSET_OUT_OF_RANGE);
    }
    let minutes = sign * (i16::from(hours) * 60 + i16::from(minutes));
    Some(Offset::Custom { minutes })
}

#[inline]
fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then(|| tens * 10 + ones)
}

/// Where the time starts in the text of a date-time that has one.
#[inline]
fn time_start(datetime: &Datetime) -> usize {
    datetime.date.map_or(0, |_| TIME_AFTER_DATE)
}

/// Whether the time, which there must be, is written without seconds.
#[inline]
fn lacks_seconds(raw: &[u8], datetime: &Datetime) -> bool {
    raw.get(time_start(datetime) + "07:32".len()) != Some(&b':')
}

/// Finds the field to blame, from left to right, in text of the right shape.
///
/// A missing second comes last: the advice to use TOML 1.1 must not lead to another error.
#[cold]
fn diagnose(raw: &[u8], datetime: Datetime) -> Fault {
    use ErrorKind as K;
    let two_from = |start: usize| Span::of(start, start + 2);
    if let Some(date) = datetime.date.filter(|date| !date.is_valid()) {
        return match date.month {
            1..=12 => Fault::new(
                K::DayOutOfRange {
                    max: date.last_day_of_month(),
                },
                two_from(8),
            ),
            _ => Fault::new(K::MonthOutOfRange, two_from(5)),
        };
    }
    let start = time_start(&datetime);
    if let Some(time) = datetime.time.filter(|time| !time.is_valid()) {
        return match time {
            Time { hour: 24.., .. } => Fault::new(K::HourOutOfRange, two_from(start)),
            Time { minute: 60.., .. } => Fault::new(K::MinuteOutOfRange, two_from(start + 3)),
            _ => Fault::new(K::SecondOutOfRange, two_from(start + 6)),
        };
    }
    if datetime.offset.is_some_and(|offset| !offset.is_valid()) {
        let span = Span::of(raw.len() - "+00:00".len(), raw.len());
        return Fault::new(K::OffsetOutOfRange, span);
    }
    let time_span = Span::of(start, start + "07:32".len());
    Fault::new(K::SecondsOptionalSince1_1, time_span)
}

#[cold]
fn invalid(raw: &[u8]) -> Fault {
    Fault::new(ErrorKind::InvalidDatetime, Span::of(0, raw.len()))
}

/// Reads any of the four forms, with `T`, `t` or a space between date and time, and with or
/// without seconds.
///
/// # Errors
/// With the span of the field that is out of range, or of everything that is no date-time.
impl FromStr for Datetime {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self, Error> {
        decode(source.as_bytes(), Version::V1_1)
            .map_err(|fault| Error::new(fault, None, source.as_bytes()))
    }
}

/// Reads `1979-05-27`.
///
/// # Errors
/// As for [`Datetime`]; also where there is more than a date.
impl FromStr for Date {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self, Error> {
        match source.parse()? {
            Datetime {
                date: Some(date),
                time: None,
                ..
            } => Ok(date),
            _ => Err(other_form(source)),
        }
    }
}

/// Reads `07:32:00`, with or without seconds and a fraction.
///
/// # Errors
/// As for [`Datetime`]; also where there is more than a time.
impl FromStr for Time {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self, Error> {
        match source.parse()? {
            Datetime {
                date: None,
                time: Some(time),
                ..
            } => Ok(time),
            _ => Err(other_form(source)),
        }
    }
}

#[cold]
fn other_form(source: &str) -> Error {
    Error::new(invalid(source.as_bytes()), None, source.as_bytes())
}
