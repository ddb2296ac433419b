//! What the program has measured, as tables.

use serde_json::Value;

use super::Outcome;
use crate::inputs::SMALLEST_COUNTED;
use crate::measure::geometric_mean;
use crate::report::{Grid, kilobytes, speed, times};

/// What is asked of every input; each has a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How long `loads` takes.
    Reading,
    /// How long `dumps` takes.
    Writing,
    /// How long `parse`, one edit and `str` take.
    Editing,
}

impl Question {
    /// Where the answers are.
    fn key(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Writing => "writing",
            Self::Editing => "editing",
        }
    }

    /// What the column of ours has.
    fn unit(self) -> &'static str {
        match self {
            Self::Reading | Self::Writing => "MB/s",
            Self::Editing => "µs",
        }
    }

    /// Ours on one input, in that unit.
    fn ours(self, row: &Value) -> String {
        match self {
            Self::Reading | Self::Writing => speed(megabytes_per_second(row)),
            Self::Editing => times(seconds(row) * 1e6),
        }
    }

    /// Ours on all inputs, in that unit; nothing where such a figure would not say anything.
    fn mean(self, rows: &[&Value]) -> String {
        match self {
            Self::Reading | Self::Writing => speed(geometric_mean(
                rows.iter().map(|row| megabytes_per_second(row)),
            )),
            Self::Editing => String::new(),
        }
    }
}

impl Outcome {
    /// The table: ours, and how many times faster it is than each peer.
    #[must_use]
    pub fn to_grid(&self, question: Question) -> Grid {
        let rows = self.rows(question.key());
        let peers: Vec<&String> = match rows.first().and_then(|row| row["ratios"].as_object()) {
            Some(ratios) => ratios.keys().collect(),
            None => Vec::new(),
        };
        let mut grid = Grid::new(["input", "KB", question.unit()]);
        for peer in &peers {
            grid.add_column(peer);
        }
        for row in &rows {
            let first = [name(row), kilobytes(bytes(row)), question.ours(row)];
            let cells = peers.iter().map(|peer| cell(&row["ratios"][peer.as_str()]));
            grid.add_row(first.into_iter().chain(cells));
        }
        let counted: Vec<&Value> = rows.into_iter().filter(|row| is_counted(row)).collect();
        let ratios = |peer: &String| -> Vec<f64> {
            let ratios = counted
                .iter()
                .map(|row| row["ratios"][peer.as_str()].as_f64());
            ratios.flatten().collect()
        };
        let means = peers.iter().map(|peer| times(geometric_mean(ratios(peer))));
        let first = summary("geometric mean", question.mean(&counted));
        grid.add_row(first.into_iter().chain(means));
        let worst = |peer: &&String| times(ratios(peer).into_iter().fold(f64::INFINITY, f64::min));
        let first = summary("worst", String::new());
        grid.add_row(first.into_iter().chain(peers.iter().map(worst)));
        grid
    }

    /// The table of many edits of one document: nanoseconds for an edit, a row for each library.
    #[must_use]
    pub fn to_grid_of_many_edits(&self) -> Grid {
        let rows = self.rows("many edits");
        let sizes = rows.first().map(|row| numbers(&row["sizes"]));
        let mut grid = Grid::new(["many edits, ns/edit", "library"]);
        for size in sizes.unwrap_or_default() {
            grid.add_column(&size.to_string());
        }
        grid.add_column("largest / smallest");
        for row in &rows {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_string();
            let cells = row["times"].as_array().into_iter().flatten();
            let cells = cells.map(|time| match time.as_str() {
                Some(reason) => reason.to_string(),
                None => format!("{:.0}", time.as_f64().unwrap_or(f64::NAN)),
            });
            let times_of = numbers(&row["times"]);
            let growth = match times_of.as_slice() {
                [first, .., last] => last / first,
                _ => f64::NAN,
            };
            let first = [text("name"), text("editor")];
            grid.add_row(first.into_iter().chain(cells).chain([times(growth)]));
        }
        grid
    }

    fn rows(&self, key: &str) -> Vec<&Value> {
        self.0[key].as_array().into_iter().flatten().collect()
    }
}

/// All numbers of an array; what is none is left out.
fn numbers(value: &Value) -> Vec<f64> {
    let values = value.as_array().into_iter().flatten();
    values.filter_map(Value::as_f64).collect()
}

fn summary(name: &str, ours: String) -> [String; 3] {
    [format!("**{name}**"), String::new(), ours]
}

/// A ratio, or why there is none.
fn cell(value: &Value) -> String {
    match value.as_str() {
        Some(reason) => reason.to_string(),
        None => times(value.as_f64().unwrap_or(f64::NAN)),
    }
}

fn is_counted(row: &Value) -> bool {
    bytes(row) >= SMALLEST_COUNTED
}

fn name(row: &Value) -> String {
    row["name"].as_str().unwrap_or_default().to_string()
}

fn bytes(row: &Value) -> usize {
    row["bytes"].as_u64().unwrap_or_default() as usize
}

fn seconds(row: &Value) -> f64 {
    row["seconds"].as_f64().unwrap_or(f64::NAN)
}

fn megabytes_per_second(row: &Value) -> f64 {
    row["bytes"].as_f64().unwrap_or(f64::NAN) / 1e6 / seconds(row)
}
