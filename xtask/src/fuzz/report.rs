//! What a run of the fuzzer came to, out of what it printed.

use std::fmt::Write as _;

/// The outcome of one target.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    target: String,
    /// Inputs that were run.
    executions: u64,
    /// Edges of the program that were reached.
    coverage: u64,
    /// Features: edges with how often they were passed, and what was compared there.
    features: u64,
    /// Inputs that broke an invariant, hung, or took too much memory.
    crashes: usize,
    /// Inputs that were slow, perhaps only since the machine was busy.
    slow: usize,
    has_failed: bool,
}

impl Row {
    pub(super) fn new(target: &str, log: &str, is_success: bool) -> Self {
        let slow = log.matches("Slowest unit: ").count();
        let crashes = log
            .matches("Test unit written to ")
            .count()
            .saturating_sub(slow);
        Self {
            target: target.to_owned(),
            executions: statistic(log, "stat::number_of_executed_units:").unwrap_or(0),
            coverage: last(log, " cov: ").unwrap_or(0),
            features: last(log, " ft: ").unwrap_or(0),
            crashes,
            slow,
            has_failed: !is_success || crashes > 0,
        }
    }

    pub(super) fn target(&self) -> &str {
        &self.target
    }

    pub(super) fn has_failed(&self) -> bool {
        self.has_failed
    }
}

/// The number behind a name in a line of its own.
fn statistic(log: &str, name: &str) -> Option<u64> {
    let line = log.lines().rev().find_map(|line| line.strip_prefix(name))?;
    line.trim().parse().ok()
}

/// The number behind the last of a name.
fn last(log: &str, name: &str) -> Option<u64> {
    let (_, rest) = log.rsplit_once(name)?;
    let end = rest.find(|c: char| !c.is_ascii_digit());
    rest[..end.unwrap_or(rest.len())].parse().ok()
}

/// All outcomes as a table.
pub(super) fn table(rows: &[Row]) -> String {
    let mut table = format!(
        "{:<16} {:>12} {:>8} {:>8} {:>8} {:>8}",
        "target", "executions", "cov", "ft", "crashes", "slow"
    );
    for row in rows {
        let _ = write!(
            table,
            "\n{:<16} {:>12} {:>8} {:>8} {:>8} {:>8}",
            row.target, row.executions, row.coverage, row.features, row.crashes, row.slow
        );
    }
    table
}

#[cfg(test)]
mod tests;
