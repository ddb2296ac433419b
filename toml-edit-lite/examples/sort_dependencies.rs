//! Sorts the dependencies of a manifest and the features in them. Comments go with their lines.

use toml_edit_lite::{DocumentMut, Error};

const MANIFEST: &str = r#"
[dependencies]
# Pinned: 1.1 is broken.
toml = "=1.0"
anyhow = "1" # errors

[features]
default = [
    "serde", # all
    "chrono",
]
"#;

fn main() -> Result<(), Error> {
    let mut manifest = DocumentMut::parse(MANIFEST)?;
    manifest.edit(|tx| {
        tx.sort_keys("dependencies", str::cmp)?;
        tx.sort("features.default", |one, other| {
            one.as_str().cmp(&other.as_str())
        })
    })?;
    print!("{manifest}");
    let expected = r#"
[dependencies]
anyhow = "1" # errors
# Pinned: 1.1 is broken.
toml = "=1.0"

[features]
default = [
    "chrono",
    "serde", # all
]
"#;
    assert_eq!(manifest.as_str(), expected);
    Ok(())
}
