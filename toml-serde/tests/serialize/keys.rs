//! Keys of maps: what can be one, how it is quoted, and that none comes twice.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::{assert_refuses, assert_writes};

fn single<K: Eq + Hash>(key: K) -> HashMap<K, i32> {
    HashMap::from([(key, 1)])
}

#[test]
fn keys_are_bare_where_they_can_be() {
    let keys = [
        "",
        "-_9",
        "a.b",
        "a b",
        "a\"b",
        "it's",
        "a\n",
        "é",
        "sixteen_bytes_ok",
        "sixteen.bytes.no",
    ];
    let expected = "\
\"\" = 0
-_9 = 1
\"a\\n\" = 6
\"a b\" = 3
'a\"b' = 4
\"a.b\" = 2
\"it's\" = 5
\"sixteen.bytes.no\" = 9
sixteen_bytes_ok = 8
\"é\" = 7
";
    let map: BTreeMap<_, _> = keys.iter().zip(0..).collect();
    assert_writes(&map, expected);
}

#[test]
fn keys_in_headers_are_quoted_alike() {
    let leaf = BTreeMap::from([("", true)]);
    let map = BTreeMap::from([("a.b", BTreeMap::from([("c d", leaf)]))]);
    assert_writes(&map, "[\"a.b\".\"c d\"]\n\"\" = true\n");
}

#[test]
fn keys_of_other_types_are_their_text() {
    #[derive(serde::Serialize, PartialEq, Eq, Hash)]
    enum Unit {
        Name,
    }
    #[derive(serde::Serialize, PartialEq, Eq, Hash)]
    struct Newtype(char);

    assert_writes(&single(-7_i8), "-7 = 1\n");
    assert_writes(&single(u64::MAX), "18446744073709551615 = 1\n");
    assert_writes(
        &single(i128::MIN),
        "-170141183460469231731687303715884105728 = 1\n",
    );
    assert_writes(&single(true), "true = 1\n");
    assert_writes(&single('"'), "'\"' = 1\n");
    assert_writes(&single(Unit::Name), "Name = 1\n");
    assert_writes(&single(Newtype('x')), "x = 1\n");
}

#[test]
fn keys_of_no_text_are_refused() {
    #[derive(serde::Serialize, PartialEq, Eq, Hash)]
    enum Variant {
        Tuple(i32, i32),
    }
    let message = |what: &str| format!("a key is text in TOML, and {what} is not at x");
    let nested = |map| BTreeMap::from([("x", map)]);
    assert_refuses(&nested(single(((), 1))), &message("a tuple"));
    let map = BTreeMap::from([("x", single([1]))]);
    assert_refuses(&map, &message("a tuple"));
    let map = BTreeMap::from([("x", single(Some("x")))]);
    assert_refuses(&map, &message("an `Option`"));
    let map = BTreeMap::from([("x", single(None::<i32>))]);
    assert_refuses(&map, &message("an `Option`"));
    let map = BTreeMap::from([("x", single(Variant::Tuple(1, 2)))]);
    assert_refuses(&map, &message("a variant with content"));
}

/// A map of whatever entries.
struct Entries(Vec<(String, Option<i32>)>);

impl Serialize for Entries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

fn entries(keys: &[&str]) -> Entries {
    Entries(keys.iter().map(|key| ((*key).into(), Some(1))).collect())
}

#[test]
fn keys_that_come_twice_are_refused() {
    const MESSAGE: &str = "the key comes twice in one table at";
    for keys in [["a", "a", "b"], ["a", "b", "a"], ["b", "a", "a"]] {
        assert_refuses(&entries(&keys), &format!("{MESSAGE} a"));
        let nested = BTreeMap::from([("x", [entries(&keys)])]);
        assert_refuses(&nested, &format!("{MESSAGE} x[0].a"));
        // The second is an array with an inline table.
        let inline = BTreeMap::from([("x", [[entries(&keys)]])]);
        assert_refuses(&inline, &format!("{MESSAGE} x[0][0].a"));
    }
    let mut many: Vec<_> = (0..1000)
        .rev()
        .map(|index| (format!("k{index}"), Some(1)))
        .collect();
    assert!(toml_serde::to_string(&Entries(many.clone())).is_ok());
    many.push(("k500".into(), Some(1)));
    assert_refuses(&Entries(many), &format!("{MESSAGE} k500"));
}

#[test]
fn keys_of_nothing_do_not_count() {
    let twice = Entries(vec![
        ("b".into(), None),
        ("a".into(), None),
        ("b".into(), Some(1)),
        ("a".into(), Some(2)),
        ("b".into(), None),
    ]);
    assert_writes(&twice, "b = 1\na = 2\n");
}

/// A struct of whatever fields.
struct Fields(&'static [&'static str]);

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Fields", self.0.len())?;
        for name in self.0 {
            fields.serialize_field(name, &[Option::<i32>::None; 0])?;
        }
        fields.end()
    }
}

#[test]
fn fields_that_come_twice_are_refused() {
    const MESSAGE: &str = "the key comes twice in one table at";
    const MANY: [&str; 40] = {
        let mut names = ["x"; 40];
        let mut index = 0;
        let letters = "abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOP";
        while index < 40 {
            names[index] = letters.split_at(index).1.split_at(1).0;
            index += 1;
        }
        names
    };
    assert_refuses(&Fields(&["a", "b", "a"]), &format!("{MESSAGE} a"));
    assert!(toml_serde::to_string(&Fields(&MANY)).is_ok());
    let inline = BTreeMap::from([("x", [[Fields(&["a", "a"])]])]);
    assert_refuses(&inline, &format!("{MESSAGE} x[0][0].a"));
    // Those of another table do not count, be it within or beside.
    let nested = BTreeMap::from([("a", [Fields(&["a", "b"]), Fields(&["b", "a"])])]);
    let expected = "[[a]]\na = []\nb = []\n\n[[a]]\nb = []\na = []\n";
    assert_writes(&nested, expected);
}
