//! Which of two date-times is earlier, where the question has an answer.

use core::cmp::Ordering;

use super::{Date, Datetime, DatetimeForm, Time};

/// Days of a common year before each month.
const DAYS_BEFORE_MONTH: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// Orders two date-times of the same form; two of different forms have no order.
///
/// Offset date-times are ordered by instant. Two that name one instant with different offsets are
/// not equal, and the one with the earlier local time comes first, `Z` before `+00:00`.
/// So `partial_cmp` is `Some(Equal)` exactly when `==` holds.
///
/// ```
/// use toml_core::Datetime;
///
/// let of = |text: &str| text.parse::<Datetime>().unwrap();
/// assert!(of("1979-05-27T08:00:00+02:00") < of("1979-05-27T07:00:00Z"));
/// assert!(of("1979-05-27") < of("1979-05-28"));
/// assert_eq!(of("1979-05-27").partial_cmp(&of("07:32:00")), None);
/// ```
impl PartialOrd for Datetime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let form = self.form();
        if form.is_none() || form != other.form() {
            return (self == other).then_some(Ordering::Equal);
        }
        let by_field =
            (self.date, self.time, self.offset).cmp(&(other.date, other.time, other.offset));
        match form {
            Some(DatetimeForm::OffsetDatetime) => {
                Some(instant(self).cmp(&instant(other)).then(by_field))
            }
            _ => Some(by_field),
        }
    }
}

/// Seconds since the start of year 0 in UTC, and nanoseconds.
fn instant(datetime: &Datetime) -> (i64, u32) {
    let days = datetime.date.map_or(0, days_since_year_0);
    let offset = datetime
        .offset
        .map_or(0, |offset| i64::from(offset.minutes()) * 60);
    let nanosecond = datetime.time.map_or(0, |time| time.nanosecond);
    (
        days * 86_400 + datetime.time.map_or(0, seconds_of_day) - offset,
        nanosecond,
    )
}

fn seconds_of_day(time: Time) -> i64 {
    (i64::from(time.hour) * 60 + i64::from(time.minute)) * 60 + i64::from(time.second)
}

/// Days from 0000-01-01 to a date. Year 0 is a leap year.
pub(super) fn days_since_year_0(date: Date) -> i64 {
    let year = i64::from(date.year);
    let leap_years_before = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    let month = usize::from(date.month.saturating_sub(1)).min(11);
    let leap_day = i64::from(date.month > 2 && date.is_in_leap_year());
    let day_of_year = i64::from(DAYS_BEFORE_MONTH[month]) + leap_day + i64::from(date.day) - 1;
    year * 365 + leap_years_before + day_of_year
}
