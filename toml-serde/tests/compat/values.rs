//! `Value`: parsing, looking into it, converting from and into it.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::toml::{self, Table, Value, value::Array};

fn value(text: &str) -> Value {
    text.parse().expect("a TOML value")
}

fn table(text: &str) -> Table {
    text.parse().expect("a TOML document")
}

/// One value of each type.
fn samples() -> [Value; 7] {
    ["'a'", "1", "1.5", "true", "1979-05-27", "[1]", "{ a = 1 }"].map(value)
}

#[test]
fn values_are_parsed() {
    assert_eq!(value("1"), Value::Integer(1));
    assert_eq!(value("\"a\\tb\""), Value::String("a\tb".into()));
    assert_eq!(
        value("[1, [2.5], 'x']"),
        Value::Array(vec![1.into(), vec![2.5].into(), "x".into()])
    );
    assert_eq!(
        value("{ a.b = 1, c = {} }"),
        Value::Table(table("a.b = 1\n[c]"))
    );
    assert_eq!(value("[\n1, # one\n]"), Value::Array(vec![1.into()]));
}

#[test]
fn values_are_no_documents() {
    for text in ["", "a = 1", "a", "1 2", "[1", "1 # x\n2", "'a"] {
        assert!(text.parse::<Value>().is_err(), "{text}");
    }
}

#[test]
fn documents_are_tables() {
    assert_eq!(table(""), Table::new());
    assert_eq!(table("# only a comment"), Table::new());
    assert_eq!(table("\u{feff}a = 1"), table("a = 1"));
    assert_eq!(table("a = 1\r\n[b]\r\nc = 2\r\n"), table("b.c = 2\na = 1"));
    assert!("[1, 2]\n1".parse::<Table>().is_err());
    assert_eq!(
        toml::from_str::<Value>("a = 1"),
        Ok(Value::Table(table("a = 1")))
    );
}

#[test]
fn types_have_names() {
    let names = samples().map(|value| value.type_str());
    let expected = [
        "string", "integer", "float", "boolean", "datetime", "array", "table",
    ];
    assert_eq!(names, expected);
}

#[test]
fn types_are_told_apart() {
    for (index, value) in samples().iter().enumerate() {
        let is = [
            value.is_str(),
            value.is_integer(),
            value.is_float(),
            value.is_bool(),
            value.is_datetime(),
            value.is_array(),
            value.is_table(),
        ];
        let expected: Vec<_> = (0..7).map(|other| other == index).collect();
        assert_eq!(is.as_slice(), expected, "{value}");
        let same: Vec<_> = samples()
            .iter()
            .map(|other| value.same_type(other))
            .collect();
        assert_eq!(same, expected, "{value}");
    }
}

#[test]
fn contents_by_type() {
    let [string, integer, float, boolean, datetime, array, table] = samples();
    assert_eq!(string.as_str(), Some("a"));
    assert_eq!(integer.as_integer(), Some(1));
    assert_eq!(float.as_float(), Some(1.5));
    assert_eq!(boolean.as_bool(), Some(true));
    assert_eq!(
        datetime.as_datetime().map(ToString::to_string),
        Some("1979-05-27".into())
    );
    assert_eq!(array.as_array(), Some(&vec![Value::Integer(1)]));
    assert_eq!(table.as_table(), Some(&self::table("a = 1")));
    assert_eq!(
        (integer.as_str(), integer.as_float(), string.as_integer()),
        (None, None, None)
    );
    assert_eq!(
        (string.as_bool(), array.as_table(), table.as_array()),
        (None, None, None)
    );
}

#[test]
fn contents_are_changed() {
    let mut value = value("{ list = [1], sub = {} }");
    value["list"].as_array_mut().unwrap().push(2.into());
    let sub = value.get_mut("sub").and_then(Value::as_table_mut).unwrap();
    sub.insert("a".into(), true.into());
    *value.get_mut("list").unwrap().get_mut(0).unwrap() = "x".into();
    value["list"][1] = 3.into();
    assert_eq!(
        value,
        self::value("{ list = ['x', 3], sub = { a = true } }")
    );
    assert_eq!(Value::Integer(1).as_array_mut(), None);
    assert_eq!(Value::Integer(1).as_table_mut(), None);
}

