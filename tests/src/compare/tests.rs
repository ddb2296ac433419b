//! The rules by which data counts as the same.

use serde_json::json;

use super::compare;

fn same(tag: &str, expected: &str, actual: &str) -> bool {
    let scalar = |text| json!({ "x": { "type": tag, "value": text } });
    compare(&scalar(expected), &scalar(actual)).is_ok()
}

#[test]
fn floats_compare_as_numbers() {
    assert!(same("float", "1e3", "1000.0"));
    assert!(same("float", "+nan", "-nan"));
    assert!(!same("float", "0.0", "-0.0"));
    assert!(!same("float", "inf", "-inf"));
}

#[test]
fn datetimes_compare_by_their_parts() {
    assert!(same(
        "datetime",
        "1987-07-05T17:45:56.6Z",
        "1987-07-05 17:45:56.600z"
    ));
    assert!(same(
        "datetime",
        "1987-07-05T17:45:56+00:00",
        "1987-07-05T17:45:56Z"
    ));
    assert!(!same(
        "datetime",
        "1987-07-05T17:45:56+01:00",
        "1987-07-05T17:45:56-01:00"
    ));
    assert!(!same("time-local", "17:45:56.1", "17:45:56.01"));
    assert!(!same("date-local", "1987-07-05", "1987-07-06"));
}

#[test]
fn differences_are_named_with_their_path() {
    let one = json!({ "a": [{ "b": { "type": "integer", "value": "1" } }] });
    let two = json!({ "a": [{ "b": { "type": "string", "value": "1" } }] });
    let difference = compare(&one, &two).expect_err("the types differ");
    assert_eq!(
        difference,
        r#"at .a[0].b: expected Some(("integer", "1")), found Some(("string", "1"))"#
    );
    let missing = compare(&one, &json!({ "a": [{}] })).expect_err("a key is missing");
    assert_eq!(missing, r#"at .a[0]: key "b" is missing"#);
    let extra = compare(&json!({}), &one).expect_err("a key is too many");
    assert_eq!(extra, r#"at : unexpected key "a""#);
}

#[test]
fn tables_named_type_and_value_are_tables() {
    let table = json!({ "type": { "type": "string", "value": "x" }, "value": [] });
    assert_eq!(compare(&table, &table), Ok(()));
}
