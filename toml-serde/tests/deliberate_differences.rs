//! What this crate does otherwise than the crate `toml`, on purpose, with both sides asserted.
//!
//! All else is the same: see `compat/areas.rs`.

#[path = "deliberate_differences/errors.rs"]
mod errors;
#[path = "deliberate_differences/names.rs"]
mod names;
#[path = "deliberate_differences/reading.rs"]
mod reading;
#[path = "deliberate_differences/spans.rs"]
mod spans;
#[path = "deliberate_differences/writing.rs"]
mod writing;

use std::fmt::Debug;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

/// Asserts what either side reads in the field `v` of a document, or the message of its error.
#[track_caller]
fn assert_reads<T>(text: &str, ours: Result<T, &str>, theirs: Result<T, &str>)
where
    T: DeserializeOwned + PartialEq + Debug,
{
    let read = toml_serde::from_str::<Holder<T>>(text).map(|holder| holder.v);
    let read = read.map_err(|error| error.message().to_owned());
    assert_eq!(read, ours.map_err(str::to_owned), "ours");
    let read = toml::from_str::<Holder<T>>(text).map(|holder| holder.v);
    let read = read.map_err(|error| error.message().to_owned());
    assert_eq!(read, theirs.map_err(str::to_owned), "theirs");
}

/// Asserts what either side displays for the error in a document.
#[track_caller]
fn assert_displays<T: DeserializeOwned + Debug>(text: &str, ours: &str, theirs: &str) {
    let error = toml_serde::from_str::<T>(text).expect_err("an error of ours");
    assert_eq!(error.to_string(), ours, "ours");
    let error = toml::from_str::<T>(text).expect_err("an error of theirs");
    assert_eq!(error.to_string(), theirs, "theirs");
}

/// Asserts the text or the error that either side writes.
#[track_caller]
fn assert_writes<T: Serialize>(value: &T, ours: Result<&str, &str>, theirs: Result<&str, &str>) {
    let written = toml_serde::to_string(value).map_err(|error| error.to_string());
    assert_eq!(written.as_deref().map_err(String::as_str), ours, "ours");
    let written = toml::to_string(value).map_err(|error| error.to_string());
    assert_eq!(written.as_deref().map_err(String::as_str), theirs, "theirs");
}
