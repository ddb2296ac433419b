//! A folder of TOML files as in a large repository, with a `.gitignore`.

use std::fs;
use std::io;
use std::path::Path;

use crate::generate::Shape;

/// How many files are to be checked.
pub const FILES: usize = 500;

/// How many more there are that `.gitignore` names.
const IGNORED_FILES: usize = 20;

/// File names, the shapes of their text, and how many bytes of it.
const KINDS: &[(&str, &str, usize)] = &[
    ("Cargo.toml", "manifest", 4_000),
    ("config/service.toml", "service", 3_000),
    ("locales/messages.toml", "i18n", 10_000),
    ("pyproject.toml", "pyproject", 5_000),
    ("data/events.toml", "date-times", 8_000),
];

/// Writes the folder anew, and returns how many bytes the files to be checked have.
///
/// # Errors
/// When something cannot be written.
pub fn write_folder(folder: &Path) -> io::Result<usize> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join(".gitignore"), "target/\n*.local.toml\n")?;
    let mut bytes = 0;
    for number in 0..FILES {
        let package = format!(
            "packages/group-{:02}/package-{:03}",
            number / 50,
            number / KINDS.len()
        );
        bytes += write_file(&folder.join(package), number)?;
    }
    for number in 0..IGNORED_FILES {
        write_file(&folder.join(format!("target/package-{number:03}")), number)?;
    }
    Ok(bytes)
}

fn write_file(package: &Path, number: usize) -> io::Result<usize> {
    let (name, shape, bytes) = KINDS[number % KINDS.len()];
    let seed = number as u64 + 2;
    let text = Shape::find(shape).map_or(String::new(), |shape| shape.text_of(seed, bytes));
    let path = package.join(name);
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, &text)?;
    Ok(text.len())
}
