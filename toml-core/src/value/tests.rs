use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

use super::{Entry, Table, Value};
use crate::{Date, Datetime, Offset, Time};

fn table<const N: usize>(pairs: [(&str, i64); N]) -> Table {
    Table::from(pairs)
}

fn keys(table: &Table) -> Vec<&str> {
    table.keys().map(String::as_str).collect()
}

#[test]
fn from_the_usual_types() {
    let text = Value::String("a".to_string());
    assert_eq!(Value::from("a"), text);
    assert_eq!(Value::from("a".to_string()), text);
    assert_eq!(Value::from('a'), text);
    assert_eq!(Value::from(Cow::Borrowed("a")), text);
    assert_eq!(Value::from(Box::<str>::from("a")), text);
    assert_eq!(Value::from(i8::MIN), Value::Integer(-128));
    assert_eq!(Value::from(u32::MAX), Value::Integer(4_294_967_295));
    assert_eq!(Value::from(0.5_f32), Value::Float(0.5));
    assert_eq!(Value::from(true), Value::Boolean(true));
    let date = Date::new(1979, 5, 27).unwrap();
    assert_eq!(Value::from(date), Value::Datetime(Datetime::from(date)));
    let time = Time::new(7, 32, 0, 0).unwrap();
    assert_eq!(Value::from(time), Value::Datetime(Datetime::from(time)));
    let array = Value::Array(vec![Value::Integer(1), Value::Integer(2)]);
    assert_eq!(Value::from(vec![1, 2]), array);
    assert_eq!(Value::from([1, 2]), array);
    assert_eq!(Value::from(&[1, 2][..]), array);
    assert_eq!(Value::from(vec![Value::from(1), 2.into()]), array);
}

#[test]
fn from_maps() {
    let expected = Value::Table(table([("a", 1), ("b", 2)]));
    let map = BTreeMap::from([("b", 2), ("a", 1)]);
    assert_eq!(Value::from(map.clone()), expected);
    assert_eq!(keys(&Table::from(map)), ["a", "b"]);
    let map: indexmap::IndexMap<_, _, foldhash::fast::RandomState> =
        [("b", 2), ("a", 1)].into_iter().collect();
    assert_eq!(keys(&Table::from(map)), ["b", "a"]);
    #[cfg(feature = "std")]
    assert_eq!(
        Value::from(std::collections::HashMap::from([("b", 2), ("a", 1)])),
        expected
    );
}

#[test]
fn try_from_integers_that_may_not_fit() {
    assert_eq!(Value::try_from(5_usize), Ok(Value::Integer(5)));
    assert_eq!(
        Value::try_from(i64::MAX as u64),
        Ok(Value::Integer(i64::MAX))
    );
    assert!(Value::try_from(1_u64 << 63).is_err());
    assert_eq!(
        Value::try_from(i128::from(i64::MIN)),
        Ok(Value::Integer(i64::MIN))
    );
    assert!(Value::try_from(i128::from(i64::MIN) - 1).is_err());
}

#[test]
fn accessors_answer_for_their_type_only() {
    let datetime = Datetime::from(Date::new(1979, 5, 27).unwrap());
    let values = [
        Value::from("text"),
        Value::from(1),
        Value::from(1.5),
        Value::from(true),
        Value::from(datetime),
        Value::from([1]),
        Value::from(table([("a", 1)])),
    ];
    let names = [
        "string", "integer", "float", "boolean", "datetime", "array", "table",
    ];
    for (at, (mut value, name)) in values.clone().into_iter().zip(names).enumerate() {
        assert_eq!(value.type_name(), name);
        assert_eq!(value.type_str(), name);
        let is = [
            value.is_str(),
            value.is_integer(),
            value.is_float(),
            value.is_bool(),
            value.is_datetime(),
            value.is_array(),
            value.is_table(),
        ];
        let has = [
            value.as_str() == Some("text"),
            value.as_i64() == Some(1) && value.as_integer() == Some(1),
            value.as_f64() == Some(1.5) && value.as_float() == Some(1.5),
            value.as_bool() == Some(true),
            value.as_datetime() == Some(&datetime),
            value.as_array().is_some() && value.as_array_mut().is_some(),
            value.as_table().is_some() && value.as_table_mut().is_some(),
        ];
        let mut expected = [false; 7];
        expected[at] = true;
        assert_eq!((is, has), (expected, expected));
        for (other, other_value) in values.iter().enumerate() {
            assert_eq!(value.same_type(other_value), at == other);
        }
    }
}

