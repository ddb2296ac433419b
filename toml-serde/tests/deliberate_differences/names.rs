//! Names that are there in both, and what is behind them.

use serde::Deserialize;

/// A header that comes after those of tables within keeps these in ours, as in TOML.
#[test]
fn header_after_that_of_a_table_within() {
    let ours = toml_serde::toml! {
        [a.b]
        x = 1
        [a]
        y = 2
    };
    let text = "a = { b = { x = 1 }, y = 2 }";
    assert_eq!(ours, text.parse().unwrap());
    let theirs = toml::toml! {
        [a.b]
        x = 1
        [a]
        y = 2
    };
    assert_eq!(theirs, "a = { y = 2 }".parse().unwrap());
}

/// A key of two numbers is dotted in ours, as in TOML.
#[test]
fn keys_of_numbers() {
    let ours = toml_serde::toml! { 1.2 = "x" };
    assert_eq!(ours, "1.2 = 'x'".parse().unwrap());
    let theirs = toml::toml! { 1.2 = "x" };
    assert_eq!(theirs, "'1.2' = 'x'".parse().unwrap());
}

/// `DeTable` is a map in theirs, and a type of its own with one behind it in ours.
#[test]
fn tables_of_spanned_values() {
    let ours = toml_serde::de::DeTable::parse("a = 1").unwrap();
    let map: toml_serde::map::Map<_, _> = ours.into_inner().into();
    assert_eq!(map["a"].span(), 4..5);
    let theirs = toml::de::DeTable::parse("a = 1").unwrap();
    let map: toml::map::Map<_, _> = theirs.into_inner();
    assert_eq!(map["a"].span(), 4..5);
}

/// A value on its own is all or nothing in ours.
#[test]
fn half_a_value() {
    let (ours, errors) = toml_serde::de::DeValue::parse_recoverable("[1, 2");
    assert_eq!((ours.get_ref().as_str(), errors.len()), (Some("[1, 2"), 1));
    let (theirs, errors) = toml::de::DeValue::parse_recoverable("[1, 2");
    let theirs = Vec::<u8>::deserialize(toml::de::ValueDeserializer::from(theirs));
    assert_eq!((theirs, errors.len()), (Ok(vec![1, 2]), 1));
}
