//! What becomes of a file while something goes wrong with saving it: it is the old one or the new one, whole.
//!
//! Needs signals, limits and folders as Unix has them.
#![cfg(unix)]

#[cfg(target_os = "linux")]
mod calls;
mod folder;
mod kill;
#[cfg(target_os = "linux")]
mod mounted;
mod space;
mod together;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use toml_edit_lite::{DocumentMut, Error, Path as TomlPath, Segment};

/// What the names of temporary files start with, which a killed process leaves behind.
const TEMPORARY: &str = ".toml-edit-";

/// The lines between the first and the last of a file.
const LINES: usize = 2_000;

/// A text whose first and last lines have the same number, so that one sees whether it is whole.
fn text(number: i64) -> String {
    let lines = "# a line to make the file long, so that writing it takes a while\n".repeat(LINES);
    format!("first = {number}\n{lines}last = {number}\n")
}

/// The number of a text, if it is one of [`text`].
fn number(found: &str) -> Option<i64> {
    let first = found.lines().next()?.strip_prefix("first = ")?;
    let number = first.parse().ok()?;
    (found == text(number)).then_some(number)
}

/// Sets both numbers.
fn renumber(document: &mut DocumentMut, number: i64) -> Result<(), Error> {
    document.edit(|tx| {
        ["first", "last"]
            .into_iter()
            .try_for_each(|key| tx.set(key, number))
    })
}

/// A folder with a file of number 0.
fn file() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.toml");
    fs::write(&path, text(0)).expect("the file can be written");
    (folder, path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let name = |entry: io::Result<fs::DirEntry>| {
        let name = entry.expect("an entry").file_name();
        name.into_string().expect("a name of letters")
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

/// A path of one key.
fn key(name: &str) -> TomlPath {
    TomlPath::from(vec![Segment::Key(name.to_owned())])
}

/// [`check_failure_with`] for one kind of error.
fn check_failure(path: &Path, document: &mut DocumentMut, kind: io::ErrorKind) {
    check_failure_with(path, document, |error| assert_eq!(error.kind(), kind));
}

/// Checks that saving fails as it should, and that everything is as before but for the document, which keeps its edit.
fn check_failure_with(path: &Path, document: &mut DocumentMut, check: impl Fn(&io::Error)) {
    let folder = path.parent().expect("a folder");
    let before = (read(path), names(folder));
    let edited = document.to_string();
    assert_ne!(edited, before.0, "something is to be saved");
    let error = document.save().expect_err("the file cannot be saved");
    check(error.io_error().expect("an error of the system"));
    assert_eq!((read(path), names(folder)), before);
    assert_eq!(document.as_str(), edited);
}
