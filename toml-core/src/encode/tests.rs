use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};
use core::mem;

use super::*;
use crate::{IntegerBase, StringForm};

fn key(text: &str) -> String {
    let mut out = String::new();
    encode_key(text, &mut out);
    out
}

fn string(text: &str) -> String {
    let mut out = String::new();
    encode_string(text, &mut out);
    out
}

/// The text in a form, and the form it took.
fn string_as(text: &str, form: StringForm) -> (String, StringForm) {
    let mut out = String::new();
    let taken = encode_string_as(text, form, &mut out);
    assert_eq!(taken == form, can_encode_as(text, form));
    (out, taken)
}

fn float(float: f64) -> String {
    let mut out = String::new();
    encode_float(float, &mut out);
    out
}

#[test]
fn key_is_bare_where_possible() {
    for bare in ["a", "A-Z_0-9", "1234", "-", "_"] {
        assert_eq!(key(bare), bare);
    }
    for (text, quoted) in [
        ("", r#""""#),
        ("a b", r#""a b""#),
        ("a.b", r#""a.b""#),
        ("\u{e9}", "\"\u{e9}\""),
        ("a\"b", "'a\"b'"),
        ("it's \"a\"", r#""it's \"a\"""#),
        ("a\nb", r#""a\nb""#),
    ] {
        assert_eq!(key(text), quoted);
    }
}

#[test]
fn string_is_basic_unless_literal_saves_escapes() {
    for (text, expected) in [
        ("", r#""""#),
        ("plain", r#""plain""#),
        ("it's", r#""it's""#),
        ("na\u{ef}ve \u{1f600}", "\"na\u{ef}ve \u{1f600}\""),
        (r"C:\path", r"'C:\path'"),
        (r#"say "hi""#, r#"'say "hi"'"#),
        (r#"it's "hi""#, r#""it's \"hi\"""#),
        ("a\\b\tc", r#""a\\b\tc""#),
        ("a\\b\n", r#""a\\b\n""#),
        ("\t", r#""\t""#),
    ] {
        assert_eq!(string(text), expected);
    }
}

#[test]
fn string_basic_escapes_all_control_characters() {
    let controls: String = (0..0x20_u8).chain([0x7f]).map(char::from).collect();
    let expected = concat!(
        r#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"#,
        r"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D",
        r#"\u001E\u001F\u007F""#,
    );
    assert_eq!(string(&controls), expected);
    // What TOML calls control characters ends at U+007F.
    assert_eq!(string("\u{80}\u{feff}"), "\"\u{80}\u{feff}\"");
}

#[test]
fn string_special_byte_is_found_at_every_offset() {
    for before in 0..40 {
        for after in [0, 1, 15, 16, 17] {
            let (before, after) = ("x".repeat(before), "y".repeat(after));
            let text = format!("{before}\u{7f}{after}");
            assert_eq!(string(&text), format!("\"{before}\\u007F{after}\""));
        }
    }
}

#[test]
fn string_literal_falls_back_to_basic() {
    use StringForm as F;
    let literal = |text| string_as(text, F::Literal);
    assert_eq!(literal("a\\\"\tb"), ("'a\\\"\tb'".to_string(), F::Literal));
    assert_eq!(literal(""), ("''".to_string(), F::Literal));
    assert_eq!(literal("it's"), (r#""it's""#.to_string(), F::Basic));
    assert_eq!(literal("a\nb"), (r#""a\nb""#.to_string(), F::Basic));
    assert_eq!(literal("\u{7f}"), (r#""\u007F""#.to_string(), F::Basic));
}

#[test]
fn string_multiline_basic() {
    for (text, expected) in [
        ("", r#""""""""#),
        ("one line", r#""""one line""""#),
        ("a\nb\n", "\"\"\"\na\nb\n\"\"\""),
        // The newline behind the delimiter is trimmed, so the text's own needs another.
        ("\na", "\"\"\"\n\na\"\"\""),
        ("\n", "\"\"\"\n\n\"\"\""),
        ("a\r\nb", "\"\"\"\na\\r\nb\"\"\""),
        ("a\rb", "\"\"\"a\\rb\"\"\""),
        ("tab\tstays", "\"\"\"tab\tstays\"\"\""),
        ("back\\\nslash", "\"\"\"\nback\\\\\nslash\"\"\""),
        ("nul\0del\u{7f}", "\"\"\"nul\\u0000del\\u007F\"\"\""),
        (r#"one " two "" x"#, r#""""one " two "" x""""#),
        (r#"three """ x"#, r#""""three ""\" x""""#),
        (r#"seven """"""" x"#, r#""""seven ""\"""\"" x""""#),
        (r#"end ""#, r#""""end \"""""#),
        (r#"end """#, r#""""end "\"""""#),
        (r#"end """"#, r#""""end ""\"""""#),
        (r#"""#, r#""""\"""""#),
    ] {
        assert_eq!(
            string_as(text, StringForm::MultilineBasic),
            (expected.to_string(), StringForm::MultilineBasic)
        );
    }
}

#[test]
fn string_multiline_literal() {
    use StringForm as F;
    let literal = |text| string_as(text, F::MultilineLiteral);
    for (text, expected) in [
        ("a\\b", r"'''a\b'''"),
        ("a\nb", "'''\na\nb'''"),
        ("\n\n", "'''\n\n\n'''"),
        ("it''s", "'''it''s'''"),
        ("end'", "'''end''''"),
        ("''", "''''''''"),
        ("\"\"\"\t", "'''\"\"\"\t'''"),
    ] {
        assert_eq!(literal(text), (expected.to_string(), F::MultilineLiteral));
    }
    for (text, expected) in [
        ("a'''b", "\"\"\"a'''b\"\"\""),
        ("a\r\n", "\"\"\"\na\\r\n\"\"\""),
        ("\u{1}", "\"\"\"\\u0001\"\"\""),
    ] {
        assert_eq!(literal(text), (expected.to_string(), F::MultilineBasic));
    }
}

#[test]
fn choose_string_form_keeps_newlines_on_request() {
    use StringForm as F;
    for (text, form) in [
        ("plain", F::Basic),
        (r"C:\path", F::Literal),
        ("a\nb", F::MultilineBasic),
        ("say \"hi\"\n", F::MultilineBasic),
        ("C:\\path\n", F::MultilineLiteral),
        ("\"\"\"doc\"\"\"\n", F::MultilineLiteral),
        ("C:\\path\n'''", F::MultilineBasic),
        ("C:\\path\n'", F::MultilineBasic),
        ("C:\\path\r\n", F::MultilineBasic),
        ("\r", F::Basic),
    ] {
        assert_eq!(choose_string_form(text, Newlines::Keep), form, "{text:?}");
    }
    assert_eq!(choose_string_form("a\nb", Newlines::Escape), F::Basic);
    assert_eq!(choose_string_form("a\\\nb", Newlines::Escape), F::Basic);
}

#[test]
fn integer_is_decimal() {
    for (integer, expected) in [
        (0, "0"),
        (7, "7"),
        (-1, "-1"),
        (10, "10"),
        (99, "99"),
        (100, "100"),
        (101, "101"),
        (1000, "1000"),
        (-12345, "-12345"),
        (i64::MAX, "9223372036854775807"),
        (i64::MIN, "-9223372036854775808"),
    ] {
        let mut out = String::new();
        encode_integer(integer, &mut out);
        assert_eq!(out, expected);
    }
}

#[test]
fn integer_in_a_format() {
    use IntegerBase::{Binary, Decimal, Hexadecimal, Octal};
    let cases = [
        (255, Hexadecimal, 0, 0, "0xff"),
        (255, Hexadecimal, 4, 0, "0x00ff"),
        (0, Hexadecimal, 0, 0, "0x0"),
        (0o755, Octal, 0, 0, "0o755"),
        (0o755, Octal, 2, 0, "0o755"),
        (5, Binary, 8, 4, "0b0000_0101"),
        (0xdead_beef, Hexadecimal, 0, 4, "0xdead_beef"),
        (0x1_dead_beef, Hexadecimal, 0, 4, "0x1_dead_beef"),
        (1_000_000, Decimal, 0, 3, "1_000_000"),
        (-1_000_000, Decimal, 0, 3, "-1_000_000"),
        (100, Decimal, 0, 3, "100"),
        // Decimal integers have no leading zeros, the other bases no sign.
        (7, Decimal, 3, 0, "7"),
        (-255, Hexadecimal, 4, 0, "-255"),
    ];
    for (integer, base, width, group, expected) in cases {
        let format = IntegerFormat {
            base,
            width,
            group,
            ..IntegerFormat::default()
        };
        let mut out = String::new();
        encode_integer_as(integer, format, &mut out);
        assert_eq!(out, expected);
    }
}

#[test]
fn integer_width_is_at_most_64() {
    let format = IntegerFormat {
        base: IntegerBase::Binary,
        width: u8::MAX,
        ..IntegerFormat::default()
    };
    let mut out = String::new();
    encode_integer_as(1, format, &mut out);
    assert_eq!(out, format!("0b{}1", "0".repeat(63)));
}

#[test]
fn integer_upper_case_digits_have_a_lower_case_prefix() {
    let format = IntegerFormat {
        base: IntegerBase::Hexadecimal,
        case: DigitCase::Upper,
        ..IntegerFormat::default()
    };
    let mut out = String::new();
    encode_integer_as(i64::MAX, format, &mut out);
    assert_eq!(out, "0x7FFFFFFFFFFFFFFF");
}

#[test]
fn float_has_a_point_or_an_exponent() {
    for (value, expected) in [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (1.0, "1.0"),
        (0.1, "0.1"),
        (-17.25, "-17.25"),
        (1e15, "1000000000000000.0"),
        (1e300, "1e300"),
        (-2.5e-7, "-2.5e-7"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e308"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (f64::NAN, "nan"),
        (-f64::NAN, "nan"),
    ] {
        assert_eq!(float(value), expected);
    }
}

#[test]
fn float_text_reads_back_and_is_toml() {
    // Powers of two across the whole range, and their neighbours.
    for exponent in 0..2047_u64 {
        for neighbour in [0, 1, (1 << 52) - 1] {
            let value = f64::from_bits(exponent << 52 | neighbour);
            let text = float(value);
            assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok(value.to_bits()));
            assert!(text.contains(['.', 'e']), "{text}");
            let is_digit_at = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
            let point = text.find('.');
            assert!(
                point.is_none_or(|at| is_digit_at(at - 1) && is_digit_at(at + 1)),
                "{text}"
            );
            assert!(!text.starts_with("00"), "{text}");
        }
    }
}

#[test]
fn single_precision_float_is_short() {
    let encode = |float| {
        let mut out = String::new();
        encode_f32(float, &mut out);
        out
    };
    assert_eq!(encode(0.1), "0.1");
    assert_eq!(encode(16_777_216.0), "16777216.0");
    assert_eq!(encode(f32::NAN), "nan");
}

#[test]
fn value_is_on_one_line() {
    let inner = Table::from([("x", Value::from(1)), ("a b", Value::from("y"))]);
    let value = Value::from(vec![
        Value::from(1),
        Value::from(1.0),
        Value::from("a\nb"),
        Value::from(true),
        Value::from("1979-05-27".parse::<crate::Datetime>().unwrap()),
        Value::from(Vec::<Value>::new()),
        Value::from(Table::new()),
        Value::from(inner),
        Value::from([[1, 2], [3, 4]]),
    ]);
    let expected = concat!(
        r#"[1, 1.0, "a\nb", true, 1979-05-27, [], {}, "#,
        r#"{ x = 1, "a b" = "y" }, [[1, 2], [3, 4]]]"#,
    );
    assert_eq!(encode_value(&value), expected);
}

#[test]
fn value_with_one_element_per_line() {
    let options = EncodeOptions {
        arrays: ArrayLayout::OnePerLine { indent: 4 },
        ..EncodeOptions::default()
    };
    let table = Table::from([("k", Value::from([1]))]);
    let value = Value::from([
        Value::from([1, 2]),
        Value::from(table),
        Value::Array(Vec::new()),
    ]);
    let expected = concat!(
        "[\n",
        "    [\n        1,\n        2,\n    ],\n",
        // An inline table may span lines within a value (TOML 1.0.0, "Inline Table").
        "    { k = [\n        1,\n    ] },\n",
        "    [],\n",
        "]",
    );
    assert_eq!(options.encode_value(&value), expected);
}

#[test]
fn inline_table_from_a_table() {
    let options = EncodeOptions::default();
    let table = Table::from([("a", Table::from([("b", 1)]))]);
    assert_eq!(options.encode_inline_table(&table), "{ a = { b = 1 } }");
    assert_eq!(options.encode_inline_table(&Table::new()), "{}");
}

#[test]
fn document_without_keys_is_empty() {
    assert_eq!(encode_document(&Table::new()), "");
}

#[test]
fn document_puts_plain_values_first() {
    let table = Table::from([
        ("sub", Value::from(Table::from([("x", 1)]))),
        ("a", Value::from(1)),
        ("list", Value::from([Table::from([("y", 2)])])),
        ("b", Value::from(2)),
    ]);
    let expected = "a = 1\nb = 2\n\n[sub]\nx = 1\n\n[[list]]\ny = 2\n";
    assert_eq!(encode_document(&table), expected);
}

#[test]
fn document_headers_only_where_needed() {
    let leaf = Table::from([("x", 1)]);
    let table = Table::from([
        ("only", Value::from(Table::from([("sub", leaf.clone())]))),
        ("empty", Value::from(Table::new())),
        (
            "deep",
            Value::from(Table::from([("er", Table::from([("est", Table::new())]))])),
        ),
        (
            "both",
            Value::from(Table::from([
                ("sub", Value::from(leaf)),
                ("y", Value::from(2)),
            ])),
        ),
    ]);
    let expected = concat!(
        "[only.sub]\nx = 1\n",
        "\n[empty]\n",
        "\n[deep.er.est]\n",
        "\n[both]\ny = 2\n",
        "\n[both.sub]\nx = 1\n",
    );
    assert_eq!(encode_document(&table), expected);
}

#[test]
fn document_nests_arrays_of_tables() {
    let apple = Table::from([
        ("physical", Value::from(Table::from([("color", "red")]))),
        ("name", Value::from("apple")),
        (
            "varieties",
            Value::from([Table::from([("name", "a")]), Table::from([("name", "b")])]),
        ),
    ]);
    let plain = Table::from([("sub", Table::new())]);
    let table = Table::from([("fruits", Value::from([apple, plain, Table::new()]))]);
    let expected = concat!(
        "[[fruits]]\nname = \"apple\"\n",
        "\n[fruits.physical]\ncolor = \"red\"\n",
        "\n[[fruits.varieties]]\nname = \"a\"\n",
        "\n[[fruits.varieties]]\nname = \"b\"\n",
        "\n[[fruits]]\n",
        "\n[fruits.sub]\n",
        "\n[[fruits]]\n",
    );
    assert_eq!(encode_document(&table), expected);
}

#[test]
fn document_arrays_that_are_not_all_tables_stay_inline() {
    let table = Table::from([
        ("empty", Value::Array(Vec::new())),
        (
            "mixed",
            Value::from([Value::from(Table::from([("x", 1)])), Value::from(2)]),
        ),
        ("nested", Value::from([[Table::from([("x", 1)])]])),
    ]);
    let expected = "empty = []\nmixed = [{ x = 1 }, 2]\nnested = [[{ x = 1 }]]\n";
    assert_eq!(encode_document(&table), expected);
}

#[test]
fn document_quotes_keys_in_headers() {
    let table = Table::from([(
        "a.b",
        Value::from(Table::from([(
            "",
            Table::from([("c d", Table::from([("\"", 1)]))]),
        )])),
    )]);
    assert_eq!(
        encode_document(&table),
        "[\"a.b\".\"\".\"c d\"]\n'\"' = 1\n"
    );
}

#[test]
fn document_keeps_newlines_on_request() {
    let options = EncodeOptions {
        strings: Newlines::Keep,
        ..EncodeOptions::default()
    };
    let table = Table::from([("a", "x\ny\n"), ("b\n", "plain")]);
    let expected = "a = \"\"\"\nx\ny\n\"\"\"\n\"b\\n\" = \"plain\"\n";
    assert_eq!(options.encode_document(&table), expected);
}

/// Takes a chain of values apart without recursion.
fn dismantle(value: Value) {
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        match value {
            Value::Array(elements) => left.extend(elements),
            Value::Table(table) => left.extend(table.into_values()),
            _ => {}
        }
    }
}

#[test]
fn value_of_any_depth_needs_no_stack() {
    let depth = 100_000;
    let mut value = Value::from(1);
    for _ in 0..depth {
        value = Value::Array(vec![value]);
    }
    let expected = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert!(encode_value(&value) == expected);
    dismantle(value);
}

#[test]
fn document_of_any_depth_needs_no_stack() {
    let depth = 100_000;
    let mut table = Table::from([("x", 1)]);
    for _ in 0..depth {
        table = Table::from([("a", mem::take(&mut table))]);
    }
    let expected = format!("[{}a]\nx = 1\n", "a.".repeat(depth - 1));
    assert!(encode_document(&table) == expected);
    dismantle(Value::Table(table));
}
