//! Arrays of numbers, and tables of dates and times.

use std::fmt::Write as _;

use super::Random;
use super::words;

/// Rows of integers of one to nineteen digits, some with `_`, some hexadecimal.
pub(super) fn integers(random: &mut Random, bytes: usize) -> String {
    rows(random, bytes, |random, text| {
        let _ = match random.below(20) {
            0 => write!(text, "0x{}", random.hex(8)),
            1 => write!(text, "{}_{:03}", random.between(1, 999), random.below(1000)),
            2 => write!(text, "-{}", random.below(100_000)),
            3 => write!(text, "{}", random.bits() >> 1),
            4..=7 => write!(text, "{}", random.below(1_000_000)),
            _ => write!(text, "{}", random.below(1000)),
        };
    })
}

/// Rows of floats: coordinates, shares, exponents, and a few at full precision.
pub(super) fn floats(random: &mut Random, bytes: usize) -> String {
    rows(random, bytes, |random, text| {
        let _ = match random.below(12) {
            0 => write!(text, "{}e-{}", random.between(1, 9), random.between(1, 12)),
            1 => write!(
                text,
                "{}.{}e+{}",
                random.below(10),
                random.below(1000),
                random.below(100)
            ),
            2 | 3 => write!(text, "0.{}", random.bits() >> 11),
            4 | 5 => write!(
                text,
                "-{}.{:06}",
                random.below(180),
                random.below(1_000_000)
            ),
            _ => write!(text, "{}.{}", random.below(1000), random.below(100)),
        };
    })
}

fn rows(random: &mut Random, bytes: usize, push: fn(&mut Random, &mut String)) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let _ = write!(text, "{}-{number} = [", words::name(random, "-"));
        for at in 0..random.between(8, 400) {
            text.push_str(match at {
                0 => "\n    ",
                _ if at % 10 == 0 => ",\n    ",
                _ => ", ",
            });
            push(random, &mut text);
        }
        text.push_str(",\n]\n");
    }
    text
}

/// Events with the four forms of date and time, alone and in arrays.
pub(super) fn datetimes(random: &mut Random, bytes: usize) -> String {
    let mut text = String::new();
    while text.len() < bytes {
        let _ = writeln!(text, "[[event]]\nname = \"{}\"", words::name(random, " "));
        let _ = writeln!(text, "day = {}", words::date(random));
        let _ = writeln!(text, "opens = {}", words::time(random));
        let (date, time) = (words::date(random), words::time(random));
        let _ = match random.below(4) {
            0 => writeln!(text, "created = {date}T{time}Z"),
            1 => writeln!(
                text,
                "created = {date}T{time}.{:06}+02:00",
                random.below(1_000_000)
            ),
            2 => writeln!(text, "created = {date} {time}-07:00"),
            _ => writeln!(text, "created = {date}T{time}"),
        };
        let _ = writeln!(
            text,
            "reminders = [{}T{}Z, {}T{}Z]\n",
            words::date(random),
            words::time(random),
            words::date(random),
            words::time(random)
        );
    }
    text
}
