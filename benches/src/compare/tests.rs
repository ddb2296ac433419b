use super::{Outcome, Row};
use crate::measure::Comparison;
use crate::peers::PEERS;

fn row(name: &str, bytes: usize, ratio: f64) -> Row {
    let cell = Ok(Comparison {
        ours: 1000.0,
        peer: 1000.0 * ratio,
        ratio,
    });
    let mut cells = vec![cell; PEERS.len()];
    cells[1] = Err("rejects");
    Row {
        name: name.to_string(),
        bytes,
        is_counted: bytes >= 500,
        cells,
    }
}

fn outcome() -> Outcome {
    Outcome {
        rows: vec![
            row("tiny", 100, 50.0),
            row("some", 1000, 2.0),
            row("more", 4000, 8.0),
        ],
    }
}

#[test]
fn summary_counts_what_is_large_enough() {
    let outcome = outcome();
    assert!((outcome.mean_ratio(0) - 4.0).abs() < 1e-9);
    assert!((outcome.worst_ratio(0) - 2.0).abs() < 1e-9);
    assert!(outcome.mean_ratio(1).is_nan());
}

#[test]
fn grid_says_why_a_number_is_missing() {
    let text = outcome().to_grid().to_string();
    let line = text.lines().nth(2).expect("a row");
    assert!(line.contains("| tiny"), "{text}");
    assert!(line.contains(" rejects |"), "{text}");
    assert_eq!(text.lines().count(), 2 + 3 + 2);
}

#[test]
fn chart_leaves_out_whom_nothing_is_known_of() {
    let chart = outcome().to_chart();
    let labels: Vec<&str> = chart.panels[0]
        .bars
        .iter()
        .map(|bar| bar.label.as_str())
        .collect();
    assert!(labels.contains(&"toml-spanner"), "{labels:?}");
    assert!(!labels.contains(&"toml DeTable"), "{labels:?}");
    assert_eq!(labels[0], "this toolkit");
}
