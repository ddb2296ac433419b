//! Whole processes: `toml check` beside the checkers that people use, in turns.

mod folder;

#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

pub use folder::{FILES, write_folder};

use crate::generate::Shape;
use crate::measure::median;
use crate::report::{Grid, times};

/// Reads what `toml check` does, in one process.
const TOMLLIB: &str = "\
import pathlib, sys, tomllib
root = pathlib.Path(sys.argv[1])
for path in sorted(root.rglob('*.toml')) if root.is_dir() else [root]:
    with path.open('rb') as file:
        tomllib.load(file)
";

/// How often each program has its turn.
const ROUNDS_OF_FILE: u32 = 41;
const ROUNDS_OF_FOLDER: u32 = 15;

/// Where the programs are.
#[derive(Clone, Debug)]
pub struct Programs {
    /// Ours.
    pub toml: PathBuf,
    /// The `bin` folder of the virtual environment with the peers.
    pub peers: PathBuf,
}

/// One program on one task.
#[derive(Clone, Debug)]
struct Contender {
    name: &'static str,
    program: PathBuf,
    arguments: Vec<String>,
}

/// The times of the contenders on one task; the first is ours.
#[derive(Clone, Debug)]
pub struct Task {
    name: String,
    contenders: Vec<Outcome>,
}

#[derive(Clone, Debug)]
struct Outcome {
    name: &'static str,
    /// Seconds, the median.
    time: f64,
    /// How many times longer than ours, the median over the rounds.
    ratio: f64,
    /// What it said of valid files: an exit code other than 0 is a wrong answer.
    is_content: bool,
}

impl Programs {
    /// What the programs call themselves, with versions.
    #[must_use]
    pub fn versions(&self) -> Vec<String> {
        let version = |program: PathBuf| {
            let output = Command::new(program).arg("--version").output().ok()?;
            let text = String::from_utf8(output.stdout).ok()?;
            let line = text.lines().next()?;
            Some(line.split(" (").next().unwrap_or(line).to_string())
        };
        let peers = ["taplo", "tombi", "python"].map(|name| self.peers.join(name));
        [self.toml.clone()]
            .into_iter()
            .chain(peers)
            .filter_map(version)
            .collect()
    }

    /// What is to be run for one file, or for the whole folder.
    fn contenders(&self, file: Option<&str>) -> Vec<Contender> {
        let path = file.unwrap_or(".");
        let peer = |name, program: &str, arguments: &[&str]| Contender {
            name,
            program: self.peers.join(program),
            arguments: arguments.iter().map(ToString::to_string).collect(),
        };
        // Without a path `taplo` looks through the folder; it takes `.` for a file.
        let taplo: &[&str] = if file.is_some() {
            &["lint", path]
        } else {
            &["lint"]
        };
        vec![
            Contender {
                name: "toml check",
                program: self.toml.clone(),
                arguments: vec!["check".to_string(), path.to_string()],
            },
            peer("taplo lint", "taplo", taplo),
            peer(
                "tombi lint --offline",
                "tombi",
                &["lint", "--offline", path],
            ),
            peer("tomllib in a loop", "python", &["-c", TOMLLIB, path]),
        ]
    }
}

/// Measures one small file and a folder, both written below `scratch`.
///
/// # Errors
/// When the files cannot be written or a program cannot be run.
pub fn run(programs: &Programs, scratch: &Path) -> io::Result<Vec<Task>> {
    let folder = scratch.join("folder");
    let bytes = write_folder(&folder)?;
    let small = scratch.join("small");
    fs::create_dir_all(&small)?;
    let text = Shape::find("service").map_or(String::new(), Shape::text);
    fs::write(small.join("service.toml"), &text)?;
    Ok(vec![
        Task {
            name: format!("one file, {:.1} KB", kilo(text.len())),
            contenders: race(
                &programs.contenders(Some("service.toml")),
                &small,
                ROUNDS_OF_FILE,
            )?,
        },
        Task {
            name: format!("{FILES} files, {:.1} MB", kilo(bytes) / 1000.0),
            contenders: race(&programs.contenders(None), &folder, ROUNDS_OF_FOLDER)?,
        },
    ])
}

/// Runs all in turns; each round starts with another one.
fn race(contenders: &[Contender], folder: &Path, rounds: u32) -> io::Result<Vec<Outcome>> {
    let mut seconds = vec![Vec::new(); contenders.len()];
    let mut is_content = vec![true; contenders.len()];
    // The first round only fills the caches of the system.
    for round in 0..=rounds as usize {
        for turn in 0..contenders.len() {
            let at = (round + turn) % contenders.len();
            let (time, success) = time_process(&contenders[at], folder)?;
            is_content[at] &= success;
            if round > 0 {
                seconds[at].push(time);
            }
        }
    }
    let outcome = |(at, contender): (usize, &Contender)| {
        let rounds = seconds[at].iter().zip(&seconds[0]);
        Outcome {
            name: contender.name,
            time: median(seconds[at].iter().copied()),
            ratio: median(rounds.map(|(theirs, ours)| theirs / ours)),
            is_content: is_content[at],
        }
    };
    Ok(contenders.iter().enumerate().map(outcome).collect())
}

fn time_process(contender: &Contender, folder: &Path) -> io::Result<(f64, bool)> {
    let mut command = Command::new(&contender.program);
    command.args(&contender.arguments).current_dir(folder);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status()?;
    Ok((start.elapsed().as_secs_f64(), status.success()))
}

/// The table: milliseconds, and how many times longer than ours.
#[must_use]
pub fn to_grid(tasks: &[Task]) -> Grid {
    let mut grid = Grid::new(["task", "program", "ms", "times ours", "says"]);
    for task in tasks {
        for outcome in &task.contenders {
            grid.add_row([
                task.name.clone(),
                outcome.name.to_string(),
                format!("{:.1}", outcome.time * 1000.0),
                times(outcome.ratio),
                if outcome.is_content {
                    "valid"
                } else {
                    "INVALID"
                }
                .to_string(),
            ]);
        }
    }
    grid
}

/// Everything, for other programs: times in seconds.
#[must_use]
pub fn to_json(tasks: &[Task]) -> Value {
    let outcome = |it: &Outcome| json!({ "program": it.name, "time": it.time, "ratio": it.ratio, "valid": it.is_content });
    let task = |task: &Task| {
        let programs: Value = task.contenders.iter().map(outcome).collect();
        json!({ "task": task.name, "programs": programs })
    };
    tasks.iter().map(task).collect()
}

fn kilo(bytes: usize) -> f64 {
    f64::from(bytes as u32) / 1000.0
}
