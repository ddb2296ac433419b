//! The forms of strings.

use std::collections::BTreeMap;

use crate::assert_writes;

/// Asserts that a text is written so, as a value.
#[track_caller]
fn check(text: &str, expected: &str) {
    let table = BTreeMap::from([("x", text)]);
    assert_writes(&table, &format!("x = {expected}\n"));
    let read: BTreeMap<String, String> =
        toml_serde::from_str(&format!("x = {expected}")).expect("TOML");
    assert_eq!(read["x"], text);
}

#[test]
fn strings_without_escapes_are_basic() {
    for (text, expected) in [
        ("", r#""""#),
        ("plain", r#""plain""#),
        ("it's", r#""it's""#),
        ("naïve 😀", "\"naïve 😀\""),
        ("# no comment", "\"# no comment\""),
    ] {
        check(text, expected);
    }
}

#[test]
fn strings_are_literal_where_that_saves_escapes() {
    for (text, expected) in [
        (r"C:\path", r"'C:\path'"),
        (r#"say "hi""#, r#"'say "hi"'"#),
        (
            r#"cfg(target_os = "linux")"#,
            r#"'cfg(target_os = "linux")'"#,
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn strings_with_both_quotes_take_three() {
    for (text, expected) in [
        (r#"it's "hi" again"#, r#""""it's "hi" again""""#),
        (r"it's C:\path", r"'''it's C:\path'''"),
        (r#"it's "hi""#, r#"'''it's "hi"'''"#),
        (r#""it's""#, r#"'''"it's"'''"#),
        (r#""it'"#, r#"""""it'""""#),
        // Neither without an escape: three of both, or one at the end.
        (r#"'''"""'"#, r#""'''\"\"\"'""#),
        (r"C:\it'", r#""C:\\it'""#),
    ] {
        check(text, expected);
    }
}

#[test]
fn strings_with_control_characters_show_them() {
    for (text, expected) in [
        ("a\tb", r#""a\tb""#),
        ("a\t\"b\"", r#""a\t\"b\"""#),
        ("a\r\u{0}\u{7f}", r#""a\r\u0000\u007F""#),
    ] {
        check(text, expected);
    }
}

#[test]
fn strings_with_newlines_keep_them() {
    for (text, expected) in [
        ("a\nb\n", "\"\"\"\na\nb\n\"\"\""),
        ("\n", "\"\"\"\n\n\"\"\""),
        ("it's\n\"x\" y", "\"\"\"\nit's\n\"x\" y\"\"\""),
        ("C:\\x\ny", "'''\nC:\\x\ny'''"),
        ("a\r\nb", "\"\"\"\na\\r\nb\"\"\""),
        ("\tfn main() {\n\t}", "\"\"\"\n\tfn main() {\n\t}\"\"\""),
        ("\"\n\"", "\"\"\"\n\"\n\\\"\"\"\""),
    ] {
        check(text, expected);
    }
}