#[test]
fn values_compare_with_plain_types() {
    assert_eq!(Value::from("a"), "a");
    assert_eq!(Value::from("a"), *"a");
    assert_eq!(Value::from("a"), "a".to_string());
    assert_eq!(Value::from(1), 1);
    assert_eq!(Value::from(1.5), 1.5);
    assert_eq!(Value::from(true), true);
    assert_ne!(Value::from(1), 1.0);
    assert_ne!(Value::from("1"), 1);
    assert_ne!(Value::from(f64::NAN), Value::from(f64::NAN));
}

#[test]
fn get_finds_by_key_and_index() {
    let mut value = Value::from(Table::from([("a", vec![1, 2])]));
    assert_eq!(value["a"][1], 2);
    assert_eq!(value["a".to_string()][1_usize], 2);
    assert_eq!(value[&"a".to_string()][&1_usize], 2);
    assert_eq!(value.get("b"), None);
    assert_eq!(value.get(0), None);
    assert_eq!(value["a"].get(2), None);
    value["a"][0] = Value::from("x");
    *value.get_mut("a").unwrap().get_mut(1).unwrap() = Value::from("y");
    assert_eq!(value["a"], Value::from(["x", "y"]));
}

#[test]
#[should_panic(expected = "no key \"port\" in table of length 1")]
fn index_missing_key_names_it() {
    let _ = Value::from(table([("host", 1)]))["port"];
}

#[test]
#[should_panic(expected = "no index 2 in array of length 1")]
fn index_past_the_end_names_it() {
    let _ = Value::from([1])[2];
}

#[test]
#[should_panic(expected = "key \"port\" needs a value of type table, found integer")]
fn index_other_type_names_it() {
    let _ = Value::from(1)["port"];
}

#[test]
#[should_panic(expected = "no key \"port\" in table of length 0")]
fn index_mut_of_a_table_inserts_nothing() {
    Table::new()["port"] = Value::from(1);
}

#[test]
fn table_keeps_the_order_of_insertion() {
    let mut table = table([("z", 1), ("a", 2), ("m", 3)]);
    assert_eq!(keys(&table), ["z", "a", "m"]);
    assert_eq!(
        table.insert("a".to_string(), Value::from(20)),
        Some(Value::from(2))
    );
    assert_eq!(table.insert("b".to_string(), Value::from(4)), None);
    assert_eq!(keys(&table), ["z", "a", "m", "b"]);
    assert_eq!(table.remove("z"), Some(Value::from(1)));
    assert_eq!(table.remove("z"), None);
    assert_eq!(
        table.remove_entry("m"),
        Some(("m".to_string(), Value::from(3)))
    );
    assert_eq!(keys(&table), ["a", "b"]);
    table.extend([
        ("0".to_string(), Value::from(5)),
        ("a".to_string(), Value::from(6)),
    ]);
    assert_eq!(keys(&table), ["a", "b", "0"]);
    table.sort_keys();
    assert_eq!(keys(&table), ["0", "a", "b"]);
    table.retain(|key, value| key != "0" && *value != 4);
    assert_eq!(keys(&table), ["a"]);
    table.clear();
    assert!(table.is_empty());
}

#[test]
fn table_looks_up() {
    let mut table = table([("a", 1), ("b", 2)]);
    assert_eq!(table.len(), 2);
    assert_eq!(table.get("a"), Some(&Value::from(1)));
    assert_eq!(table.get("c"), None);
    assert!(table.contains_key("b"));
    assert_eq!(
        table.get_key_value("b"),
        Some((&"b".to_string(), &Value::from(2)))
    );
    *table.get_mut("a").unwrap() = Value::from(3);
    let owned = "a".to_string();
    assert_eq!(
        (&table[&owned], &table["a"]),
        (&Value::from(3), &Value::from(3))
    );
    table[&owned] = Value::from(4);
    assert_eq!(table["a"], 4);
}

#[test]
fn table_iterates_both_ways() {
    let mut table = table([("a", 1), ("b", 2)]);
    for (_, value) in &mut table {
        *value = Value::from(value.as_i64().unwrap() * 10);
    }
    table
        .values_mut()
        .for_each(|value| *value = Value::from(value.as_i64().unwrap() + 1));
    let pairs: Vec<_> = table
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_i64()))
        .collect();
    assert_eq!(pairs, [("a", Some(11)), ("b", Some(21))]);
    assert_eq!(table.iter().next_back().unwrap().0, "b");
    assert_eq!(table.values().len(), 2);
    assert_eq!(table.clone().into_keys().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(table.clone().into_values().collect::<Vec<_>>(), [11, 21]);
    assert_eq!(table.clone().into_iter().collect::<Table>(), table);
}

