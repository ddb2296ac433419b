//! The folder that a process works in: a file of its own, since all tests of one share it.

use std::fs;

use toml_edit_lite::{DocumentMut, Error};

#[test]
fn relative_paths_are_those_of_the_time_of_opening() -> Result<(), Error> {
    let (one, other) = (tempfile::TempDir::new()?, tempfile::TempDir::new()?);
    for folder in [&one, &other] {
        fs::write(folder.path().join("a.toml"), "a = 1\n")?;
    }
    std::env::set_current_dir(one.path())?;
    let mut document = DocumentMut::open("a.toml")?;
    document.set("a", 2)?;
    std::env::set_current_dir(other.path())?;
    document.save()?;
    assert_eq!(fs::read_to_string(one.path().join("a.toml"))?, "a = 2\n");
    assert_eq!(fs::read_to_string(other.path().join("a.toml"))?, "a = 1\n");
    Ok(())
}
