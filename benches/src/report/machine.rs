//! Where and when something was measured.

use std::fmt;
use std::fs;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;

use crate::inputs::root;

/// The machine, the compiler, the versions of the peers, and the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// The model of the processor.
    pub processor: String,
    /// How many threads run at once.
    pub cores: usize,
    /// The operating system.
    pub system: String,
    /// What `rustc --version` says.
    pub compiler: String,
    /// The other programs or packages measured, with versions.
    pub versions: Vec<String>,
    /// The day in UTC.
    pub date: String,
}

impl Environment {
    /// This machine, today.
    #[must_use]
    pub fn here(versions: Vec<String>) -> Self {
        Self {
            processor: processor().unwrap_or_else(|| "an unknown processor".to_string()),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            system: system(),
            compiler: line_of("rustc", &["--version"]).unwrap_or_else(|| "rustc".to_string()),
            versions,
            date: today(),
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cores = match self.cores {
            1 => "1 core".to_string(),
            cores => format!("{cores} cores"),
        };
        let (processor, system) = (&self.processor, &self.system);
        write!(f, "{processor}, {cores}, {system}, {}. ", self.compiler)?;
        if !self.versions.is_empty() {
            write!(f, "{}. ", self.versions.join(", "))?;
        }
        writeln!(f, "{}.", self.date)
    }
}

/// `name version` of packages, from `Cargo.lock`.
#[must_use]
pub fn package_versions(names: &[&str]) -> Vec<String> {
    let text = fs::read_to_string(root().join("Cargo.lock")).unwrap_or_default();
    let Ok(lock) = toml_core::parse(&text) else {
        return Vec::new();
    };
    let Some(packages) = lock.get("package").and_then(|it| it.as_array()) else {
        return Vec::new();
    };
    let version = |name: &&str| {
        let is_it = |package: &toml_core::ValueRef<'_>| {
            package.get("name").and_then(|it| it.as_str()) == Some(*name)
        };
        let version = packages.iter().find(is_it)?.get("version")?.as_str()?;
        let version = version.split('+').next().unwrap_or(version);
        Some(format!("{name} {version}"))
    };
    names.iter().filter_map(version).collect()
}

fn processor() -> Option<String> {
    if let Ok(text) = fs::read_to_string("/proc/cpuinfo") {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        return Some(line.split_once(':')?.1.trim().to_string());
    }
    line_of("sysctl", &["-n", "machdep.cpu.brand_string"])
}

fn system() -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let name = name.map_or(std::env::consts::OS, |name| name.trim_matches('"'));
    format!("{name} ({})", std::env::consts::ARCH)
}

/// The first line that a program writes.
fn line_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.lines().next()?.trim().to_string())
}

fn today() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = now.map_or(0, |now| now.as_secs());
    let date = DateTime::from_timestamp(seconds.cast_signed(), 0);
    date.map_or(String::new(), |date| date.date_naive().to_string())
}
