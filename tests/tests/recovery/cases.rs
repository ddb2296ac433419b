//! Documents with several mistakes, and exactly what is to be said of them.

use std::fmt::Write as _;

use toml_core::{ErrorKind, ParseOptions};

use crate::recover;

/// The errors, one a line: `line code path`.
fn summary(source: &str) -> String {
    let (_, errors) = recover(source);
    let mut text = String::new();
    for error in &errors {
        let (line, code) = (error.start().line, &error.code()["toml::".len()..]);
        let _ = writeln!(text, "{line} {code} {}", error.path().unwrap_or("-"));
    }
    text
}

/// The data that was read, as one line of TOML; broken values read as empty text.
fn data(source: &str) -> String {
    let (document, _) = recover(source);
    toml_core::encode::EncodeOptions::default().encode_inline_table(&document.to_table())
}

const TEN_MISTAKES: &str = r#"# ten mistakes in one file
title = "one"
title = "two"

[person]
mail = eve@example.org
since = 2021-02-30
marks = [1, 2 3]
share = .25

[service]
hosts = ["a", "b"
active = on
folder = "D:\work"

[service]
retry = 3

[[service.mirror]]
url = 'https
"#;

#[test]
fn each_of_ten_mistakes_is_told_once() {
    let expected = "3 duplicate-key title
6 unquoted-string person.mail
7 day-out-of-range person.since
8 missing-comma person.marks
9 missing-integer-digits person.share
12 unclosed-array service.hosts
13 boolean-spelling service.active
14 invalid-escape service.folder
16 duplicate-table service
20 unclosed-string service.mirror[0].url
";
    assert_eq!(summary(TEN_MISTAKES), expected);
}

#[test]
fn what_can_be_read_is_in_the_tree() {
    let expected = "{ title = \"one\", person = { mail = \"\", since = \"\", marks = [1, 2], share = \"\" }, \
                    service = { hosts = [\"a\", \"b\"], active = \"\", folder = \"\", retry = 3, \
                    mirror = [{ url = \"\" }] } }";
    assert_eq!(data(TEN_MISTAKES), expected);
}

/// Source, errors, and the data that is read all the same.
type Case = (&'static str, &'static str, &'static str);

const SINGLE_MISTAKES: &[Case] = &[
    // Brackets that are not closed, at each kind of end.
    (
        "a = [1, 2\nb = 3",
        "1 unclosed-array a\n",
        "{ a = [1, 2], b = 3 }",
    ),
    (
        "a = [1, 2\n[b]\nc = 3",
        "1 unclosed-array a\n",
        "{ a = [1, 2], b = { c = 3 } }",
    ),
    (
        "a = {b = 1\nc = 2",
        "1 unclosed-inline-table a\n",
        "{ a = { b = 1 }, c = 2 }",
    ),
    (
        "a = [{b = 1\nc = 2",
        "1 unclosed-inline-table a[0]\n",
        "{ a = [{ b = 1 }], c = 2 }",
    ),
    (
        "[s]\n  a = [1\n  b = 2",
        "2 unclosed-array s.a\n",
        "{ s = { a = [1], b = 2 } }",
    ),
    // Mistakes inside brackets over several lines.
    (
        "a = [\n  1 2,\n  [3],\n  # c ]\n  [4]\n]\nb = 5",
        "2 missing-comma a\n",
        "{ a = [1], b = 5 }",
    ),
    (
        "a = [\n  'x',\n  'y,\n  'z',\n]\nb = 5",
        "3 unclosed-string a[1]\n",
        "{ a = [\"x\", \"\"], b = 5 }",
    ),
    // What is the next statement is no element.
    ("a = [\nb = 1", "1 unclosed-array a\n", "{ a = [], b = 1 }"),
    (
        "a = [1, 'x',\nb.c = 1",
        "1 unclosed-array a\n",
        "{ a = [1, \"x\"], b = { c = 1 } }",
    ),
    (
        "a = [{ b = [2,\n[c]\nd = 1",
        "1 unclosed-array a[0].b\n",
        "{ a = [{ b = [2] }], c = { d = 1 } }",
    ),
    (
        "a = [\n  { b = 1, c = },\n  { b = 2 },\n]\nd = 5",
        "2 missing-value a[0].c\n",
        "{ a = [{ b = 1, c = \"\" }], d = 5 }",
    ),
    // Strings.
    (
        "a = \"x\nb = 'y\nc = 1",
        "1 unclosed-string a\n2 unclosed-string b\n",
        "{ a = \"\", b = \"\", c = 1 }",
    ),
    (
        "a = [\"x, 1]\nb = 2",
        "1 unclosed-string a[0]\n",
        "{ a = [\"\"], b = 2 }",
    ),
    (
        "a = \"\"\"x\ny\nb = 2",
        "1 unclosed-string a\n",
        "{ a = \"\", b = 2 }",
    ),
    // A value that can be read is read.
    (
        "a = 1\na = [\n  2,\n]\nb = 3",
        "2 duplicate-key a\n",
        "{ a = 1, b = 3 }",
    ),
    (
        "a.b = 1\na.b = {\nc = 3",
        "2 duplicate-key a.b\n2 unclosed-inline-table a.b\n",
        "{ a = { b = 1 }, c = 3 }",
    ),
    (
        "a = {b = 1,\n c = 2,\n}\nd = 3",
        "1 inline-table-newline-since-1-1 a\n",
        "{ a = { b = 1, c = 2 }, d = 3 }",
    ),
    (
        "a = [07:32, '\u{e9}', {b = \"\\e\"}]",
        "1 seconds-optional-since-1-1 a[0]\n",
        "{ a = [07:32:00, \"\u{e9}\", { b = \"\\u001B\" }] }",
    ),
    // Headers.
    (
        "[a b]\nc = 1\n[d]\nc = 1",
        "1 invalid-key-character -\n",
        "{ d = { c = 1 } }",
    ),
    (
        "[a]\nb = 1\n[a]\nb = 2\nc = 3",
        "3 duplicate-table a\n",
        "{ a = { b = 1, c = 3 } }",
    ),
    (
        "[a]\n[b]\n[a]\n[b]\nc = 1\n[b]\nc = 2",
        "3 duplicate-table a\n4 duplicate-table b\n6 duplicate-table b\n",
        "{ a = {}, b = { c = 1 } }",
    ),
    (
        "a = 1\n[a.b]\nc = 1\n[d]",
        "2 not-a-table a\n",
        "{ a = 1, d = {} }",
    ),
    ("[a\nb = 1", "1 unclosed-header -\n", "{}"),
    // Lines that are no statements are told each.
    (
        "a\nb\nc = 1",
        "1 missing-equals a\n2 missing-equals b\n",
        "{ c = 1 }",
    ),
    (
        "<<<<<<< ours\na = 1\n=======\na = 2\n>>>>>>> theirs",
        "1 merge-conflict -\n3 merge-conflict -\n4 duplicate-key a\n5 merge-conflict -\n",
        "{ a = 1 }",
    ),
];

#[test]
fn one_mistake_costs_one_error_and_one_statement() {
    for (source, errors, expected) in SINGLE_MISTAKES {
        assert_eq!(summary(source), *errors, "{source}");
        assert_eq!(data(source), *expected, "{source}");
    }
}

#[test]
fn other_languages_are_told_once() {
    let cases = [
        (
            "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}\n",
            ErrorKind::LooksLikeJson,
        ),
        ("\n[\n  {\"a\": 1}\n]\n", ErrorKind::LooksLikeJson),
        ("---\na: 1\n", ErrorKind::LooksLikeYaml),
        (
            "# config\nname: x\nsteps:\n  - run: y\n",
            ErrorKind::LooksLikeYaml,
        ),
        ("; settings\n[a]\nb=c\n", ErrorKind::LooksLikeIni),
    ];
    for (source, kind) in cases {
        let (_, errors) = recover(source);
        let kinds: Vec<_> = errors.iter().map(|error| error.kind()).collect();
        assert_eq!(kinds, [kind], "{source}");
    }
    // One colon in a file of TOML is a slip.
    assert_eq!(summary("a: 1\nb = 2"), "1 colon-for-equals a\n");
}

#[test]
fn the_number_of_errors_is_limited() {
    let source = "a\n".repeat(1000);
    assert_eq!(recover(&source).1.len(), 100);
    for max_errors in [1, 7, 5000] {
        let options = ParseOptions {
            max_errors,
            ..ParseOptions::default()
        };
        assert_eq!(
            options.parse_recoverable(&source).1.len(),
            max_errors.min(1000)
        );
    }
}

#[test]
fn bytes_that_are_not_utf8_are_mistakes_like_others() {
    let source = b"a = '\xff\xfe'\nb = yes\n\xc3 = 1\nc = 3\n# \xe9";
    let (document, errors) = ParseOptions::default().parse_bytes_recoverable(source);
    let found: Vec<_> = errors
        .iter()
        .map(|error| (error.start().line, error.code()))
        .collect();
    let expected = [
        (1, "toml::invalid-utf8"),
        (1, "toml::invalid-utf8"),
        (2, "toml::boolean-spelling"),
        (3, "toml::invalid-utf8"),
        (5, "toml::invalid-utf8"),
    ];
    assert_eq!(found, expected);
    assert_eq!(document.get("c").and_then(|c| c.as_i64()), Some(3));
    assert_eq!(
        toml_core::parse_bytes(source).err().as_ref(),
        errors.first()
    );
}

/// The two bytes are one column, as they are for the error about them.
#[test]
fn columns_behind_bytes_that_are_not_utf8_are_counted_alike() {
    let source = b"a = '\xe2\x80' 1";
    let (_, errors) = ParseOptions::default().parse_bytes_recoverable(source);
    let found: Vec<_> = errors
        .iter()
        .map(|error| (error.code(), error.start().column, error.end().column))
        .collect();
    let expected = [
        ("toml::invalid-utf8", 6, 7),
        ("toml::expected-newline", 9, 10),
    ];
    assert_eq!(found, expected);
}

/// What comes behind the quotes is read as part of the string, and then again as statements.
#[test]
fn mistake_behind_an_unclosed_string_is_told_once() {
    let cases = [
        (
            "a = \"\"\"\nb = \u{1}\nc = 3",
            "2 control-character a\n",
            "{ a = \"\", b = \"\", c = 3 }",
        ),
        (
            "a = \"\"\"\nb = [1\nc = \"\\u00\"\nd = 4",
            "3 incomplete-unicode-escape a\n2 unclosed-array b\n",
            "{ a = \"\", b = [1], c = \"\", d = 4 }",
        ),
        (
            "a = \"\"\"\nb = '''\nc = 3\nd = \u{1}\ne = 5",
            "4 control-character a\n",
            "{ a = \"\", b = \"\", c = 3, d = \"\", e = 5 }",
        ),
    ];
    for (source, errors, expected) in cases {
        assert_eq!(summary(source), errors, "{source}");
        assert_eq!(data(source), expected, "{source}");
    }
}

/// Its node was taken back to read it once more, which did not happen.
#[test]
fn value_of_1_1_at_the_limit_of_errors_is_there() {
    let options = ParseOptions {
        max_errors: 1,
        ..ParseOptions::default()
    };
    let (document, errors) = options.parse_recoverable("a = 13:37\nb = 1");
    let codes: Vec<_> = errors.iter().map(|error| error.code()).collect();
    assert_eq!(codes, ["toml::seconds-optional-since-1-1"]);
    let expected = toml_core::Table::from([("a", "")]);
    assert_eq!(document.to_table(), expected);
}

/// A key that a repeated table repeats is no mistake to tell, so the mistake in its value still is.
#[test]
fn mistake_in_a_repeated_table_counts_at_the_limit_of_errors() {
    let source = "[t]\nx = 1\n[t]\nx = \"no end\n[t]\n";
    let expected = [
        (3, "toml::duplicate-table"),
        (4, "toml::unclosed-string"),
        (5, "toml::duplicate-table"),
    ];
    for max_errors in 1..=4 {
        let options = ParseOptions {
            max_errors,
            ..ParseOptions::default()
        };
        let (_, errors) = options.parse_recoverable(source);
        let found: Vec<_> = errors
            .iter()
            .map(|error| (error.start().line, error.code()))
            .collect();
        assert_eq!(found, expected[..max_errors.min(3)], "limit {max_errors}");
    }
}

/// What is nested deeper than the limit reads as any other broken value, so that the rest can be written and read.
#[test]
fn what_is_nested_too_deep_is_not_read() {
    for (source, expected) in [
        ("a = [1, [2, [3]]]\nb = 1", "{ a = [1, [2, \"\"]], b = 1 }"),
        (
            "a = [1, {b = [3]}]\nc = 1",
            "{ a = [1, { b = \"\" }], c = 1 }",
        ),
        (
            "a = {b = 1, c = {d = {}}}\ne = 1",
            "{ a = { b = 1, c = { d = \"\" } }, e = 1 }",
        ),
        ("[a.b.c]\nd = 1\n[e]", "{ a = { b = {} }, e = {} }"),
        ("a.b.c.d = 1\ne = 1", "{ e = 1 }"),
        (
            "[a.b]\nc = {d = 1}\ne = 1",
            "{ a = { b = { c = \"\", e = 1 } } }",
        ),
        ("[[a]]\n[a.b]\nc = {}\n[d]", "{ a = [{}], d = {} }"),
        (
            "[b]\n[a.b.c]\n[a.b]\nd = {}\n",
            "{ b = {}, a = { b = { d = \"\" } } }",
        ),
    ] {
        let options = ParseOptions {
            max_depth: 2,
            ..ParseOptions::default()
        };
        let (document, errors) = options.parse_recoverable(source);
        assert!(!errors.is_empty(), "{source}");
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::TooDeep, "{source}");
        }
        let data =
            toml_core::encode::EncodeOptions::default().encode_inline_table(&document.to_table());
        assert_eq!(data, expected, "{source}");
    }
}
