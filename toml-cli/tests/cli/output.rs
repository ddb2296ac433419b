//! `--output`, and what documents have in common.

use std::fs;

use serde_json::Value;

use crate::sandbox::{Run, Sandbox, timeless};

const GOOD: &str = "a = 1\n";
const BAD: &str = "a = 1\na = 2\n";
const FORMATS: [&str; 7] = [
    "human", "plain", "json", "sarif", "github", "gitlab", "junit",
];

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn output_file_is_what_standard_output_would_be() {
    for format in FORMATS {
        let sandbox = Sandbox::new(&[("good.toml", GOOD), ("bad.toml", BAD)]);
        let check = ["check", "-q", "--format", format];
        let direct = sandbox.run(&check);
        let run = sandbox.run(&[&check[..], &["--output", "report.txt"]].concat());
        assert_eq!((run.code, &*run.stdout), (Some(1), ""), "{format}");
        let report = fs::read_to_string(sandbox.path("report.txt")).expect("a report");
        // The one thing that differs is the time that a run took.
        let timeless = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "0");
        assert_eq!(timeless(&report), timeless(&direct.stdout), "{format}");
        assert!(!report.is_empty());
    }
}

#[test]
fn output_replaces_and_leaves_nothing_behind() {
    let sandbox = Sandbox::new(&[("in/bad.toml", BAD), ("out/report.json", "old")]);
    let args = ["check", "in", "--format", "gitlab", "-o", "out/report.json"];
    assert_eq!(sandbox.run(&args).code, Some(1));
    let report = fs::read_to_string(sandbox.path("out/report.json")).expect("a report");
    assert_eq!(json(&report).as_array().map(Vec::len), Some(1));
    let files = fs::read_dir(sandbox.path("out")).expect("a folder");
    assert_eq!(files.count(), 1);
}

#[test]
fn output_that_cannot_be_written_is_said_first() {
    let sandbox = Sandbox::new(&[("bad.toml", BAD)]);
    let run = sandbox.run(&["check", "--output", "no/such/report.txt"]);
    assert_eq!((run.code, &*run.stdout), (Some(2), ""));
    assert!(
        run.stderr.starts_with("error: no/such/report.txt: ") && !run.stderr.contains(".toml-"),
        "{}",
        run.stderr
    );
}

#[test]
fn output_dash_is_standard_output() {
    let sandbox = Sandbox::new(&[("bad.toml", BAD)]);
    let run = sandbox.run(&["check", "--format", "plain", "--output", "-"]);
    assert!(run.stdout.starts_with("bad.toml:2:1: "), "{}", run.stdout);
}

#[test]
fn output_in_colour_only_on_request() {
    let sandbox = Sandbox::new(&[("bad.toml", BAD)]);
    for (args, is_colored) in [(&[][..], false), (&["--color", "always"], true)] {
        sandbox.run(&[&["check", "-o", "report.txt"], args].concat());
        let report = fs::read_to_string(sandbox.path("report.txt")).expect("a report");
        assert_eq!(report.contains('\u{1b}'), is_colored);
    }
}

#[cfg(unix)]
#[test]
fn output_follows_links_and_knows_devices() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let sandbox = Sandbox::new(&[("bad.toml", BAD), ("real.txt", "old")]);
    symlink("real.txt", sandbox.path("link.txt")).expect("a link");
    let output = |name| {
        sandbox
            .run(&["check", "--format", "plain", "-o", name])
            .code
    };
    assert_eq!(output("link.txt"), Some(1));
    let real = fs::read_to_string(sandbox.path("real.txt")).expect("a report");
    assert!(real.starts_with("bad.toml:2:1: "), "{real}");
    let link = fs::symlink_metadata(sandbox.path("link.txt")).expect("a link");
    assert!(link.is_symlink());
    let mode = fs::metadata(sandbox.path("real.txt")).expect("a file");
    assert_ne!(mode.permissions().mode() & 0o044, 0, "readable to others");
    assert_eq!(output("/dev/null"), Some(1));
}

#[test]
fn documents_in_path_order_whatever_the_threads_do() {
    let sandbox = Sandbox::new(&[]);
    for at in 0..200 {
        sandbox.write(&format!("{at:03}.toml"), BAD.repeat(1 + at * 31 % 17));
    }
    for format in ["sarif", "github", "gitlab", "junit"] {
        let run = || sandbox.run(&["check", "-q", "--format", format, ".", "missing"]);
        let Run { code, stdout, .. } = run();
        assert_eq!(code, Some(2));
        let places: Vec<Option<usize>> = (0..200)
            .map(|at| stdout.find(&format!("{at:03}.toml")))
            .collect();
        assert!(places.iter().all(Option::is_some), "{format}");
        assert!(places.is_sorted(), "{format}");
        assert!(stdout.find("missing") < places[0], "{format}");
    }
}

#[test]
fn documents_whole_with_nothing_to_check() {
    let sandbox = Sandbox::new(&[]);
    let run = |format| sandbox.run(&["check", "--format", format]);
    for format in ["sarif", "github", "gitlab", "junit"] {
        assert_eq!(run(format).stderr, "no TOML files found\n");
    }
    assert_eq!(run("github").stdout, "");
    assert_eq!(run("gitlab").stdout, "[]\n");
    assert_eq!(json(&run("sarif").stdout)["runs"][0]["results"], json("[]"));
    assert!(run("junit").stdout.contains("tests=\"0\""));
}

#[test]
fn documents_name_what_is_unreadable() {
    let sandbox = Sandbox::new(&[("good.toml", GOOD)]);
    for format in ["sarif", "github", "gitlab", "junit"] {
        let run = sandbox.run(&["check", "--format", format, "missing.toml", "good.toml"]);
        assert_eq!(run.code, Some(2));
        assert!(run.stdout.contains("missing.toml"), "{}", run.stdout);
        let (first, last) = run.stderr.trim_end().split_once('\n').expect("two lines");
        assert!(first.starts_with("error: missing.toml: "), "{first}");
        let summary = "1 file checked in T: 1 valid, 0 invalid, 1 unreadable";
        assert_eq!(timeless(last), summary);
    }
}

#[test]
fn documents_note_toml_1_1() {
    let sandbox = Sandbox::new(&[("a.toml", "a = { b = 1, }\n")]);
    for format in ["sarif", "github", "gitlab", "junit"] {
        let run = sandbox.run(&["check", "--format", format]);
        let note = "the file is valid TOML 1.1; pass --toml 1.1";
        assert!(run.stdout.contains(note), "{}", run.stdout);
    }
}

#[test]
fn standard_input_in_documents() {
    let sandbox = Sandbox::new(&[]);
    let run = |format| {
        let args = ["check", "--format", format, "-"];
        sandbox.run_with_input(&args, BAD.as_bytes()).stdout
    };
    let location = &json(&run("sarif"))["runs"][0]["results"][0]["locations"][0];
    let artifact = &location["physicalLocation"]["artifactLocation"];
    assert_eq!(artifact["description"]["text"], "Standard input.");
    assert!(run("github").starts_with("::error file=<stdin>,line=2,"));
    assert_eq!(json(&run("gitlab"))[0]["location"]["path"], "<stdin>");
    assert!(run("junit").contains("name=\"&lt;stdin&gt;\""));
}
