//! Real files to test with: the folder in `TOML_CORPUS`, or `../shared/corpus` beside the workspace.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the workspace.
///
/// # Panics
/// When this package is in none.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is in a workspace")
}

/// The folder of real files, where there is one.
#[must_use]
pub fn corpus() -> Option<PathBuf> {
    let named = std::env::var_os("TOML_CORPUS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| workspace().join("../shared/corpus"));
    folder.is_dir().then_some(folder)
}

/// The TOML and lock files of a folder, by name.
///
/// # Panics
/// When the folder cannot be read.
#[must_use]
pub fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|e| e == "toml" || e == "lock");
    let mut paths: Vec<_> = paths.filter(is_toml).collect();
    paths.sort();
    paths
}
