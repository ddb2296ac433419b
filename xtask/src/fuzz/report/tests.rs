//! Rows out of logs as libFuzzer writes them.

use super::{Row, table};

const QUIET: &str = "INFO: seed corpus: files: 3 min: 1b max: 9b total: 15b rss: 40Mb
#4\tINITED cov: 812 ft: 1502 corp: 3/15b exec/s: 0 rss: 41Mb
#65536\tpulse  cov: 1204 ft: 4711 corp: 310/9Kb lim: 4096 exec/s: 13107 rss: 60Mb
#70001\tDONE   cov: 1210 ft: 4720 corp: 312/9Kb lim: 4096 exec/s: 14000 rss: 60Mb
Done 70001 runs in 5 second(s)
stat::number_of_executed_units: 70001
stat::average_exec_per_sec:     14000
";

const CRASH: &str = "#4\tINITED cov: 812 ft: 1502 corp: 3/15b exec/s: 0 rss: 41Mb
Slowest unit: 3 s:
artifact_prefix='fuzz/artifacts/parse/'; Test unit written to fuzz/artifacts/parse/slow-unit-0b0b
thread '<unnamed>' panicked at src/lib.rs:9:5:
artifact_prefix='fuzz/artifacts/parse/'; Test unit written to fuzz/artifacts/parse/crash-da39a3
stat::number_of_executed_units: 17
";

#[test]
fn log_of_a_run_without_crashes() {
    let row = Row::new("parse", QUIET, true);
    let expected = Row {
        target: "parse".to_owned(),
        executions: 70001,
        coverage: 1210,
        features: 4720,
        crashes: 0,
        slow: 0,
        has_failed: false,
    };
    assert_eq!(row, expected);
}

#[test]
fn log_of_a_crash_and_of_nothing() {
    let rows = [Row::new("parse", CRASH, false), Row::new("edit", "", false)];
    let expected = "\
target             executions      cov       ft  crashes     slow
parse                      17      812     1502        1        1
edit                        0        0        0        0        0";
    assert_eq!(table(&rows), expected);
    assert!(rows.iter().all(Row::has_failed));
}
