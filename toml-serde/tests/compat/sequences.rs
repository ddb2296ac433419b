//! Arrays as vectors, sets, tuples and Rust's arrays; arrays of tables; bytes.

use std::collections::{BTreeMap, BTreeSet, HashSet, LinkedList, VecDeque};

use serde::{Deserialize, Serialize, Serializer};

use super::both_ways::assert_both_ways;
use crate::toml::{self, Table, Value};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

fn hold<T>(v: T) -> Holder<T> {
    Holder { v }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Item {
    id: i64,
}

#[test]
fn collections() {
    assert_both_ways(&hold(vec![1, 2, 3]), "v = [1, 2, 3]\n");
    assert_both_ways(&hold(VecDeque::from([1, 2])), "v = [1, 2]\n");
    assert_both_ways(&hold(LinkedList::from([1, 2])), "v = [1, 2]\n");
    assert_both_ways(&hold(BTreeSet::from([2, 1])), "v = [1, 2]\n");
    assert_both_ways(&hold(HashSet::from(["a".to_owned()])), "v = [\"a\"]\n");
    assert_eq!(toml::from_str("v = [1, 1]"), Ok(hold(HashSet::from([1]))));
}

#[test]
fn spellings() {
    for text in [
        "v = [1,2]",
        "v = [ 1, 2, ]",
        "v = [\n  1, # one\n  2\n]",
        "v=[1\n,\n2\n,\n]",
    ] {
        assert_eq!(toml::from_str(text), Ok(hold(vec![1, 2])), "{text}");
    }
}

#[test]
fn arrays_nest() {
    let value = hold(vec![vec![vec![1], vec![]], vec![]]);
    assert_both_ways(&value, "v = [[[1], []], []]\n");
}

#[test]
fn empty_arrays() {
    assert_both_ways(&hold(Vec::<i64>::new()), "v = []\n");
    assert_both_ways(&hold(Vec::<Item>::new()), "v = []\n");
    assert_eq!(toml::from_str("v = [ # none\n]"), Ok(hold([0; 0])));
}

#[test]
fn tuples_and_rust_arrays() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Version(u8, u8, u8);
    assert_both_ways(&hold((1, "a".to_owned(), true)), "v = [1, \"a\", true]\n");
    assert_both_ways(&hold([1.5, 2.5]), "v = [1.5, 2.5]\n");
    assert_both_ways(&hold(((1, 2), [(3, 4)])), "v = [[1, 2], [[3, 4]]]\n");
    assert_both_ways(&hold(Version(1, 2, 3)), "v = [1, 2, 3]\n");
}

#[test]
fn tuples_of_tables() {
    assert_both_ways(
        &hold((Item { id: 1 }, Item { id: 2 })),
        "[[v]]\nid = 1\n\n[[v]]\nid = 2\n",
    );
    assert_both_ways(&hold((1, Item { id: 2 })), "v = [1, { id = 2 }]\n");
    assert_both_ways(&hold((Item { id: 1 }, 2)), "v = [{ id = 1 }, 2]\n");
}

#[test]
fn wrong_lengths() {
    for text in ["v = [1]", "v = []"] {
        assert!(
            toml::from_str::<Holder<(i64, i64)>>(text).is_err(),
            "{text}"
        );
        assert!(toml::from_str::<Holder<[i64; 2]>>(text).is_err(), "{text}");
    }
    let error = toml::from_str::<Holder<(i64, i64)>>("v = [1]").unwrap_err();
    assert_eq!(
        error.message(),
        "invalid length 1, expected a tuple of size 2"
    );
    assert_eq!(error.span(), Some(4..7));
}

#[test]
fn arrays_of_tables() {
    let value = hold(vec![Item { id: 1 }, Item { id: 2 }]);
    assert_both_ways(&value, "[[v]]\nid = 1\n\n[[v]]\nid = 2\n");
    assert_eq!(toml::from_str("v = [{ id = 1 }, { id = 2 }]"), Ok(value));
}

#[test]
fn arrays_of_tables_nest() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Fruit {
        name: String,
        physical: Option<Item>,
        varieties: Vec<Item>,
    }
    let value = hold(vec![
        Fruit {
            name: "apple".into(),
            physical: Some(Item { id: 0 }),
            varieties: vec![Item { id: 1 }, Item { id: 2 }],
        },
        Fruit {
            name: "pear".into(),
            physical: None,
            varieties: vec![],
        },
    ]);
    let text = r#"[[v]]
name = "apple"

[v.physical]
id = 0

[[v.varieties]]
id = 1

[[v.varieties]]
id = 2

[[v]]
name = "pear"
varieties = []
"#;
    assert_both_ways(&value, text);
}

#[test]
fn tables_in_nested_arrays_are_inline() {
    let value = hold(vec![
        vec![Item { id: 1 }],
        vec![Item { id: 2 }, Item { id: 3 }],
    ]);
    assert_both_ways(&value, "v = [[{ id = 1 }], [{ id = 2 }, { id = 3 }]]\n");
}

#[test]
fn mixed_arrays() {
    let text = "v = [1, 1.0, \"a\", true, 1979-05-27, [1], { a = 1 }]\n";
    let table: Table = text.parse().unwrap();
    assert_eq!(toml::to_string(&table).unwrap(), text);
    let value: Holder<Vec<Value>> = toml::from_str(text).unwrap();
    let types: Vec<_> = value.v.iter().map(Value::type_str).collect();
    let expected = [
        "integer", "float", "string", "boolean", "datetime", "array", "table",
    ];
    assert_eq!(types, expected);
    assert_eq!(toml::to_string(&value).unwrap(), text);
}

#[test]
fn elements_of_the_wrong_type() {
    let error = toml::from_str::<Holder<Vec<u8>>>("v = [1, 'a']").unwrap_err();
    assert_eq!(error.message(), "invalid type: string \"a\", expected u8");
    assert_eq!(error.span(), Some(8..11));
    let error = toml::from_str::<Holder<Vec<u8>>>("v = [[1], 2]").unwrap_err();
    assert_eq!(error.span(), Some(5..8));
}

#[test]
fn bytes_are_arrays_of_integers() {
    struct Bytes(&'static [u8]);
    impl Serialize for Bytes {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(self.0)
        }
    }
    let value = hold(Bytes(&[0, 128, 255]));
    assert_eq!(toml::to_string(&value).unwrap(), "v = [0, 128, 255]\n");
    let table: Table = "v = [0, 128, 255]".parse().unwrap();
    assert_eq!(Table::try_from(&value), Ok(table));
    assert_eq!(toml::from_str("v = [0, 255]"), Ok(hold(vec![0_u8, 255])));
}

#[test]
fn sequences_are_no_documents() {
    assert!(toml::to_string(&[1, 2]).is_err());
    assert!(toml::to_string(&(1, 2)).is_err());
    assert!(Table::try_from([1]).is_err());
    assert!(toml::from_str::<Vec<i64>>("a = 1").is_err());
    assert_eq!(
        toml::from_str::<BTreeMap<String, i64>>("").unwrap(),
        BTreeMap::new()
    );
}