#[test]
fn look_ups() {
    let value = value("{ a = { b = [10, 20] }, 'c d' = 1 }");
    assert_eq!(value["a"]["b"][1], Value::Integer(20));
    assert_eq!(
        value
            .get("a")
            .and_then(|a| a.get("b"))
            .and_then(|b| b.get(0)),
        Some(&10.into())
    );
    let owned = String::from("c d");
    assert_eq!(value.get(&owned), Some(&Value::Integer(1)));
    assert_eq!(value[owned], Value::Integer(1));
    assert_eq!(
        (value.get("z"), value.get(0), value["a"]["b"].get(2)),
        (None, None, None)
    );
    assert_eq!(value["a"]["b"].get("x"), None);
}

#[test]
#[should_panic(expected = "")]
fn index_of_a_key_that_is_missing() {
    let _ = value("{ a = 1 }")["b"];
}

#[test]
#[should_panic(expected = "")]
fn index_behind_the_end() {
    let _ = value("[1]")[1];
}

#[test]
fn conversions_from_rust() {
    assert_eq!(Value::from("a"), Value::String("a".into()));
    assert_eq!(Value::from(String::from("a")), Value::String("a".into()));
    assert_eq!(
        [Value::from(1_i64), 1_i32.into(), 1_i8.into()],
        [const { Value::Integer(1) }; 3]
    );
    assert_eq!(
        [Value::from(1_u8), 1_u32.into()],
        [const { Value::Integer(1) }; 2]
    );
    assert_eq!(
        [Value::from(0.5_f64), 0.5_f32.into()],
        [const { Value::Float(0.5) }; 2]
    );
    assert_eq!(Value::from(true), Value::Boolean(true));
    assert_eq!(Value::from(vec![1, 2]), value("[1, 2]"));
    assert_eq!(Value::from(table("a = 1")), value("{ a = 1 }"));
    assert_eq!(Value::from(BTreeMap::from([("a", 1)])), value("{ a = 1 }"));
    assert_eq!(
        Value::from(HashMap::from([("a".to_owned(), vec![1.5])])),
        value("{ a = [1.5] }")
    );
    let array: Array = vec![value("07:32:00")];
    assert_eq!(Value::from(array), value("[07:32:00]"));
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Config {
    name: String,
    ports: Vec<u16>,
    limits: Option<BTreeMap<String, f64>>,
}

fn config() -> Config {
    Config {
        name: "a".into(),
        ports: vec![1, 2],
        limits: Some([("x".into(), 0.5)].into()),
    }
}

#[test]
fn structs_become_values_and_back() {
    let expected = value("{ name = 'a', ports = [1, 2], limits = { x = 0.5 } }");
    assert_eq!(Value::try_from(config()), Ok(expected.clone()));
    let config_ref = &config();
    assert_eq!(Value::try_from(config_ref), Ok(expected.clone()));
    assert_eq!(expected.try_into(), Ok(config()));
    let table = Table::try_from(config()).unwrap();
    assert_eq!(
        table,
        self::table("name = 'a'\nports = [1, 2]\nlimits.x = 0.5")
    );
    assert_eq!(table.try_into(), Ok(config()));
}

#[test]
fn anything_becomes_a_value() {
    assert_eq!(Value::try_from("a"), Ok(Value::String("a".into())));
    assert_eq!(Value::try_from('a'), Ok(Value::String("a".into())));
    assert_eq!(Value::try_from((1, 2.5)), Ok(value("[1, 2.5]")));
    assert_eq!(Value::try_from(Some(1)), Ok(Value::Integer(1)));
    assert_eq!(Value::try_from(value("[{}]")), Ok(value("[{}]")));
    assert_eq!(Table::try_from(table("a = [{}]")), Ok(table("a = [{}]")));
}

#[test]
fn not_everything_becomes_a_table() {
    assert!(Table::try_from(1).is_err());
    assert!(Table::try_from("a").is_err());
    assert!(Table::try_from(vec![1]).is_err());
    assert!(Table::try_from(()).is_err());
    assert!(Value::try_from(()).is_err());
    assert!(Table::try_from(value("1")).is_err());
    assert_eq!(Table::try_from(value("{ a = 1 }")), Ok(table("a = 1")));
}

#[test]
fn values_into_rust() {
    assert_eq!(value("1").try_into(), Ok(1_u8));
    assert_eq!(value("[1, 'a']").try_into(), Ok((1, "a".to_owned())));
    assert_eq!(
        value("{ a = true }").try_into(),
        Ok(BTreeMap::from([("a".to_owned(), true)]))
    );
    assert_eq!(value("'x'").try_into(), Ok(Some('x')));
    assert_eq!(value("[1]").try_into(), Ok(value("[1]")));
    let error = value("'a'").try_into::<i64>().unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"a\", expected i64");
    assert_eq!(error.span(), None);
    let error = table("ports = []").try_into::<Config>().unwrap_err();
    assert_eq!(error.message(), "missing field `name`");
}

