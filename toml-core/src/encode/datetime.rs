//! Date-times to text.

use alloc::string::String;

use crate::{Date, Datetime, Offset, Time};

/// Room for the longest text, that of fields set to their types' largest values:
/// `65535-255-255T255:255:255.4294967295-546:08`, 43 bytes.
const CAPACITY: usize = 48;

/// Appends a date-time, date or time as RFC 3339 has it (TOML 1.0.0, "Offset Date-Time" to "Local
/// Time"): `T` between date and time, a fraction without trailing zeros.
///
/// ```
/// let mut text = String::new();
/// toml_core::encode::encode_datetime(&"1979-05-27 07:32:00.500z".parse()?, &mut text);
/// assert_eq!(text, "1979-05-27T07:32:00.5Z");
/// # Ok::<(), toml_core::Error>(())
/// ```
pub fn encode_datetime(datetime: &Datetime, out: &mut String) {
    out.push_str(DatetimeText::of(datetime).as_str());
}

/// The text of a date-time, not on the heap.
pub(crate) struct DatetimeText {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl DatetimeText {
    pub(crate) fn of(datetime: &Datetime) -> Self {
        let mut text = Self::empty();
        if let Some(date) = datetime.date {
            text.push_date(date);
        }
        if let Some(time) = datetime.time {
            if datetime.date.is_some() {
                text.push(b'T');
            }
            text.push_time(time);
        }
        if let Some(offset) = datetime.offset {
            text.push_offset(offset);
        }
        text
    }

    pub(crate) fn of_date(date: Date) -> Self {
        let mut text = Self::empty();
        text.push_date(date);
        text
    }

    pub(crate) fn of_time(time: Time) -> Self {
        let mut text = Self::empty();
        text.push_time(time);
        text
    }

    pub(crate) fn of_offset(offset: Offset) -> Self {
        let mut text = Self::empty();
        text.push_offset(offset);
        text
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    fn empty() -> Self {
        Self {
            bytes: [0; CAPACITY],
            length: 0,
        }
    }

    /// `full-date = date-fullyear "-" date-month "-" date-mday`
    fn push_date(&mut self, date: Date) {
        if date.year > 9999 {
            self.push(b'0' + (date.year / 10_000) as u8);
        }
        self.push_two((date.year / 100 % 100) as u8);
        self.push_two((date.year % 100) as u8);
        self.push(b'-');
        self.push_two(date.month);
        self.push(b'-');
        self.push_two(date.day);
    }

    /// `partial-time = time-hour ":" time-minute ":" time-second [ time-secfrac ]`
    fn push_time(&mut self, time: Time) {
        self.push_two(time.hour);
        self.push(b':');
        self.push_two(time.minute);
        self.push(b':');
        self.push_two(time.second);
        if time.nanosecond > 0 {
            self.push(b'.');
            self.push_fraction(time.nanosecond);
        }
    }

    fn push_fraction(&mut self, nanosecond: u32) {
        let (mut rest, mut unit) = (nanosecond, 100_000_000);
        if rest >= 10 * unit {
            self.push(b'0' + (rest / (10 * unit)) as u8);
            rest %= 10 * unit;
        }
        while rest > 0 {
            self.push(b'0' + (rest / unit) as u8);
            rest %= unit;
            unit /= 10;
        }
    }

    /// `time-offset = "Z" / time-numoffset`
    fn push_offset(&mut self, offset: Offset) {
        let Offset::Custom { minutes } = offset else {
            return self.push(b'Z');
        };
        self.push(if minutes < 0 { b'-' } else { b'+' });
        let minutes = minutes.unsigned_abs();
        let hours = minutes / 60;
        if hours > 99 {
            self.push(b'0' + (hours / 100) as u8);
        }
        self.push_two((hours % 100) as u8);
        self.push(b':');
        self.push_two((minutes % 60) as u8);
    }

    /// Two digits; three where a field set by hand is that large.
    #[inline]
    fn push_two(&mut self, number: u8) {
        if number > 99 {
            self.push(b'0' + number / 100);
        }
        self.push_all([b'0' + number / 10 % 10, b'0' + number % 10]);
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        self.push_all([byte]);
    }

    #[inline]
    fn push_all<const N: usize>(&mut self, bytes: [u8; N]) {
        let end = self.length + N;
        self.bytes[self.length..end].copy_from_slice(&bytes);
        self.length = end;
    }
}
