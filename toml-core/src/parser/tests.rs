use alloc::{format, string::String, string::ToString, vec::Vec};

use super::*;
use crate::{IntegerBase, Kind, StringForm, TableForm};

fn kind_of(source: &str) -> ErrorKind {
    parse(source).expect_err(source).kind()
}

/// The error as `kind start..end path`.
fn summary(source: &str) -> String {
    let error = parse(source).expect_err(source);
    format!(
        "{} {} {}",
        &error.code()[6..],
        error.span(),
        error.path().unwrap_or("-")
    )
}

#[test]
fn empty_sources_are_empty_tables() {
    for source in ["", "\n", "# comment", "\u{feff}", "\u{feff}\r\n\t\n", "  "] {
        assert_eq!(
            parse(source).map(|document| document.root().len()),
            Ok(0),
            "{source:?}"
        );
    }
}

#[test]
fn length_check_is_at_four_gibibytes() {
    assert_eq!(check_length(u32::MAX as usize), Ok(()));
    let fault = Fault::new(ErrorKind::TooLarge, Span::new(u32::MAX, u32::MAX));
    #[cfg(target_pointer_width = "64")]
    assert_eq!(check_length(u32::MAX as usize + 1), Err(fault));
}

#[test]
fn text_without_escapes_is_borrowed() {
    let document = parse("a = 'x\\y'\nb = \"tab\there\"\nc = \"\\u0041\"").unwrap();
    let text = |path: &str| {
        document
            .get(path)
            .map(|value| (value.as_str(), value.text_span().is_some()))
    };
    assert_eq!(text("a"), Some((Some("x\\y"), true)));
    assert_eq!(text("b"), Some((Some("tab\there"), true)));
    assert_eq!(text("c"), Some((Some("A"), false)));
}

#[test]
fn multiline_strings_follow_the_specification() {
    let cases = [
        ("\"\"\"\na\"\"\"", "a"),
        ("\"\"\"\r\na\r\nb\"\"\"", "a\nb"),
        ("\"\"\"a \\\n  \r\n\t b\"\"\"", "a b"),
        ("\"\"\"a \\  \n b\"\"\"", "a b"),
        ("\"\"\"\"a\"\"\"\"\"", "\"a\"\""),
        ("\"\"\"\"\"\"", ""),
        ("\"\"\"a\"\"b\"\"\"", "a\"\"b"),
        ("\"\"\"\\\"\"\"\"", "\""),
        ("'''\n'a'''''", "'a''"),
        ("'''a\\\r\nb'''", "a\\\nb"),
    ];
    for (source, text) in cases {
        let source = format!("x = {source}");
        let document = parse(&source).unwrap();
        assert_eq!(
            document.get("x").and_then(|x| x.as_str()),
            Some(text),
            "{source:?}"
        );
    }
}

#[test]
fn spelling_is_kept() {
    let source = "a = 0xFF\nb = 0o17\nc = 0b1\nd = +1_0\ne = '''x'''\nf = {g.h = 1}\n[i.j]";
    let document = parse(source).unwrap();
    let get = |path: &str| document.get(path).unwrap();
    assert_eq!(get("a").integer_base(), Some(IntegerBase::Hexadecimal));
    assert_eq!(get("b").integer_base(), Some(IntegerBase::Octal));
    assert_eq!(get("c").integer_base(), Some(IntegerBase::Binary));
    assert_eq!((get("d").as_i64(), get("d").raw()), (Some(10), "+1_0"));
    assert_eq!(get("e").string_form(), Some(StringForm::MultilineLiteral));
    assert_eq!(get("f").table_form(), Some(TableForm::Inline));
    assert_eq!(get("f.g").table_form(), Some(TableForm::Dotted));
    assert_eq!(get("i").table_form(), Some(TableForm::Implicit));
    assert_eq!(get("i.j").table_form(), Some(TableForm::Header));
    assert_eq!(get("i.j").raw(), "[i.j]");
}

#[test]
fn out_of_order_tables_keep_file_order() {
    let document = parse("[a.x]\n[b]\n[a.y]\n[[a.z]]\n[c]\n[[a.z]]\nk = 1").unwrap();
    let keys = |path: &str| -> Vec<&str> {
        let table = document
            .get(path)
            .and_then(|value| value.as_table())
            .unwrap();
        table.keys().map(|key| key.as_str()).collect()
    };
    assert_eq!(keys(""), ["a", "b", "c"]);
    assert_eq!(keys("a"), ["x", "y", "z"]);
    assert_eq!(document.get("a.z[1].k").and_then(|k| k.as_i64()), Some(1));
}

#[test]
fn large_tables_find_every_key_and_every_duplicate() {
    let lines = |number| {
        format!("key{number} = {number}\n'quoted {number}' = 0\n\"\\u0041{number}\".x = 1\n")
    };
    let source: String = (0..500).map(lines).collect();
    let document = parse(&source).unwrap();
    assert_eq!(document.root().len(), 1500);
    for number in 0..500 {
        assert_eq!(
            document
                .get(&format!("key{number}"))
                .and_then(|v| v.as_i64()),
            Some(number)
        );
        assert_eq!(
            document
                .get(&format!("A{number}.x"))
                .and_then(|v| v.as_i64()),
            Some(1)
        );
    }
    for duplicate in [
        "key0 = 1",
        "key499 = 1",
        "\"quoted 7\" = 1",
        "A3 = 1",
        "[A3]",
    ] {
        let error = parse(&format!("{source}{duplicate}"))
            .map(|_| ())
            .expect_err(duplicate);
        assert!(
            matches!(
                error.kind(),
                ErrorKind::DuplicateKey | ErrorKind::DuplicateTable
            ),
            "{error}"
        );
    }
}

