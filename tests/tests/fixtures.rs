//! `fixtures/ok`: the tree of each file, as a snapshot.
//! `fixtures/err`: the error of each file, against its own `# expect:` comment and as a snapshot.
//!
//! A line `# toml: 1.1` in a file of `ok` parses it as that version. New and changed snapshots are
//! written with `INSTA_UPDATE=always`, and are to be read before they are committed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use toml_core::{ParseOptions, Version};
use toml_tests::expectation::Expectation;
use toml_tests::{dump, invariants, report};

/// The file in which every kind of error has its code.
const KINDS: &str = include_str!("../../toml-core/src/error/kind.rs");

/// Codes that no fixture can have: a source of 4 GiB is none.
const WITHOUT_FIXTURE: [&str; 1] = ["toml::too-large"];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = vec![Trial::test(
        "every_kind_has_a_fixture",
        every_kind_has_a_fixture,
    )];
    for path in fixtures("ok") {
        trials.push(Trial::test(name("ok", &path), move || check_ok(&path)));
    }
    for path in fixtures("err") {
        trials.push(Trial::test(name("err", &path), move || check_err(&path)));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The TOML files of a folder of fixtures, by name.
fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(folder);
    let entries = fs::read_dir(folder).expect("the fixtures are there");
    let paths = entries.map(|entry| entry.expect("a folder can be read").path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    paths.sort();
    paths
}

fn name(folder: &str, path: &Path) -> String {
    format!("{folder}::{}", stem(path))
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn check_ok(path: &Path) -> Result<(), Failed> {
    let source = fs::read_to_string(path)?;
    let is_new = source.lines().any(|line| line == "# toml: 1.1");
    let version = if is_new { Version::V1_1 } else { Version::V1_0 };
    let document = ParseOptions {
        version,
        ..ParseOptions::default()
    }
    .parse(&source)?;
    invariants::check_bytes(source.as_bytes())?;
    snapshot(path, &dump::dump(&document));
    Ok(())
}

fn check_err(path: &Path) -> Result<(), Failed> {
    let source = fs::read(path)?;
    let expectation = Expectation::find(&source)?;
    let Err(error) = expectation.options.parse_bytes(&source) else {
        return Err("valid, but an error is expected".into());
    };
    expectation.check(&source, &error)?;
    invariants::check_error(&source, &error)?;
    if expectation.options.max_depth == ParseOptions::default().max_depth {
        invariants::check_bytes(&source)?;
    }
    let name = format!("{}.toml", stem(path));
    snapshot(path, &report::render(&name, &source, &error));
    Ok(())
}

/// Compares with the `.snap` file beside a fixture.
fn snapshot(path: &Path, text: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(path.parent().expect("a fixture is in a folder"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(stem(path), text));
}

fn every_kind_has_a_fixture() -> Result<(), Failed> {
    let codes = KINDS
        .split("\"toml::")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let mut missing: BTreeSet<String> = codes.map(|code| format!("toml::{code}")).collect();
    missing.retain(|code| {
        code.chars()
            .all(|c| c.is_ascii_alphanumeric() || c == ':' || c == '-')
    });
    if missing.len() < 50 {
        return Err(format!("only {} codes found in kind.rs", missing.len()).into());
    }
    for path in fixtures("err") {
        missing.remove(&Expectation::find(&fs::read(path)?)?.code);
    }
    for code in WITHOUT_FIXTURE {
        missing.remove(code);
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("no fixture for {missing:?}").into())
}
