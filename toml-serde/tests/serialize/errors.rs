//! What cannot be written, and where it is.

use std::collections::BTreeMap;

use serde::ser::{Error, Serialize, Serializer};

use crate::assert_refuses;

type Map<T> = BTreeMap<&'static str, T>;

#[test]
fn roots_must_be_tables() {
    let message = |what| format!("a document is a table with keys, and {what} is none");
    assert_refuses(&true, &message("a boolean"));
    assert_refuses(&1, &message("an integer"));
    assert_refuses(&1_u128, &message("an integer"));
    assert_refuses(&1.5, &message("a float"));
    assert_refuses(&'x', &message("a character"));
    assert_refuses("x", &message("a string"));
    assert_refuses(&(), &message("the unit type"));
    assert_refuses(&None::<i32>, &message("`None`"));
    assert_refuses(&[Map::<i32>::new()], &message("a tuple"));
    assert_refuses(&vec![Map::<i32>::new()], &message("an array"));
    let date: toml_serde::value::Datetime = "1979-05-27".parse().unwrap();
    assert_refuses(&date, &message("a date-time"));
    assert_refuses(&Some(date), &message("a date-time"));
}

/// Fails, for this reason.
struct Failure(&'static str);

const FAILURE: Failure = Failure("it fails");

impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom(self.0))
    }
}

#[test]
fn errors_name_the_path() {
    #[derive(serde::Serialize)]
    enum Variant {
        New(Failure),
        Tuple(i32, Failure),
        Struct { x: Failure },
    }
    assert_refuses(&FAILURE, "it fails");
    assert_refuses(&Map::from([("a b", FAILURE)]), "it fails at \"a b\"");
    let nested = Map::from([("a", Map::from([("b", [FAILURE])]))]);
    assert_refuses(&nested, "it fails at a.b[0]");
    let tables = Map::from([("a", [Map::from([("b", FAILURE)])])]);
    assert_refuses(&tables, "it fails at a[0].b");
    let inline = Map::from([("a", [[Map::from([("b", FAILURE)])]])]);
    assert_refuses(&inline, "it fails at a[0][0].b");
    let variants = |variant| Map::from([("a", [variant])]);
    assert_refuses(&variants(Variant::New(FAILURE)), "it fails at a[0].New");
    let tuple = || Variant::Tuple(1, FAILURE);
    assert_refuses(&variants(tuple()), "it fails at a[0].Tuple[1]");
    let fields = || Variant::Struct { x: FAILURE };
    assert_refuses(&variants(fields()), "it fails at a[0].Struct.x");
    assert_refuses(&fields(), "it fails at Struct.x");
    let inline = |variant| Map::from([("a", [[variant]])]);
    assert_refuses(&inline(tuple()), "it fails at a[0][0].Tuple[1]");
    assert_refuses(&inline(fields()), "it fails at a[0][0].Struct.x");
    let inline = Map::from([("a", [[Variant::New(FAILURE)]])]);
    assert_refuses(&inline, "it fails at a[0][0].New");
}

#[test]
fn errors_have_path_and_message() {
    let error = toml_serde::to_string(&Map::from([("a", [FAILURE])])).unwrap_err();
    assert_eq!(error.message(), "it fails");
    assert_eq!(error.path().as_deref(), Some("a[0]"));
    let error = toml_serde::to_string(&1).unwrap_err();
    assert_eq!(error.path(), None);
}

/// Hides what went wrong, as some wrappers do.
struct Opaque<T>(T);

impl<T: Serialize> Serialize for Opaque<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let result = self.0.serialize(serializer);
        result.map_err(|error| S::Error::custom(format!("opaque: {error}")))
    }
}

#[test]
fn errors_that_are_replaced_do_not_hinder_a_second_try() {
    let mixed = (Opaque(Map::from([("x", 1)])), Opaque(2));
    let value = Map::from([("a", Opaque(mixed))]);
    crate::assert_writes(&Opaque(value), "a = [{ x = 1 }, 2]\n");
}
