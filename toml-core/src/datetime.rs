//! Dates and times as TOML has them: plain fields, validated by the constructors and the decoder.
//!
//! Years are 0000 to 9999, fractions of a second are nanoseconds, leap seconds do not exist, and
//! offsets are whole minutes. Knows the text of a date-time; knows nothing of documents.

#[cfg(feature = "chrono")]
mod chrono;
mod decode;
mod order;

#[cfg(test)]
mod tests;

use core::fmt;

use crate::encode::DatetimeText;

#[cfg(feature = "chrono")]
pub use self::chrono::ConversionError;
pub(crate) use decode::{decode, decode_valid};

/// A date, a time, or both with or without an offset (TOML 1.0.0, "Offset Date-Time" to "Local Time").
///
/// The [form](Self::form) follows from which fields are set. `==` and `Hash` compare the fields, so
/// `07:00:00Z` and `09:00:00+02:00` of one day differ: they are different data, though the same
/// instant. Ordering agrees with that: see the `PartialOrd` implementation.
///
/// The fields are public. Values that the constructors and the decoder yield are valid; what is
/// put together by hand can be checked with [`is_valid`](Self::is_valid).
///
/// ```
/// use toml_core::{Date, Datetime, Offset, Time};
///
/// let date = Date::new(1979, 5, 27).unwrap();
/// let time = Time::new(7, 32, 0, 0).unwrap();
/// let datetime = Datetime::from((date, time, Offset::Z));
/// assert_eq!(datetime, "1979-05-27 07:32:00Z".parse()?);
/// assert_eq!(datetime.to_string(), "1979-05-27T07:32:00Z");
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Datetime {
    /// The date; absent in a local time.
    pub date: Option<Date>,
    /// The time; absent in a local date.
    pub time: Option<Time>,
    /// The offset from UTC; only beside both date and time.
    pub offset: Option<Offset>,
}

/// A calendar date (RFC 3339 `full-date`, proleptic Gregorian calendar).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year, 0 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to the last day of the month.
    pub day: u8,
}

/// A time of day (RFC 3339 `partial-time`).
///
/// A time written without seconds, as TOML 1.1 allows, has second 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Nanosecond, 0 to 999,999,999.
    pub nanosecond: u32,
}

/// How far a local time is ahead of UTC (RFC 3339 `time-offset`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Offset {
    /// `Z`, UTC itself.
    Z,
    /// `+hh:mm` or `-hh:mm`.
    Custom {
        /// Minutes ahead of UTC, -1439 to 1439; negative is behind, to the west.
        minutes: i16,
    },
}

/// The four forms of a date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DatetimeForm {
    /// `1979-05-27T07:32:00Z` (TOML 1.0.0, "Offset Date-Time")
    OffsetDatetime,
    /// `1979-05-27T07:32:00` (TOML 1.0.0, "Local Date-Time")
    LocalDatetime,
    /// `1979-05-27` (TOML 1.0.0, "Local Date")
    LocalDate,
    /// `07:32:00` (TOML 1.0.0, "Local Time")
    LocalTime,
}

impl Datetime {
    /// Which of the four forms this is; `None` where the fields that are set make up none of them.
    #[must_use]
    pub const fn form(&self) -> Option<DatetimeForm> {
        match (&self.date, &self.time, &self.offset) {
            (Some(_), Some(_), Some(_)) => Some(DatetimeForm::OffsetDatetime),
            (Some(_), Some(_), None) => Some(DatetimeForm::LocalDatetime),
            (Some(_), None, None) => Some(DatetimeForm::LocalDate),
            (None, Some(_), None) => Some(DatetimeForm::LocalTime),
            _ => None,
        }
    }

    /// Whether there are a date, a time and an offset.
    #[must_use]
    pub const fn is_offset_datetime(&self) -> bool {
        matches!(self.form(), Some(DatetimeForm::OffsetDatetime))
    }

    /// Whether there are a date and a time, and no offset.
    #[must_use]
    pub const fn is_local_datetime(&self) -> bool {
        matches!(self.form(), Some(DatetimeForm::LocalDatetime))
    }

    /// Whether there is a date alone.
    #[must_use]
    pub const fn is_local_date(&self) -> bool {
        matches!(self.form(), Some(DatetimeForm::LocalDate))
    }

    /// Whether there is a time alone.
    #[must_use]
    pub const fn is_local_time(&self) -> bool {
        matches!(self.form(), Some(DatetimeForm::LocalTime))
    }