#[test]
fn keys_and_values_may_be_spaced_out() {
    let spellings = [
        "a.b=1",
        "a.b = 1",
        "a.b  =  1",
        "a.b\t=\t1",
        "a . b = 1",
        "a.b =1",
        " a.b = \t1",
        "a.'b' = 1",
        "\"a\".b =  1",
    ];
    for spelling in spellings {
        let sources = [
            spelling.into(),
            format!("{spelling}\r\n"),
            format!("x = {{{spelling}}}"),
            format!("x = {{ {spelling} }} # c"),
        ];
        for source in &sources {
            let document = parse(source).unwrap();
            let path = if source.starts_with("x =") {
                "x.a.b"
            } else {
                "a.b"
            };
            assert_eq!(
                document.get(path).and_then(|b| b.as_i64()),
                Some(1),
                "{source:?}"
            );
        }
    }
}

#[test]
fn keys_of_one_class_are_told_apart() {
    for first in ["a", "ab", "abc", "a-b", "''", "'é'"] {
        for second in ["b", "ba", "acc", "a_b", "' '", "'è'"] {
            assert_eq!(
                parse(&format!("{first} = 1\n{second} = 2")).map(|_| ()),
                Ok(())
            );
        }
        assert_eq!(
            kind_of(&format!("{first} = 1\n{first} = 2")),
            ErrorKind::DuplicateKey
        );
    }
}

#[test]
fn faults_have_path_and_span() {
    let cases = [
        ("a = 1\na = 2", "duplicate-key 6..7 a"),
        (
            "[s]\np = [1, [true, tru]]",
            "unquoted-string 19..22 s.p[1][1]",
        ),
        (
            "[[s]]\n[[s]]\n[s.t]\nx = {y.z = 01}",
            "leading-zero 29..31 s[1].t.x.y.z",
        ),
        ("a.b = 1\na.b.c = 2", "not-a-table 10..11 a.b"),
        ("a = [1,\nb = 2", "unclosed-array 4..5 a"),
        ("a = [\n[b]\nc = 1", "unclosed-array 4..5 a"),
        ("a = [1 2]", "missing-comma 7..8 a"),
        ("a = {b = 1 c = 2}", "missing-comma 11..12 a"),
        ("a = 1 b = 2", "expected-newline 6..11 a"),
        ("[a]\nb", "missing-equals 4..5 a.b"),
        ("'a b'.c =", "missing-value 9..9 \"a b\".c"),
    ];
    for (source, expected) in cases {
        assert_eq!(summary(source), expected, "{source:?}");
    }
}

#[test]
fn newer_syntax_is_named_as_such() {
    let cases = [
        ("a = {b = 1,}", ErrorKind::TrailingCommaSince1_1),
        (
            "a = {b = 1,\n c = 2}",
            ErrorKind::InlineTableNewlineSince1_1,
        ),
        ("a = {\n}", ErrorKind::InlineTableNewlineSince1_1),
        ("a = { # c\n}", ErrorKind::InlineTableNewlineSince1_1),
        ("a = '''x''' # \na = {b = 1\nc = 2", ErrorKind::DuplicateKey),
        ("a = {b = 1\nc = 2", ErrorKind::UnclosedInlineTable),
        ("a = \"\\e\"", ErrorKind::EscapeSince1_1),
        ("a = 07:32", ErrorKind::SecondsOptionalSince1_1),
    ];
    for (source, kind) in cases {
        assert_eq!(kind_of(source), kind, "{source:?}");
        let options = ParseOptions {
            version: Version::V1_1,
            ..ParseOptions::default()
        };
        assert_eq!(
            options.parse(source).is_ok(),
            kind.is_valid_in_1_1(),
            "{source:?}"
        );
    }
}

#[test]
fn depth_is_limited_to_the_level() {
    let options = ParseOptions {
        max_depth: 3,
        ..ParseOptions::default()
    };
    for source in [
        "a = [[[1]]]",
        "a.b.c.d = 1",
        "[a.b]\nc.d = 1",
        "[[a]]\nb = []",
        "a = {b = {c = {}}}",
        "a = [{b.c = 1}]",
    ] {
        assert_eq!(options.parse(source).map(|_| ()), Ok(()), "{source}");
    }
    for source in [
        "a = [[[[1]]]]",
        "a.b.c.d.e = 1",
        "[a.b]\nc.d.e = 1",
        "[[a]]\nb = [[]]",
        "[a.b.c.d]",
        "a = [{b.c.d = 1}]",
    ] {
        assert_eq!(
            options.parse(source).map_err(|e| e.kind()).err(),
            Some(ErrorKind::TooDeep),
            "{source}"
        );
    }
}

#[test]
fn bytes_that_are_not_utf8_are_named_by_offset() {
    let error = parse_bytes(b"a = '\xff'").unwrap_err();
    assert_eq!(
        (error.kind(), error.span()),
        (ErrorKind::InvalidUtf8, Span::new(5, 6))
    );
    assert_eq!(
        parse_bytes(b"a = 1").map(|d| d.get("a").map(|a| a.kind())),
        Ok(Some(Kind::Integer))
    );
}

#[test]
fn errors_read_well() {
    let error = parse("server.ports = [8000, 80_]").unwrap_err();
    assert_eq!(
        error.to_string(),
        "underscore in `80_` is not between two digits at server.ports[1], line 1 column 23"
    );
}
