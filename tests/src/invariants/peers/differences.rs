//! Where we differ from our peers on purpose: one table, each line with its reason.

use toml_core::ErrorKind;

use super::{Disagreement, read, same_outcome, spanner, toml};

/// A deliberate difference from a peer.
#[derive(Clone, Copy, Debug)]
pub struct Difference {
    /// The crate that we differ from.
    pub peer: &'static str,
    /// What we do, and why.
    pub reason: &'static str,
    /// A document that shows it.
    pub example: &'static str,
    /// Whether it explains a disagreement.
    pub explains: fn(Disagreement<'_>) -> bool,
}

/// All deliberate differences.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        peer: toml::NAME,
        reason: "a CRLF in a multi-line string is a line feed, as in tomllib: a value must not depend on how a file was \
                 checked out",
        example: "a = \"\"\"b\r\n\"\"\"",
        explains: is_about_line_ends,
    },
    Difference {
        peer: spanner::NAME,
        reason: "a CRLF in a multi-line string is a line feed, as above",
        example: "a = \"\"\"b\r\n\"\"\"",
        explains: is_about_line_ends,
    },
    Difference {
        peer: toml::NAME,
        reason: "a minute has no second 60: no date-time type of Rust or Python holds it",
        example: "a = 23:59:60",
        explains: is_about_leap_seconds,
    },
    Difference {
        peer: spanner::NAME,
        reason: "a minute has no second 60, as above",
        example: "a = 23:59:60",
        explains: is_about_leap_seconds,
    },
    Difference {
        peer: spanner::NAME,
        reason: "a float beyond the range of 64 bits is infinite, as every strtod and tomllib have it",
        example: "a = 1e400",
        explains: is_about_large_floats,
    },
];

/// Whether a difference explains why we and a peer disagree.
pub(super) fn is_deliberate(peer: &str, case: Disagreement<'_>) -> bool {
    DIFFERENCES
        .iter()
        .any(|difference| difference.peer == peer && (difference.explains)(case))
}

/// We and the peer agree on another document.
fn agree_on(case: Disagreement<'_>, source: &str) -> bool {
    same_outcome(&read(source), &(case.peer)(source))
}

/// With line feeds instead of CRLF all is the same.
fn is_about_line_ends(case: Disagreement<'_>) -> bool {
    case.ours.is_ok() && agree_on(case, &case.source.replace("\r\n", "\n"))
}

/// With second 59 instead of 60 all is the same.
fn is_about_leap_seconds(case: Disagreement<'_>) -> bool {
    let is_rejected = |error: &toml_core::Error| error.kind() == ErrorKind::SecondOutOfRange;
    case.ours.as_ref().is_err_and(is_rejected) && agree_on(case, &case.source.replace(":60", ":59"))
}

/// The peer says so.
fn is_about_large_floats(case: Disagreement<'_>) -> bool {
    let is_overflow = |error: &String| error.contains("float overflow");
    case.ours.is_ok() && case.theirs.as_ref().is_err_and(is_overflow)
}
