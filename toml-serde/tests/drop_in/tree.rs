//! `DeTable`, `DeValue` and their parts: parsing and looking.

use std::borrow::Cow;

use toml_serde::Spanned;
use toml_serde::de::{DeArray, DeFloat, DeInteger, DeString, DeTable, DeValue};
use toml_serde::value::Datetime;

const SOURCE: &str = r#"text = "plain"
escaped = "a\tb"
"quoted key" = +1_000
hex = 0xDEAD_beef
float = -1_0.5e3
yes = true
day = 1979-05-27
list = [1, "two", [3]]

[server."a b"]
inline = { x.y = 0o17 }

[[item]]
[[item]]
n = 0b11
"#;

fn document() -> DeTable<'static> {
    DeTable::parse(SOURCE).expect("TOML").into_inner()
}

/// All of a value in one line, with the source at each span.
fn written(value: &Spanned<DeValue<'_>>) -> String {
    let text = match value.get_ref() {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(integer) => format!("{integer}/{}", integer.as_str()),
        DeValue::Float(float) => float.to_string(),
        DeValue::Boolean(boolean) => boolean.to_string(),
        DeValue::Datetime(datetime) => datetime.to_string(),
        DeValue::Array(array) => {
            let elements: Vec<_> = array.iter().map(written).collect();
            format!("[{}]", elements.join(", "))
        }
        DeValue::Table(table) => {
            let entry = |(key, value): (&Spanned<DeString<'_>>, _)| {
                format!("{}={}", &SOURCE[key.span()], written(value))
            };
            format!(
                "{{{}}}",
                table.iter().map(entry).collect::<Vec<_>>().join(", ")
            )
        }
    };
    format!("{text} `{}`", &SOURCE[value.span()])
}

#[test]
fn document_keeps_places_and_spellings() {
    let table = document();
    let lines: Vec<_> = table
        .iter()
        .map(|(key, value)| format!("{key}: {}", written(value)))
        .collect();
    assert_eq!(
        lines,
        [
            r#"text: "plain" `"plain"`"#,
            r#"escaped: "a\tb" `"a\tb"`"#,
            "quoted key: +1000/+1000 `+1_000`",
            "hex: 0xDEADbeef/DEADbeef `0xDEAD_beef`",
            "float: -10.5e3 `-1_0.5e3`",
            "yes: true `true`",
            "day: 1979-05-27 `1979-05-27`",
            r#"list: [1/1 `1`, "two" `"two"`, [3/3 `3`] `[3]`] `[1, "two", [3]]`"#,
            r#"server: {"a b"={inline={x={y=0o17/17 `0o17`} `x`} `{ x.y = 0o17 }`} `[server."a b"]`} `server`"#,
            "item: [{} `[[item]]`, {n=0b11/11 `0b11`} `[[item]]`] `[[item]]`",
        ]
    );
}

#[test]
fn text_is_borrowed_where_it_stands_as_it_is() {
    let table = document();
    let is_borrowed = |key: &str| match table[key].get_ref() {
        DeValue::String(text) => matches!(text, Cow::Borrowed(_)),
        _ => unreachable!(),
    };
    assert!(is_borrowed("text") && !is_borrowed("escaped"));
    assert!(
        table
            .keys()
            .all(|key| matches!(key.get_ref(), Cow::Borrowed(_)))
    );
}

#[test]
fn values_are_looked_up() {
    let document = DeValue::Table(document());
    assert_eq!(
        document["list"].get_ref()[1].get_ref().as_str(),
        Some("two")
    );
    let n = document
        .get("item")
        .and_then(|items| items.get_ref().get(1)?.get_ref().get("n"));
    assert_eq!(n.unwrap().get_ref().as_integer().unwrap().radix(), 2);
    assert!(document.get(0).is_none() && document.get("n".to_string()).is_none());
    let table = document.as_table().unwrap();
    assert!(table.contains_key("quoted key"));
    assert_eq!(table.get("yes").unwrap().get_ref().as_bool(), Some(true));
    let day: Datetime = "1979-05-27".parse().unwrap();
    assert_eq!(table["day"].get_ref().as_datetime(), Some(&day));
    assert_eq!(
        table["float"].as_ref().as_float().unwrap().as_str(),
        "-10.5e3"
    );
}

#[test]
#[should_panic(expected = "nothing at \"z\" in the array")]
fn missing_index_panics_with_its_name() {
    let _ = DeValue::Array(DeArray::new())["z"];
}

