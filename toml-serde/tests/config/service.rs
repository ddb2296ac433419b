//! The example of a service says what the readme shows.

#[path = "../../examples/service/settings.rs"]
mod settings;

use std::path::Path;

use settings::{Settings, Which, config};
use toml_serde::config::Env;

/// What the readme shows behind a command, without the command.
fn shown(command: &str) -> &'static str {
    let readme = include_str!("../../README.md");
    let (_, behind) = readme.split_once(command).expect("the command");
    let (_, output) = behind.split_once('\n').expect("the output");
    output.split_once("\n```").expect("the end").0
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/service")
}

fn shorten(text: &str) -> String {
    text.replace(&format!("{}/", folder().display()), "")
}

#[test]
fn service_explains_itself_as_the_readme_shows() {
    let config = config(&folder(), Which::Config)
        .env(Env::new("APP").variables([("APP__SERVER__PORT", "9000")]))
        .set("server.workers=8");
    let extracted = config
        .extract_with_warnings::<Settings>()
        .expect("settings");
    let warnings = extracted.warnings.iter();
    let mut parts: Vec<_> = warnings
        .map(|warning| format!("warning: {warning}\n\n"))
        .collect();
    let loaded = config.load().expect("layers");
    parts.push(loaded.explain_as::<Settings>());
    let text = parts.concat();
    // Comments stand in one column, so a longer path moves none of them.
    assert_eq!(
        shorten(&text).trim_end(),
        shown("-- --set server.workers=8 --explain")
    );
}

#[test]
fn service_reports_mistakes_as_the_readme_shows() {
    let errors = config(&folder(), Which::Broken)
        .env(Env::new("APP").variables([("APP__SERVER__WORKERS", "many")]))
        .set("server.tls.certificate=1")
        .extract::<Settings>()
        .expect_err("mistakes");
    assert_eq!(shorten(&errors.to_string()), shown("-- --broken"));
}
