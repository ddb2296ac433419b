//! Documents that end in the middle of something, and characters that end what they stand in.

use toml_core::{ErrorKind, parse};
use toml_tests::invariants;

use crate::{on_small_stack, rejected};

/// Pieces after which a document may end; most of them leave something open.
const ENDINGS: [&str; 85] = [
    "\"",
    "\"\"",
    "\"\"\"",
    "\"\"\"\"",
    "\"\"\"\"\"",
    "'",
    "''",
    "'''",
    "''''",
    "'''''",
    "[",
    "[[",
    "[a",
    "[a.",
    "[a.b",
    "[a ",
    "[[a",
    "[[a]",
    "[]",
    "[\"a",
    "['a'",
    "a",
    "a.",
    "a.b",
    "a .",
    "\"a",
    "\"a\"",
    "'a",
    "a =",
    "a=",
    "a = ",
    "a = \"",
    "a = \"x",
    "a = \"\"\"",
    "a = \"\"\"x",
    "a = \"\"\"x\"",
    "a = \"\"\"x\"\"",
    "a = '",
    "a = 'x",
    "a = '''",
    "a = '''x'",
    "a = '''x''",
    "a = \"\\",
    "a = \"\\u",
    "a = \"\\u12",
    "a = \"\\U0010FFF",
    "a = \"\\x1",
    "a = \"\"\"\\",
    "a = \"\"\"\\ \n",
    "a = [",
    "a = [1",
    "a = [1,",
    "a = [[",
    "a = [#",
    "a = [\n",
    "a = {",
    "a = {b",
    "a = {b.",
    "a = {b =",
    "a = {b = 1",
    "a = {b = 1,",
    "a = {\"b",
    "a = 1_",
    "a = 0x",
    "a = 0b",
    "a = 0o",
    "a = -",
    "a = +",
    "a = 1.",
    "a = .",
    "a = 1e",
    "a = 1e+",
    "a = 1979-",
    "a = 1979-05",
    "a = 1979-05-27T",
    "a = 1979-05-27 ",
    "a = 07:",
    "a = 07:32",
    "a = 07:32:",
    "a = 07:32:00.",
    "a = 1979-05-27T07:32:00+",
    "a = 1979-05-27T07:32:00+07:",
    "a = tru",
    "#",
    "\u{feff}",
];

/// Those that end a document well.
const COMPLETE: [&str; 3] = ["#", "\u{feff}", "a = 1979-05-27 "];

#[test]
fn anything_unclosed_at_the_end_is_rejected() {
    for ending in ENDINGS {
        for before in ["", "x = 1\n[t]\n"] {
            for after in ["", "\n", "\r\n", " ", " #"] {
                let source = format!("{before}{ending}{after}");
                on_small_stack(move || check_ending(&source, ending));
            }
        }
    }
}

fn check_ending(source: &str, ending: &str) {
    assert_eq!(
        invariants::check_bytes(source.as_bytes()),
        Ok(()),
        "{source:?}"
    );
    let is_misplaced_bom = ending == "\u{feff}" && !source.starts_with(ending);
    let is_valid = COMPLETE.contains(&ending) && !is_misplaced_bom;
    match parse(source) {
        Ok(_) => assert!(is_valid, "accepted {source:?}"),
        Err(error) => assert!(!is_valid, "{source:?}: {error}"),
    }
}

#[test]
fn every_prefix_of_a_document_is_judged() {
    const SOURCE: &str = "\u{feff}# é\r\na.'b' = [1, 0x2_f, [{ c = \"\\u00e9\\n\" }],\n]\n[t.\"u\"]\r\nd = 1979-05-27T07:32:00.5-07:00\n\
        [[v]]\ne = '''\n'x'\n'''\nf = \"\"\"a\\\n  b\"\"\"\ng = -1.5e-3 # end\n";
    assert!(parse(SOURCE).is_ok());
    for length in 0..=SOURCE.len() {
        on_small_stack(move || {
            let outcome = invariants::check_bytes(&SOURCE.as_bytes()[..length]);
            assert_eq!(outcome, Ok(()), "{:?}", &SOURCE.as_bytes()[..length]);
        });
    }
}

#[test]
fn null_bytes_are_rejected() {
    for source in [
        "\0",
        "a\0 = 1",
        "a = \0",
        "a = 1\0",
        "a = '\0'",
        "a = \"\"\"\0\"\"\"",
        "# \0",
        "[a\0]",
        "a = [\0]",
    ] {
        on_small_stack(move || {
            assert_eq!(rejected(source), ErrorKind::ControlCharacter, "{source:?}");
        });
    }
    let zeros = "\0".repeat(1_000_000);
    on_small_stack(move || assert_eq!(rejected(&zeros), ErrorKind::ControlCharacter));
}

#[test]
fn lone_carriage_returns_are_rejected() {
    let sources = [
        "\r",
        "a = 1\r",
        "a = 1\rb = 2",
        "# c\r",
        "# c\rd\n",
        "a = '\r'",
        "a = \"\"\"\r\"\"\"",
        "[a]\r",
        "a = [\r]",
    ];
    for source in sources {
        on_small_stack(move || {
            assert_eq!(
                rejected(source),
                ErrorKind::LoneCarriageReturn,
                "{source:?}"
            );
        });
    }
}
