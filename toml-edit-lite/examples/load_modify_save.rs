//! Reads a file into a struct, changes the struct, and writes it back: comments and layout stay.

use std::error::Error;
use std::fs;

use serde::{Deserialize, Serialize};
use toml_edit_lite::DocumentMut;

#[derive(Debug, Deserialize, Serialize)]
struct Config {
    host: String,
    port: u16,
    users: Vec<User>,
}

#[derive(Debug, Deserialize, Serialize)]
struct User {
    name: String,
    admin: bool,
}

const CONFIG: &str = r#"
# Where the service listens.
host = 'localhost'
port = 0x1F40       # 8000

# The first one.
[[users]]
name = "ada"
admin = true
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("config.toml");
    fs::write(&path, CONFIG)?;

    let mut document = DocumentMut::open(&path)?;
    let mut config: Config = toml_serde::from_str(document.as_str())?;
    config.port += 1;
    config.users.push(User {
        name: "grace".to_owned(),
        admin: false,
    });
    document.update_from(&config)?;
    document.save()?;

    print!("{document}");
    let expected = r#"
# Where the service listens.
host = 'localhost'
port = 0x1F41       # 8000

# The first one.
[[users]]
name = "ada"
admin = true

[[users]]
name = "grace"
admin = false
"#;
    assert_eq!(fs::read_to_string(&path)?, expected);
    Ok(())
}
