//! Owned values of every type, out of the fuzzer's bytes.
//!
//! Keys are few and texts awkward: what collides and what needs escapes is what breaks. Once the bytes run out, all is
//! empty or zero, so that every list ends.

use arbitrary::{Arbitrary, Result, Unstructured};
use toml_core::{Date, Datetime, Offset, Table, Time, Value};

/// How deep values nest at most.
const MAX_DEPTH: usize = 5;

/// Pieces of texts that some rule of TOML singles out.
const PIECES: [&str; 32] = [
    "a",
    "b",
    " ",
    "\"",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{1}",
    "\u{8}",
    "\u{c}",
    "\u{1b}",
    "\u{7f}",
    "\u{80}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "é",
    "😀",
    "#",
    "=",
    ".",
    "\"\"\"",
    "'''",
    "]",
    "}",
    "\\u",
];

/// Keys that look like something else.
const ODD_KEYS: [&str; 8] = ["true", "1", "1.5", "inf", "1979-05-27", "-", "a.b", "a b"];

/// A document.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn table(u: &mut Unstructured<'_>) -> Result<Table> {
    table_within(u, MAX_DEPTH)
}

/// A value of any type.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn value(u: &mut Unstructured<'_>) -> Result<Value> {
    value_within(u, MAX_DEPTH)
}

/// A text with more quotes, escapes and control characters than chance would bring.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn text(u: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=12)? {
        match u.int_in_range(0..=39_usize)? {
            at @ 0..32 => text += PIECES[at],
            32..38 => text.push(char::from(u.int_in_range(b'a'..=b'z')?)),
            _ => text.push(u.arbitrary()?),
        }
    }
    Ok(text)
}

/// A key: often one of four, so that tables meet.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn key(u: &mut Unstructured<'_>) -> Result<String> {
    Ok(match u.int_in_range(0..=15_u8)? {
        at @ 0..10 => ["a", "b", "c", "d"][usize::from(at) % 4].to_owned(),
        10..13 => (*u.choose(&ODD_KEYS)?).to_owned(),
        _ => text(u)?,
    })
}

/// A float that equals itself.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn number(u: &mut Unstructured<'_>) -> Result<f64> {
    let float = f64::arbitrary(u)?;
    Ok(if float.is_nan() { 0.5 } else { float })
}

/// A date-time of any of the four forms.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn datetime(u: &mut Unstructured<'_>) -> Result<Datetime> {
    let form = u.int_in_range(0..=3_u8)?;
    let offset = (form == 0).then(|| offset(u)).transpose()?;
    Ok(Datetime {
        date: (form != 3).then(|| date(u)).transpose()?,
        time: (form != 2).then(|| time(u)).transpose()?,
        offset,
    })
}

/// A date of the calendar.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn date(u: &mut Unstructured<'_>) -> Result<Date> {
    let (year, month) = (u.int_in_range(0..=9999)?, u.int_in_range(1..=12)?);
    let day = u.int_in_range(1..=31)?;
    // The 28th is there in every month.
    let date = Date::new(year, month, day).or(Date::new(year, month, 28));
    date.ok_or(arbitrary::Error::IncorrectFormat)
}

/// A time of the day.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn time(u: &mut Unstructured<'_>) -> Result<Time> {
    let (hour, minute) = (u.int_in_range(0..=23)?, u.int_in_range(0..=59)?);
    let second = u.int_in_range(0..=59)?;
    let nanosecond = *u.choose(&[0, 1, 999_999_999, 500_000_000, 120_000])?;
    Time::new(hour, minute, second, nanosecond).ok_or(arbitrary::Error::IncorrectFormat)
}

fn offset(u: &mut Unstructured<'_>) -> Result<Offset> {
    if u.arbitrary()? {
        return Ok(Offset::Z);
    }
    let minutes = u.int_in_range(-1439..=1439)?;
    Offset::from_minutes(minutes).ok_or(arbitrary::Error::IncorrectFormat)
}

fn table_within(u: &mut Unstructured<'_>, depth: usize) -> Result<Table> {
    let mut table = Table::new();
    for _ in 0..u.int_in_range(0..=5)? {
        if u.is_empty() {
            break;
        }
        let key = key(u)?;
        table.insert(key, value_within(u, depth.saturating_sub(1))?);
    }
    Ok(table)
}

fn value_within(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    let last = if depth == 0 { 7 } else { 13 };
    Ok(match u.int_in_range(0..=last)? {
        0 | 1 => Value::String(text(u)?),
        2 => Value::Integer(u.int_in_range(-9..=99)?),
        3 => Value::Integer(u.arbitrary()?),
        4 | 5 => Value::Float(u.arbitrary()?),
        6 => Value::Boolean(u.arbitrary()?),
        7 => Value::Datetime(datetime(u)?),
        8 | 9 => Value::Array(elements(u, |u| value_within(u, depth - 1))?),
        10 => Value::Array(elements(u, |u| {
            table_within(u, depth - 1).map(Value::Table)
        })?),
        _ => Value::Table(table_within(u, depth - 1)?),
    })
}

fn elements(
    u: &mut Unstructured<'_>,
    mut element: impl FnMut(&mut Unstructured<'_>) -> Result<Value>,
) -> Result<Vec<Value>> {
    let mut elements = Vec::new();
    for _ in 0..u.int_in_range(0..=4)? {
        if u.is_empty() {
            break;
        }
        elements.push(element(u)?);
    }
    Ok(elements)
}
