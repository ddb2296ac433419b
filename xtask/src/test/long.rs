//! Tests that have more to do on request: a million lines, thousands of runs that are killed. They are those of
//! the step `test`, told so by a variable, and optimised, since that is what the limits of a stack are promised for.

use crate::shell::{self, Result, cargo};

/// Tells the tests.
const VARIABLE: &str = "TOML_TESTS_LONG";

/// Limits, faults, generated cases of the fuzz targets, and keys that are chosen to collide.
pub(super) fn run() -> Result<()> {
    let tests = ["--test", "limits", "--test", "writing", "--test", "fuzz"];
    test(&[&["toml-tests", "--all-features"][..], &tests].concat())?;
    test(&["toml-core", "--lib", "collide"])
}

/// Link-time optimisation would take longer than the tests.
fn test(args: &[&str]) -> Result<()> {
    let mut command = cargo(&["test", "--release", "--package"]);
    command.args(args);
    command.env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    shell::run(command.env(VARIABLE, "1"))
}
