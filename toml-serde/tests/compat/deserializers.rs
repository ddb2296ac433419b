//! The types behind `from_str` and `to_string`, and values as deserializers.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer as _, IgnoredAny, IntoDeserializer, Visitor};
use serde::{Deserialize, Serialize};

use crate::toml::{
    self, Deserializer, Serializer, Table, Value,
    de::ValueDeserializer,
    ser::{Buffer, ValueSerializer},
};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Point {
    x: i64,
    y: i64,
}

const POINT: Point = Point { x: 1, y: 2 };

#[test]
fn documents() {
    let deserializer = Deserializer::parse("x = 1\ny = 2").unwrap();
    assert_eq!(Point::deserialize(deserializer), Ok(POINT));
    let deserializer = toml::de::Deserializer::parse("x = 1\ny = 2").unwrap();
    assert_eq!(IgnoredAny::deserialize(deserializer), Ok(IgnoredAny));
    assert!(Deserializer::parse("x = ").is_err());
    assert_eq!(toml::de::from_str("x = 1\ny = 2"), Ok(POINT));
    assert_eq!(toml::de::from_slice(b"x = 1\ny = 2"), Ok(POINT));
}

#[test]
#[expect(deprecated, reason = "still there, for users of older versions")]
fn deprecated_names() {
    let deserializer = Deserializer::new("x = 1\ny = 2").unwrap();
    assert_eq!(Point::deserialize(deserializer), Ok(POINT));
    let deserializer = ValueDeserializer::new("7").unwrap();
    assert_eq!(i64::deserialize(deserializer), Ok(7));
}

#[test]
fn errors_of_documents_know_the_input() {
    let deserializer = Deserializer::parse("x = 1\ny = 'a'").unwrap();
    let error = Point::deserialize(deserializer).unwrap_err();
    assert!(error.to_string().contains("2 | y = 'a'"), "{error}");
}

#[test]
fn single_values() {
    let read = |text| Point::deserialize(ValueDeserializer::parse(text).unwrap());
    assert_eq!(read("{ x = 1, y = 2 }"), Ok(POINT));
    assert_eq!(read("[1, 2]"), Ok(POINT));
    let option = Option::<u8>::deserialize(ValueDeserializer::parse("1").unwrap());
    assert_eq!(option, Ok(Some(1)));
    let list = <Vec<String>>::deserialize(ValueDeserializer::parse("['a', \"b\"]").unwrap());
    assert_eq!(list, Ok(vec!["a".into(), "b".into()]));
    assert!(ValueDeserializer::parse("a = 1").is_err());
    assert!(ValueDeserializer::parse("").is_err());
}

#[test]
fn values_are_deserializers() {
    let value: Value = "{ x = 1, y = 2 }".parse().unwrap();
    assert_eq!(Point::deserialize(value.clone()), Ok(POINT));
    assert_eq!(
        Point::deserialize(value.clone().into_deserializer()),
        Ok(POINT)
    );
    let table = value.as_table().unwrap().clone();
    assert_eq!(Point::deserialize(table.clone()), Ok(POINT));
    assert_eq!(Point::deserialize(table.into_deserializer()), Ok(POINT));
    assert_eq!(Option::<Point>::deserialize(value), Ok(Some(POINT)));
}

#[test]
fn tables_are_deserializers_of_enums() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum Shape {
        Empty,
        Dot(Point),
    }
    let table: Table = "Dot = { x = 1, y = 2 }".parse().unwrap();
    assert_eq!(Shape::deserialize(table), Ok(Shape::Dot(POINT)));
    let value: Value = "'Empty'".parse().unwrap();
    assert_eq!(Shape::deserialize(value), Ok(Shape::Empty));
}

/// A visitor that tells which of its methods was called.
struct Called;

impl<'de> Visitor<'de> for Called {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok("bool")
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok("i64")
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok("u64")
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok("f64")
    }

    // Stands for `visit_string`, too, which ends here by default.
    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok("str")
    }

    fn visit_borrowed_str<E>(self, _: &'de str) -> Result<Self::Value, E> {
        Ok("borrowed_str")
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, _: D) -> Result<Self::Value, D::Error> {
        Ok("some")
    }

    fn visit_newtype_struct<D>(self, _: D) -> Result<Self::Value, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        Ok("newtype_struct")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok("seq")
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok("map")
    }
}

