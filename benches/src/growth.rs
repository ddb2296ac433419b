//! Whether the time of a parse stays in proportion to the length of what is parsed.
//!
//! Inputs that are hard in one way each, from 64 KB to 64 MB.

mod shapes;

#[cfg(test)]
mod tests;

use std::io;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub use shapes::{SHAPES, Shape};

use crate::instructions::Counter;
use crate::measure::{median, runs_per_turn, time};
use crate::ours;
use crate::report::{Grid, times};

/// The lengths in bytes, each four times the one before.
pub const SIZES: &[usize] = &[1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24, 1 << 26];

/// More than this many times the time per byte, from the smallest to the largest, is looked into.
const MOST: f64 = 1.33;

/// Still linear, if this is all that the last step of four times the length adds: by then nothing
/// fits into a cache, so what grew before did because of that.
const MOST_OF_LAST_STEP: f64 = 1.15;

/// Linear, if the instructions for each byte grow by no more than this: what takes longer then is
/// memory, whose pages are new and whose lines are in no cache.
const MOST_INSTRUCTIONS: f64 = 1.1;

/// The lengths at which instructions are counted: a factor of 16, short enough for valgrind.
const COUNTED_SIZES: [usize; 2] = [1 << 16, 1 << 20];

/// For how long a length is measured, at least three runs.
const PATIENCE: Duration = Duration::from_millis(250);

/// How the time of a shape grows.
#[derive(Clone, Debug)]
pub struct Row {
    name: &'static str,
    /// The nanoseconds for each byte, one for each of [`SIZES`].
    times: Vec<f64>,
    /// By which factor the instructions for each byte grow, if they were counted.
    instructions: Option<f64>,
}

/// Measures the shapes whose names contain `filter`, up to `largest` bytes.
#[must_use]
pub fn run(filter: Option<&str>, largest: usize) -> Vec<Row> {
    let shapes = SHAPES
        .iter()
        .filter(|shape| filter.is_none_or(|filter| shape.name.contains(filter)));
    shapes.map(|shape| measure(shape, largest)).collect()
}

fn measure(shape: &Shape, largest: usize) -> Row {
    eprintln!("{}", shape.name);
    let sizes = SIZES.iter().filter(|size| **size <= largest);
    Row {
        name: shape.name,
        times: sizes
            .map(|size| time_per_byte(&shape.text(*size)))
            .collect(),
        instructions: None,
    }
}

/// Adds by which factor the instructions for each byte grow.
///
/// # Errors
/// When valgrind fails.
pub fn count_instructions(rows: &mut [Row], counter: &Counter) -> io::Result<()> {
    for row in rows {
        let count = |bytes: usize| counter.count(&format!("{}@{bytes}", row.name), bytes);
        let [small, large] = COUNTED_SIZES;
        row.instructions = Some(count(large)? / count(small)?);
    }
    Ok(())
}

fn time_per_byte(text: &str) -> f64 {
    let mut action = || ours::parse(text);
    let runs = runs_per_turn(PATIENCE / 10, &mut action);
    let start = Instant::now();
    let mut rounds = Vec::new();
    while rounds.len() < 3 || start.elapsed() < PATIENCE {
        rounds.push(time(runs, &mut action));
    }
    median(rounds) / f64::from(text.len() as u32)
}

impl Row {
    /// The time for each byte of the largest in that of the smallest.
    fn growth(&self) -> f64 {
        match self.times.as_slice() {
            [first, .., last] => last / first,
            _ => 1.0,
        }
    }

    /// The same for the two largest.
    fn last_step(&self) -> f64 {
        match self.times.as_slice() {
            [.., before, last] => last / before,
            _ => 1.0,
        }
    }

    fn verdict(&self) -> &'static str {
        if self.growth() <= MOST {
            "linear"
        } else {
            match self.instructions {
                Some(growth) if growth <= MOST_INSTRUCTIONS => "linear, waits for memory",
                None if self.last_step() <= MOST_OF_LAST_STEP => "linear beyond the caches",
                _ => "GROWS",
            }
        }
    }
}

/// The table: nanoseconds for each byte, and a verdict.
#[must_use]
pub fn to_grid(rows: &[Row]) -> Grid {
    let sizes = rows.first().map_or(0, |row| row.times.len());
    let mut grid = Grid::new(["shape, ns/byte"]);
    SIZES
        .iter()
        .take(sizes)
        .for_each(|size| grid.add_column(&size_name(*size)));
    for name in ["largest / smallest", "last step", "instructions", "verdict"] {
        grid.add_column(name);
    }
    for row in rows {
        let mut cells = vec![row.name.to_string()];
        cells.extend(row.times.iter().copied().map(times));
        let instructions = row.instructions.unwrap_or(f64::NAN);
        cells.extend([row.growth(), row.last_step(), instructions].map(times));
        cells.push(row.verdict().to_string());
        grid.add_row(cells);
    }
    grid
}

/// Everything, for other programs.
#[must_use]
pub fn to_json(rows: &[Row]) -> Value {
    let row = |row: &Row| json!({ "shape": row.name, "sizes": SIZES[..row.times.len()], "ns_per_byte": row.times, "instructions": row.instructions });
    rows.iter().map(row).collect()
}

/// `64 KB`, `16 MB`
#[must_use]
pub fn size_name(bytes: usize) -> String {
    match bytes >> 20 {
        0 => format!("{} KB", bytes >> 10),
        megabytes => format!("{megabytes} MB"),
    }
}
