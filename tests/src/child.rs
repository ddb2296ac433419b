//! Tests that run once more in a process of their own, where the system sets limits, or which is killed.
//!
//! A test asks [`argument`] which of the two it is. The one that `cargo test` starts has the child started,
//! by name, and makes sure that this has run. Knows nothing of TOML.

use std::process::{Command, Stdio};

/// Tells the child which test of this binary it is.
const CHILD: &str = "TOML_TESTS_CHILD";

/// The most that a process may use, as `ulimit` of a POSIX shell sets it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// The address space, in units of 1024 bytes. Systems other than Linux may not know it.
    pub addresses: Option<u64>,
    /// The time on a processor, in seconds.
    pub seconds: Option<u64>,
    /// The length of a file, in units of 512 bytes. Writing on is an error, not a signal.
    pub file: Option<u64>,
}

impl Limits {
    /// The commands of the shell.
    fn script(self) -> String {
        let mut script = String::new();
        // An ignored signal stays ignored in what is started, and the write that is too long fails.
        if self.file.is_some() {
            script += "trap '' XFSZ; ";
        }
        let limits = [("v", self.addresses), ("t", self.seconds), ("f", self.file)];
        for (letter, limit) in limits {
            if let Some(limit) = limit {
                script.extend(["ulimit -", letter, " ", &limit.to_string(), " || exit 97; "]);
            }
        }
        script + "exec \"$0\" \"$@\""
    }
}

/// The argument that the child of a test got, if this process is one.
#[must_use]
pub fn argument(test: &str) -> Option<String> {
    let argument = std::env::var(CHILD).ok()?;
    let (name, argument) = argument.split_once('\n')?;
    (name == test).then(|| argument.to_owned())
}

/// The command that runs a test of this binary as a child, within limits, with something to tell it.
///
/// # Panics
/// Where nobody knows what this process runs.
#[must_use]
pub fn command(test: &str, argument: &str, limits: Limits) -> Command {
    let program = std::env::current_exe().expect("a test knows its program");
    let mut command = Command::new("sh");
    command.arg("-c").arg(limits.script()).arg(program);
    command.args([test, "--exact", "--include-ignored", "--nocapture"]);
    command.args(["--test-threads", "1"]);
    command.env(CHILD, format!("{test}\n{argument}"));
    command.stdin(Stdio::null());
    command
}

/// Runs a test of this binary as a child.
///
/// # Panics
/// Where the child fails, which its output explains, and where there is no such test.
pub fn run(test: &str, argument: &str, limits: Limits) {
    check(
        &mut command(test, argument, limits),
        &format!("{test}, {limits:?}"),
    );
}

/// Runs a child by its command, which is called something.
///
/// # Panics
/// As [`run`].
pub fn check(command: &mut Command, name: &str) {
    let output = command.output().expect("a shell starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(
        output.status.success() && stdout.contains("1 passed"),
        "{name}: {}\n{stdout}\n{stderr}",
        output.status
    );
}
