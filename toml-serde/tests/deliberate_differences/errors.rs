//! Errors: their words and what is displayed.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Holder, assert_displays, assert_reads};

/// Ours writes messages in TOML's words.
#[test]
fn words_of_messages() {
    type Map = BTreeMap<String, i64>;
    assert_reads::<String>(
        "v = {}",
        Err("invalid type: table, expected a string"),
        Err("invalid type: map, expected a string"),
    );
    assert_reads::<bool>(
        "v = []",
        Err("invalid type: array, expected a boolean"),
        Err("invalid type: sequence, expected a boolean"),
    );
    assert_reads::<Vec<i64>>(
        "v = 1",
        Err("invalid type: integer `1`, expected an array"),
        Err("invalid type: integer `1`, expected a sequence"),
    );
    assert_reads::<Map>(
        "v = true",
        Err("invalid type: boolean `true`, expected a table"),
        Err("invalid type: boolean `true`, expected a map"),
    );
    assert_reads::<i64>(
        "v = 1979-05-27",
        Err("invalid type: date-time `1979-05-27`, expected i64"),
        Err("invalid type: map, expected i64"),
    );
    assert_reads::<BTreeMap<u8, i64>>(
        "v = { a = 1 }",
        Err("invalid value: string \"a\", expected a key that is a u8"),
        Err("invalid digit found in string"),
    );
}

/// Ours words the errors of enums so that they can be understood without knowing serde.
#[test]
fn words_of_enums() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum Enum {
        Unit,
        Tuple(i64, i64),
    }
    for (text, ours, theirs) in [
        (
            "v = 1",
            "invalid type: integer `1`, expected the name of a variant or a table with one key",
            "wanted string or table",
        ),
        (
            "v = {}",
            "expected a table with one key, the name of a variant; it is empty",
            "wanted exactly 1 element, found 0 elements",
        ),
        (
            "v = { Unit = {}, Tuple = 1 }",
            "expected a table with one key, the name of a variant; `Tuple` is a second one",
            "wanted exactly 1 element, more than 1 element",
        ),
        (
            "v = { Unit = 1 }",
            "invalid type: integer `1`, expected an empty table, as the variant holds nothing",
            "expected table, found integer",
        ),
        (
            "v = { Tuple = [1] }",
            "invalid length 1, expected tuple variant Enum::Tuple with 2 elements",
            "expected tuple with length 2",
        ),
        (
            "v = { Tuple = { 1 = 1 } }",
            "invalid value: string \"1\", expected `0`, the number of the next element",
            "expected table key `0`, but was `1`",
        ),
    ] {
        assert_reads::<Enum>(text, Err(ours), Err(theirs));
    }
}

/// Ours displays the message first, with the path, and hints where there are any.
#[test]
fn display_of_errors() {
    assert_displays::<BTreeMap<String, Holder<u16>>>(
        "[server]\n\nv = \"abc\"\n",
        "\
invalid type: string \"abc\", expected u16 at server.v, line 3 column 5
  |
3 | v = \"abc\"
  |     ^^^^^",
        "\
TOML parse error at line 3, column 5
  |
3 | v = \"abc\"
  |     ^^^^^
invalid type: string \"abc\", expected u16
",
    );
    assert_displays::<BTreeMap<String, i64>>(
        "v = 1\nv = 2",
        "\
duplicate key `v` at v, line 2 column 1
  |
2 | v = 2
  | ^
help: rename one of them, or delete it",
        "\
TOML parse error at line 2, column 1
  |
2 | v = 2
  | ^
duplicate key
",
    );
}

/// Ours tells for untagged enums why each variant did not match.
#[test]
fn display_of_untagged_enums() {
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "only the error counts")]
    enum Untagged {
        Number(u8),
        Text(String),
    }
    assert_displays::<Holder<Untagged>>(
        "v = 300",
        "\
data did not match any variant of untagged enum Untagged at v, line 1 column 5
  |
1 | v = 300
  |     ^^^
no match: invalid value: integer `300`, expected u8 at v, line 1 column 5
no match: invalid type: integer `300`, expected a string at v, line 1 column 5",
        "\
TOML parse error at line 1, column 5
  |
1 | v = 300
  |     ^^^
data did not match any variant of untagged enum Untagged
",
    );
}

/// The messages of syntax errors are ours.
#[test]
fn syntax_errors() {
    for (text, ours, theirs) in [
        (
            "v = a b",
            "a string value needs quotes, found `a b`",
            "string values must be quoted, expected literal string",
        ),
        (
            "v = [1",
            "array is not closed",
            "unclosed array, expected `]`",
        ),
        (
            "v = \"\\q\"",
            "invalid escape `\\q`",
            "missing escaped value, expected `b`, `e`, `f`, `n`, `r`, `\\`, `\"`, `x`, `u`, `U`",
        ),
    ] {
        assert_reads::<toml::Value>(text, Err(ours), Err(theirs));
    }
}

/// Bytes that are not UTF-8 have a place in ours.
#[test]
fn bytes_that_are_not_utf_8() {
    let bytes = b"v = '\xff'";
    let error = toml_serde::from_slice::<Holder<String>>(bytes).unwrap_err();
    assert_eq!(
        (error.message(), error.span()),
        ("input is not valid UTF-8", Some(5..6))
    );
    let error = toml::from_slice::<Holder<String>>(bytes).unwrap_err();
    assert_eq!(
        error.message(),
        "invalid utf-8 sequence of 1 bytes from index 5"
    );
    assert_eq!(error.span(), None);
}