#[test]
fn table_equality_ignores_order() {
    assert_eq!(table([("a", 1), ("b", 2)]), table([("b", 2), ("a", 1)]));
    assert_ne!(table([("a", 1)]), table([("a", 2)]));
    assert_ne!(table([("a", 1)]), table([("a", 1), ("b", 2)]));
}

#[test]
fn table_of_equal_keys_takes_the_last_value() {
    let table = table([("a", 1), ("b", 2), ("a", 3)]);
    assert_eq!(keys(&table), ["a", "b"]);
    assert_eq!(table["a"], 3);
}

#[test]
fn entry_inserts_and_changes() {
    let mut table = Table::new();
    *table.entry("a").or_insert(Value::from(1)) = Value::from(2);
    assert_eq!(table["a"], 2);
    table
        .entry("a".to_string())
        .or_insert_with(|| unreachable!());
    table.entry("a").and_modify(|value| *value = Value::from(3));
    let Entry::Occupied(mut entry) = table.entry("a") else {
        unreachable!()
    };
    assert_eq!(entry.key(), "a");
    assert_eq!(entry.get(), &Value::from(3));
    assert_eq!(entry.insert(Value::from(4)), 3);
    *entry.get_mut() = Value::from(5);
    assert_eq!(entry.remove(), 5);
    let Entry::Vacant(entry) = table.entry("b") else {
        unreachable!()
    };
    assert_eq!(entry.key(), "b");
    assert_eq!(entry.into_key(), "b");
    assert!(table.is_empty());
}

#[test]
fn debug_shows_a_map() {
    assert_eq!(format!("{:?}", table([("a", 1)])), r#"{"a": Integer(1)}"#);
}

#[test]
fn display_writes_toml() {
    let table = Table::from([("a", Value::from(table([("b", 1)])))]);
    assert_eq!(table.to_string(), "[a]\nb = 1\n");
    assert_eq!(Value::from(table).to_string(), "{ a = { b = 1 } }");
    assert_eq!(
        format!("{:>5}|{:<3}|", Value::from(true), Value::from(1)),
        " true|1  |"
    );
}

#[test]
fn from_document_copies_every_kind() {
    let source = "text = \"a b\"\nint = 0xff\nfloat = 1.5\nbool = true\nwhen = 1979-05-27T07:32:00Z\n\
                  array = [1, 'x']\nempty = {}\n[sub]\none = 1\n";
    let document = crate::parse(source).unwrap();
    let date = Date::new(1979, 5, 27).unwrap();
    let time = Time::new(7, 32, 0, 0).unwrap();
    let expected = Table::from([
        ("text", Value::from("a b")),
        ("int", Value::from(255)),
        ("float", Value::from(1.5)),
        ("bool", Value::from(true)),
        ("when", Value::from(Datetime::from((date, time, Offset::Z)))),
        ("array", Value::from([Value::from(1), Value::from("x")])),
        ("empty", Value::from(Table::new())),
        ("sub", Value::from(table([("one", 1)]))),
    ]);
    let converted = document.to_table();
    assert_eq!(converted, expected);
    assert_eq!(keys(&converted), keys(&expected));
    assert_eq!(document["sub"]["one"], 1);
    assert_eq!(
        document.root().get("array").unwrap().to_value(),
        expected["array"]
    );
}

/// Runs `check` on a document of tables that nest `depth` deep, on a thread with `stack` bytes.
#[cfg(feature = "std")]
fn with_nested(depth: usize, stack: usize, check: fn(&crate::Document<'_>)) {
    let run = move || {
        let options = crate::ParseOptions {
            max_depth: depth,
            ..Default::default()
        };
        let source = format!("{}k = {{}}", "k.".repeat(depth - 1));
        check(&options.parse(&source).unwrap());
    };
    let thread = std::thread::Builder::new().stack_size(stack);
    thread.spawn(run).unwrap().join().unwrap();
}

#[cfg(feature = "std")]
#[test]
fn from_document_as_deep_as_by_default_fits_a_small_stack() {
    let depth = crate::ParseOptions::default().max_depth;
    with_nested(depth, 256 * 1024, |document| {
        let table = document.to_table();
        assert!(table.to_string().ends_with("k.k]\n"));
    });
}

#[cfg(feature = "std")]
#[test]
fn from_document_as_deep_as_can_be_fits_a_usual_stack() {
    with_nested(
        crate::ParseOptions::MAX_DEPTH_LIMIT,
        2 * 1024 * 1024,
        |document| {
            let table = document.to_table();
            assert_eq!(table, table.clone());
            assert!(format!("{table:?}").len() > crate::ParseOptions::MAX_DEPTH_LIMIT);
        },
    );
}
