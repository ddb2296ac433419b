//! `toml-core` and everything that it depends on do without the standard library.
//!
//! `#![no_std]` says nothing of dependencies, and a target that has no `std` may not be installed.
//! So a crate outside of the workspace brings a panic handler of its own: where anything in its
//! tree links `std`, there are two of them, and the compiler says so.

use std::fs;
use std::path::Path;

use crate::shell::{self, Result, cargo};

const PROGRAM: &str = "\
#![no_std]

pub use toml_core::parse;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
";

/// Checks a crate that is nothing but `toml-core` and a panic handler.
pub(super) fn run() -> Result<()> {
    let folder = shell::target().join("xtask/no-std");
    write(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let manifest = folder.join("Cargo.toml");
    let manifest = manifest
        .to_str()
        .ok_or("the path of the target folder is not UTF-8")?;
    shell::run(
        cargo(&["check", "--manifest-path", manifest]).env("CARGO_TARGET_DIR", shell::target()),
    )
}

/// Writes the crate, with the versions of dependencies that the workspace has.
fn write(folder: &Path) -> std::io::Result<()> {
    let root = shell::root();
    let manifest = format!(
        "[package]\nname = \"no-std\"\nedition = \"2024\"\n\n\
         [dependencies]\ntoml-core = {{ path = '{}', default-features = false }}\n\n\
         [profile.dev]\npanic = \"abort\"\n\n\
         [workspace]\n",
        root.join("toml-core").display()
    );
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), PROGRAM)?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(())
}
