//! `Table`, which is `map::Map<String, Value>`: its methods, entries and iterators.

use std::collections::BTreeMap;

use crate::toml::{
    self, Table, Value,
    map::{Entry, Map},
};

fn table() -> Table {
    "b = 1\na = 'x'\nc = [true]".parse().expect("TOML")
}

fn keys(table: &Table) -> Vec<&str> {
    table.keys().map(String::as_str).collect()
}

#[test]
fn table_is_a_map() {
    let mut map: Map<String, Value> = Table::with_capacity(2);
    map.insert("a".into(), 1.into());
    let table: toml::value::Table = map;
    assert_eq!(table, "a = 1".parse().unwrap());
    assert_eq!(Table::new(), Table::default());
}

#[test]
fn look_ups() {
    let mut table = table();
    assert_eq!(table.len(), 3);
    assert!(!table.is_empty() && Table::new().is_empty());
    assert_eq!(table.get("b"), Some(&Value::Integer(1)));
    assert_eq!(table.get(&"b".to_owned()), Some(&Value::Integer(1)));
    assert_eq!(table.get("z"), None);
    assert!(table.contains_key("a") && !table.contains_key("A"));
    assert_eq!(
        table.get_key_value("b"),
        Some((&"b".to_owned(), &Value::Integer(1)))
    );
    *table.get_mut("b").unwrap() = 2.into();
    assert_eq!(table["b"].as_integer(), Some(2));
    table["b"] = 3.into();
    assert_eq!(table["b"], Value::Integer(3));
    assert_eq!(table["c"][0], Value::Boolean(true));
}

#[test]
#[should_panic(expected = "")]
fn index_of_a_key_that_is_missing() {
    let _ = table()["z"];
}

#[test]
fn insertions_keep_the_place() {
    let mut table = table();
    assert_eq!(table.insert("b".into(), 2.into()), Some(Value::Integer(1)));
    assert_eq!(table.insert("d".into(), 3.into()), None);
    assert_eq!(keys(&table), ["b", "a", "c", "d"]);
}

#[test]
fn removals_keep_the_order() {
    let mut table = table();
    assert_eq!(table.remove("b"), Some(Value::Integer(1)));
    assert_eq!(table.remove("b"), None);
    assert_eq!(keys(&table), ["a", "c"]);
    let removed = table.remove_entry("a");
    assert_eq!(removed, Some(("a".to_owned(), "x".into())));
    table.clear();
    assert_eq!(table, Table::new());
}

#[test]
fn retain() {
    let mut table = table();
    table.retain(|key, value| {
        if let Value::Integer(integer) = value {
            *integer += 1;
        }
        key != "a"
    });
    assert_eq!(keys(&table), ["b", "c"]);
    assert_eq!(table["b"], Value::Integer(2));
}

#[test]
fn entries() {
    let mut table = table();
    assert_eq!(table.entry("new").key(), "new");
    table.entry("new").or_insert(Value::Integer(1));
    *table.entry("new").or_insert(Value::Integer(7)) = Value::Integer(2);
    table.entry("other").or_insert_with(|| "lazy".into());
    table
        .entry("other".to_owned())
        .or_insert_with(|| unreachable!());
    let expected = "b = 1\na = 'x'\nc = [true]\nnew = 2\nother = 'lazy'";
    assert_eq!(table, expected.parse().unwrap());
}

#[test]
fn vacant_and_occupied_entries() {
    let mut table = table();
    match table.entry("new") {
        Entry::Vacant(entry) => {
            assert_eq!(entry.key(), "new");
            assert_eq!(*entry.insert(1.into()), Value::Integer(1));
        }
        Entry::Occupied(_) => unreachable!(),
    }
    match table.entry("new") {
        Entry::Vacant(_) => unreachable!(),
        Entry::Occupied(mut entry) => {
            assert_eq!((entry.key().as_str(), entry.get()), ("new", &1.into()));
            *entry.get_mut() = 2.into();
            assert_eq!(entry.insert(3.into()), Value::Integer(2));
            *entry.into_mut() = 4.into();
        }
    }
    let Entry::Occupied(entry) = table.entry("new") else {
        unreachable!()
    };
    assert_eq!(entry.remove(), Value::Integer(4));
    assert_eq!(table, self::table());
}

