//! Instructions for each byte of input, counted by valgrind: the same on a busy machine as on an idle one.
//!
//! `instructions.json` holds what they are known to be; more than that is to be noticed.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::generate::SHAPES;
use crate::report::Grid;

/// More than this, in parts of what is known, is too much.
const MOST: f64 = 1.03;

/// Instructions for each byte, by the name of the input.
pub type Counts = BTreeMap<String, f64>;

/// Counts what `toml-bench-once` executes.
#[derive(Clone, Debug)]
pub struct Counter {
    once: PathBuf,
    scratch: PathBuf,
}

/// Counts beside those that are known.
#[derive(Clone, Debug)]
pub struct Verdict {
    known: Counts,
    now: Counts,
}

impl Counter {
    /// A counter that runs `toml-bench-once` from the folder of this program and writes to `scratch`.
    ///
    /// # Errors
    /// When valgrind cannot be run; the text says how to get it.
    pub fn new(scratch: &Path) -> io::Result<Self> {
        let mut valgrind = Command::new("valgrind");
        let status = valgrind.arg("--version").stdout(Stdio::null()).status();
        if !status.is_ok_and(|status| status.success()) {
            return Err(io::Error::other(
                "valgrind is not installed, which counts the instructions (`apt-get install valgrind`, `dnf install valgrind`)",
            ));
        }
        let name = format!("toml-bench-once{}", std::env::consts::EXE_SUFFIX);
        fs::create_dir_all(scratch)?;
        Ok(Self {
            once: std::env::current_exe()?.with_file_name(name),
            scratch: scratch.to_path_buf(),
        })
    }

    /// Instructions for each byte of one parse of an input of so many bytes.
    ///
    /// # Errors
    /// When valgrind fails.
    pub fn count(&self, name: &str, bytes: usize) -> io::Result<f64> {
        // What start and generator take is in both runs, so it is not in the difference.
        let (few, many) = (1, 3);
        let difference = self.run(name, many)? - self.run(name, few)?;
        Ok(difference / f64::from(many - few) / f64::from(bytes as u32))
    }

    /// All generated inputs.
    ///
    /// # Errors
    /// When valgrind fails.
    pub fn count_all(&self) -> io::Result<Counts> {
        let count = |shape: &crate::generate::Shape| {
            eprintln!("{}", shape.name);
            let count = self.count(shape.name, shape.text().len())?;
            Ok((shape.name.to_string(), (count * 100.0).round() / 100.0))
        };
        SHAPES.iter().map(count).collect()
    }

    fn run(&self, name: &str, iterations: u32) -> io::Result<f64> {
        let out = self.scratch.join("callgrind.out");
        let mut command = Command::new("valgrind");
        command.arg("--tool=callgrind");
        command.arg(format!("--callgrind-out-file={}", out.display()));
        command
            .arg(&self.once)
            .arg(name)
            .arg(iterations.to_string());
        let output = command.output()?;
        if !output.status.success() {
            let text = String::from_utf8_lossy(&output.stderr);
            return Err(io::Error::other(format!("valgrind failed:\n{text}")));
        }
        total(&fs::read_to_string(&out)?).ok_or_else(|| io::Error::other("valgrind wrote no total"))
    }
}

/// The number of instructions in the file that callgrind writes.
fn total(text: &str) -> Option<f64> {
    let mut lines = text.lines().rev();
    let total = lines.find_map(|line| line.strip_prefix("totals:"))?;
    total.trim().parse().ok()
}

/// Reads the counts that are known; none where there is no file.
///
/// # Errors
/// When the file cannot be read or is not what [`write_known`] writes.
pub fn read_known(path: &Path) -> io::Result<Counts> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Counts::new()),
        text => serde_json::from_str(&text?).map_err(io::Error::other),
    }
}

/// Writes the counts that are known.
///
/// # Errors
/// When the file cannot be written.
pub fn write_known(path: &Path, counts: &Counts) -> io::Result<()> {
    let text = serde_json::to_string_pretty(counts).map_err(io::Error::other)?;
    fs::write(path, text + "\n")
}

impl Verdict {
    /// Sets counts beside those that are known.
    #[must_use]
    pub fn new(known: Counts, now: Counts) -> Self {
        Self { known, now }
    }

    /// The inputs that take too much.
    #[must_use]
    pub fn failures(&self) -> Vec<&str> {
        let names = self.now.keys().map(String::as_str);
        names.filter(|name| self.ratio(name) > MOST).collect()
    }

    /// The count in that which is known; NaN where none is.
    fn ratio(&self, name: &str) -> f64 {
        let known = self.known.get(name).copied().unwrap_or(f64::NAN);
        self.now.get(name).copied().unwrap_or(f64::NAN) / known
    }

    /// The table: instructions for each byte, and their change.
    #[must_use]
    pub fn to_grid(&self) -> Grid {
        let mut grid = Grid::new(["instructions/byte", "known", "now", "change", "verdict"]);
        for (name, now) in &self.now {
            let known = self.known.get(name).copied().unwrap_or(f64::NAN);
            let ratio = self.ratio(name);
            let (change, verdict) = match ratio {
                _ if ratio.is_nan() => (String::new(), "new"),
                _ if ratio > MOST => (percent(ratio), "TOO MUCH"),
                _ => (percent(ratio), "ok"),
            };
            let now = format!("{now:.2}");
            let known = if ratio.is_nan() {
                String::new()
            } else {
                format!("{known:.2}")
            };
            grid.add_row([name.clone(), known, now, change, verdict.to_string()]);
        }
        grid
    }
}

fn percent(ratio: f64) -> String {
    format!("{:+.1} %", (ratio - 1.0) * 100.0)
}
