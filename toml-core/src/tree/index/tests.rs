//! Keys that are made to collide do not: neither those that collide under some other seed, nor those that are
//! built from the constants of the hash. Counted is how many slots are looked at, which does not depend on the
//! machine.

use alloc::string::String;
use alloc::{format, vec::Vec};

use super::{FREE, KeyIndex, folded_multiply};
use crate::parse;

/// How many keys there are in a test, by its power of two: a million in `cargo xtask test --long`.
fn power() -> u32 {
    #[cfg(feature = "std")]
    if std::env::var_os("TOML_TESTS_LONG").is_some() {
        return 20;
    }
    14
}

fn count() -> usize {
    1 << power()
}

/// A document of these keys, quoted.
fn document<S: AsRef<str>>(keys: &[S]) -> String {
    let mut text = String::new();
    for key in keys {
        text.extend(["\"", key.as_ref(), "\" = 1\n"]);
    }
    text
}

/// How many slots behind their own the keys of a document stand in the index, all together.
fn displaced(source: &str) -> usize {
    let document = parse(source).expect("the source is valid");
    assert_eq!(document.root().len(), count());
    let slots = &document.tree().index.slots;
    let mask = slots.len() - 1;
    let taken = slots
        .iter()
        .enumerate()
        .filter(|(_, slot)| slot.node != FREE);
    let steps = taken.map(|(at, slot)| at.wrapping_sub(slot.hash as usize) & mask);
    steps.sum()
}

/// [`displaced`] of keys that nobody has chosen, for as many slots.
fn displaced_at_random() -> usize {
    let keys: Vec<String> = (0..count())
        .map(|number| format!("key number {number}"))
        .collect();
    displaced(&document(&keys))
}

/// A hash with a seed that somebody knows.
fn with_seed(seed: u64) -> KeyIndex {
    KeyIndex {
        seed,
        factor: 0xff51_afd7_ed55_8ccd,
        ..KeyIndex::default()
    }
}

#[test]
fn keys_that_collide_under_one_seed_do_not_under_others() {
    let known = with_seed(0x0123_4567_89ab_cdef);
    // Their own slots are within one 64th of the index, so they would push each other far behind.
    let part = |key: &String| known.hash(0, key.as_bytes()) as usize % (4 * count()) * 16 / count();
    let keys = (0..).map(|number: u32| format!("k{number}"));
    let keys: Vec<String> = keys.filter(|key| part(key) == 0).take(count()).collect();
    let source = document(&keys);
    for _ in 0..8 {
        let (chosen, random) = (displaced(&source), displaced_at_random());
        assert!(chosen < 2 * random, "{chosen} steps, {random} at random");
    }
}

/// The first block of a key, in pairs that a multiplication by a number with two bits set turns into pairs that
/// differ in two known bits as often as not; the block behind takes that back. Multiplied are the two halves of a
/// block, the second after `xor` with a constant, which the text here all but cancels.
fn built_key(choices: usize) -> String {
    let mut key = Vec::new();
    let mut before = 0;
    for block in 0..power() {
        let choice = (choices >> block & 1) as u8;
        // Goes on with a character whose first byte ends the block before.
        let first = if block == 0 { b'`' } else { 0x80 } | choice;
        let (fifth, last) = (b'!' ^ before << 6, b'A' ^ before << 5);
        key.extend([first, b'b', b'c', b'd', fifth, b'f', b'g', last]);
        key.extend([0xcd, 0x8c, 0x55, 0xed, 0x97, 0xaf, 0x51, 0xdf]);
        before = choice;
    }
    let (fifth, last) = (b'!' ^ before << 6, b'A' ^ before << 5);
    key.extend([0x80, b'b', b'c', b'd', fifth, b'f', b'g', last]);
    key.extend(*b"the end ");
    String::from_utf8(key).expect("the bytes are UTF-8")
}

#[test]
fn keys_built_from_the_constants_of_the_hash_do_not_collide() {
    let keys: Vec<String> = (0..count()).map(built_key).collect();
    let source = document(&keys);
    for _ in 0..8 {
        let (built, random) = (displaced(&source), displaced_at_random());
        assert!(built < 2 * random, "{built} steps, {random} at random");
    }
}

#[test]
fn hash_of_every_length_depends_on_every_byte_and_the_seed() {
    for length in 0..70 {
        let key: Vec<u8> = (0..length).map(|at| at + 40).collect();
        let (one, other) = (with_seed(1), with_seed(2));
        assert_ne!(one.hash(7, &key), other.hash(7, &key), "{length}");
        assert_ne!(one.hash(7, &key), one.hash(8, &key), "{length}");
        for at in 0..key.len() {
            let mut changed = key.clone();
            changed[at] ^= 1;
            assert_ne!(one.hash(7, &key), one.hash(7, &changed), "{length}, {at}");
        }
    }
}

#[test]
fn folded_multiplication_is_both_halves_of_the_product() {
    assert_eq!(folded_multiply(3, 5), 15);
    assert_eq!(folded_multiply(1 << 63, 6), 3);
    assert_eq!(folded_multiply(u64::MAX, u64::MAX), u64::MAX);
}
