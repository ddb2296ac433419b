//! The checkers that `toml check` is timed beside, in a virtual environment of Python.

use std::path::PathBuf;
use std::process::Command;

use crate::shell::{self, Result};

/// What `pip` installs.
const PACKAGES: &[&str] = &["taplo", "tombi"];

/// Installs the checkers, where they are not installed yet, and returns the folder of programs.
pub(super) fn install() -> Result<PathBuf> {
    let environment = shell::target().join("venv-bench");
    let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = programs.join("python");
    let suffix = std::env::consts::EXE_SUFFIX;
    let is_there = |name: &&str| programs.join(format!("{name}{suffix}")).is_file();
    if !PACKAGES.iter().all(is_there) {
        let mut create = Command::new("python3");
        shell::run(create.args(["-m", "venv"]).arg(&environment))?;
        let mut install = Command::new(&python);
        install.args(["-m", "pip", "install", "--quiet"]);
        shell::run(install.args(PACKAGES))?;
    }
    shell::output(Command::new(&python).args(["-c", "import tomllib"]))
        .map_err(|error| format!("python3 has to be 3.11 or newer, for `tomllib`: {error}"))?;
    Ok(programs)
}
