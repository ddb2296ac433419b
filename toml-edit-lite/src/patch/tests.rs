//! Application and composition of patches, on texts that are no TOML.

use super::{Patch, apply, compose, drop_idle};

#[test]
fn patches_apply_in_order() {
    let patches = [
        Patch::insert(0, "<"),
        Patch::new(1, 3, "X"),
        Patch::remove(4, 5),
        Patch::insert(6, ">"),
    ];
    assert_eq!(apply("abcdef", &patches), "<aXdf>");
}

#[test]
fn composed_patches_do_what_both_do() {
    let first = [Patch::new(1, 2, "BBB"), Patch::insert(4, "444")];
    let second = [
        Patch::remove(2, 3),
        Patch::new(3, 6, "!"),
        Patch::insert(8, "?"),
    ];
    let middle = apply("abcdef", &first);
    assert_eq!(middle, "aBBBcd444ef");
    let last = apply(&middle, &second);
    assert_eq!(last, "aB!44?4ef");
    let both = compose(&first, &second);
    assert_eq!(apply("abcdef", &both), last);
    assert_eq!(both, [Patch::new(1, 4, "B!44?4")]);
}

#[test]
fn composed_patches_stay_apart() {
    let first = [Patch::new(0, 1, "x")];
    let second = [Patch::new(5, 6, "y")];
    let both = [Patch::new(0, 1, "x"), Patch::new(5, 6, "y")];
    assert_eq!(compose(&first, &second), both);
    assert_eq!(compose(&[], &second), second);
    assert_eq!(compose(&first, &[]), first);
}

#[test]
fn lines_that_stay_are_no_part_of_a_patch() {
    let mut patches = vec![
        Patch::new(0, 1, "a"),
        Patch::new(2, 8, "b\nX\nd\n"),
        Patch::insert(9, ""),
        Patch::new(10, 12, "gh"),
    ];
    drop_idle("a\nb\nc\nd\ne\nf\n", &mut patches);
    assert_eq!(patches, [Patch::new(4, 6, "X\n"), Patch::new(10, 12, "gh")]);
}
