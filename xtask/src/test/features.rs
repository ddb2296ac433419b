//! Each published library without its features, and with each of them alone.

use std::fs;
use std::path::Path;

use ignore::Walk;
use serde_json::Value;

use crate::shell::{self, Result, cargo};

/// A library crate of the workspace and its features.
struct Library {
    name: String,
    /// Those that turn something on.
    features: Vec<String>,
    /// Those that are there for their names: they turn nothing on, and no code asks for them.
    names: Vec<String>,
}

/// Tests every published library that has features without any, and lints it with each alone.
pub(super) fn run() -> Result<()> {
    for library in libraries()? {
        let Library {
            name,
            features,
            names,
        } = library;
        if features.is_empty() && names.is_empty() {
            eprintln!("{name} has no features");
            continue;
        }
        shell::run(&mut cargo(&[
            "test",
            "--package",
            &name,
            "--no-default-features",
        ]))?;
        for feature in features {
            lint(&name, &feature)?;
        }
        if !names.is_empty() {
            lint(&name, &names.join(","))?;
        }
    }
    Ok(())
}

/// Warnings count: code that only some other feature uses is found here.
fn lint(package: &str, features: &str) -> Result<()> {
    let selection = [
        "clippy",
        "--package",
        package,
        "--all-targets",
        "--no-default-features",
        "--features",
        features,
    ];
    shell::run(cargo(&selection).args(["--", "-D", "warnings"]))
}

/// Asks cargo which library crates there are.
fn libraries() -> Result<Vec<Library>> {
    let text = shell::output(&mut cargo(&[
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
    ]))?;
    let metadata: Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"]
        .as_array()
        .ok_or("cargo metadata names no packages")?;
    Ok(packages.iter().filter_map(library).collect())
}

/// A package as a library, if it is one that is published: features of others are switches of our own programs.
fn library(package: &Value) -> Option<Library> {
    if package["publish"].as_array().is_some_and(Vec::is_empty) {
        return None;
    }
    let is_library = |target: &Value| {
        let kinds = target["kind"].as_array();
        kinds.is_some_and(|kinds| {
            kinds
                .iter()
                .any(|kind| matches!(kind.as_str(), Some("lib" | "rlib" | "cdylib")))
        })
    };
    package["targets"]
        .as_array()?
        .iter()
        .find(|target| is_library(target))?;
    let manifest = Path::new(package["manifest_path"].as_str()?);
    let is_name = |(feature, enables): &(&String, &Value)| {
        let is_empty = enables.as_array().is_some_and(Vec::is_empty);
        is_empty
            && !manifest
                .parent()
                .is_some_and(|folder| is_asked_for(folder, feature))
    };
    let features = package["features"].as_object()?.iter();
    let features = features.filter(|(feature, _)| *feature != "default");
    let (names, features): (Vec<_>, Vec<_>) = features.partition(is_name);
    let owned = |features: Vec<(&String, &Value)>| -> Vec<String> {
        features
            .into_iter()
            .map(|(feature, _)| feature.clone())
            .collect()
    };
    Some(Library {
        name: package["name"].as_str()?.to_string(),
        features: owned(features),
        names: owned(names),
    })
}

/// Whether a file of a crate has code that depends on a feature.
fn is_asked_for(folder: &Path, feature: &str) -> bool {
    let condition = format!("feature = \"{feature}\"");
    let asks = |path: &Path| {
        path.extension().is_some_and(|extension| extension == "rs")
            && fs::read_to_string(path).is_ok_and(|code| code.contains(&condition))
    };
    Walk::new(folder).flatten().any(|entry| asks(entry.path()))
}
