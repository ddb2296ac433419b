//! Types that lock files and manifests are read into, one module a format.
//!
//! Each is complete for the inputs that it stands for: a key that it does not name is an error, so
//! that no library gains by skipping one. They derive what `serde` needs and `Toml` of
//! `toml-spanner`, with the same rules; where a key takes more than one shape, [`shapes`] chooses by
//! the kind of the value in both, since trying one variant after the other is slow for everyone.
//!
//! Know the formats; know nothing of how long reading them takes.

mod cargo_lock;
mod cargo_manifest;
mod poetry_lock;
mod pyproject;
mod shapes;
mod uv_lock;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use toml_spanner::{FromToml, ToToml};

pub(crate) use cargo_lock::{BorrowedCargoLock, CargoLock};
pub(crate) use cargo_manifest::CargoManifest;
pub(crate) use poetry_lock::PoetryLock;
pub(crate) use pyproject::Pyproject;
pub(crate) use uv_lock::UvLock;

/// A type that files of a format are read into and written from.
pub(crate) trait Format {
    /// The type; it may borrow from the source.
    type Model<'de>: Deserialize<'de> + FromToml<'de> + Serialize + ToToml + PartialEq + 'de;

    /// Which inputs are in the format: those whose names end so.
    const INPUTS: &'static [&'static str];
}

macro_rules! format {
    ($model:ident, $inputs:expr) => {
        impl Format for $model {
            type Model<'de> = Self;
            const INPUTS: &'static [&'static str] = $inputs;
        }
    };
}

format!(CargoLock, &["Cargo.lock", "lock-file"]);
format!(CargoManifest, &["Cargo.toml", "manifest"]);
format!(PoetryLock, &["poetry.lock"]);
format!(Pyproject, &["pyproject", "pyproject.toml"]);
format!(UvLock, &["uv.lock", "python-lock"]);

impl Format for BorrowedCargoLock<'static> {
    type Model<'de> = BorrowedCargoLock<'de>;
    const INPUTS: &'static [&'static str] = CargoLock::INPUTS;
}
