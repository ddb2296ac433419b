//! Calls of the system that fail while a file is saved: those that a full or broken disk fails with, and those that
//! have to be made once more.

use std::path::Path;

use toml_edit_lite::DocumentMut;
use toml_tests::calls::{self, Failing};
use toml_tests::child::{self, Limits};

use crate::{check_failure_with, file, names, read, renumber, text};

/// Numbers of errors, as Linux has them.
const NOT_PERMITTED: i32 = 1;
const INTERRUPTED: i32 = 4;
const INPUT_OUTPUT: i32 = 5;
const NO_SPACE: i32 = 28;
const QUOTA: i32 = 122;

#[test]
fn file_is_the_old_one_where_a_call_fails() {
    let test = "calls::file_is_the_old_one_where_a_call_fails";
    if let Some(argument) = child::argument(test) {
        let (error, path) = argument.split_once(' ').expect("an error and a path");
        let mut document = DocumentMut::open(path).expect("the file can be opened");
        renumber(&mut document, 1).expect("the keys are there");
        let error = error.parse().expect("a number");
        return check_failure_with(Path::new(path), &mut document, |found| {
            assert_eq!(found.raw_os_error(), Some(error));
        });
    }
    let fails = [
        ("write", 1, INPUT_OUTPUT),
        ("write", 1, NO_SPACE),
        ("write", 1, QUOTA),
        ("fchmod", 1, NOT_PERMITTED),
        // What is in memory only then does not fit, or does not get to the disk.
        ("fsync", 1, INPUT_OUTPUT),
        ("fsync", 1, NO_SPACE),
        ("fsync", 1, QUOTA),
    ];
    for (call, at, error) in fails {
        let (folder, path) = file();
        run(
            test,
            &format!("{error} "),
            &path,
            Failing { call, at, error },
        );
        assert_eq!(read(&path), text(0), "{call} {error}");
        assert_eq!(names(folder.path()), ["a.toml"], "{call} {error}");
    }
}

#[test]
fn file_is_the_new_one_where_a_call_can_be_made_again() {
    let test = "calls::file_is_the_new_one_where_a_call_can_be_made_again";
    if let Some(path) = child::argument(test) {
        let mut document = DocumentMut::open(&path).expect("the file can be opened");
        renumber(&mut document, 1).expect("the keys are there");
        return document.save().expect("the file is saved");
    }
    let passes = [
        ("write", 1, INTERRUPTED),
        ("fchmod", 1, INTERRUPTED),
        ("fsync", 1, INTERRUPTED),
        // Little by little.
        ("write", 0, 0),
        // The file is in its place; that the folder is not synced makes it no less whole.
        ("fsync", 2, INPUT_OUTPUT),
    ];
    for (call, at, error) in passes {
        let (folder, path) = file();
        run(test, "", &path, Failing { call, at, error });
        assert_eq!(read(&path), text(1), "{call} {error}");
        assert_eq!(names(folder.path()), ["a.toml"], "{call} {error}");
    }
}

/// Runs a test as a child in which a call fails; what it has to know of the path goes before that.
fn run(test: &str, before: &str, path: &Path, failing: Failing) {
    let folder = tempfile::TempDir::new().expect("a folder");
    let library = calls::library(folder.path());
    let argument = format!("{before}{}", path.to_str().expect("a path of letters"));
    let mut command = child::command(test, &argument, Limits::default());
    failing.set(&mut command, &library);
    child::check(&mut command, &format!("{test}, {failing:?}"));
}
