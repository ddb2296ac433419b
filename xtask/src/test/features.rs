//! Each library crate without its features, and with each of them alone.

use serde_json::Value;

use crate::shell::{self, Result, cargo};

/// A library crate of the workspace and its features.
struct Library {
    name: String,
    features: Vec<String>,
}

/// Tests every library that has features without any, and lints it with each alone.
pub(super) fn run() -> Result<()> {
    for Library { name, features } in libraries()? {
        if features.is_empty() {
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
    }
    Ok(())
}

/// Warnings count: code that only some other feature uses is found here.
fn lint(package: &str, feature: &str) -> Result<()> {
    let selection = [
        "clippy",
        "--package",
        package,
        "--all-targets",
        "--no-default-features",
        "--features",
        feature,
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

/// A package as a library, if it is one.
fn library(package: &Value) -> Option<Library> {
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
    let features = package["features"].as_object()?.keys();
    Some(Library {
        name: package["name"].as_str()?.to_string(),
        features: features
            .filter(|feature| *feature != "default")
            .cloned()
            .collect(),
    })
}
