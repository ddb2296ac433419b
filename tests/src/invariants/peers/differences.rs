//! Where we differ from our peers on purpose: one table, each line with its reason.

use toml_core::ErrorKind;

use super::rewrites::{
    with_infinite_floats, with_line_feeds, with_one_line_entries, without_leap_seconds,
};
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
    /// How to tell that it is what a disagreement is about.
    pub test: Test,
}

/// How to tell what a disagreement is about.
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// There is none about the document that this makes.
    Rewrite(fn(&str) -> String),
    /// This says so, from the outcomes.
    Outcomes(fn(Disagreement<'_>) -> bool),
}

/// All deliberate differences. Rewriting is done in this order.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        peer: toml::NAME,
        reason: "a CRLF in a multi-line string is a line feed, as in tomllib: a value must not depend on how a file was \
                 checked out",
        example: "a = \"\"\"b\r\n\"\"\"",
        test: Test::Rewrite(with_line_feeds),
    },
    Difference {
        peer: spanner::NAME,
        reason: "a CRLF in a multi-line string is a line feed, as above",
        example: "a = \"\"\"b\r\n\"\"\"",
        test: Test::Rewrite(with_line_feeds),
    },
    Difference {
        peer: toml::NAME,
        reason: "a minute has no second 60: no date-time type of Rust or Python holds it",
        example: "a = 23:59:60",
        test: Test::Rewrite(without_leap_seconds),
    },
    Difference {
        peer: spanner::NAME,
        reason: "a minute has no second 60, as above",
        example: "a = 23:59:60",
        test: Test::Rewrite(without_leap_seconds),
    },
    Difference {
        peer: toml::NAME,
        reason: "key, `=` and value stand on one line: the grammar of 1.1 allows line ends between the entries of an inline \
                 table (`ws-comment-newline`), and within an entry spaces alone (`keyval-sep = ws %x3D ws`)",
        example: "a = {b =\n1}",
        test: Test::Rewrite(with_one_line_entries),
    },
    Difference {
        peer: spanner::NAME,
        reason: "key, `=` and value stand on one line, as above",
        example: "a = {b\n= 1}",
        test: Test::Rewrite(with_one_line_entries),
    },
    Difference {
        peer: spanner::NAME,
        reason: "a float beyond the range of 64 bits is infinite, as every strtod and tomllib have it",
        example: "a = 1e400",
        test: Test::Rewrite(with_infinite_floats),
    },
    Difference {
        peer: toml::NAME,
        reason: "a dotted key leads into no array of tables, as toml-test has it (`append-to-array-with-dotted-keys`); `toml` says \
                 so only of a key whose last but one segment is the array",
        example: "[[a.b]]\n[a]\nb.c.d = 1",
        test: Test::Outcomes(is_about_dotted_key_into_array),
    },
    Difference {
        peer: toml::NAME,
        reason: "tables, arrays and key segments may enclose one another 128 times, all counted alike; for `toml` 80 times, the \
                 segments of each key by themselves",
        example: DEEP,
        test: Test::Outcomes(is_about_depth),
    },
    Difference {
        peer: spanner::NAME,
        reason: "the depth is limited, as above; for `toml-spanner` to 256 between brackets and braces, and not at all in keys",
        example: DEEP,
        test: Test::Outcomes(is_about_depth),
    },
];

/// 130 tables below one another, and no key of more than 65 segments.
const DEEP: &str = "\
[a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]
a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1
";

/// We have rejected a key that is not in a header.
fn is_about_dotted_key_into_array(case: Disagreement<'_>) -> bool {
    let (Err(error), Ok(_)) = (case.ours, case.theirs) else {
        return false;
    };
    let before = &case.source[..error.span().start as usize];
    let line = before.rsplit('\n').next().unwrap_or_default();
    error.kind() == ErrorKind::TableIsArray && !line.trim_start().starts_with('[')
}

/// One has rejected the document for its depth, and the other has read it.
fn is_about_depth(case: Disagreement<'_>) -> bool {
    match (case.ours, case.theirs) {
        (Ok(_), Err(error)) => error.to_lowercase().contains("recurs"),
        (Err(error), Ok(_)) => error.kind() == ErrorKind::TooDeep,
        _ => false,
    }
}

/// Whether differences explain why we and a peer disagree.
pub(super) fn is_deliberate(peer: &str, case: Disagreement<'_>) -> bool {
    let lines = DIFFERENCES.iter().filter(|line| line.peer == peer);
    let rewrite = |source: String, line: &Difference| match line.test {
        Test::Rewrite(rewrite) => rewrite(&source),
        Test::Outcomes(_) => source,
    };
    let source = lines.clone().fold(case.source.to_owned(), rewrite);
    let (ours, theirs) = (read(&source), (case.peer)(&source));
    let case = Disagreement {
        source: &source,
        ours: &ours,
        theirs: &theirs,
        ..case
    };
    same_outcome(&ours, &theirs)
        || lines
            .filter_map(|line| match line.test {
                Test::Outcomes(explains) => Some(explains),
                Test::Rewrite(_) => None,
            })
            .any(|explains| explains(case))
}