    /// Whether the fields make up one of the four forms and each is within its range.
    ///
    /// True of everything that was parsed; only fields set by hand can make it false.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.form().is_some() && self.has_valid_parts()
    }

    fn has_valid_parts(&self) -> bool {
        self.date.is_none_or(Date::is_valid)
            && self.time.is_none_or(Time::is_valid)
            && self.offset.is_none_or(Offset::is_valid)
    }
}

impl Date {
    /// The date of a year (0 to 9999), month (from 1) and day (from 1), if there is such a date.
    ///
    /// ```
    /// use toml_core::Date;
    ///
    /// assert!(Date::new(2024, 2, 29).is_some());
    /// assert!(Date::new(2023, 2, 29).is_none());
    /// ```
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month, day };
        date.is_valid().then_some(date)
    }

    /// Whether year, month and day are within their ranges.
    #[must_use]
    #[inline]
    pub fn is_valid(self) -> bool {
        let has_month = (1..=12).contains(&self.month);
        self.year <= 9999 && has_month && (1..=self.last_day_of_month()).contains(&self.day)
    }

    /// The number of days in the date's month.
    #[inline]
    fn last_day_of_month(self) -> u8 {
        match self.month {
            2 if self.is_in_leap_year() => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    fn is_in_leap_year(self) -> bool {
        self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400))
    }
}

impl Time {
    /// The time of an hour (0 to 23), minute and second (0 to 59), and nanosecond, if there is such a time.
    ///
    /// ```
    /// use toml_core::Time;
    ///
    /// assert_eq!(Time::new(7, 32, 0, 500_000_000).unwrap().to_string(), "07:32:00.5");
    /// assert!(Time::new(23, 59, 60, 0).is_none(), "leap seconds are not accepted");
    /// ```
    #[must_use]
    pub fn new(hour: u8, minute: u8, second: u8, nanosecond: u32) -> Option<Self> {
        let time = Self {
            hour,
            minute,
            second,
            nanosecond,
        };
        time.is_valid().then_some(time)
    }

    /// Whether all fields are within their ranges.
    #[must_use]
    #[inline]
    pub fn is_valid(self) -> bool {
        self.hour <= 23 && self.minute <= 59 && self.second <= 59 && self.nanosecond <= 999_999_999
    }
}

impl Offset {
    /// The largest offset in either direction, 23:59, in minutes.
    const MAX_MINUTES: u16 = 23 * 60 + 59;

    /// The offset of a number of minutes ahead of UTC, if it is within -23:59 to +23:59.
    ///
    /// ```
    /// use toml_core::Offset;
    ///
    /// assert_eq!(Offset::from_minutes(-7 * 60).unwrap().to_string(), "-07:00");
    /// assert!(Offset::from_minutes(24 * 60).is_none());
    /// ```
    #[must_use]
    pub fn from_minutes(minutes: i16) -> Option<Self> {
        let offset = Self::Custom { minutes };
        offset.is_valid().then_some(offset)
    }

    /// Minutes ahead of UTC; 0 for `Z`.
    #[must_use]
    pub const fn minutes(self) -> i16 {
        match self {
            Self::Z => 0,
            Self::Custom { minutes } => minutes,
        }
    }

    /// Whether the offset is within -23:59 to +23:59.
    #[must_use]
    #[inline]
    pub fn is_valid(self) -> bool {
        self.minutes().unsigned_abs() <= Self::MAX_MINUTES
    }
}

impl From<Date> for Datetime {
    fn from(date: Date) -> Self {
        Self {
            date: Some(date),
            time: None,
            offset: None,
        }
    }
}

impl From<Time> for Datetime {
    fn from(time: Time) -> Self {
        Self {
            date: None,
            time: Some(time),
            offset: None,
        }
    }
}

/// A local date-time.
impl From<(Date, Time)> for Datetime {
    fn from((date, time): (Date, Time)) -> Self {
        Self {
            date: Some(date),
            time: Some(time),
            offset: None,
        }
    }
}

/// An offset date-time.
impl From<(Date, Time, Offset)> for Datetime {
    fn from((date, time, offset): (Date, Time, Offset)) -> Self {
        Self {
            date: Some(date),
            time: Some(time),
            offset: Some(offset),
        }
    }
}

/// Writes RFC 3339 text: `T` between date and time, as many digits of the fraction as it needs.
impl fmt::Display for Datetime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(DatetimeText::of(self).as_str())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(DatetimeText::of_date(*self).as_str())
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(DatetimeText::of_time(*self).as_str())
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(DatetimeText::of_offset(*self).as_str())
    }
}
