//! Maps: key types, order, missing values. `Table` itself is in `tables.rs`.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use super::both_ways::{assert_both_ways, assert_text};
use crate::toml::{self, Table, Value};

type Map<K, V> = BTreeMap<K, V>;

#[test]
fn string_keys_in_any_order() {
    let value: Map<String, i64> = [("b".into(), 2), ("a".into(), 1)].into();
    assert_both_ways(&value, "a = 1\nb = 2\n");
    let value: HashMap<String, i64> = [("only".into(), 1)].into();
    assert_both_ways(&value, "only = 1\n");
}

#[test]
fn order_of_insertion_is_kept() {
    let text = "zebra = 1\napple = 2\nMango = 3\n\n[z]\n\n[y]\nb = 1\na = 2\n";
    let table: Table = text.parse().unwrap();
    let keys: Vec<_> = table.keys().map(String::as_str).collect();
    assert_eq!(keys, ["zebra", "apple", "Mango", "z", "y"]);
    assert_eq!(toml::to_string(&table).unwrap(), text);
}

#[test]
fn keys_are_quoted_where_necessary() {
    let keys = [
        "a-b_C1", "1", "", "a b", "a.b", "ä", "'", "\"", "\n", "\u{7f}",
    ];
    let value: Vec<(String, i64)> = keys.iter().map(|key| ((*key).to_owned(), 1)).collect();
    let table: Table = value
        .into_iter()
        .map(|(k, v)| (k, Value::from(v)))
        .collect();
    let text = toml::to_string(&table).unwrap();
    let expected = r#"a-b_C1 = 1
1 = 1
"" = 1
"a b" = 1
"a.b" = 1
"ä" = 1
"'" = 1
'"' = 1
"\n" = 1
"\u007F" = 1
"#;
    assert_eq!(text, expected);
    assert_eq!(text.parse(), Ok(table));
}

#[test]
fn integer_keys() {
    let value: Map<i64, String> = [(-1, "a".into()), (10, "b".into())].into();
    assert_text(&value, "-1 = \"a\"\n10 = \"b\"\n");
    let value: Map<u8, Map<u64, i128>> = [(255, [(u64::MAX, 1)].into())].into();
    assert_text(&value, "[255]\n18446744073709551615 = 1\n");
    assert_eq!(toml::from_str::<Map<i8, i64>>("+1 = 1").ok(), None);
    assert_eq!(toml::from_str("'+1' = 1"), Ok(Map::from([(1_i8, 1)])));
    assert!(toml::from_str::<Map<u8, i64>>("256 = 1").is_err());
    let error = toml::from_str::<Map<u8, i64>>("ok = 1").unwrap_err();
    assert_eq!(error.span(), Some(0..2));
}

#[test]
fn boolean_and_character_keys() {
    let value: Map<bool, i64> = [(false, 0), (true, 1)].into();
    assert_text(&value, "false = 0\ntrue = 1\n");
    let value: Map<char, i64> = [('a', 0), ('é', 1)].into();
    assert_both_ways(&value, "a = 0\n\"é\" = 1\n");
    assert!(toml::from_str::<Map<bool, i64>>("yes = 1").is_err());
    assert!(toml::from_str::<Map<char, i64>>("ab = 1").is_err());
}

#[test]
fn keys_of_a_type_that_is_a_string() {
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    struct Name(String);
    let value: Map<Name, i64> = [(Name("a b".into()), 1)].into();
    assert_both_ways(&value, "\"a b\" = 1\n");
}

#[test]
fn keys_of_a_type_that_is_a_number() {
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    struct Id(u32);
    let value: Map<Id, i64> = [(Id(7), 1)].into();
    assert_text(&value, "7 = 1\n");
}

#[test]
fn unit_variants_as_keys() {
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Level {
        Low,
        High,
    }
    let value: Map<Level, i64> = [(Level::Low, 1), (Level::High, 2)].into();
    assert_both_ways(&value, "low = 1\nhigh = 2\n");
    let error = toml::from_str::<Map<Level, i64>>("low = 1\nmid = 2").unwrap_err();
    let expected = "unknown variant `mid`, expected `low` or `high`";
    assert_eq!((error.message(), error.span()), (expected, Some(8..11)));
}

#[test]
fn keys_that_toml_has_not() {
    assert!(toml::to_string(&Map::from([(Some("a"), 1)])).is_err());
    assert!(toml::to_string(&Map::from([((), 1)])).is_err());
    assert!(toml::to_string(&Map::from([((1, 2), 1)])).is_err());
    assert!(toml::to_string(&Map::from([(vec![1], 1)])).is_err());
    assert!(Value::try_from(Map::from([((), 1)])).is_err());
    // Nor is a wrong key fine because its value is left out.
    assert!(toml::to_string(&Map::from([((), None::<i64>)])).is_err());
}

#[test]
fn missing_values_are_left_out() {
    let value = Map::from([("a", Some(1)), ("b", None), ("c", Some(3))]);
    assert_eq!(toml::to_string(&value).unwrap(), "a = 1\nc = 3\n");
    let table: Table = "a = 1\nc = 3".parse().unwrap();
    assert_eq!(Table::try_from(&value), Ok(table));
    let nested = Map::from([("t", vec![value])]);
    assert_eq!(toml::to_string(&nested).unwrap(), "[[t]]\na = 1\nc = 3\n");
}

#[test]
fn maps_nest() {
    let inner: Map<String, i64> = [("c".into(), 1)].into();
    let value: Map<String, Map<String, Map<String, i64>>> =
        [("a".into(), [("b.b".into(), inner)].into())].into();
    assert_both_ways(&value, "[a.\"b.b\"]\nc = 1\n");
    let same = toml::from_str("a.'b.b'.c = 1");
    assert_eq!(same, Ok(value));
}

#[test]
fn empty_maps() {
    assert_both_ways(&Map::<String, i64>::new(), "");
    let value: Map<String, Map<String, i64>> = [("a".into(), Map::new())].into();
    assert_both_ways(&value, "[a]\n");
    let value = Map::from([("a".to_owned(), vec![Map::<String, i64>::new(); 2])]);
    assert_both_ways(&value, "[[a]]\n\n[[a]]\n");
}

#[test]
fn maps_of_unknown_length() {
    struct Pairs(Vec<(&'static str, i64)>);
    impl Serialize for Pairs {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            for (key, value) in &self.0 {
                map.serialize_key(key)?;
                map.serialize_value(value)?;
            }
            map.end()
        }
    }
    let pairs = || Pairs(vec![("z", 1), ("a", 2)]);
    assert_eq!(toml::to_string(&pairs()).unwrap(), "z = 1\na = 2\n");
    let nested = Map::from([("p", vec![pairs()])]);
    assert_eq!(toml::to_string(&nested).unwrap(), "[[p]]\nz = 1\na = 2\n");
}
