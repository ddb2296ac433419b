//! Sets an option deep in a `pyproject.toml`, whether its tables are there or not.
//!
//! `cargo run -p toml-edit-lite --example set_tool_option -- pyproject.toml tool.ruff.line-length 100` does it in a file.

use toml_edit_lite::{DocumentMut, Error, Raw};

const PROJECT: &str = r#"
[project]
name = "demo"

[tool.ruff] # the linter
line-length = 88

[build-system]
requires = ["hatchling"]
"#;

/// A value as it would stand in a file, or a text without quotes.
fn set(project: &mut DocumentMut, path: &str, value: &str) -> Result<(), Error> {
    match Raw::parse(value) {
        Ok(raw) => project.set(path, raw),
        Err(_) => project.set(path, value),
    }
}

fn main() -> Result<(), Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [file, path, value] = arguments.as_slice() {
        let mut project = DocumentMut::open(file)?;
        set(&mut project, path, value)?;
        return project.save();
    }
    let mut project = DocumentMut::parse(PROJECT)?;
    set(&mut project, "tool.ruff.line-length", "100")?;
    set(&mut project, "tool.ruff.lint.select", "['E', 'F']")?;
    set(&mut project, "tool.mypy.python_version", "3.13.0")?;
    print!("{project}");
    let expected = r#"
[project]
name = "demo"

[tool.ruff] # the linter
line-length = 100

[tool.ruff.lint]
select = ['E', 'F']

[tool.mypy]
python_version = "3.13.0"

[build-system]
requires = ["hatchling"]
"#;
    assert_eq!(project.as_str(), expected);
    Ok(())
}
