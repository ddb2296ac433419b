//! The table of inputs that every measurement uses.
//!
//! This repository's own lock file and manifests, the shapes of [`generate`](crate::generate), and
//! the files of a folder of real ones, where it exists.

mod json;

#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use crate::generate::SHAPES;

/// Where an input comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file of this repository: it changes with it.
    Repository,
    /// Made from a seed: it never changes.
    Generated,
    /// A file of the folder that `TOML_CORPUS` names.
    Corpus,
}

/// A text to measure with.
#[derive(Clone, Debug)]
pub struct Input {
    /// What it is called in tables.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The TOML text.
    pub text: String,
    /// The same data as JSON, dates as strings; `None` where it holds a `nan` or `inf`.
    pub json: Option<String>,
}

/// Inputs below this many bytes are shown, but not counted in means.
pub const SMALLEST_COUNTED: usize = 500;

/// All inputs.
#[must_use]
pub fn all() -> Vec<Input> {
    let mut inputs = repository();
    inputs.extend(generated());
    inputs.extend(corpus(&corpus_folder()));
    inputs
}

/// The inputs whose names contain `filter`.
#[must_use]
pub fn matching(filter: Option<&str>) -> Vec<Input> {
    let mut inputs = all();
    inputs.retain(|input| filter.is_none_or(|filter| input.name.contains(filter)));
    inputs
}

/// The generated inputs.
#[must_use]
pub fn generated() -> Vec<Input> {
    SHAPES
        .iter()
        .filter_map(|shape| Input::new(shape.name, Origin::Generated, shape.text()))
        .collect()
}

/// The folder that this repository is in.
#[must_use]
pub fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest)
}

impl Input {
    /// An input, unless the text is not TOML 1.0.
    #[must_use]
    pub fn new(name: impl Into<String>, origin: Origin, text: String) -> Option<Self> {
        let document = toml_core::parse(&text).ok()?;
        let json = json::encode(&document);
        Some(Self {
            name: name.into(),
            origin,
            json,
            text,
        })
    }

    /// The length of the text in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Whether the input is large enough to count in means.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.bytes() >= SMALLEST_COUNTED
    }
}

/// The lock file and the manifests at the root and in the folders below.
fn repository() -> Vec<Input> {
    let mut paths = vec![PathBuf::from("Cargo.lock"), PathBuf::from("Cargo.toml")];
    paths.extend(entries(root()).into_iter().filter_map(|folder| {
        let manifest = Path::new(folder.file_name()?).join("Cargo.toml");
        root().join(&manifest).is_file().then_some(manifest)
    }));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(root().join(&path)).ok()?;
        let name = path.to_string_lossy().replace('\\', "/");
        Input::new(format!("./{name}"), Origin::Repository, text)
    };
    paths.into_iter().filter_map(read).collect()
}

/// `TOML_CORPUS`, relative to the root of the repository.
fn corpus_folder() -> PathBuf {
    let folder = std::env::var_os("TOML_CORPUS").unwrap_or_else(|| "../shared/corpus".into());
    root().join(folder)
}

/// Every TOML file of a folder that is valid.
fn corpus(folder: &Path) -> Vec<Input> {
    let is_toml = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("toml" | "lock"))
    };
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).ok()?;
        let name = path.file_name()?.to_string_lossy().into_owned();
        Input::new(name, Origin::Corpus, text)
    };
    let paths = entries(folder).into_iter().filter(is_toml);
    paths.filter_map(read).collect()
}

/// What a folder holds, by name; nothing where it cannot be read.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
