//! The last line of a run.

use std::fmt;
use std::time::Duration;

use crate::exit::Exit;

/// How many files were what, and how long it took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Files that are valid.
    pub(crate) valid: usize,
    /// Files with an error.
    pub(crate) invalid: usize,
    /// Files and folders that could not be read.
    pub(crate) unreadable: usize,
    /// From the start of the run to its last file.
    pub(crate) elapsed: Duration,
}

impl Summary {
    /// The exit code that the counts call for.
    pub(super) fn exit(&self) -> Exit {
        match self {
            Self {
                unreadable: 1.., ..
            } => Exit::Failed,
            Self { invalid: 1.., .. } => Exit::Invalid,
            _ => Exit::Clean,
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            valid,
            invalid,
            unreadable,
            elapsed,
        } = *self;
        let checked = valid + invalid;
        if checked == 0 && unreadable == 0 {
            return f.write_str("no TOML files found");
        }
        let files = if checked == 1 { "file" } else { "files" };
        write!(f, "{checked} {files} checked in {}: ", Readable(elapsed))?;
        match (checked, unreadable) {
            (0, _) => write!(f, "{unreadable} unreadable"),
            (_, 0) => write!(f, "{valid} valid, {invalid} invalid"),
            _ => write!(
                f,
                "{valid} valid, {invalid} invalid, {unreadable} unreadable"
            ),
        }
    }
}

/// A duration to two or three digits.
struct Readable(Duration);

impl fmt::Display for Readable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.0.as_secs_f64() * 1000.0;
        match milliseconds {
            ..9.95 => write!(f, "{milliseconds:.1} ms"),
            ..999.5 => write!(f, "{milliseconds:.0} ms"),
            _ => write!(f, "{:.2} s", self.0.as_secs_f64()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(valid: usize, invalid: usize, unreadable: usize, microseconds: u64) -> String {
        let elapsed = Duration::from_micros(microseconds);
        Summary {
            valid,
            invalid,
            unreadable,
            elapsed,
        }
        .to_string()
    }

    #[test]
    fn display_counts_and_time() {
        assert_eq!(
            line(213, 1, 0, 12_300),
            "214 files checked in 12 ms: 213 valid, 1 invalid"
        );
        assert_eq!(
            line(1, 0, 0, 430),
            "1 file checked in 0.4 ms: 1 valid, 0 invalid"
        );
        assert_eq!(
            line(0, 2, 3, 9_960),
            "2 files checked in 10 ms: 0 valid, 2 invalid, 3 unreadable"
        );
        assert_eq!(
            line(0, 0, 1, 999_600),
            "0 files checked in 1.00 s: 1 unreadable"
        );
        assert_eq!(line(0, 0, 0, 5), "no TOML files found");
    }

    #[test]
    fn exit_heaviest_wins() {
        let summary = |valid, invalid, unreadable| Summary {
            valid,
            invalid,
            unreadable,
            ..Summary::default()
        };
        assert_eq!(summary(0, 0, 0).exit(), Exit::Clean);
        assert_eq!(summary(5, 0, 0).exit(), Exit::Clean);
        assert_eq!(summary(5, 1, 0).exit(), Exit::Invalid);
        assert_eq!(summary(5, 1, 1).exit(), Exit::Failed);
    }
}