#[test]
fn iterators() {
    let mut table = table();
    let all: Vec<_> = table
        .iter()
        .map(|(key, value)| (key.as_str(), value.type_str()))
        .collect();
    assert_eq!(all, [("b", "integer"), ("a", "string"), ("c", "array")]);
    let types: Vec<_> = table.values().rev().map(Value::type_str).collect();
    assert_eq!(types, ["array", "string", "integer"]);
    let keys: Vec<_> = table.keys().rev().cloned().collect();
    assert_eq!(keys, ["c", "a", "b"]);
    assert_eq!(
        (table.iter().len(), table.keys().len(), table.values().len()),
        (3, 3, 3)
    );
    for (_, value) in &mut table {
        *value = Value::Integer(0);
    }
    table
        .iter_mut()
        .for_each(|(key, value)| *value = key.as_str().into());
    for (key, value) in &table {
        assert_eq!(value.as_str(), Some(key.as_str()));
    }
    let owned: Vec<(String, Value)> = table.into_iter().collect();
    assert_eq!(owned[0], ("b".to_owned(), "b".into()));
}

#[test]
fn collected_and_extended() {
    let pairs = [
        ("a".to_owned(), Value::from(1)),
        ("b".to_owned(), Value::from(2)),
    ];
    let mut table: Table = pairs.into_iter().collect();
    table.extend([
        ("b".to_owned(), Value::from(3)),
        ("c".to_owned(), Value::from(4)),
    ]);
    assert_eq!(table, "a = 1\nb = 3\nc = 4".parse().unwrap());
    let map: BTreeMap<String, Value> = table.into_iter().collect();
    assert_eq!(map.len(), 3);
}

#[test]
fn equality_ignores_the_order() {
    let left: Table = "a = 1\nb = 2".parse().unwrap();
    let right: Table = "b = 2\na = 1".parse().unwrap();
    assert_eq!(left, right);
    assert_ne!(left, "a = 1\nb = 3".parse().unwrap());
    assert_ne!(left, "a = 1".parse().unwrap());
}

#[test]
fn debug_is_that_of_a_map() {
    assert_eq!(
        format!("{:?}", table()),
        r#"{"b": Integer(1), "a": String("x"), "c": Array([Boolean(true)])}"#
    );
}

#[test]
fn display_is_a_document() {
    let text = "b = 1\n\n[a]\nc = \"x\"\n";
    let table: Table = text.parse().unwrap();
    assert_eq!(table.to_string(), text);
    assert_eq!(Table::new().to_string(), "");
}

#[test]
fn maps_of_other_types() {
    let mut map = Map::<u8, &str>::new();
    map.insert(2, "two");
    map.insert(1, "one");
    assert_eq!(map.get(&2), Some(&"two"));
    assert_eq!(map[&1], "one");
    assert_eq!(map.iter().collect::<Vec<_>>(), [(&2, &"two"), (&1, &"one")]);
    let collected: Map<char, i64> = [('a', 1)].into_iter().collect();
    assert_eq!(collected, collected.clone());
}

#[test]
fn names_in_signatures() {
    use toml::map::{IntoIter, Iter, IterMut, Keys, Values};

    fn count(keys: &Keys<'_, String, Value>, values: &Values<'_, String, Value>) -> usize {
        keys.len() + values.len()
    }
    fn keys_of(iter: Iter<'_, String, Value>) -> usize {
        iter.map(|(key, _)| key.len()).sum()
    }
    fn clear(iter: IterMut<'_, String, Value>) {
        iter.for_each(|(_, value)| *value = Value::Integer(0));
    }
    let mut table = table();
    assert_eq!(count(&table.keys(), &table.values()), 6);
    assert_eq!(keys_of(table.iter()), 3);
    clear(table.iter_mut());
    let all: IntoIter<String, Value> = table.into_iter();
    assert!(all.into_iter().all(|(_, value)| value == Value::Integer(0)));
}