#[test]
fn kinds_tell_values_apart() {
    let table = document();
    let types: Vec<_> = table
        .values()
        .map(|value| value.get_ref().type_str())
        .collect();
    assert_eq!(
        types,
        [
            "string", "string", "integer", "integer", "float", "boolean", "datetime", "array",
            "table", "array",
        ]
    );
    for value in table.values().map(|value| value.get_ref()) {
        let is = [
            ("string", value.is_str()),
            ("integer", value.is_integer()),
            ("float", value.is_float()),
            ("boolean", value.is_bool()),
            ("datetime", value.is_datetime()),
            ("array", value.is_array()),
            ("table", value.is_table()),
        ];
        let yes: Vec<_> = is
            .iter()
            .filter(|(_, is)| *is)
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(yes, [value.type_str()]);
    }
    assert!(
        table["text"]
            .get_ref()
            .same_type(table["escaped"].get_ref())
    );
    assert!(!table["text"].get_ref().same_type(table["yes"].get_ref()));
}

#[test]
fn owned_tree_borrows_nothing() {
    fn is_owned(value: &DeValue<'_>) -> bool {
        match value {
            DeValue::String(text) => matches!(text, Cow::Owned(_)),
            DeValue::Array(array) => array.iter().all(|element| is_owned(element.get_ref())),
            DeValue::Table(table) => table.iter().all(|(key, value)| {
                matches!(key.get_ref(), Cow::Owned(_)) && is_owned(value.get_ref())
            }),
            _ => true,
        }
    }
    let mut value = DeValue::Table(document());
    assert!(!is_owned(&value));
    value.make_owned();
    assert!(is_owned(&value));
    assert_eq!(
        format!("{value:?}"),
        format!("{:?}", DeValue::Table(document()))
    );
}

#[test]
fn mistakes_are_collected() {
    assert!(DeTable::parse("a = 1\nb = yes").is_err());
    let (table, errors) = DeTable::parse_recoverable("a = 1\nb = yes\nc = [1, 2\nd = 3");
    let kinds: Vec<_> = table
        .get_ref()
        .iter()
        .map(|(key, value)| (key.to_string(), value.get_ref().type_str()))
        .collect();
    let expected = [
        ("a", "integer"),
        ("b", "string"),
        ("c", "array"),
        ("d", "integer"),
    ];
    assert_eq!(kinds, expected.map(|(key, kind)| (key.to_string(), kind)));
    let spans: Vec<_> = errors.iter().map(|error| error.span().unwrap()).collect();
    assert_eq!(spans, [10..13, 18..19]);
    assert!(errors[0].to_string().contains("2 | b = yes"));

    let (value, errors) = DeValue::parse_recoverable("[1, 2");
    assert_eq!(
        (value.span(), value.get_ref().as_str(), errors.len()),
        (0..5, Some("[1, 2"), 1)
    );
    let (value, errors) = DeValue::parse_recoverable("[1, 2]");
    assert_eq!(
        (
            value.get_ref().as_array().map(|array| array.len()),
            errors.len()
        ),
        (Some(2), 0)
    );
}

#[test]
fn defaults_are_zero_or_empty() {
    assert_eq!(
        (DeInteger::default().as_str(), DeInteger::default().radix()),
        ("0", 10)
    );
    assert_eq!(DeFloat::default().as_str(), "0.0");
    assert!(DeTable::default().is_empty() && DeTable::new().is_empty());
    assert!(DeArray::default().is_empty());
}

#[test]
fn trees_are_built_by_hand() {
    let mut array = DeArray::new();
    array.push(Spanned::new(0..1, DeValue::Boolean(true)));
    array[0] = Spanned::new(0..2, DeValue::String("x".into()));
    for element in &mut array {
        *element.get_mut() = DeValue::String("y".into());
    }
    let mut table = DeTable::with_capacity(1);
    table.insert(
        Spanned::new(3..4, "k".into()),
        Spanned::new(5..6, DeValue::Array(array)),
    );
    for (_, value) in &mut table {
        *value = Spanned::new(7..8, value.get_ref().clone());
    }
    assert_eq!(table["k"].span(), 7..8);
    assert_eq!(table["k"].get_ref()[0].get_ref().as_str(), Some("y"));
    let mut keys = Vec::new();
    for (key, _) in &table {
        keys.push(key.get_ref().as_ref());
    }
    assert_eq!(keys, ["k"]);
}
