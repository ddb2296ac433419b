//! A folder to fill, and `toml` run in it with a known environment.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A temporary folder.
pub(crate) struct Sandbox(TempDir);

/// What a run came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Sandbox {
    /// A folder with these files.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let sandbox = Self(TempDir::new().expect("a temporary folder"));
        for (path, content) in files {
            sandbox.write(path, content);
        }
        sandbox
    }

    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders for the file");
        fs::write(path, content).expect("a file");
    }

    /// `toml` with these arguments, in the folder, with a UTF-8 locale and no wish for colour.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_toml"));
        command
            .args(args)
            .current_dir(self.0.path())
            .stdin(Stdio::null());
        for name in [
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "LC_ALL",
            "LC_CTYPE",
            "TERM",
        ] {
            command.env_remove(name);
        }
        command.env("LANG", "C.UTF-8");
        command
    }

    /// Runs `toml` with these arguments.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        Run::of(&mut self.command(args), b"")
    }

    /// Runs `toml` with something to read.
    pub(crate) fn run_with_input(&self, args: &[&str], input: &[u8]) -> Run {
        Run::of(self.command(args).stdin(Stdio::piped()), input)
    }

    /// The names of what is checked: the paths of `--format json`.
    pub(crate) fn checked(&self, args: &[&str]) -> Vec<String> {
        let run = self.run(&[&["check", "--format", "json"], args].concat());
        let path = |line: &str| {
            let file: serde_json::Value = serde_json::from_str(line).expect("JSON");
            file["path"].as_str().expect("a path").to_string()
        };
        run.stdout.lines().map(path).collect()
    }
}

impl Run {
    pub(crate) fn of(command: &mut Command, input: &[u8]) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("toml starts");
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input).expect("toml reads its input");
        }
        let output = child.wait_with_output().expect("toml ends");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// The last line of standard output, with its time replaced by `T`.
    pub(crate) fn summary(&self) -> String {
        timeless(self.stdout.lines().last().unwrap_or_default())
    }
}

/// A summary with its time replaced by `T`.
pub(crate) fn timeless(summary: &str) -> String {
    match (summary.find(" in "), summary.find(": ")) {
        (Some(start), Some(end)) => format!("{} in T{}", &summary[..start], &summary[end..]),
        _ => summary.to_string(),
    }
}
