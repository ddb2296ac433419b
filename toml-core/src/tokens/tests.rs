use alloc::string::String;
use alloc::vec::Vec;

use super::TokenKind::{
    ArrayClose, ArrayHeaderOpen, ArrayOpen, ByteOrderMark, Comma, Comment, Dot, Equals,
    HeaderClose, HeaderOpen, InlineTableClose, InlineTableOpen, Key, Newline, Scalar, Unknown,
    Whitespace,
};
use super::{TokenKind, Tokens};
use crate::parse_recoverable;

/// The tokens of a source and their texts, white space left out.
fn tokens(source: &str) -> Vec<(TokenKind, &str)> {
    Tokens::new(source)
        .filter(|token| token.kind != Whitespace)
        .map(|token| (token.kind, &source[token.span.range()]))
        .collect()
}

#[test]
fn keys_and_values_are_told_apart() {
    let expected = [
        (Key, "1979-05-27"),
        (Dot, "."),
        (Key, "'a.b'"),
        (Equals, "="),
        (Scalar, "1979-05-27 07:32:00Z"),
        (Comment, "# at last "),
        (Newline, "\r\n"),
        (Key, "true"),
        (Equals, "="),
        (Scalar, "true"),
    ];
    let source = "1979-05-27 . 'a.b' = 1979-05-27 07:32:00Z # at last \r\ntrue=true";
    assert_eq!(tokens(source), expected);
}

#[test]
fn brackets_of_headers_and_arrays_are_told_apart() {
    let expected = [
        (ByteOrderMark, "\u{feff}"),
        (ArrayHeaderOpen, "[["),
        (Key, "a"),
        (HeaderClose, "]]"),
        (Newline, "\n"),
        (HeaderOpen, "["),
        (Key, "\"]\""),
        (HeaderClose, "]"),
        (Newline, "\n"),
        (Key, "b"),
        (Equals, "="),
        (ArrayOpen, "["),
        (ArrayOpen, "["),
        (Scalar, "1"),
        (ArrayClose, "]"),
        (Comma, ","),
        (Newline, "\n"),
        (InlineTableOpen, "{"),
        (Key, "c"),
        (Equals, "="),
        (ArrayOpen, "["),
        (ArrayClose, "]"),
        (Comma, ","),
        (Key, "d"),
        (Equals, "="),
        (Scalar, "-inf"),
        (InlineTableClose, "}"),
        (ArrayClose, "]"),
    ];
    let source = "\u{feff}[[ a ]]\n[\"]\"]\nb = [[1],\n{ c=[], d=-inf } ]";
    assert_eq!(tokens(source), expected);
}

#[test]
fn strings_end_at_their_own_quotes() {
    let strings = [
        r#""""#,
        "''",
        r##""\"#\\""##,
        r"'\'",
        "\"\"\"\"\"\"",
        "''''''",
        "\"\"\"\n\"\" \\\"\"\" '''\r\n\"\"\"\"\"",
        "'''\\''\n'''''",
    ];
    for string in strings {
        let source = ["a = ", string, " # end"].concat();
        let expected = [
            (Key, "a"),
            (Equals, "="),
            (Scalar, string),
            (Comment, "# end"),
        ];
        assert_eq!(tokens(&source), expected, "{source:?}");
    }
}

#[test]
fn what_is_no_token_is_unknown() {
    let expected = [
        (Unknown, "é"),
        (Equals, "="),
        (Unknown, "yes"),
        (Newline, "\n"),
        (ArrayClose, "]"),
        (InlineTableClose, "}"),
        (Unknown, "\r"),
        (Scalar, "\"open\n"),
    ];
    assert_eq!(tokens("é = yes\n]}\r\"open\n"), expected);
}

#[test]
fn tokens_of_a_broken_document_are_its_whole_source() {
    let source = "a = [1, {b = '\n[x\n\"\\";
    let (document, errors) = parse_recoverable(source);
    let texts = document.tokens().map(|token| &source[token.span.range()]);
    assert_eq!(texts.collect::<String>(), source);
    assert!(!errors.is_empty());
}
