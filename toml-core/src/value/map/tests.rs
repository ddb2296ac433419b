use alloc::borrow::{Cow, ToOwned};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};
use core::borrow::Borrow;
use core::hash::{BuildHasher, Hash, Hasher};

use super::{Entry, MOST_LISTED, Map, Repr};

/// A key that knows where it was, as those of spanned types do.
#[derive(Clone, Debug, Eq)]
struct Placed(usize, String);

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        self.1 == other.1
    }
}

impl Hash for Placed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.1.hash(state);
    }
}

impl Borrow<str> for Placed {
    fn borrow(&self) -> &str {
        &self.1
    }
}

impl From<&str> for Placed {
    fn from(name: &str) -> Self {
        Self(0, name.to_owned())
    }
}

fn map() -> Map<Placed, u8> {
    [("a", 1), ("b", 2), ("c", 3)]
        .into_iter()
        .enumerate()
        .map(|(at, (name, value))| (Placed(at, name.to_string()), value))
        .collect()
}

#[test]
fn key_is_found_by_what_it_borrows_as() {
    let mut map = map();
    assert_eq!(map.get("b"), Some(&2));
    assert_eq!(map.get(&Placed::from("b")), Some(&2));
    assert_eq!(
        map.get_key_value("b"),
        Some((&Placed(1, "b".to_string()), &2))
    );
    assert!(map.contains_key("c"));
    *map.get_mut("c").unwrap() = 4;
    map["a"] = 5;
    assert_eq!((map["a"], map["c"]), (5, 4));
    assert_eq!(map.remove("a"), Some(5));
    let (key, value) = map.remove_entry("b").unwrap();
    assert_eq!((key.0, value), (1, 2));
    assert_eq!(map.len(), 1);
}

#[test]
fn last_key_takes_the_place_of_one_that_is_swapped_out() {
    for count in [3, MOST_LISTED, MOST_LISTED + 1] {
        let mut map: Map<usize, usize> = (0..count).map(|key| (key, 10 * key)).collect();
        assert_eq!(map.swap_remove(&1), Some(10));
        assert_eq!(map.swap_remove(&1), None);
        let mut keys: Vec<usize> = (0..count - 1).collect();
        keys[1] = count - 1;
        assert_eq!(map.keys().copied().collect::<Vec<_>>(), keys);
        assert_eq!(
            map.swap_remove(&keys[count - 2]),
            Some(10 * keys[count - 2])
        );
        assert_eq!(map.len(), count - 2);
    }
}

#[test]
fn entry_takes_what_becomes_a_key() {
    let mut map = map();
    *map.entry("b").or_insert(9) += 10;
    map.entry("d").or_insert_with(|| 4);
    let Entry::Occupied(entry) = map.entry("b") else {
        unreachable!()
    };
    assert_eq!(entry.key().0, 1, "the key that was there first stays");
    *entry.into_mut() += 1;
    assert_eq!(map.values().copied().collect::<Vec<_>>(), [1, 13, 3, 4]);
}

#[test]
fn retain_hands_out_text() {
    let mut map: Map<Cow<'_, str>, u8> = Map::with_capacity(2);
    map.extend([(Cow::Borrowed("a"), 1), (Cow::Borrowed("b"), 2)]);
    let keep: fn(&str, &mut u8) -> bool = |key, value| {
        *value += 1;
        key != "a"
    };
    map.retain(keep);
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [("b".into(), 3)]);
}

#[test]
#[should_panic(expected = "no key \"z\" in table of length 3")]
fn index_missing_key_names_it() {
    let _ = map()["z"];
}

/// How many of these keys a map puts into each 64th of its places.
fn spread(map: &Map<String, usize>, keys: &[String]) -> Vec<usize> {
    let Repr::Hashed(map) = &map.0 else {
        unreachable!("the map is large");
    };
    let mut counts = vec![0; 64];
    for key in keys {
        counts[map.hasher().hash_one(key.as_str()) as usize % 64] += 1;
    }
    counts
}

#[test]
fn keys_that_collide_in_one_map_do_not_in_others() {
    let large = || Map::<String, usize>::with_capacity(1_000);
    let known = large();
    let is_chosen = |key: &String| spread(&known, core::slice::from_ref(key))[0] == 1;
    let keys = (0..).map(|number: u32| format!("k{number}"));
    let keys: Vec<String> = keys.filter(is_chosen).take(6_400).collect();
    let mut expected = vec![0; 64];
    expected[0] = keys.len();
    assert_eq!(spread(&known, &keys), expected);
    for _ in 0..8 {
        let fullest = spread(&large(), &keys).into_iter().max();
        // A hundred each on average; so many more are ten deviations.
        assert!(fullest < Some(200), "{fullest:?}");
    }
}
