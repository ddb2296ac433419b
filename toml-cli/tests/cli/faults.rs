//! What becomes of the file of `--output` while something goes wrong: it is the old one or complete.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

#[cfg(target_os = "linux")]
use toml_tests::calls::{self, Failing};

use crate::sandbox::{Run, Sandbox};

/// What a report replaces.
const OLD: &str = "the report of another day\n";

/// How often a run is killed.
const TIMES: u32 = 200;

/// A folder with many mistakes, whose report takes a while.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new(&[("out/report.json", OLD)]);
    for at in 0..40 {
        let source = "a = 1\n".repeat(20 + at);
        sandbox.write(&format!("in/{at:03}.toml"), source);
    }
    sandbox
}

const CHECK: [&str; 7] = [
    "check",
    "-q",
    "in",
    "--format",
    "sarif",
    "-o",
    "out/report.json",
];

fn report(sandbox: &Sandbox) -> String {
    fs::read_to_string(sandbox.path("out/report.json")).expect("a report")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names
        .map(|name| name.into_string().expect("letters"))
        .collect()
}

/// The same arguments, run by a shell or another program, which `start` begins with.
fn command_by(sandbox: &Sandbox, start: &[&str]) -> Command {
    let plain = sandbox.command(&CHECK);
    let mut command = Command::new(start[0]);
    command
        .args(&start[1..])
        .arg(plain.get_program())
        .args(plain.get_args());
    command.current_dir(plain.get_current_dir().expect("a folder"));
    command.stdin(Stdio::null());
    command
}

/// The first words on standard error, which are those of the system behind the name.
fn check_failure(sandbox: &Sandbox, run: &Run, words: &str) {
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stderr.contains(words), "{run:?}");
    assert_eq!(report(sandbox), OLD);
    assert_eq!(names(&sandbox.path("out")), ["report.json"]);
}

#[test]
fn output_of_a_run_that_is_killed_is_old_or_complete() {
    let sandbox = sandbox();
    let start = Instant::now();
    assert_eq!(sandbox.run(&CHECK).code, Some(1));
    let whole_run = start.elapsed();
    let complete = report(&sandbox);
    assert!(complete.len() > 200_000, "{}", complete.len());
    let (mut old, mut left) = (0, 0);
    for time in 0..TIMES {
        sandbox.write("out/report.json", OLD);
        let mut command = sandbox.command(&CHECK);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("toml starts");
        // At points all over a run, and some behind it.
        thread::sleep(whole_run * time / TIMES * 5 / 4);
        child.kill().expect("the child is ours");
        child.wait().expect("the child ends");
        let found = report(&sandbox);
        assert!(
            found == OLD || found == complete,
            "time {time}: {}",
            found.len()
        );
        old += u32::from(found == OLD);
        let mut names = names(&sandbox.path("out"));
        names.retain(|name| name != "report.json");
        assert!(names.len() <= 1, "{names:?}");
        for name in names {
            assert!(name.starts_with(".toml-report-"), "{name}");
            fs::remove_file(sandbox.path("out").join(name)).expect("it is ours");
            left += 1;
        }
    }
    println!("{old} of {TIMES} reports are the old one, {left} left a temporary file");
    assert!(0 < old, "no run was killed before its end");
}

#[test]
fn output_is_the_old_one_where_files_have_a_limit() {
    let sandbox = sandbox();
    for blocks in [0, 1, 100, 300] {
        let script = format!("trap '' XFSZ; ulimit -f {blocks} || exit 97; exec \"$0\" \"$@\"");
        let run = Run::of(&mut command_by(&sandbox, &["sh", "-c", &script]), b"");
        check_failure(&sandbox, &run, "report.json: File too large");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn output_is_the_old_one_where_a_call_fails() {
    let sandbox = sandbox();
    let library = calls::library(&sandbox.path("."));
    for call in ["write", "fsync"] {
        let mut command = sandbox.command(&CHECK);
        let failing = Failing {
            call,
            at: 1,
            error: 5,
        };
        failing.set(&mut command, &library);
        let run = Run::of(&mut command, b"");
        check_failure(&sandbox, &run, "report.json: Input/output error");
    }
}

#[test]
fn output_is_the_old_one_where_the_folder_is_read_only() {
    let sandbox = sandbox();
    let set_mode = |mode| {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(sandbox.path("out"), mode).expect("it is ours");
    };
    set_mode(0o555);
    let is_ignored = fs::write(sandbox.path("out/probe"), "").is_ok();
    let run = if is_ignored {
        // Whoever may write anywhere gives that up.
        fs::remove_file(sandbox.path("out/probe")).expect("it is ours");
        let give_up = ["--bounding-set=-dac_override", "--inh-caps=-dac_override"];
        Run::of(
            &mut command_by(&sandbox, &["setpriv", give_up[0], give_up[1]]),
            b"",
        )
    } else {
        sandbox.run(&CHECK)
    };
    set_mode(0o755);
    check_failure(&sandbox, &run, "report.json: Permission denied");
}

#[test]
#[cfg(target_os = "linux")]
fn output_to_a_full_device_is_a_failure() {
    let sandbox = sandbox();
    let mut args = CHECK;
    args[6] = "/dev/full";
    let run = sandbox.run(&args);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.stderr.starts_with("error: /dev/full: No space left"),
        "{run:?}"
    );
}

#[test]
fn million_mistakes_are_reported_in_a_few_pages() {
    let sandbox = Sandbox::new(&[("in/a.toml", &"a = x\n".repeat(1_000_000))]);
    for format in [
        "human", "plain", "json", "sarif", "github", "gitlab", "junit",
    ] {
        let plain = sandbox.command(&["check", "in", "--format", format]);
        let mut command = Command::new("sh");
        let script = "ulimit -v 1048576; exec \"$0\" \"$@\"";
        command
            .args(["-c", script])
            .arg(plain.get_program())
            .args(plain.get_args());
        command.current_dir(sandbox.path("."));
        let run = Run::of(&mut command, b"");
        assert_eq!(run.code, Some(1), "{format}: {}", run.stderr);
        assert!(run.stdout.len() < 200_000, "{format}: {}", run.stdout.len());
    }
}
