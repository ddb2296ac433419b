use alloc::format;
use alloc::string::ToString;

use super::*;

fn error(kind: ErrorKind, source: &str, span: Span) -> Error {
    Error::new(Fault::new(kind, span), None, source.as_bytes())
}

#[test]
fn error_is_one_word() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[test]
fn positions_count_lines_and_characters_from_one() {
    let source = "a = 1\r\nü = 'é'x\n".as_bytes();
    assert_eq!(Position::of(source, 0), Position { line: 1, column: 1 });
    assert_eq!(Position::of(source, 5), Position { line: 1, column: 6 });
    assert_eq!(Position::of(source, 7), Position { line: 2, column: 1 });
    assert_eq!(Position::of(source, 16), Position { line: 2, column: 8 });
    assert_eq!(Position::of(source, 99), Position { line: 3, column: 1 });
}

#[test]
fn locator_in_any_order_is_position_of() {
    let source = format!("\u{feff}a\n{}\r\n{}\n", "é\n".repeat(400), "x€".repeat(700));
    let source = source.as_bytes();
    let length = source.len() as u32;
    // A step that has no factor in common with the length comes to every offset once.
    let steps = [1, length + 1, 1_021];
    for step in steps {
        let mut locator = Locator::default();
        for number in 0..=length {
            let offset = (number * step) % (length + 2);
            let expected = Position::of(source, offset);
            assert_eq!(locator.locate(source, offset), expected, "{offset}");
        }
    }
}

#[test]
fn byte_order_mark_takes_no_column() {
    assert_eq!(
        Position::of("\u{feff}a".as_bytes(), 3),
        Position { line: 1, column: 1 }
    );
}

#[test]
fn display_is_one_line_with_place() {
    let found = error(ErrorKind::UnquotedString, "a = b\n", Span::new(4, 5));
    assert_eq!(
        found.to_string(),
        "a string value needs quotes, found `b` at line 1 column 5"
    );
    let fault = Fault::new(ErrorKind::UnquotedString, Span::new(4, 5));
    let found = Error::new(fault, Some("x.a".into()), b"a = b\n");
    assert_eq!(
        found.to_string(),
        "a string value needs quotes, found `b` at x.a, line 1 column 5"
    );
}

#[test]
fn excerpt_is_one_short_line() {
    let long = "é".repeat(50);
    let found = error(ErrorKind::UnquotedString, &long, Span::of(0, long.len()));
    let quoted = "é".repeat(40);
    assert_eq!(
        found.message(),
        alloc::format!("a string value needs quotes, found `{quoted}…`")
    );
    let found = error(ErrorKind::DuplicateKey, "ab\ncd", Span::new(0, 5));
    assert_eq!(found.message(), "duplicate key `ab`");
}

#[test]
fn unseen_characters_are_named() {
    let cases = [
        (
            "\u{a0}",
            "U+00A0 (no-break space) is not white space in TOML",
        ),
        (
            "\u{2003}",
            "U+2003 (typographic space) is not white space in TOML",
        ),
    ];
    for (source, message) in cases {
        let found = error(
            ErrorKind::NonAsciiWhitespace,
            source,
            Span::of(0, source.len()),
        );
        assert_eq!(found.message(), message);
    }
    let found = error(ErrorKind::ControlCharacter, "\u{1}", Span::new(0, 1));
    assert_eq!(
        found.message(),
        "control character U+0001 is not allowed here"
    );
}

#[test]
fn help_spells_out_the_correction() {
    let cases = [
        (ErrorKind::UnquotedString, "ada", "write `\"ada\"`"),
        (ErrorKind::UnquotedString, r"C:\x", r"write `'C:\x'`"),
        (
            ErrorKind::UnquotedString,
            "tru",
            "did you mean `true`? Text is written `\"tru\"`",
        ),
        (
            ErrorKind::UnquotedString,
            "folse",
            "did you mean `false`? Text is written `\"folse\"`",
        ),
        (
            ErrorKind::UnquotedString,
            "truth-table",
            "write `\"truth-table\"`",
        ),
        (ErrorKind::BooleanSpelling, "Yes", "write `true`"),
        (ErrorKind::BooleanSpelling, "off", "write `false`"),
        (ErrorKind::MissingIntegerDigits, "-.5", "write `-0.5`"),
        (ErrorKind::MissingFractionDigits, "5.e3", "write `5.0e3`"),
        (ErrorKind::UppercasePrefix, "0XAB", "write `0xAB`"),
        (ErrorKind::MissingEquals, "name", "write `name = …`"),
    ];
    for (kind, source, help) in cases {
        let found = error(kind, source, Span::of(0, source.len()));
        assert_eq!(found.help().as_deref(), Some(help));
    }
}

#[test]
fn report_shows_the_places_in_the_order_of_the_source() {
    let source = "\n\n\n\n\n\n\n\n'a' = 1\r\na = 2 # two\r\n";
    let found = crate::parse(source).unwrap_err();
    let expected = "\
duplicate key `a` at a, line 10 column 1
   |
 9 | 'a' = 1
   | --- first defined here
   |
10 | a = 2 # two
   | ^ defined again
help: rename one of them, or delete it";
    assert_eq!(found.report(source).to_string(), expected);
}

#[test]
fn report_of_another_source_marks_what_there_is() {
    let found = crate::parse("a = 1\na = 2").unwrap_err();
    let expected = "\
duplicate key `a` at a, line 2 column 1
  |
1 | é
  | - first defined here
  |
1 | é
  |  ^ defined again
help: rename one of them, or delete it";
    assert_eq!(found.report("é").to_string(), expected);
}
