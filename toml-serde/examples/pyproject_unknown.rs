//! Prints the keys of a `pyproject.toml` that its standards do not know.
//!
//! `cargo run -p toml-serde --example pyproject_unknown [FILE]`; without a file, one that is built in.
//!
//! The tables `[project]` (PEP 621, 639), `[build-system]` (PEP 518, 517) and `[dependency-groups]` (PEP 735);
//! what is below `[tool]` is each tool's own.

use std::collections::BTreeMap;
use std::error::Error;

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml_serde::{Options, UnknownFields, from_str_with};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "only the keys are looked at")]
struct PyProject {
    build_system: Option<BuildSystem>,
    project: Option<Project>,
    dependency_groups: Option<BTreeMap<String, Vec<Requirement>>>,
    tool: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "only the keys are looked at")]
struct BuildSystem {
    requires: Vec<String>,
    build_backend: Option<String>,
    backend_path: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "only the keys are looked at")]
struct Project {
    name: String,
    version: Option<String>,
    description: Option<String>,
    readme: Option<Readme>,
    requires_python: Option<String>,
    license: Option<License>,
    license_files: Option<Vec<String>>,
    authors: Option<Vec<Person>>,
    maintainers: Option<Vec<Person>>,
    keywords: Option<Vec<String>>,
    classifiers: Option<Vec<String>>,
    urls: Option<BTreeMap<String, String>>,
    scripts: Option<BTreeMap<String, String>>,
    gui_scripts: Option<BTreeMap<String, String>>,
    entry_points: Option<BTreeMap<String, BTreeMap<String, String>>>,
    dependencies: Option<Vec<String>>,
    optional_dependencies: Option<BTreeMap<String, Vec<String>>>,
    dynamic: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only the keys are looked at")]
struct Person {
    name: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only the keys are looked at")]
enum Readme {
    Path(String),
    Table(BTreeMap<String, String>),
}

#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only the keys are looked at")]
enum License {
    Expression(String),
    Table(BTreeMap<String, String>),
}

#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only the keys are looked at")]
enum Requirement {
    Specifier(String),
    Include(BTreeMap<String, String>),
}

const BUILT_IN: &str = "\
[project]
name = 'demo'
verison = '1.0'
requires_python = '>=3.10'

[build-system]
requires = ['hatchling']
build-backand = 'hatchling.build'

[tool.black]
line-length = 88
";

fn main() -> Result<(), Box<dyn Error>> {
    let (path, source) = match std::env::args().nth(1) {
        Some(path) => (path.clone(), std::fs::read_to_string(path)?),
        None => ("pyproject.toml".to_owned(), BUILT_IN.to_owned()),
    };
    let options = Options {
        unknown_fields: UnknownFields::Collect,
        ..Options::default()
    };
    match from_str_with::<PyProject>(&source, options) {
        Ok(parsed) => {
            for field in &parsed.unknown_fields {
                println!("{path}: {field}");
            }
            println!("{} unknown keys", parsed.unknown_fields.len());
        }
        Err(error) => eprintln!("{path}: {error}"),
    }
    Ok(())
}
