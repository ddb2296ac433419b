//! Calls of the system that fail on request in a child, as they do on a disk that is broken.
//!
//! The C library of the child is covered by a small one, which the linker that Rust needs anyway compiles. Knows
//! nothing of TOML.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A call that fails.
#[derive(Clone, Copy, Debug)]
pub struct Failing {
    /// `write`, `fchmod` or `fsync`.
    pub call: &'static str,
    /// Which one, from 1; with 0 none fails, and each `write` takes little.
    pub at: u32,
    /// The number that the system has for the error.
    pub error: i32,
}

/// Compiles the library into a folder.
///
/// # Panics
/// Where `cc` is missing, or cannot.
#[must_use]
pub fn library(folder: &Path) -> PathBuf {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/calls/failing.c");
    let library = folder.join("failing.so");
    let mut compile = Command::new("cc");
    compile.args(["-shared", "-fPIC", "-Wall", "-Werror", source, "-o"]);
    let status = compile.arg(&library).status().expect("a C compiler");
    assert!(status.success(), "{compile:?}: {status}");
    library
}

impl Failing {
    /// Has the call fail in whatever the command runs.
    pub fn set(self, command: &mut Command, library: &Path) {
        let Self { call, at, error } = self;
        command.env("TOML_TESTS_CALL", format!("{call} {at} {error}"));
        command.env("LD_PRELOAD", library);
    }
}
