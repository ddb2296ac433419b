//! The buffer and the serializers that write to it or to a string.

use std::collections::BTreeMap;

use serde::Serialize;
use toml_serde::ser::{Buffer, Serializer, ValueSerializer};

type Map<T> = BTreeMap<&'static str, T>;

#[derive(Serialize)]
struct Late {
    table: Map<i32>,
    late: i32,
}

fn late() -> Late {
    Late {
        table: Map::from([("x", 1)]),
        late: 2,
    }
}

#[test]
fn buffer_shows_the_document() {
    let mut buffer = Buffer::default();
    assert_eq!(buffer.to_string(), "");
    let written = late().serialize(Serializer::new(&mut buffer)).unwrap();
    assert_eq!(written.to_string(), "late = 2\n\n[table]\nx = 1\n");
    assert_eq!(format!("{buffer}"), "late = 2\n\n[table]\nx = 1\n");
}

#[test]
fn buffer_can_be_used_again() {
    let mut buffer = Buffer::new();
    for _ in 0..3 {
        buffer.clear();
        late().serialize(Serializer::new(&mut buffer)).unwrap();
        assert_eq!(buffer.to_string(), "late = 2\n\n[table]\nx = 1\n");
    }
}

#[test]
fn buffer_can_be_used_after_an_error() {
    let mut buffer = Buffer::new();
    let wrong = Map::from([("a", Map::from([("b", [Some(1), None])]))]);
    assert!(wrong.serialize(Serializer::new(&mut buffer)).is_err());
    buffer.clear();
    late().serialize(Serializer::pretty(&mut buffer)).unwrap();
    assert_eq!(buffer.to_string(), "late = 2\n\n[table]\nx = 1\n");
}

#[test]
fn buffer_is_appended_to() {
    let mut buffer = Buffer::new();
    let head = Map::from([("a", 1)]);
    head.serialize(Serializer::new(&mut buffer)).unwrap();
    late().serialize(Serializer::new(&mut buffer)).unwrap();
    let tail = Map::from([("tail", head)]);
    tail.serialize(Serializer::new(&mut buffer)).unwrap();
    let expected = "a = 1\nlate = 2\n\n[table]\nx = 1\n\n[tail]\na = 1\n";
    assert_eq!(buffer.to_string(), expected);
}

#[test]
fn values_are_inline() {
    let write = |value: &dyn Fn(ValueSerializer<'_>) -> bool| {
        let mut text = String::from("x = ");
        value(ValueSerializer::new(&mut text)).then_some(text)
    };
    let table = late();
    let text = write(&|serializer| table.serialize(serializer).is_ok());
    assert_eq!(text.unwrap(), "x = { table = { x = 1 }, late = 2 }");
    let text = write(&|serializer| "a\nb".serialize(serializer).is_ok());
    assert_eq!(text.unwrap(), "x = \"\"\"\na\nb\"\"\"");
    let text = write(&|serializer| Some(1.5).serialize(serializer).is_ok());
    assert_eq!(text.unwrap(), "x = 1.5");
    assert_eq!(write(&|serializer| ().serialize(serializer).is_ok()), None);
    let mut text = String::new();
    let error = None::<i32>.serialize(ValueSerializer::new(&mut text));
    let message = "TOML has no null, and `None` cannot stand alone";
    assert_eq!(error.unwrap_err().to_string(), message);
}
