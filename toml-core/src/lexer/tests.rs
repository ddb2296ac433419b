use super::*;

fn key(source: &str) -> Option<(KeyToken, &str)> {
    let (token, end) = lex_key(source.as_bytes(), 0)?;
    Some((token, &source[..end]))
}

fn value(source: &str) -> Option<(ValueToken, &str)> {
    let (token, end) = lex_value(source.as_bytes(), 0)?;
    Some((token, &source[..end]))
}

#[test]
fn key_tokens_take_the_start_of_a_line() {
    let cases = [
        ("a = 1", KeyToken::KeyEquals, "a = "),
        ("a=1", KeyToken::KeyEquals, "a="),
        ("a\t= \"x\"", KeyToken::KeyEqualsQuote, "a\t= \""),
        ("1979-05-27 = 1", KeyToken::KeyEquals, "1979-05-27 = "),
        ("a.b-c._d =1", KeyToken::DottedKeyEquals, "a.b-c._d ="),
        ("a .b = 1", KeyToken::Bare, "a"),
        ("a", KeyToken::Bare, "a"),
        ("[a]", KeyToken::Header, "[a]"),
        ("[a.b]", KeyToken::DottedHeader, "[a.b]"),
        ("[[a]]", KeyToken::ArrayHeader, "[[a]]"),
        ("[[a.b]] # c", KeyToken::DottedArrayHeader, "[[a.b]]"),
        ("[ a ]", KeyToken::OpenHeader, "["),
        ("[[ a ]]", KeyToken::OpenArrayHeader, "[["),
        ("['a']", KeyToken::OpenHeader, "["),
        ("\"a\" = 1", KeyToken::Quote, "\""),
        ("# text", KeyToken::Hash, "#"),
        ("\n \n\t\n  a", KeyToken::Blank, "\n \n\t\n  "),
        ("\r\n\r\n", KeyToken::CrLf, "\r\n"),
        ("  a", KeyToken::Blank, "  "),
        ("= 1", KeyToken::Other, "="),
        ("\r", KeyToken::Other, "\r"),
    ];
    for (source, token, text) in cases {
        assert_eq!(key(source), Some((token, text)), "{source:?}");
    }
    assert_eq!(key(""), None);
}

#[test]
fn value_tokens_take_a_whole_scalar() {
    let cases = [
        ("0,", ValueToken::Decimal, "0"),
        ("+1_000 ", ValueToken::Decimal, "+1_000"),
        ("0xDEAD_beef]", ValueToken::Hexadecimal, "0xDEAD_beef"),
        ("0o755", ValueToken::Octal, "0o755"),
        ("0b1101_0110", ValueToken::Binary, "0b1101_0110"),
        ("1.5", ValueToken::Float, "1.5"),
        ("1e06", ValueToken::Float, "1e06"),
        ("-2E-22", ValueToken::Float, "-2E-22"),
        ("6.626e-3_4", ValueToken::Float, "6.626e-3_4"),
        ("0e0", ValueToken::Float, "0e0"),
        ("-inf", ValueToken::SpecialFloat, "-inf"),
        ("nan", ValueToken::SpecialFloat, "nan"),
        ("true\n", ValueToken::True, "true"),
        ("false", ValueToken::False, "false"),
        ("1979-05-27\n", ValueToken::Datetime, "1979-05-27"),
        ("1979-05-27 # c", ValueToken::Datetime, "1979-05-27"),
        (
            "1979-05-27 07:32:00Z",
            ValueToken::Datetime,
            "1979-05-27 07:32:00Z",
        ),
        (
            "1979-05-27t07:32:00.5-07:00",
            ValueToken::Datetime,
            "1979-05-27t07:32:00.5-07:00",
        ),
        ("07:32", ValueToken::Datetime, "07:32"),
    ];
    for (source, token, text) in cases {
        assert_eq!(value(source), Some((token, text)), "{source:?}");
    }
    assert_eq!(value(""), None);
}

#[test]
fn value_tokens_take_a_whole_wrong_word() {
    for word in [
        "01",
        ".5",
        "5.",
        "1e",
        "0x",
        "+0x1",
        "1979-5-27",
        "truely",
        "yes",
        "é",
        "1.2.3",
    ] {
        assert_eq!(value(word), Some((ValueToken::Word, word)));
    }
    assert_eq!(value("]"), Some((ValueToken::Other, "]")));
}

#[test]
fn scans_stop_at_the_first_byte_that_matters_wherever_it_is() {
    for length in 0..70 {
        let plain = "é".repeat(length / 2) + &"\t".repeat(length % 2) + &"x".repeat(length);
        let stop = plain.len();
        for ending in ["\"", "\\", "\n", "\r", "\0", "\x1f", "\x7f"] {
            let source = plain.clone() + ending + "\"'";
            assert_eq!(scan::basic_string(source.as_bytes(), 0), stop, "{source:?}");
        }
        for ending in ["'", "\n", "\x7f", "\x01"] {
            let source = plain.clone() + ending;
            assert_eq!(
                scan::literal_string(source.as_bytes(), 0),
                stop,
                "{source:?}"
            );
        }
        for ending in ["\"", "\\", "\r", "\x7f"] {
            let source = plain.clone() + "\n" + ending;
            assert_eq!(
                scan::multiline_basic_string(source.as_bytes(), 0),
                stop + 1,
                "{source:?}"
            );
        }
        for ending in ["'", "\r", "\x08"] {
            let source = plain.clone() + "\n\\\"" + ending;
            assert_eq!(
                scan::multiline_literal_string(source.as_bytes(), 0),
                stop + 3,
                "{source:?}"
            );
        }
        assert_eq!(scan::comment((plain.clone() + "\n").as_bytes(), 0), stop);
        assert_eq!(scan::comment(plain.as_bytes(), 0), stop);
    }
}

#[test]
fn tokens_are_counted_to_the_end() {
    assert_eq!(count_tokens(""), 0);
    // Two headers, four keys, the blanks, and what the values are made of.
    let source = "[a]\nb = \"x\"\n'c' = [1, 2] # c\n[[d]]\ne.f = '''\n'''\ng = {h = 1}";
    let without_end = count_tokens(&source[..source.len() - 1]);
    assert_eq!(count_tokens(source), without_end + 1);
}
