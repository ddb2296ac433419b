//! Configuration in layers.
//!
//! `INSTA_UPDATE=always cargo test -p toml-serde --test config` writes the snapshots anew; read them before they are
//! committed.

mod corners;
mod explain;
mod folder;
mod interpolation;
mod layers;
mod merging;
mod origins;
mod overrides;
mod paths;
mod renames;
mod reports;
mod secrets;
mod secrets_of_layers;
mod service;
mod unknown;
mod variables;
#[cfg(feature = "watch")]
mod watch;

use folder::Folder;
use toml_serde::config::{Config, Errors};

/// The merged values as TOML.
fn merged(config: &Config) -> String {
    let loaded = config.load().unwrap_or_else(|errors| panic!("{errors}"));
    loaded.to_table().to_string()
}

/// The errors of a configuration, without the folder's path.
fn errors_of<T: serde::de::DeserializeOwned + std::fmt::Debug>(
    folder: &Folder,
    config: &Config,
) -> String {
    let errors: Errors = config.extract::<T>().expect_err("errors");
    folder.shorten(&errors.to_string())
}
