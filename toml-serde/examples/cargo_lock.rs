//! Reads a `Cargo.lock` without copying any of its text, and tells which packages are there twice.
//!
//! `cargo run -p toml-serde --example cargo_lock [FILE]`; without a file, the `Cargo.lock` of the current folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;

use serde::Deserialize;

/// What a lock file of version 3 or 4 holds, but for patches that nobody uses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lock<'s> {
    version: u8,
    #[serde(borrow, default)]
    package: Vec<Package<'s>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Package<'s> {
    name: &'s str,
    version: &'s str,
    source: Option<&'s str>,
    checksum: Option<&'s str>,
    #[serde(borrow, default)]
    dependencies: Vec<Cow<'s, str>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "Cargo.lock".to_owned());
    let source = std::fs::read_to_string(&path)?;
    // `Debug` is what `main` prints of an error; `Display` is what people want to see.
    let lock: Lock<'_> =
        toml_serde::from_str(&source).map_err(|error| format!("{path}: {error}"))?;

    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in &lock.package {
        versions
            .entry(package.name)
            .or_default()
            .push(package.version);
    }
    let edges: usize = lock
        .package
        .iter()
        .map(|package| package.dependencies.len())
        .sum();
    println!(
        "{} packages, {edges} dependencies, lock file version {}",
        lock.package.len(),
        lock.version
    );
    let is_unchecked =
        |package: &&Package<'_>| package.source.is_some() && package.checksum.is_none();
    for package in lock.package.iter().filter(is_unchecked) {
        println!("{} {} has no checksum", package.name, package.version);
    }
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        println!("{name}: {}", versions.join(", "));
    }
    Ok(())
}
