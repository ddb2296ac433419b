//! Conversions between the date-time types and those of `chrono`.
//!
//! Neither side contains the other: chrono has years beyond 0000 to 9999, leap seconds and offsets
//! of seconds; ours have public fields. So every conversion is a `TryFrom`.

use core::fmt;

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeZone,
    Timelike, Utc,
};

use super::{Date, Datetime, Offset, Time};

/// Why a date or time has no counterpart on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversionError {
    /// The year is outside 0 to 9999, the years that RFC 3339 can write.
    YearOutOfRange,
    /// The time is within a leap second, 23:59:60.
    LeapSecond,
    /// The offset is not a whole number of minutes.
    SubMinuteOffset,
    /// The date-time is of another form, such as a local time where a date is wanted.
    OtherForm,
    /// A field that was set by hand is outside its range.
    InvalidField,
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::YearOutOfRange => "year is out of range 0000-9999",
            Self::LeapSecond => "leap seconds cannot be written in TOML",
            Self::SubMinuteOffset => "offset is not a whole number of minutes",
            Self::OtherForm => "date-time is of another form",
            Self::InvalidField => "date-time has a field that is out of range",
        })
    }
}

impl core::error::Error for ConversionError {}

impl TryFrom<NaiveDate> for Date {
    type Error = ConversionError;

    fn try_from(date: NaiveDate) -> Result<Self, ConversionError> {
        let year = u16::try_from(date.year()).ok().filter(|year| *year <= 9999);
        Ok(Self {
            year: year.ok_or(ConversionError::YearOutOfRange)?,
            month: date.month() as u8,
            day: date.day() as u8,
        })
    }
}

impl TryFrom<Date> for NaiveDate {
    type Error = ConversionError;

    fn try_from(date: Date) -> Result<Self, ConversionError> {
        let Date { year, month, day } = date;
        Self::from_ymd_opt(year.into(), month.into(), day.into())
            .ok_or(ConversionError::InvalidField)
    }
}

impl TryFrom<NaiveTime> for Time {
    type Error = ConversionError;

    fn try_from(time: NaiveTime) -> Result<Self, ConversionError> {
        // chrono counts on past the second: a billion nanoseconds and more are a leap second.
        if time.nanosecond() > 999_999_999 {
            return Err(ConversionError::LeapSecond);
        }
        Ok(Self {
            hour: time.hour() as u8,
            minute: time.minute() as u8,
            second: time.second() as u8,
            nanosecond: time.nanosecond(),
        })
    }
}

impl TryFrom<Time> for NaiveTime {
    type Error = ConversionError;

    fn try_from(time: Time) -> Result<Self, ConversionError> {
        let valid = time.is_valid().then_some(time);
        let convert = |time: Time| {
            let (hour, minute, second) = (time.hour.into(), time.minute.into(), time.second.into());
            Self::from_hms_nano_opt(hour, minute, second, time.nanosecond)
        };
        valid.and_then(convert).ok_or(ConversionError::InvalidField)
    }
}

/// Always `Custom`; only [`Utc`] is `Z`.
impl TryFrom<FixedOffset> for Offset {
    type Error = ConversionError;

    fn try_from(offset: FixedOffset) -> Result<Self, ConversionError> {
        let seconds = offset.local_minus_utc();
        if seconds % 60 != 0 {
            return Err(ConversionError::SubMinuteOffset);
        }
        // chrono's offsets are less than a day, 1440 minutes.
        Ok(Self::Custom {
            minutes: (seconds / 60) as i16,
        })
    }
}

impl TryFrom<Offset> for FixedOffset {
    type Error = ConversionError;

    fn try_from(offset: Offset) -> Result<Self, ConversionError> {
        Self::east_opt(i32::from(offset.minutes()) * 60).ok_or(ConversionError::InvalidField)
    }
}

impl TryFrom<NaiveDate> for Datetime {
    type Error = ConversionError;

    fn try_from(date: NaiveDate) -> Result<Self, ConversionError> {
        Date::try_from(date).map(Self::from)
    }
}

impl TryFrom<Datetime> for NaiveDate {
    type Error = ConversionError;

    fn try_from(datetime: Datetime) -> Result<Self, ConversionError> {
        match datetime {
            Datetime {
                date: Some(date),
                time: None,
                offset: None,
            } => date.try_into(),
            _ => Err(ConversionError::OtherForm),
        }
    }
}

impl TryFrom<NaiveTime> for Datetime {
    type Error = ConversionError;

    fn try_from(time: NaiveTime) -> Result<Self, ConversionError> {
        Time::try_from(time).map(Self::from)
    }
}

impl TryFrom<Datetime> for NaiveTime {
    type Error = ConversionError;

    fn try_from(datetime: Datetime) -> Result<Self, ConversionError> {
        match datetime {
            Datetime {
                date: None,
                time: Some(time),
                offset: None,
            } => time.try_into(),
            _ => Err(ConversionError::OtherForm),
        }
    }
}

/// A local date-time.
impl TryFrom<NaiveDateTime> for Datetime {
    type Error = ConversionError;

    fn try_from(datetime: NaiveDateTime) -> Result<Self, ConversionError> {
        let (date, time) = (
            Date::try_from(datetime.date())?,
            Time::try_from(datetime.time())?,
        );
        Ok((date, time).into())
    }
}

impl TryFrom<Datetime> for NaiveDateTime {
    type Error = ConversionError;

    fn try_from(datetime: Datetime) -> Result<Self, ConversionError> {
        match datetime {
            Datetime {
                date: Some(date),
                time: Some(time),
                offset: None,
            } => Ok(Self::new(date.try_into()?, time.try_into()?)),
            _ => Err(ConversionError::OtherForm),
        }
    }
}

/// An offset date-time with a `+hh:mm` offset.
impl TryFrom<DateTime<FixedOffset>> for Datetime {
    type Error = ConversionError;

    fn try_from(datetime: DateTime<FixedOffset>) -> Result<Self, ConversionError> {
        let offset = datetime.offset().fix();
        let local = datetime.naive_utc().checked_add_offset(offset);
        let local = local.ok_or(ConversionError::YearOutOfRange)?;
        Ok(Self {
            offset: Some(offset.try_into()?),
            ..local.try_into()?
        })
    }
}

impl TryFrom<Datetime> for DateTime<FixedOffset> {
    type Error = ConversionError;

    fn try_from(datetime: Datetime) -> Result<Self, ConversionError> {
        let offset = datetime.offset.ok_or(ConversionError::OtherForm)?;
        let local = NaiveDateTime::try_from(Datetime {
            offset: None,
            ..datetime
        })?;
        let zoned = FixedOffset::try_from(offset)?.from_local_datetime(&local);
        zoned.single().ok_or(ConversionError::InvalidField)
    }
}

/// An offset date-time with offset `Z`.
impl TryFrom<DateTime<Utc>> for Datetime {
    type Error = ConversionError;

    fn try_from(datetime: DateTime<Utc>) -> Result<Self, ConversionError> {
        Ok(Self {
            offset: Some(Offset::Z),
            ..datetime.naive_utc().try_into()?
        })
    }
}

/// The same instant; an offset is taken into account.
impl TryFrom<Datetime> for DateTime<Utc> {
    type Error = ConversionError;

    fn try_from(datetime: Datetime) -> Result<Self, ConversionError> {
        DateTime::<FixedOffset>::try_from(datetime).map(|zoned| zoned.to_utc())
    }
}
