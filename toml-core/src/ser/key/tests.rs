use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::KeySerializer;

fn write(key: impl Serialize) -> Result<String, String> {
    let mut text = String::new();
    match key.serialize(KeySerializer::new(&mut text)) {
        Ok(()) => Ok(text),
        Err(error) => Err(error.to_string()),
    }
}

#[derive(Serialize)]
enum Color {
    Red,
    Other(u8),
}

#[derive(Serialize)]
struct Port(u16);

#[test]
fn key_is_text() {
    let keys = [
        write("a b"),
        write('é'),
        write(true),
        write(-5_i8),
        write(u128::MAX),
        write(Port(80)),
        write(Color::Red),
        write(format_args!("{}", 1)),
    ];
    let expected = [
        "a b",
        "é",
        "true",
        "-5",
        "340282366920938463463374607431768211455",
        "80",
        "Red",
        "1",
    ];
    assert_eq!(keys.map(Result::unwrap), expected);
}

#[test]
fn other_keys_are_errors() {
    let errors: Vec<_> = [
        write(1.5),
        write(()),
        write(None::<u8>),
        write([1]),
        write((1, 2)),
        write(Color::Other(1)),
        write(crate::Table::new()),
    ]
    .into_iter()
    .map(Result::unwrap_err)
    .collect();
    let expected = [
        "a float",
        "a unit",
        "an `Option`",
        "a tuple",
        "a tuple",
        "a variant with content",
        "a table",
    ];
    let expected = expected.map(|what| alloc::format!("a key is text in TOML, and {what} is not"));
    assert_eq!(errors, expected);
}
