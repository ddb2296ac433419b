//! `toml explain`.

use crate::sandbox::Sandbox;

#[test]
fn explain_with_and_without_prefix() {
    let sandbox = Sandbox::new(&[]);
    let run = sandbox.run(&["explain", "toml::duplicate-key"]);
    assert_eq!((run.code, &*run.stderr), (Some(0), ""));
    assert!(
        run.stdout.starts_with("toml::duplicate-key\n"),
        "{}",
        run.stdout
    );
    let url = "https://toml.io/en/v1.0.0#keys\n";
    assert!(run.stdout.ends_with(url), "{}", run.stdout);
    assert_eq!(sandbox.run(&["explain", "duplicate-key"]), run);
}

#[test]
fn explain_unknown_code_suggests() {
    let sandbox = Sandbox::new(&[]);
    let run = sandbox.run(&["explain", "duplicat-key"]);
    assert_eq!((run.code, &*run.stdout), (Some(2), ""));
    assert_eq!(
        run.stderr,
        "error: no error code `duplicat-key`; did you mean `toml::duplicate-key`?\n"
    );
    let run = sandbox.run(&["explain", "E\u{1b}[31m"]);
    assert_eq!(
        run.stderr,
        "error: no error code `E␛[31m`; `toml explain` lists all codes\n"
    );
}

#[test]
fn explain_lists_all_codes() {
    let sandbox = Sandbox::new(&[]);
    let run = sandbox.run(&["explain"]);
    assert_eq!(run.code, Some(0));
    let codes: Vec<&str> = run
        .stdout
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(codes.len() > 50, "{}", codes.len());
    for code in codes {
        assert_eq!(sandbox.run(&["explain", code]).code, Some(0), "{code}");
    }
}

#[test]
fn explain_in_colour_on_request() {
    let sandbox = Sandbox::new(&[]);
    let is_colored = |args: &[&str]| {
        let run = sandbox.run(&[&["explain", "null-value"], args].concat());
        run.stdout.contains('\u{1b}')
    };
    assert!(!is_colored(&[]));
    assert!(is_colored(&["--color", "always"]));
}
