//! Dates and times.

use super::{Example, Explanation, section};

pub(super) static INVALID_DATETIME: Explanation = Explanation {
    summary: "a date or time that is written in another way",
    rule: "Dates are written `1979-05-27`, times `07:32:00` with any number of decimals, and both \
           are joined by `T` or a space. Behind both there may be `Z` or an offset such as \
           `+01:00`. Every part has its full number of digits.",
    example: Some(Example::new("born = 1979-5-27\n", "born = 1979-05-27\n")),
    section: section::OFFSET_DATE_TIME,
};

pub(super) static MONTH_OUT_OF_RANGE: Explanation = Explanation {
    summary: "a month outside of 01 to 12",
    rule: "Dates are year, month and day, in that order. Months are 01 to 12.",
    example: Some(Example::new("born = 1979-27-05\n", "born = 1979-05-27\n")),
    section: section::LOCAL_DATE,
};

pub(super) static DAY_OUT_OF_RANGE: Explanation = Explanation {
    summary: "a day that its month does not have",
    rule: "Days go from 01 to the last day of the month in that year: 28, 29, 30 or 31.",
    example: Some(Example::new("due = 2023-02-29\n", "due = 2024-02-29\n")),
    section: section::LOCAL_DATE,
};

pub(super) static HOUR_OUT_OF_RANGE: Explanation = Explanation {
    summary: "an hour outside of 00 to 23",
    rule: "Hours go from 00 to 23. Midnight is `00:00:00` of the next day.",
    example: Some(Example::new("closes = 24:00:00\n", "closes = 00:00:00\n")),
    section: section::LOCAL_TIME,
};

pub(super) static MINUTE_OUT_OF_RANGE: Explanation = Explanation {
    summary: "a minute outside of 00 to 59",
    rule: "Minutes go from 00 to 59.",
    example: Some(Example::new("starts = 07:60:00\n", "starts = 08:00:00\n")),
    section: section::LOCAL_TIME,
};

pub(super) static SECOND_OUT_OF_RANGE: Explanation = Explanation {
    summary: "a second outside of 00 to 59",
    rule: "Seconds go from 00 to 59. Leap seconds are not accepted, as most programs have no way \
           to hold them.",
    example: Some(Example::new("ends = 23:59:60\n", "ends = 23:59:59\n")),
    section: section::LOCAL_TIME,
};

pub(super) static OFFSET_OUT_OF_RANGE: Explanation = Explanation {
    summary: "an offset outside of -23:59 to +23:59",
    rule: "The offset from UTC is `Z`, or hours and minutes behind a sign, at most 23:59 either \
           way.",
    example: Some(Example::new(
        "at = 1979-05-27T07:32:00+25:00\n",
        "at = 1979-05-27T07:32:00+05:00\n",
    )),
    section: section::OFFSET_DATE_TIME,
};

pub(super) static SECONDS_OPTIONAL_SINCE_1_1: Explanation = Explanation {
    summary: "a time without seconds",
    rule: "In TOML 1.0 a time has hours, minutes and seconds. TOML 1.1 lets the seconds be left \
           out.",
    example: Some(Example::new("opens = 07:30\n", "opens = 07:30:00\n")),
    section: section::LOCAL_TIME,
};
