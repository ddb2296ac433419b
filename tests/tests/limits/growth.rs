//! Work in proportion to the length of a source, however it is built, and memory of at most 1 GiB for it.
//!
//! What is measured is the time that the thread has spent on a processor. That of four times the length is
//! asked to be less than [`MOST`] times as much: four times were proportional, sixteen times quadratic. A
//! machine that is busy does not matter much, and what fails is measured again.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::operations::{BROKEN, EDITING, Operation, READING, WHOLE};
use crate::traps::{INVALID, Trap, VALID};
use crate::{confined, is_thorough};

/// By what the time may grow where the length does by a factor of four.
const MOST: u32 = 9;

/// How often both lengths are measured before it counts.
const ATTEMPTS: usize = 12;

/// What four times the length takes at the most where it does not matter by what it has grown: so little time is that of
/// the machine. The square of the pieces takes longer.
const SHORT: Duration = Duration::from_millis(2);

/// What grows with the square of the source: what an array has is compared with what it gets, one by one, and
/// differences line by line cost more the more lines are alike.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "merging",
        &[
            "arrays of tables",
            "an array on one line",
            "inline tables in an array",
        ],
    ),
    ("a diff", &["arrays of tables"]),
];

fn is_known(operation: Operation, trap: &Trap) -> bool {
    let mut known = KNOWN.iter();
    known.any(|(name, traps)| *name == operation.name && traps.contains(&trap.name))
}

/// The pieces of the shorter source.
fn pieces() -> usize {
    if is_thorough() { 10_000 } else { 500 }
}

/// The time that this thread has spent on a processor.
fn spent() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a time since the start")
}

fn time(operation: Operation, source: &str) -> Duration {
    let start = spent();
    (operation.run)(source);
    spent().saturating_sub(start)
}

/// What grows faster than its source, with both times.
fn measure(operation: Operation, trap: &Trap) -> Option<String> {
    let (short, long) = (trap.text(pieces()), trap.text(4 * pieces()));
    let mut times = (Duration::MAX, Duration::MAX);
    for _ in 0..ATTEMPTS {
        times.0 = times.0.min(time(operation, &short));
        times.1 = times.1.min(time(operation, &long));
        if times.1 < SHORT.max(MOST * times.0) {
            return None;
        }
    }
    let name = operation.name;
    Some(format!(
        "{name} of {}: {:?}, then {:?}",
        trap.name, times.0, times.1
    ))
}

fn check(operations: &'static [Operation], traps: &'static [Trap]) {
    let mut growing = Vec::new();
    for operation in operations {
        let traps = traps.iter().filter(|trap| !is_known(*operation, trap));
        growing.extend(traps.filter_map(|trap| measure(*operation, trap)));
    }
    assert_eq!(growing, Vec::<String>::new());
}

#[test]
fn traps_are_what_they_say() {
    for trap in VALID.iter().chain(INVALID) {
        let outcome = toml_core::parse(&trap.text(10)).map(drop);
        assert_eq!(outcome.is_ok(), trap.is_valid, "{}: {outcome:?}", trap.name);
    }
}

#[test]
fn reading_grows_as_the_source_does() {
    confined(|| check(READING, VALID));
}

#[test]
fn data_and_text_grow_as_the_source_does() {
    confined(|| check(WHOLE, VALID));
}

#[test]
fn edits_grow_as_the_source_does() {
    confined(|| check(EDITING, VALID));
}

#[test]
fn recovery_grows_as_the_source_does() {
    confined(|| check(BROKEN, INVALID));
}
