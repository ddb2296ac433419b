//! Sets the version of a workspace and of all path dependencies that name it, in one transaction.

use toml_edit_lite::{DocumentMut, Error};

const MANIFEST: &str = r#"
[workspace]
members = ["core", "cli"]

[workspace.package]
version = "0.1.0" # all crates have this one
edition = "2024"

[workspace.dependencies]
core = { path = "core", version = "0.1.0" }
cli  = { path = "cli",  version = "0.1.0", default-features = false }
serde = "1.0"
"#;

fn bump(source: &str, version: &str) -> Result<DocumentMut, Error> {
    let mut manifest = DocumentMut::parse(source)?;
    let dependencies = manifest
        .get("workspace.dependencies")
        .and_then(|table| table.as_table());
    let own: Vec<String> = dependencies
        .into_iter()
        .flatten()
        .filter(|(_, value)| value.get("path").is_some())
        .map(|(name, _)| name.to_string())
        .collect();
    manifest.edit(|tx| {
        tx.set("workspace.package.version", version)?;
        own.iter()
            .try_for_each(|name| tx.set(["workspace", "dependencies", name, "version"], version))
    })?;
    Ok(manifest)
}

fn main() -> Result<(), Error> {
    let manifest = bump(MANIFEST, "0.2.0")?;
    print!("{manifest}");
    assert_eq!(manifest.as_str(), MANIFEST.replace("0.1.0", "0.2.0"));
    Ok(())
}
