//! Whether two pieces of tagged JSON state the same data, by the rules of toml-test.
//!
//! Floats are compared as numbers (every NaN is the same), date-times as points on the calendar,
//! the order of keys does not count, all else is compared as text. Reads date-times by itself,
//! so that a mistake in `toml-core` cannot cancel out.

use serde_json::{Map, Value as Json};

use crate::tagged::tag_and_text;

/// Compares expected with actual data.
///
/// # Errors
/// The first difference and its path.
pub fn compare(expected: &Json, actual: &Json) -> Result<(), String> {
    compare_at("", expected, actual)
}

fn compare_at(path: &str, expected: &Json, actual: &Json) -> Result<(), String> {
    match (expected, actual) {
        (Json::Array(expected), Json::Array(actual)) => compare_arrays(path, expected, actual),
        (Json::Object(expected), Json::Object(actual)) => {
            match (tag_and_text(expected), tag_and_text(actual)) {
                (Some(expected), Some(actual)) if same_scalar(expected, actual) => Ok(()),
                (None, None) => compare_tables(path, expected, actual),
                (expected, actual) => Err(format!(
                    "at {path}: expected {expected:?}, found {actual:?}"
                )),
            }
        }
        _ => Err(format!("at {path}: expected {expected}, found {actual}")),
    }
}

fn compare_arrays(path: &str, expected: &[Json], actual: &[Json]) -> Result<(), String> {
    if expected.len() != actual.len() {
        let (expected, actual) = (expected.len(), actual.len());
        return Err(format!(
            "at {path}: expected {expected} elements, found {actual}"
        ));
    }
    for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
        compare_at(&format!("{path}[{index}]"), expected, actual)?;
    }
    Ok(())
}

fn compare_tables(
    path: &str,
    expected: &Map<String, Json>,
    actual: &Map<String, Json>,
) -> Result<(), String> {
    if let Some(extra) = actual.keys().find(|key| !expected.contains_key(*key)) {
        return Err(format!("at {path}: unexpected key {extra:?}"));
    }
    for (key, expected) in expected {
        let Some(actual) = actual.get(key) else {
            return Err(format!("at {path}: key {key:?} is missing"));
        };
        compare_at(&format!("{path}.{key}"), expected, actual)?;
    }
    Ok(())
}

fn same_scalar((tag, expected): (&str, &str), (actual_tag, actual): (&str, &str)) -> bool {
    if tag != actual_tag {
        return false;
    }
    match tag {
        "float" => same_float(expected, actual),
        "datetime" | "datetime-local" | "date-local" | "time-local" => {
            let expected = Moment::parse(expected);
            expected.is_some() && expected == Moment::parse(actual)
        }
        _ => expected == actual,
    }
}

fn same_float(expected: &str, actual: &str) -> bool {
    match (expected.parse::<f64>(), actual.parse::<f64>()) {
        (Ok(expected), Ok(actual)) => {
            expected.to_bits() == actual.to_bits() || expected.is_nan() && actual.is_nan()
        }
        _ => false,
    }
}

/// A date-time, date or time as plain numbers.
#[derive(Debug, PartialEq, Eq)]
struct Moment {
    /// Year, month, day.
    date: Option<[u32; 3]>,
    /// Hour, minute, second, nanosecond.
    time: Option<[u32; 4]>,
    /// Minutes east of Greenwich.
    offset: Option<i32>,
}

impl Moment {
    fn parse(text: &str) -> Option<Self> {
        let has_date = text.as_bytes().get(4) == Some(&b'-');
        let (date, rest) = if has_date {
            text.split_at_checked(10)?
        } else {
            ("", text)
        };
        let rest = rest.trim_start_matches(['T', 't', ' ']);
        let offset_at = rest.find(['Z', 'z', '+', '-']);
        let (time, offset) = rest.split_at(offset_at.unwrap_or(rest.len()));
        Some(Self {
            date: if has_date {
                Some(numbers(date, '-')?)
            } else {
                None
            },
            time: if time.is_empty() {
                None
            } else {
                Some(parse_time(time)?)
            },
            offset: if offset.is_empty() {
                None
            } else {
                Some(parse_offset(offset)?)
            },
        })
    }
}

fn parse_time(text: &str) -> Option<[u32; 4]> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    let [hour, minute, second] = numbers(clock, ':')?;
    let nanosecond = format!("{fraction:0<9.9}").parse().ok()?;
    Some([hour, minute, second, nanosecond])
}

fn parse_offset(text: &str) -> Option<i32> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let [hours, minutes]: [u32; 2] = numbers(&text[1..], ':')?;
    let minutes = i32::try_from(60 * hours + minutes).ok()?;
    Some(if text.starts_with('-') {
        -minutes
    } else {
        minutes
    })
}

/// Exactly `N` numbers with a separator between them.
fn numbers<const N: usize>(text: &str, separator: char) -> Option<[u32; N]> {
    let parts: Option<Vec<u32>> = text
        .split(separator)
        .map(|part| part.parse().ok())
        .collect();
    parts?.try_into().ok()
}

#[cfg(test)]
mod tests;
