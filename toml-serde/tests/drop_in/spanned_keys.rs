//! Maps the keys of which know their places.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use toml_serde::map::Map;
use toml_serde::{Spanned, Value};

const SOURCE: &str = "x = 1\n\"y z\" = 2";

#[test]
fn hash_map_is_looked_up_by_text() {
    let map: HashMap<Spanned<String>, i64> = toml_serde::from_str(SOURCE).unwrap();
    assert_eq!(
        (map.get("x"), map.get("y z"), map.get("z")),
        (Some(&1), Some(&2), None)
    );
    let (key, _) = map.get_key_value("y z").unwrap();
    assert_eq!((key.span(), key.get_ref().as_str()), (6..11, "y z"));
}

#[test]
fn tree_map_of_borrowed_keys_and_spanned_values() {
    #[derive(Deserialize)]
    struct Document<'s> {
        #[serde(borrow)]
        t: BTreeMap<Spanned<Cow<'s, str>>, Spanned<Value>>,
    }
    let document: Document<'_> = toml_serde::from_str("[t]\na = 1\nb = [2]").unwrap();
    let spans: Vec<_> = document
        .t
        .iter()
        .map(|(key, value)| (key.span(), value.span()))
        .collect();
    assert_eq!(spans, [(4..5, 8..9), (10..11, 14..17)]);
    assert_eq!(document.t["b"].get_ref(), &Value::from([2]));
}

#[test]
fn our_own_map_takes_spanned_keys() {
    let map: Map<Spanned<String>, i64> = [(Spanned::new(0..1, "x".to_string()), 1)]
        .into_iter()
        .collect();
    assert_eq!((map.get("x"), map["x"]), (Some(&1), 1));
}

#[test]
fn flattened_maps_keep_the_spans_of_keys() {
    #[derive(Deserialize)]
    struct Document {
        x: i64,
        #[serde(flatten)]
        rest: HashMap<Spanned<String>, i64>,
    }
    let document: Document = toml_serde::from_str(SOURCE).unwrap();
    let (key, value) = document.rest.get_key_value("y z").unwrap();
    assert_eq!((document.x, key.span(), *value), (1, 6..11, 2));
}
