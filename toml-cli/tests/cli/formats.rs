//! What reports look like.

use crate::sandbox::Sandbox;

const DUPLICATE: &str = "[server]\nname = \"a\"\n# why\nname = \"b\"\nport = 1\n";

#[test]
fn human_report() {
    let sandbox = Sandbox::new(&[("a.toml", DUPLICATE)]);
    let run = sandbox.run(&["check"]);
    let report = run.stdout.rsplit_once("\n\n").expect("a summary").0;
    let expected = "\
toml::duplicate-key

  × duplicate key `name` (at server.name)
   ╭─[a.toml:4:1]
 1 │ [server]
 2 │ name = \"a\"
   · ──┬─
   ·   ╰── first defined here
 3 │ # why
 4 │ name = \"b\"
   · ──┬─
   ·   ╰── defined again
 5 │ port = 1
   ╰────
  help: rename one of them, or delete it";
    assert_eq!(report, expected);
}

#[test]
fn human_ascii_outside_utf8_locales() {
    let sandbox = Sandbox::new(&[("a.toml", DUPLICATE)]);
    let run = crate::sandbox::Run::of(sandbox.command(&["check"]).env("LANG", "C"), b"");
    assert!(run.stdout.is_ascii(), "{}", run.stdout);
    assert!(run.stdout.contains(",-[a.toml:4:1]"), "{}", run.stdout);
}

#[test]
fn human_fits_80_columns_whatever_the_line() {
    let long = format!(
        "text = '{}' oops '{}'\n",
        "x".repeat(100_000),
        "y".repeat(100_000)
    );
    let sandbox = Sandbox::new(&[("long.toml", &long)]);
    let run = sandbox.run(&["check"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("xxx' oops 'yyy"), "{}", run.stdout);
    assert!(
        run.stdout.contains("[long.toml:1:100011]"),
        "{}",
        run.stdout
    );
    for line in run.stdout.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn human_hides_escape_sequences() {
    let sandbox = Sandbox::new(&[("a.toml", "a = \"\u{1b}[31mred\"\n")]);
    let run = sandbox.run(&["check"]);
    assert_eq!(run.code, Some(1));
    assert!(!run.stdout.contains('\u{1b}'), "{}", run.stdout);
    assert!(
        run.stdout.contains("1 │ a = \"␛[31mred\""),
        "{}",
        run.stdout
    );
}

#[test]
fn color_on_request() {
    let sandbox = Sandbox::new(&[("a.toml", DUPLICATE)]);
    let colored = |args: &[&str], variable: (&str, &str)| {
        let mut command = sandbox.command(&[&["check"], args].concat());
        crate::sandbox::Run::of(command.env(variable.0, variable.1), b"")
            .stdout
            .contains("\u{1b}[")
    };
    let none = ("UNUSED", "");
    assert!(!colored(&[], none));
    assert!(colored(&["--color", "always"], none));
    assert!(colored(&["--color", "always"], ("NO_COLOR", "1")));
    assert!(colored(&[], ("CLICOLOR_FORCE", "1")));
    assert!(!colored(&["--color", "never"], ("CLICOLOR_FORCE", "1")));
    assert!(!colored(&["--format", "plain", "--color", "always"], none));
}

#[test]
fn plain_one_line_an_error() {
    let sandbox = Sandbox::new(&[
        ("a.toml", DUPLICATE),
        ("b.toml", "ok = true\n"),
        ("c.toml", "[x]\n[x]\n"),
    ]);
    let run = sandbox.run(&["check", "--format", "plain"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines[0],
        "a.toml:4:1: error[toml::duplicate-key]: duplicate key `name` (at server.name)"
    );
    assert!(
        lines[1].starts_with("c.toml:2:2: error[toml::duplicate-table]: "),
        "{}",
        lines[1]
    );
    assert_eq!(lines.len(), 2);
}

#[test]
fn plain_every_error_in_order() {
    let sandbox = Sandbox::new(&[("a.toml", "a = yes\nb = [1,\nc = 1\na = 2\nd = \"x\n")]);
    let run = sandbox.run(&["check", "-q", "--format", "plain"]);
    let place = |line: &str| line.split(": ").take(2).collect::<Vec<_>>().join(" ");
    let places: Vec<String> = run.stdout.lines().map(place).collect();
    assert_eq!(
        places,
        [
            "a.toml:1:5 error[toml::boolean-spelling]",
            "a.toml:2:5 error[toml::unclosed-array]",
            "a.toml:4:1 error[toml::duplicate-key]",
            "a.toml:5:5 error[toml::unclosed-string]",
        ]
    );
}

#[test]
fn json_one_object_a_file() {
    let sandbox = Sandbox::new(&[("a.toml", DUPLICATE), ("b.toml", "ok = true\n")]);
    let run = sandbox.run(&["check", "--format", "json"]);
    let expected = concat!(
        r#"{"path":"a.toml","valid":false,"errors":[{"code":"toml::duplicate-key","#,
        r#""message":"duplicate key `name`","help":"rename one of them, or delete it","path":"server.name","#,
        r#""line":4,"column":1,"end_line":4,"end_column":5,"span":{"start":26,"end":30},"#,
        r#""related":[{"message":"first defined here","line":2,"column":1,"end_line":2,"end_column":5,"#,
        r#""span":{"start":9,"end":13}}]}],"note":null}"#,
        "\n",
        r#"{"path":"b.toml","valid":true,"errors":[],"note":null}"#,
        "\n",
    );
    assert_eq!(run.stdout, expected);
    assert_eq!(run.stderr, "");
}

#[test]
fn json_notes_toml_1_1() {
    let sandbox = Sandbox::new(&[("a.toml", "a = { b = 1, }\n")]);
    let run = sandbox.run(&["check", "--format", "json"]);
    let file: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(file["note"], "the file is valid TOML 1.1; pass --toml 1.1");
    assert_eq!(file["errors"][0]["code"], "toml::trailing-comma-since-1-1");
}
