//! How an expectation is written.

use toml_core::{ParseOptions, Position, Version};

use super::{Expectation, Related};

fn place(line: usize, column: usize) -> Position {
    Position { line, column }
}

#[test]
fn expectation_with_all_parts_is_read() {
    let source =
        b"\xef\xbb\xbf# expect: toml::x 3:1-4:2 path=a.b related=2:1-5 toml=1.1 max_depth=4\n";
    let expected = Expectation {
        options: ParseOptions {
            version: Version::V1_1,
            max_depth: 4,
            ..ParseOptions::default()
        },
        code: "toml::x".to_string(),
        start: place(3, 1),
        end: Some(place(4, 2)),
        path: Some("a.b".to_string()),
        related: Some(Related::Range(place(2, 1), place(2, 5))),
    };
    assert_eq!(Expectation::find(source), Ok(expected));
}

#[test]
fn expectation_with_the_least_is_read() {
    let expected = Expectation {
        options: ParseOptions::default(),
        code: "toml::x".to_string(),
        start: place(3, 1),
        end: None,
        path: None,
        related: None,
    };
    assert_eq!(
        Expectation::find(b"\xff\n# expect: toml::x 3:1\r\n"),
        Ok(expected)
    );
}

#[test]
fn expectation_that_cannot_be_read_is_rejected() {
    let wrong: [&[u8]; 4] = [
        b"a = 1",
        b"# expect: x",
        b"# expect: x 1:",
        b"# expect: x 1:1 pth=a",
    ];
    for source in wrong {
        assert!(Expectation::find(source).is_err(), "{source:?}");
    }
}
