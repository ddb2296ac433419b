//! Which files to check: from the arguments to a list in path order, each file once.
//!
//! Knows folders and names; never opens a file.

mod known;
mod walk;

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::check::Progress;

/// The name of standard input in reports.
pub(crate) const STDIN: &str = "<stdin>";

/// Something to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// Where the bytes come from.
    pub(crate) source: Source,
    /// The name that reports use: the path as given, `/` between its parts on every system.
    pub(crate) name: String,
}

/// Where bytes come from. Standard input comes before all files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A path that could not be looked at.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The path, as reports name it.
    pub(crate) name: String,
    /// What the operating system or the walker said.
    pub(crate) error: String,
}

/// What the arguments came to.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// What to check, in path order.
    pub(crate) inputs: Vec<Input>,
    /// What could not be looked at, in the order of the arguments.
    pub(crate) failures: Vec<Failure>,
}

/// Whether the same file can turn up twice, so that telling files apart is worth a system call each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Repeats {
    Impossible,
    Possible,
}

/// A file, and what tells it from every other: its path without symbolic links.
struct Candidate {
    source: Source,
    identity: Option<PathBuf>,
}

/// Finds all that the arguments name.
pub(crate) fn find(paths: &[PathBuf], progress: &Progress) -> Found {
    let repeats = if paths.len() > 1 {
        Repeats::Possible
    } else {
        Repeats::Impossible
    };
    let mut candidates = Vec::new();
    let mut failures = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            candidates.push(Candidate {
                source: Source::Stdin,
                identity: None,
            });
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let walked = walk::folder(path, progress);
                failures.extend(walked.failures);
                candidates.extend(in_folder(path, walked.files, repeats));
            }
            Ok(_) => candidates.push(named(path, repeats)),
            Err(error) => failures.push(Failure::new(path, &error)),
        }
    }
    Found {
        inputs: ordered(candidates),
        failures,
    }
}

/// A file that was named itself.
fn named(path: &Path, repeats: Repeats) -> Candidate {
    Candidate {
        source: Source::File(path.to_path_buf()),
        identity: identity(path, repeats),
    }
}

/// The files below a folder. No symbolic link was followed to them, so only the folder is resolved.
fn in_folder(folder: &Path, files: Vec<PathBuf>, repeats: Repeats) -> Vec<Candidate> {
    let resolved = identity(folder, repeats);
    let candidate = |file: PathBuf| {
        let relative = file.strip_prefix(folder).unwrap_or(&file);
        let identity = resolved.as_ref().map(|folder| folder.join(relative));
        let path = if folder == Path::new(".") {
            relative.to_path_buf()
        } else {
            file
        };
        Candidate {
            source: Source::File(path),
            identity,
        }
    };
    files.into_iter().map(candidate).collect()
}

fn identity(path: &Path, repeats: Repeats) -> Option<PathBuf> {
    match repeats {
        Repeats::Impossible => None,
        Repeats::Possible => fs::canonicalize(path).ok(),
    }
}

/// Drops what came before under another name, and sorts by path, part by part.
fn ordered(candidates: Vec<Candidate>) -> Vec<Input> {
    let mut seen_sources = HashSet::new();
    let mut seen_identities = HashSet::new();
    let mut sources: Vec<Source> = Vec::new();
    for Candidate { source, identity } in candidates {
        let is_new = match identity {
            Some(identity) => seen_identities.insert(identity),
            None => seen_sources.insert(source.clone()),
        };
        if is_new {
            sources.push(source);
        }
    }
    sources.sort_unstable();
    sources.into_iter().map(Input::from).collect()
}

impl From<Source> for Input {
    fn from(source: Source) -> Self {
        let name = match &source {
            Source::Stdin => STDIN.to_string(),
            Source::File(path) => display(path),
        };
        Self { source, name }
    }
}

impl Failure {
    fn new(path: &Path, error: &io::Error) -> Self {
        Self {
            name: display(path),
            error: error.to_string(),
        }
    }
}

/// A path for people and for other programs: `/` on every system, U+FFFD for what is not UTF-8.
fn display(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests;
