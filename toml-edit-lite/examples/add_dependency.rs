//! Adds dependencies to a manifest: each at its alphabetical place, in the form of its neighbours.

use toml_edit_lite::{DocumentMut, Error, Raw};

const MANIFEST: &str = r#"
[package]
name = "demo"

[dependencies]
anyhow = "1"
# Derive only.
serde = { version = "1", features = ["derive"] }

[dev-dependencies]
"#;

fn main() -> Result<(), Error> {
    let mut manifest = DocumentMut::parse(MANIFEST)?;
    manifest.edit(|tx| {
        tx.insert_sorted(
            "dependencies",
            "clap",
            Raw::parse(r#"{ version = "4", features = ["derive"] }"#)?,
        )?;
        tx.insert_sorted("dependencies", "toml", "1")?;
        tx.push("dependencies.serde.features", "rc")?;
        tx.set("dev-dependencies.insta", "1")
    })?;
    print!("{manifest}");
    let expected = r#"
[package]
name = "demo"

[dependencies]
anyhow = "1"
clap = { version = "4", features = ["derive"] }
# Derive only.
serde = { version = "1", features = ["derive", "rc"] }
toml = "1"

[dev-dependencies]
insta = "1"
"#;
    assert_eq!(manifest.as_str(), expected);
    Ok(())
}
