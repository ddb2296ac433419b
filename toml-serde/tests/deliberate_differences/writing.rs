//! What is written.

use std::collections::BTreeMap;

use crate::{Holder, assert_writes};

/// Date-times become date-times in the values of ours.
#[test]
fn datetimes_become_values() {
    let ours: toml_serde::value::Datetime = "1979-05-27".parse().unwrap();
    let value = toml_serde::Value::try_from(Holder { v: ours }).unwrap();
    assert_eq!(value["v"], toml_serde::Value::Datetime(ours));
    let theirs: toml::value::Datetime = "1979-05-27".parse().unwrap();
    let value = toml::Value::try_from(Holder { v: theirs }).unwrap();
    assert_eq!(
        value["v"]["$__toml_private_datetime"].as_str(),
        Some("1979-05-27")
    );
}

/// Tabs can be seen in what ours writes, and strings of one line stay on one.
#[test]
fn strings() {
    for (string, ours, theirs) in [
        ("a\tb", r#""a\tb""#, "\"a\tb\""),
        ("it's \"a\"", r#""it's \"a\"""#, r#""""it's "a"""""#),
        (r"it's \d", r#""it's \\d""#, r"'''it's \d'''"),
    ] {
        let [ours, theirs] = [ours, theirs].map(|text| format!("v = {text}\n"));
        assert_writes(&Holder { v: string }, Ok(&ours), Ok(&theirs));
    }
}

/// Ours tells the path of what cannot be written, and why.
#[test]
fn errors_of_writing() {
    assert_writes(
        &Holder { v: [Some(1), None] },
        Err("TOML has no null, and `None` cannot stand in an array at v[1]"),
        Err("unsupported None value"),
    );
    assert_writes(
        &Holder { v: () },
        Err("TOML has nothing to write unit as at v"),
        Err("unsupported unit type"),
    );
    assert_writes(
        &1,
        Err("TOML has nothing to write unit as at v"),
        Err("unsupported i32 type"),
    );
    assert_writes(
        &Holder {
            v: BTreeMap::from([((), 1)]),
        },
        Err("map key was not a string at v"),
        Err("map key was not a string"),
    );
}
