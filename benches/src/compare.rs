//! Every input with every peer: how many times faster ours is.

mod chart;
mod grid;

#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use crate::inputs::Input;
use crate::measure::{self, Comparison, Plan, Samples, geometric_mean};
use crate::ours;
use crate::peers::{Against, PEERS, Peer, without_panic_reports};

/// How ours compares with all peers on one input.
#[derive(Clone, Debug)]
pub struct Row {
    /// The input's name.
    pub name: String,
    /// The input's length in bytes.
    pub bytes: usize,
    /// Whether the row counts in means.
    pub is_counted: bool,
    /// One cell for each of [`PEERS`]; a text says why there is no number.
    pub cells: Vec<Result<Comparison, &'static str>>,
}

/// What came of a comparison.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// One row for each input.
    pub rows: Vec<Row>,
}

/// Measures all inputs, and says on standard error how far it is.
#[must_use]
pub fn run(inputs: &[Input], plan: Plan) -> Outcome {
    let mut trials: Vec<Vec<Trial>> = inputs.iter().map(prepare).collect();
    for pass in 1..=plan.passes {
        eprintln!("pass {pass} of {}", plan.passes);
        for trial in trials.iter_mut().flatten().flatten() {
            trial.measure(plan);
        }
    }
    let row = |(input, trials): (&Input, Vec<Trial>)| {
        let compare = |trial: Trial| Ok(trial?.samples.compare());
        Row {
            name: input.name.clone(),
            bytes: input.bytes(),
            is_counted: input.is_counted(),
            cells: trials.into_iter().map(compare).collect(),
        }
    };
    Outcome {
        rows: inputs.iter().zip(trials).map(row).collect(),
    }
}

/// A peer with one input, or why there is no point in it.
type Trial<'i> = Result<Pair<'i>, &'static str>;

/// Ours and a peer on one input.
struct Pair<'i> {
    text: &'i str,
    peer: &'static Peer,
    /// What the peer reads.
    source: &'i str,
    samples: Samples,
}

fn prepare(input: &Input) -> Vec<Trial<'_>> {
    let prepare = |peer: &'static Peer| {
        Ok(Pair {
            text: &input.text,
            peer,
            source: without_panic_reports(|| peer.source(input))?,
            samples: Samples::default(),
        })
    };
    PEERS.iter().map(prepare).collect()
}

impl Pair<'_> {
    fn measure(&mut self, plan: Plan) {
        let (text, source) = (self.text, self.source);
        let ours = match self.peer.against {
            Against::Document => ours::parse,
            Against::Table => ours::parse_owned,
        };
        let theirs = self.peer.parse;
        self.samples.take(plan, || ours(text), || theirs(source));
    }
}

impl Row {
    /// The time of one of our parses in nanoseconds: the median over the peers it ran beside.
    fn our_time(&self, against: Against) -> f64 {
        let cells = PEERS.iter().zip(&self.cells);
        measure::median(cells.filter_map(|(peer, cell)| {
            let comparison = cell.as_ref().ok()?;
            (peer.against == against).then_some(comparison.ours)
        }))
    }

    /// The speed of one of our parses in megabytes a second.
    fn our_speed(&self, against: Against) -> f64 {
        f64::from(self.bytes as u32) * 1e3 / self.our_time(against)
    }
}

impl Outcome {
    /// The ratios of a column that count in its mean.
    fn ratios(&self, column: usize) -> impl Iterator<Item = f64> {
        let counted = self.rows.iter().filter(|row| row.is_counted);
        counted.filter_map(move |row| Some(row.cells[column].as_ref().ok()?.ratio))
    }

    /// How many times faster ours is than a peer: the geometric mean.
    #[must_use]
    pub fn mean_ratio(&self, column: usize) -> f64 {
        geometric_mean(self.ratios(column))
    }

    /// The lowest ratio of a column; infinite where there is none.
    #[must_use]
    pub fn worst_ratio(&self, column: usize) -> f64 {
        self.ratios(column).fold(f64::INFINITY, f64::min)
    }

    /// Our geometric mean in megabytes a second.
    #[must_use]
    pub fn mean_speed(&self, against: Against) -> f64 {
        let counted = self.rows.iter().filter(|row| row.is_counted);
        let speeds = counted.map(|row| row.our_speed(against));
        geometric_mean(speeds.filter(|speed| speed.is_finite()))
    }

    /// Everything, for other programs: times in nanoseconds.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let cell = |(peer, cell): (&Peer, &Result<Comparison, &str>)| {
            let value = match cell {
                Ok(it) => json!({ "ours": it.ours, "peer": it.peer, "ratio": it.ratio }),
                Err(reason) => json!(reason),
            };
            (peer.name.to_string(), value)
        };
        let row = |row: &Row| {
            let peers: Value = PEERS.iter().zip(&row.cells).map(cell).collect();
            json!({ "input": row.name, "bytes": row.bytes, "peers": peers })
        };
        self.rows.iter().map(row).collect()
    }
}