#[test]
fn values_within_structs() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Plugin {
        name: String,
        options: Value,
        extra: Table,
    }
    let text = "name = \"a\"\noptions = [1, { b = 2 }]\n\n[extra]\nc = 3\n";
    let plugin = Plugin {
        name: "a".into(),
        options: value("[1, { b = 2 }]"),
        extra: table("c = 3"),
    };
    super::both_ways::assert_both_ways(&plugin, text);
}

#[test]
fn display_is_one_value() {
    for text in [
        "\"a\"",
        "-1",
        "1.0",
        "true",
        "07:32:00",
        "[1, [2, \"x\"], {}]",
        "{ a = 1, \"b c\" = { d = [] } }",
        "[{ a = 1 }]",
        "[]",
        "{}",
    ] {
        assert_eq!(value(text).to_string(), text);
    }
}

#[test]
fn display_pads() {
    assert_eq!(
        format!("{:>4}|{:<4}|", Value::Integer(1), Value::Integer(2)),
        "   1|2   |"
    );
}

#[test]
fn debug_names_the_variants() {
    assert_eq!(
        format!("{:?}", value("[1, 'a']")),
        "Array([Integer(1), String(\"a\")])"
    );
}

#[test]
fn values_of_other_formats() {
    let json = r#"{"b":[1,2.5,"x",true],"a":{"c":[]}}"#;
    let value: Value = serde_json::from_str(json).unwrap();
    assert_eq!(
        value,
        self::value("{ b = [1, 2.5, 'x', true], a = { c = [] } }")
    );
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    let table: Table = serde_json::from_str(json).unwrap();
    assert_eq!(Value::Table(table), value);
    assert!(serde_json::from_str::<Value>("[null]").is_err());
    assert!(serde_json::from_str::<Value>("18446744073709551615").is_err());
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(Value::try_from(&json), Ok(value.clone()));
    assert_eq!(value.try_into(), Ok(json));
}

#[test]
fn datetimes_in_other_formats() {
    let value = value("[1979-05-27, 1979-05-27T07:32:00Z]");
    let json = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    let datetime = *value[0].as_datetime().unwrap();
    let json = serde_json::to_string(&datetime).unwrap();
    assert_eq!(
        serde_json::from_str::<toml::value::Datetime>(&json).unwrap(),
        datetime
    );
}

#[test]
fn names_in_signatures() {
    fn first(value: &Value, index: impl toml::value::Index) -> Option<&Value> {
        value.get(index)
    }
    fn parse(text: &str) -> Result<toml::value::Datetime, toml::value::DatetimeParseError> {
        text.parse()
    }
    assert_eq!(first(&value("[1]"), 0), Some(&Value::Integer(1)));
    assert_eq!(first(&value("{ a = 1 }"), "a"), Some(&Value::Integer(1)));
    assert!(!parse("x").unwrap_err().to_string().is_empty());
}
