use super::{BorrowedCargoLock, CargoLock, CargoManifest, Format, PoetryLock, Pyproject, UvLock};
use crate::inputs;

/// What is read holds all that is there, and both libraries read the same.
fn check<F: Format>(text: &str) {
    let arena = toml_spanner::Arena::new();
    let model: F::Model<'_> = toml::from_str(text).expect("a model that fits");
    let mut document = toml_spanner::parse(text, &arena).expect("TOML");
    let found: F::Model<'_> = document.to().expect("a model that fits");
    assert!(found == model, "toml-spanner reads something else");

    let data = |text: &str| toml::from_str::<toml::Value>(text).expect("TOML");
    let written = toml::to_string(&model).expect("text");
    assert_eq!(data(&written), data(text));
    let written = toml_spanner::to_string(&model).expect("text");
    assert_eq!(data(&written), data(text));
}

fn check_inputs<F: Format>() {
    for input in inputs::all() {
        if F::INPUTS.iter().any(|name| input.name.ends_with(name)) {
            println!("{}", input.name);
            check::<F>(&input.text);
        }
    }
}

#[test]
fn cargo_lock_is_complete() {
    check_inputs::<CargoLock>();
    check_inputs::<BorrowedCargoLock<'static>>();
}

#[test]
fn cargo_manifest_is_complete() {
    check_inputs::<CargoManifest>();
}

#[test]
fn poetry_lock_is_complete() {
    check_inputs::<PoetryLock>();
}

#[test]
fn pyproject_is_complete() {
    check_inputs::<Pyproject>();
}

#[test]
fn uv_lock_is_complete() {
    check_inputs::<UvLock>();
}

/// Otherwise a model that names too little would look complete where it reads nothing.
#[test]
fn keys_that_no_model_names_are_errors() {
    let text = "[package]\nname = 'a'\nshade = 'b'\n";
    assert!(toml::from_str::<CargoManifest>(text).is_err());
    assert!(toml_spanner::from_str::<CargoManifest>(text).is_err());
}

#[test]
fn poetry_lock_takes_every_shape_of_a_dependency() {
    check::<PoetryLock>(POETRY_LOCK);
}

const POETRY_LOCK: &str = r#"
[[package]]
name = "a"
version = "1"
description = ""
optional = false
python-versions = "*"
groups = ["main"]
markers = { main = "os_name == 'nt'" }
files = []

[package.dependencies]
b = "*"
c = { version = "1", markers = "extra == 'x'", optional = true }
d = [{ version = "1" }, { version = "2", extras = ["e"] }]

[metadata]
lock-version = "2.1"
python-versions = "*"
content-hash = "0"
"#;

#[test]
fn dates_are_not_of_any_shape() {
    let text = "[package.metadata]\nday = 2024-01-01";
    assert!(toml_spanner::from_str::<CargoManifest>(text).is_err());
}
