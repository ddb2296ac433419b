//! What fuzzing needs of the machine, and how to get it.

use std::process::{Command, Stdio};

use crate::shell::Result;

/// A program of the nightly toolchain.
pub(super) fn nightly(program: &str) -> Command {
    let mut command = Command::new("rustup");
    command.args(["run", "nightly", program]);
    command
}

/// Checks that there is a nightly toolchain and cargo-fuzz.
///
/// # Errors
/// What is missing, and the command that installs it.
pub(super) fn check() -> Result<()> {
    let needed = [
        (
            Command::new("rustup"),
            "rustup, to choose the nightly toolchain",
            "see https://rustup.rs",
        ),
        (
            nightly("rustc"),
            "a nightly toolchain",
            "rustup toolchain install nightly",
        ),
        (
            nightly("cargo-fuzz"),
            "cargo-fuzz",
            "cargo install cargo-fuzz",
        ),
    ];
    for (mut program, what, how) in needed {
        if !answers(&mut program) {
            return Err(format!("fuzzing needs {what}, which is not there: {how}"));
        }
    }
    Ok(())
}

/// Whether a program is there and tells its version.
fn answers(program: &mut Command) -> bool {
    let program = program
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    program.status().is_ok_and(|status| status.success())
}
