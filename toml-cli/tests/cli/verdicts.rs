//! What counts as valid, and the exit codes.

use crate::sandbox::{Run, Sandbox, timeless};

const GOOD: &str = "a = 1\n";
const BAD: &str = "a = 1\na = 2\n";
const ONLY_1_1: &str = "a = { b = 1, }\n";

#[test]
fn exit_codes() {
    let sandbox = Sandbox::new(&[("good.toml", GOOD), ("bad.toml", BAD)]);
    let code = |paths: &[&str]| sandbox.run(&[&["check"], paths].concat()).code;
    assert_eq!(code(&["good.toml"]), Some(0));
    assert_eq!(code(&["bad.toml"]), Some(1));
    assert_eq!(code(&["bad.toml", "good.toml"]), Some(1));
    assert_eq!(code(&["missing.toml"]), Some(2));
    assert_eq!(code(&["missing.toml", "bad.toml", "good.toml"]), Some(2));
    assert_eq!(code(&["--format", "xml", "."]), Some(2));
    assert_eq!(sandbox.run(&["frobnicate"]).code, Some(2));
    assert_eq!(sandbox.run(&["--help"]).code, Some(0));
    assert_eq!(
        sandbox.run(&["--version"]).stdout,
        concat!("toml ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn summary_counts() {
    let sandbox = Sandbox::new(&[("a.toml", GOOD), ("b.toml", GOOD), ("bad/c.toml", BAD)]);
    assert_eq!(
        sandbox.run(&["check", "a.toml"]).summary(),
        "1 file checked in T: 1 valid, 0 invalid"
    );
    assert_eq!(
        sandbox.run(&["check"]).summary(),
        "3 files checked in T: 2 valid, 1 invalid"
    );
    let run = sandbox.run(&["check", ".", "missing"]);
    assert_eq!(
        run.summary(),
        "3 files checked in T: 2 valid, 1 invalid, 1 unreadable"
    );
}

#[test]
fn missing_path_is_reported_and_rest_checked() {
    let sandbox = Sandbox::new(&[("good.toml", GOOD)]);
    let run = sandbox.run(&["check", "missing.toml", "good.toml"]);
    assert!(
        run.stderr.starts_with("error: missing.toml: "),
        "{}",
        run.stderr
    );
    assert_eq!(
        run.summary(),
        "1 file checked in T: 1 valid, 0 invalid, 1 unreadable"
    );
}

#[test]
fn no_files_is_said_and_no_error() {
    let sandbox = Sandbox::new(&[("readme.md", "# hello\n")]);
    let found_none = Run {
        code: Some(0),
        stdout: "no TOML files found\n".into(),
        stderr: String::new(),
    };
    assert_eq!(sandbox.run(&["check"]), found_none);
}

#[test]
fn empty_file_is_valid() {
    let sandbox = Sandbox::new(&[("empty.toml", "")]);
    assert_eq!(
        sandbox.run(&["check"]).summary(),
        "1 file checked in T: 1 valid, 0 invalid"
    );
}

#[test]
fn toml_version() {
    let sandbox = Sandbox::new(&[("new.toml", ONLY_1_1)]);
    assert_eq!(sandbox.run(&["check", "--toml", "1.1"]).code, Some(0));
    for args in [
        &["check"][..],
        &["check", "--toml", "1.0"],
        &["check", "--format", "plain"],
    ] {
        let run = sandbox.run(args);
        assert_eq!(run.code, Some(1));
        assert!(
            run.stdout
                .contains("the file is valid TOML 1.1; pass --toml 1.1"),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn toml_version_not_blamed_for_other_errors() {
    let sandbox = Sandbox::new(&[("both.toml", "a = { b = 1, }\nc = 1\nc = 2\n")]);
    let run = sandbox.run(&["check"]);
    assert_eq!(run.code, Some(1));
    assert!(!run.stdout.contains("pass --toml 1.1"), "{}", run.stdout);
}

#[test]
fn not_utf8_is_invalid_with_offset() {
    let sandbox = Sandbox::new(&[]);
    sandbox.write("latin1.toml", b"ok = 1\nname = 'caf\xe9'\n");
    let run = sandbox.run(&["check", "--format", "plain"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stdout
            .starts_with("latin1.toml:2:12: error[toml::invalid-utf8]: "),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("byte 0xE9 at offset 18"),
        "{}",
        run.stdout
    );
    let run = sandbox.run(&["check"]);
    assert!(
        run.stdout
            .contains("2 │ name = 'caf\u{fffd}'\n   ·            ┬"),
        "{}",
        run.stdout
    );
}

#[test]
fn deep_nesting_is_invalid_with_short_path() {
    let sandbox = Sandbox::new(&[("deep.toml", &format!("a = {}", "[".repeat(1_000_000)))]);
    let run = sandbox.run(&["check", "--format", "plain"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stdout.contains("error[toml::too-deep]"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.len() < 200, "{}", run.stdout);
}

#[test]
fn standard_input() {
    let sandbox = Sandbox::new(&[("a.toml", GOOD)]);
    let run = sandbox.run_with_input(&["check", "--format", "plain", "-"], BAD.as_bytes());
    assert_eq!(run.code, Some(1));
    assert!(
        run.stdout
            .starts_with("<stdin>:2:1: error[toml::duplicate-key]: "),
        "{}",
        run.stdout
    );
    let run = sandbox.run_with_input(&["check", "-", "a.toml", "-"], GOOD.as_bytes());
    assert_eq!(run.summary(), "2 files checked in T: 2 valid, 0 invalid");
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let sandbox = Sandbox::new(&[("good.toml", GOOD), ("bad.toml", BAD)]);
    let silent = Run {
        code: Some(0),
        stdout: String::new(),
        stderr: String::new(),
    };
    for format in ["human", "plain", "json"] {
        assert_eq!(
            sandbox.run(&["check", "-q", "--format", format, "good.toml"]),
            silent
        );
        let run = sandbox.run(&["check", "--quiet", "--format", format]);
        assert!(
            run.stdout.contains("bad.toml") && !run.stdout.contains("good.toml"),
            "{}",
            run.stdout
        );
        assert!(!run.stdout.contains("checked in") && run.stderr.is_empty());
    }
    assert_eq!(sandbox.run(&["check", "-q", "missing"]).code, Some(2));
}

#[test]
fn plain_summary_on_standard_error() {
    let sandbox = Sandbox::new(&[("good.toml", GOOD)]);
    let run = sandbox.run(&["check", "--format", "plain"]);
    assert_eq!(run.stdout, "");
    assert_eq!(
        timeless(&run.stderr),
        "1 file checked in T: 1 valid, 0 invalid\n"
    );
}

#[cfg(unix)]
#[test]
fn dangling_link_is_unreadable() {
    let sandbox = Sandbox::new(&[("good.toml", GOOD)]);
    std::os::unix::fs::symlink("nowhere.toml", sandbox.path("link.toml")).expect("a link");
    let run = sandbox.run(&["check", "link.toml", "good.toml"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.starts_with("error: link.toml: "),
        "{}",
        run.stderr
    );
    assert_eq!(
        run.summary(),
        "1 file checked in T: 1 valid, 0 invalid, 1 unreadable"
    );
}

#[cfg(unix)]
#[test]
fn unreadable_file_and_folder() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt as _;

    let sandbox = Sandbox::new(&[
        ("good.toml", GOOD),
        ("secret.toml", GOOD),
        ("closed/a.toml", GOOD),
    ]);
    for path in ["secret.toml", "closed"] {
        fs::set_permissions(sandbox.path(path), Permissions::from_mode(0o000))
            .expect("permissions");
    }
    let is_root = fs::read(sandbox.path("secret.toml")).is_ok();
    let run = sandbox.run(&["check"]);
    fs::set_permissions(sandbox.path("closed"), Permissions::from_mode(0o755))
        .expect("permissions");
    if is_root {
        // Nothing is unreadable to the superuser.
        assert_eq!(run.code, Some(0));
        return;
    }
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("error: secret.toml: ") && run.stderr.contains("closed: "),
        "{}",
        run.stderr
    );
    assert_eq!(
        run.summary(),
        "1 file checked in T: 1 valid, 0 invalid, 2 unreadable"
    );
}

#[cfg(unix)]
#[test]
fn closed_pipe_ends_quietly() {
    use std::process::Stdio;

    let sandbox = Sandbox::new(&[]);
    for at in 0..400 {
        sandbox.write(&format!("{at:03}.toml"), BAD);
    }
    let mut child = sandbox
        .command(&["check"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("toml starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("toml ends");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