#[test]
fn self_describing() {
    for (text, from_text, from_value) in [
        ("true", "bool", "bool"),
        ("1", "i64", "i64"),
        ("1.0", "f64", "f64"),
        ("'a'", "borrowed_str", "str"),
        ("\"\\n\"", "str", "str"),
        ("[1]", "seq", "seq"),
        ("{ a = 1 }", "map", "map"),
    ] {
        let deserializer = ValueDeserializer::parse(text).unwrap();
        assert_eq!(
            deserializer.deserialize_any(Called),
            Ok(from_text),
            "{text}"
        );
        let value: Value = text.parse().unwrap();
        assert_eq!(value.deserialize_any(Called), Ok(from_value), "{text}");
    }
    let deserializer = ValueDeserializer::parse("18446744073709551615").unwrap();
    assert_eq!(deserializer.deserialize_any(Called), Ok("u64"));
}

#[test]
fn hints() {
    let parse = |text| ValueDeserializer::parse(text).unwrap();
    assert_eq!(parse("1").deserialize_option(Called), Ok("some"));
    assert_eq!(
        parse("1").deserialize_newtype_struct("N", Called),
        Ok("newtype_struct")
    );
    assert_eq!(parse("1").deserialize_str(Called), Ok("i64"));
    assert_eq!(parse("[1]").deserialize_tuple(1, Called), Ok("seq"));
    assert_eq!(
        parse("{}").deserialize_struct("S", &["a"], Called),
        Ok("map")
    );
    assert_eq!(parse("'a'").deserialize_unit(Called), Ok("borrowed_str"));
}

#[test]
fn human_readable() {
    assert!(ValueDeserializer::parse("1").unwrap().is_human_readable());
    assert!(serde::Deserializer::is_human_readable(&Value::Integer(1)));
    assert!(serde::Serializer::is_human_readable(&Serializer::new(
        &mut Buffer::new()
    )));
}

#[test]
fn seeds() {
    struct Offset(i64);
    impl<'de> DeserializeSeed<'de> for Offset {
        type Value = Vec<i64>;

        fn deserialize<D>(self, deserializer: D) -> Result<Vec<i64>, D::Error>
        where
            D: serde::Deserializer<'de>,
        {
            let map = BTreeMap::<String, i64>::deserialize(deserializer)?;
            Ok(map.values().map(|value| value + self.0).collect())
        }
    }
    let deserializer = Deserializer::parse("a = 1\nb = 2").unwrap();
    assert_eq!(Offset(10).deserialize(deserializer), Ok(vec![11, 12]));
}

#[test]
fn document_serializers() {
    let mut buffer = Buffer::new();
    POINT.serialize(Serializer::new(&mut buffer)).unwrap();
    assert_eq!(buffer.to_string(), "x = 1\ny = 2\n");
    buffer.clear();
    assert_eq!(buffer.to_string(), "");
    let value = BTreeMap::from([("list", vec![1, 2])]);
    let written = value
        .serialize(toml::ser::Serializer::pretty(&mut buffer))
        .unwrap();
    assert_eq!(written.to_string(), "list = [\n    1,\n    2,\n]\n");
    assert_eq!(Buffer::default().to_string(), "");
}

#[test]
fn value_serializers() {
    let mut text = String::from("point = ");
    POINT.serialize(ValueSerializer::new(&mut text)).unwrap();
    assert_eq!(text, "point = { x = 1, y = 2 }");
    let mut text = String::new();
    vec![Some("a"), Some("b")]
        .serialize(ValueSerializer::new(&mut text))
        .unwrap();
    assert_eq!(text, "[\"a\", \"b\"]");
    assert!(
        None::<i64>
            .serialize(ValueSerializer::new(&mut String::new()))
            .is_err()
    );
}

#[test]
fn functions_of_the_modules() {
    assert_eq!(toml::ser::to_string(&POINT).unwrap(), "x = 1\ny = 2\n");
    assert_eq!(
        toml::ser::to_string_pretty(&POINT).unwrap(),
        "x = 1\ny = 2\n"
    );
}
