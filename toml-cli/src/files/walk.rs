//! The TOML files below a folder.
//!
//! Invariant: follows no symbolic link, so it ends, meets each file once, and never leaves the folder.

use std::path::{Path, PathBuf};
use std::sync::mpsc;

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::{Failure, known};
use crate::check::Progress;

/// Folders with up to so many entries below them are walked in one thread: the parallel walker takes
/// about 2 ms to start and stop, as long as one thread takes for these.
const SMALL: usize = 1000;

/// What a walk met, in no order.
pub(super) struct Walked {
    pub(super) files: Vec<PathBuf>,
    pub(super) failures: Vec<Failure>,
}

/// Finds the TOML files below `folder` that neither a `.gitignore` names nor a hidden folder holds.
pub(super) fn folder(folder: &Path, progress: &Progress) -> Walked {
    let builder = builder(folder);
    let mut walked = walk_small(&builder).unwrap_or_else(|| walk_large(&builder, progress));
    walked.failures.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    walked
}

/// Walks in this thread; gives up where there is too much to walk.
fn walk_small(builder: &WalkBuilder) -> Option<Walked> {
    let mut entries = builder.build();
    let walked = entries.by_ref().take(SMALL).filter_map(keep).collect();
    entries.next().is_none().then_some(walked)
}

/// Walks on all cores.
fn walk_large(builder: &WalkBuilder, progress: &Progress) -> Walked {
    let (sender, receiver) = mpsc::channel();
    builder.build_parallel().run(|| {
        let sender = sender.clone();
        Box::new(move |entry| {
            progress.tick();
            if let Some(kept) = keep(entry) {
                // The receiver outlives the walk.
                let _ = sender.send(kept);
            }
            WalkState::Continue
        })
    });
    drop(sender);
    receiver.into_iter().collect()
}

impl FromIterator<Result<PathBuf, Failure>> for Walked {
    fn from_iter<I: IntoIterator<Item = Result<PathBuf, Failure>>>(entries: I) -> Self {
        let mut walked = Self {
            files: Vec::new(),
            failures: Vec::new(),
        };
        for entry in entries {
            match entry {
                Ok(file) => walked.files.push(file),
                Err(failure) => walked.failures.push(failure),
            }
        }
        walked
    }
}

/// How to walk: `.gitignore` counts with or without a repository, but outside of one those above
/// the folder do not (a home folder kept under version control often ignores everything).
fn builder(folder: &Path) -> WalkBuilder {
    let mut builder = WalkBuilder::new(folder);
    builder
        .require_git(false)
        .parents(is_in_repository(folder))
        // Hidden files such as `.rustfmt.toml` count; hidden folders do not.
        .hidden(false)
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden_folder(entry));
    builder
}

fn is_in_repository(folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    folder
        .ancestors()
        .any(|ancestor| ancestor.join(".git").exists())
}

fn is_hidden_folder(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    is_folder && entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// A regular file with a TOML name, or what went wrong.
fn keep(entry: Result<DirEntry, ignore::Error>) -> Option<Result<PathBuf, Failure>> {
    match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            (is_file && known::is_toml(entry.path())).then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(failure(error))),
    }
}

/// Takes the path out of the walker's error, to be reported like every other.
fn failure(error: ignore::Error) -> Failure {
    match error {
        ignore::Error::WithPath { path, err } => Failure {
            name: super::display(&path),
            error: plain(*err),
        },
        ignore::Error::WithDepth { err, .. } => failure(*err),
        error => Failure {
            name: String::from("."),
            error: plain(error),
        },
    }
}

fn plain(error: ignore::Error) -> String {
    error.into_io_error().map_or_else(
        || String::from("cannot be walked"),
        |error| error.to_string(),
    )
}
