//! The Python package beside its peers, measured by a program in Python, since that is who calls it.
//!
//! The inputs go to the program as a file, its figures come back as JSON.

mod grids;

#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::inputs::Input;

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

pub use grids::Question;

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
}

fn to_json(inputs: &[Input]) -> Value {
    let entry =
        |input: &Input| json!({ "name": input.name, "toml": input.text, "json": input.json });
    inputs.iter().map(entry).collect()
}
