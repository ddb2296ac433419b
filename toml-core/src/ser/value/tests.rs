use crate::{Date, Table, Time, Value};

#[test]
fn another_format_gets_keys_in_order() {
    let source = "z = 1\na = [1.5, 'x', true]\n[sub]\nkey = 'y'";
    let table: Table = source.parse().unwrap();
    let expected = r#"{"z":1,"a":[1.5,"x",true],"sub":{"key":"y"}}"#;
    assert_eq!(serde_json::to_string(&table).unwrap(), expected);
    let value = Value::Table(table);
    assert_eq!(serde_json::to_string(&value).unwrap(), expected);
}

#[test]
fn datetimes_are_structs_that_toml_knows() {
    let date = Date::new(1979, 5, 27).unwrap();
    let time = Time::new(7, 32, 0, 0).unwrap();
    assert_eq!(
        serde_json::to_string(&(date, time)).unwrap(),
        r#"[{"$__toml_private_datetime":"1979-05-27"},{"$__toml_private_datetime":"07:32:00"}]"#
    );
    let json = serde_json::to_string(&Value::from(date)).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&json).unwrap(),
        Value::from(date)
    );
}
