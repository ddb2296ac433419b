//! `toml::map` and `toml::value`.

use toml_serde::map::{Entry, Map};
use toml_serde::value::{
    Array, Date, Datetime, DatetimeParseError, Index, Offset, Table, Time, Value,
};

fn table() -> Table {
    "a = 1\nb = 2\nc = 3".parse().expect("TOML")
}

#[test]
fn table_is_a_map_of_strings() {
    let mut map: Map<String, Value> = Map::with_capacity(1);
    assert_eq!(map.insert("a".to_string(), Value::Integer(1)), None);
    assert_eq!(
        map.insert("a".to_string(), Value::Integer(2)),
        Some(Value::Integer(1))
    );
    let table: Table = map;
    assert_eq!(
        table,
        toml_serde::Table::from_iter([("a".to_string(), Value::Integer(2))])
    );
}

#[test]
fn entries_are_vacant_or_occupied() {
    let mut table = table();
    match table.entry("d") {
        Entry::Vacant(entry) => {
            assert_eq!(entry.key(), "d");
            *entry.insert(Value::Integer(4)) = Value::Integer(5);
        }
        Entry::Occupied(_) => unreachable!(),
    }
    match table.entry("a".to_string()) {
        Entry::Occupied(mut entry) => {
            assert_eq!(
                (entry.key().as_str(), entry.get()),
                ("a", &Value::Integer(1))
            );
            *entry.get_mut() = Value::Integer(6);
            assert_eq!(entry.insert(Value::Integer(7)), Value::Integer(6));
            assert_eq!(entry.remove(), Value::Integer(7));
        }
        Entry::Vacant(_) => unreachable!(),
    }
    assert_eq!(table.entry("b").key(), "b");
    table.entry("b").or_insert(Value::Integer(0));
    *table.entry("e").or_insert_with(|| 8.into()) = 9.into();
    assert_eq!(table, "b = 2\nc = 3\nd = 5\ne = 9".parse().unwrap());
}

#[test]
fn iterators_have_names_and_both_ends() {
    let mut table = table();
    let keys: toml_serde::map::Keys<'_, String, Value> = table.keys();
    assert_eq!(keys.rev().collect::<Vec<_>>(), ["c", "b", "a"]);
    let values: toml_serde::map::Values<'_, String, Value> = table.values();
    assert_eq!(values.len(), 3);
    let iter: toml_serde::map::Iter<'_, String, Value> = table.iter();
    assert_eq!(
        iter.clone().next_back(),
        Some((&"c".to_string(), &Value::Integer(3)))
    );
    let iter: toml_serde::map::IterMut<'_, String, Value> = table.iter_mut();
    for (_, value) in iter {
        *value = Value::from(value.as_integer().unwrap() * 2);
    }
    let mut iter: toml_serde::map::IntoIter<String, Value> = table.into_iter();
    let last = iter.next_back();
    assert_eq!(last, Some(("c".to_string(), Value::Integer(6))));
}

#[test]
fn retain_extend_and_index() {
    let mut table = table();
    table.retain(|key, value| key != "a" && value.as_integer() != Some(2));
    table.extend([("z".to_string(), Value::Boolean(true))]);
    table["z"] = Value::from("last");
    assert_eq!(table, "c = 3\nz = 'last'".parse().unwrap());
    assert_eq!(
        table.remove_entry("c"),
        Some(("c".to_string(), Value::Integer(3)))
    );
    assert!(table.contains_key("z") && !table.contains_key("c"));
    table.clear();
    assert!(table.is_empty());
}

#[test]
fn values_from_types_and_back() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Point {
        x: i32,
        y: Option<i32>,
    }
    let point = Point { x: 1, y: None };
    let table = Table::try_from(&point).unwrap();
    assert_eq!(table, "x = 1".parse().unwrap());
    assert_eq!(table.try_into(), Ok(point));
    let array: Array = vec![Value::try_from(1).unwrap(), Value::try_from("x").unwrap()];
    assert_eq!(Value::Array(array).try_into(), Ok((1, "x".to_string())));
}

#[test]
fn datetimes_have_parts() {
    let datetime: Result<Datetime, DatetimeParseError> = "1979-05-27T07:32:00.5-08:00".parse();
    let parts = Datetime {
        date: Some(Date {
            year: 1979,
            month: 5,
            day: 27,
        }),
        time: Some(Time {
            hour: 7,
            minute: 32,
            second: 0,
            nanosecond: 500_000_000,
        }),
        offset: Some(Offset::Custom { minutes: -480 }),
    };
    assert_eq!(datetime, Ok(parts));
    assert!("1979".parse::<Datetime>().is_err());
}

#[test]
fn index_is_a_bound() {
    fn get(value: &Value, index: impl Index) -> Option<&Value> {
        value.get(index)
    }
    let value = Value::from(vec![Value::Table(table())]);
    assert_eq!(
        get(&value, 0).and_then(|table| get(table, "b")),
        Some(&Value::Integer(2))
    );
}
