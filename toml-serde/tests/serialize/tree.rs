//! Data of any shape, in which tables keep their order.

use proptest::prelude::*;
use serde::ser::{Serialize, SerializeMap, Serializer};
use toml_serde::value::Datetime;
use toml_serde::{Table, Value};

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Boolean(bool),
    Integer(i64),
    Float(f64),
    String(String),
    Datetime(Datetime),
    Array(Vec<Tree>),
    Table(Vec<(String, Tree)>),
    /// A key without a value.
    None,
    Some(Box<Tree>),
    Variant(Box<Tree>),
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Boolean(boolean) => boolean.serialize(serializer),
            Self::Integer(integer) => integer.serialize(serializer),
            Self::Float(float) => float.serialize(serializer),
            Self::String(string) => string.serialize(serializer),
            Self::Datetime(datetime) => datetime.serialize(serializer),
            Self::Array(array) => array.serialize(serializer),
            Self::Table(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::None => serializer.serialize_none(),
            Self::Some(value) => serializer.serialize_some(value),
            Self::Variant(value) => serializer.serialize_newtype_variant("Tree", 0, "V", value),
        }
    }
}

impl Tree {
    /// The value that TOML has for it, if any.
    pub(crate) fn to_value(&self) -> Option<Value> {
        Some(match self {
            Self::Boolean(boolean) => Value::Boolean(*boolean),
            Self::Integer(integer) => Value::Integer(*integer),
            Self::Float(float) => Value::Float(*float),
            Self::String(string) => Value::String(string.clone()),
            Self::Datetime(datetime) => Value::Datetime(*datetime),
            Self::Array(array) => Value::Array(array.iter().filter_map(Self::to_value).collect()),
            Self::Table(entries) => Value::Table(to_table(entries)),
            Self::None => return None,
            Self::Some(value) => return value.to_value(),
            Self::Variant(value) => Value::Table(Table::from([("V", value.to_value()?)])),
        })
    }
}

/// The table of some entries.
pub(crate) fn to_table(entries: &[(String, Tree)]) -> Table {
    let entries = entries.iter();
    entries
        .filter_map(|(key, value)| Some((key.clone(), value.to_value()?)))
        .collect()
}

/// The entries of a table with these characters in its keys and strings.
pub(crate) fn entries(characters: &'static str) -> impl Strategy<Value = Vec<(String, Tree)>> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Tree::Boolean),
        any::<i64>().prop_map(Tree::Integer),
        (-1000..1000).prop_map(|float| Tree::Float(f64::from(float) / 8.0)),
        characters.prop_map(Tree::String),
        Just(Tree::Datetime(
            "1979-05-27T07:32:00Z".parse().expect("a date-time")
        )),
    ];
    let tree = leaf.prop_recursive(5, 60, 5, move |inner| {
        prop_oneof![
            2 => prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::Array),
            5 => table(characters, inner.clone()).prop_map(Tree::Table),
            2 => prop::collection::vec(table(characters, inner.clone()).prop_map(Tree::Table), 0..3)
                .prop_map(Tree::Array),
            1 => inner.clone().prop_map(|tree| Tree::Some(Box::new(tree))),
            1 => inner.prop_map(|tree| Tree::Variant(Box::new(tree))),
        ]
    });
    table(characters, tree)
}

/// Entries with unlike keys, some of them without a value.
fn table(
    key: impl Strategy<Value = String>,
    value: impl Strategy<Value = Tree>,
) -> impl Strategy<Value = Vec<(String, Tree)>> {
    let entry = (key, value, 0..8);
    prop::collection::vec(entry, 0..6).prop_map(|entries| {
        let mut table: Vec<(String, Tree)> = Vec::new();
        for (key, value, none) in entries {
            if table.iter().all(|(other, _)| *other != key) {
                table.push((key, if none == 0 { Tree::None } else { value }));
            }
        }
        table
    })
}
