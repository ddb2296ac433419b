//! Tests that have more to do on request: a million lines, thousands of runs that are killed. They are those of
//! the step `test`, told so by a variable, and optimised, since that is what the limits of a stack are promised for.

use crate::shell::{self, Result, cargo};

/// Tells the tests.
const VARIABLE: &str = "TOML_TESTS_LONG";

/// Limits and faults; link-time optimisation would take longer than the tests.
pub(super) fn run() -> Result<()> {
    let mut command = cargo(&["test", "--release", "--package", "toml-tests"]);
    command.args(["--all-features", "--test", "limits", "--test", "writing"]);
    command.env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    shell::run(command.env(VARIABLE, "1"))
}
