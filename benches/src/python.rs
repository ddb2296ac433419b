//! The Python package beside its peers, measured by a program in Python, since that is who calls it.
//!
//! The inputs go to the program as a file, its figures come back as JSON.

#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::inputs::{Input, SMALLEST_COUNTED};
use crate::measure::geometric_mean;
use crate::report::{Grid, kilobytes, speed, times};

/// The program, and what runs it.
#[derive(Clone, Debug)]
pub struct Program {
    /// The interpreter, in an environment with our package and the peers.
    pub python: PathBuf,
    /// `compare.py`
    pub script: PathBuf,
    /// A folder for the inputs.
    pub scratch: PathBuf,
}

/// What the program has measured.
#[derive(Clone, Debug)]
pub struct Outcome(Value);

/// One of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// `loads`
    Reading,
    /// `dumps`
    Writing,
}

impl Program {
    /// Measures all inputs.
    ///
    /// # Errors
    /// When the inputs cannot be written, and when the program fails.
    pub fn run(&self, inputs: &[Input], is_quick: Quick) -> io::Result<Outcome> {
        fs::create_dir_all(&self.scratch)?;
        let file = self.scratch.join("inputs.json");
        fs::write(&file, to_json(inputs).to_string())?;
        let mut command = Command::new(&self.python);
        command
            .arg(&self.script)
            .arg(&file)
            .stderr(Stdio::inherit());
        if is_quick == Quick::Yes {
            command.arg("--quick");
        }
        let output = command.output()?;
        if !output.status.success() {
            let message = format!("{} failed ({})", self.script.display(), output.status);
            return Err(io::Error::other(message));
        }
        Ok(Outcome(serde_json::from_slice(&output.stdout)?))
    }
}

/// Whether a first impression is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quick {
    /// It is.
    Yes,
    /// The figures are to be kept.
    No,
}

impl Outcome {
    /// Everything, for other programs.
    #[must_use]
    pub fn as_json(&self) -> &Value {
        &self.0
    }

    /// What a process pays for `import toml_py`, in seconds.
    #[must_use]
    pub fn import_seconds(&self) -> f64 {
        self.0["import"].as_f64().unwrap_or(f64::NAN)
    }

    /// The interpreter and the peers, with versions.
    #[must_use]
    pub fn versions(&self) -> Vec<String> {
        let versions = self.0["versions"].as_array().into_iter().flatten();
        let text = |version: &Value| version.as_str().map(String::from);
        versions.filter_map(text).collect()
    }

    /// The table: megabytes in a second, and how many times faster ours is than each peer.
    #[must_use]
    pub fn to_grid(&self, direction: Direction) -> Grid {
        let rows = match direction {
            Direction::Reading => &self.0["reading"],
            Direction::Writing => &self.0["writing"],
        };
        let rows: Vec<&Value> = rows.as_array().into_iter().flatten().collect();
        let peers: Vec<&String> = match rows.first().and_then(|row| row["ratios"].as_object()) {
            Some(ratios) => ratios.keys().collect(),
            None => Vec::new(),
        };
        let mut grid = Grid::new(["input", "KB", "MB/s"]);
        for peer in &peers {
            grid.add_column(peer);
        }
        for row in &rows {
            let cells = peers.iter().map(|peer| cell(&row["ratios"][peer.as_str()]));
            grid.add_row(first_cells(row).into_iter().chain(cells));
        }
        let counted: Vec<&Value> = rows.into_iter().filter(|row| is_counted(row)).collect();
        let ratios = |peer: &String| -> Vec<f64> {
            let ratios = counted
                .iter()
                .map(|row| row["ratios"][peer.as_str()].as_f64());
            ratios.flatten().collect()
        };
        let speeds = counted.iter().map(|row| megabytes_per_second(row));
        let mean_speed = speed(geometric_mean(speeds));
        let means = peers.iter().map(|peer| times(geometric_mean(ratios(peer))));
        grid.add_row(
            summary("geometric mean", mean_speed)
                .into_iter()
                .chain(means),
        );
        let worst = |peer: &&String| times(ratios(peer).into_iter().fold(f64::INFINITY, f64::min));
        let worst = peers.iter().map(worst);
        grid.add_row(summary("worst", String::new()).into_iter().chain(worst));
        grid
    }
}

fn to_json(inputs: &[Input]) -> Value {
    let entry =
        |input: &Input| json!({ "name": input.name, "toml": input.text, "json": input.json });
    inputs.iter().map(entry).collect()
}

fn first_cells(row: &Value) -> [String; 3] {
    let name = row["name"].as_str().unwrap_or_default();
    [
        name.to_string(),
        kilobytes(bytes(row)),
        speed(megabytes_per_second(row)),
    ]
}

fn summary(name: &str, speed: String) -> [String; 3] {
    [format!("**{name}**"), String::new(), speed]
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

fn bytes(row: &Value) -> usize {
    row["bytes"].as_u64().unwrap_or_default() as usize
}

fn megabytes_per_second(row: &Value) -> f64 {
    let seconds = row["seconds"].as_f64().unwrap_or(f64::NAN);
    row["bytes"].as_f64().unwrap_or(f64::NAN) / 1e6 / seconds
}
