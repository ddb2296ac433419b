//! Text to structs and values, and back: how many times faster ours is than each peer.
//!
//! ```text
//! models ──▶ subjects   which inputs are read into which type
//!                │
//!                ▼
//!         read, write, values   what is called, after a look whether all come to the same
//!                │   └── ours, toml, spanner   one adapter a library
//!                ▼
//!            measure
//! ```
//!
//! Knows libraries by their adapters only.

mod grid;
mod ours;
mod read;
mod spanner;
mod subjects;
mod toml;
mod values;
mod write;

#[cfg(test)]
mod tests;

use serde_json::json;

use crate::inputs::Input;
use crate::measure::{Comparison, Plan, Samples};

/// What is measured, a section of `RESULTS.md` each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Text to the structs of `models`.
    Read,
    /// Those structs to text.
    Write,
    /// Text to a value that may hold anything.
    Value,
}

/// The packages measured beside ours.
pub const PACKAGES: &[&str] = &["toml", "toml-spanner"];

/// How ours compares with the peers on one input.
#[derive(Clone, Debug)]
pub struct Row {
    name: String,
    bytes: usize,
    is_counted: bool,
    /// One for each column of the task; a text says why there is no number.
    cells: Vec<Result<Comparison, &'static str>>,
}

/// What came of a task.
#[derive(Clone, Debug)]
pub struct Outcome {
    task: Task,
    rows: Vec<Row>,
}

/// A row that is to be measured.
struct Trial<'i> {
    name: String,
    bytes: usize,
    is_counted: bool,
    ours: Action<'i>,
    /// One for each column.
    peers: Vec<Result<(Action<'i>, Samples), &'static str>>,
}

/// Something to do over and over; it drops what comes of it.
type Action<'i> = Box<dyn Fn() + 'i>;

/// Measures all inputs that a task is about, and says on standard error how far it is.
///
/// # Panics
/// When ours comes to something else than `toml` does: then there is nothing to compare.
#[must_use]
pub fn run(task: Task, inputs: &[Input], plan: Plan) -> Outcome {
    let mut trials: Vec<Trial<'_>> = match task {
        Task::Read => inputs.iter().flat_map(subjects::read).collect(),
        Task::Write => inputs.iter().flat_map(subjects::write).collect(),
        Task::Value => inputs.iter().map(values::prepare).collect(),
    };
    for pass in 1..=plan.passes {
        eprintln!("{}, pass {pass} of {}", task.title(), plan.passes);
        for trial in &mut trials {
            trial.measure(plan);
        }
    }
    let rows = trials.into_iter().map(Trial::into_row).collect();
    Outcome { task, rows }
}

impl Task {
    /// All tasks, in the order of `RESULTS.md`.
    pub const ALL: &[Self] = &[Self::Read, Self::Write, Self::Value];

    /// The heading of its section.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Read => "Typed structs",
            Self::Write => "Writing",
            Self::Value => "Values",
        }
    }

    /// What is called of each library, ours first, in the order of the columns.
    #[must_use]
    pub fn calls(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Read => read::CALLS,
            Self::Write => write::CALLS,
            Self::Value => values::CALLS,
        }
    }

    /// The names of the columns.
    fn peers(self) -> impl Iterator<Item = &'static str> {
        self.calls().iter().skip(1).map(|(name, _)| *name)
    }
}

impl<'i> Trial<'i> {
    fn new(input: &Input, ours: Action<'i>) -> Self {
        Self {
            name: input.name.clone(),
            bytes: input.bytes(),
            is_counted: input.is_counted(),
            ours,
            peers: Vec::new(),
        }
    }

    /// Adds the next column.
    fn beside(mut self, peer: Result<Action<'i>, &'static str>) -> Self {
        self.peers.push(peer.map(|it| (it, Samples::default())));
        self
    }

    fn measure(&mut self, plan: Plan) {
        for (peer, samples) in self.peers.iter_mut().flatten() {
            samples.take(plan, &self.ours, peer);
        }
    }

    fn into_row(self) -> Row {
        let compare = |peer: Result<(_, Samples), _>| Ok(peer?.1.compare());
        Row {
            name: self.name,
            bytes: self.bytes,
            is_counted: self.is_counted,
            cells: self.peers.into_iter().map(compare).collect(),
        }
    }
}

impl Outcome {
    /// Everything, for other programs: times in nanoseconds.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        let cell = |(peer, cell): (&'static str, &Result<Comparison, &str>)| {
            let value = match cell {
                Ok(it) => json!({ "ours": it.ours, "peer": it.peer, "ratio": it.ratio }),
                Err(reason) => json!(reason),
            };
            (peer.to_string(), value)
        };
        let row = |row: &Row| {
            let peers: serde_json::Value = self.task.peers().zip(&row.cells).map(cell).collect();
            json!({ "input": row.name, "bytes": row.bytes, "peers": peers })
        };
        self.rows.iter().map(row).collect()
    }
}
