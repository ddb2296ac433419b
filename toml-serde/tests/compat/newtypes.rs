//! Newtypes, `transparent`, and types of the standard library that are written as strings.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::num::{NonZeroU16, Wrapping};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::both_ways::assert_both_ways;
use crate::toml;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Holder<T> {
    v: T,
}

fn hold<T>(v: T) -> Holder<T> {
    Holder { v }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Newtype<T>(T);

#[test]
fn newtypes_are_their_content() {
    assert_both_ways(&hold(Newtype(1)), "v = 1\n");
    assert_both_ways(&hold(Newtype(Newtype("a".to_owned()))), "v = \"a\"\n");
    assert_both_ways(&hold(Newtype(vec![1])), "v = [1]\n");
    assert_both_ways(&hold(Newtype(hold(1))), "[v]\nv = 1\n");
    assert_both_ways(&hold(Newtype(vec![hold(1)])), "[[v]]\nv = 1\n");
    assert_both_ways(&hold(vec![Newtype(hold(1))]), "[[v]]\nv = 1\n");
    assert_both_ways(&hold(Newtype(Some(1))), "v = 1\n");
    assert_both_ways(&Newtype(hold(1)), "v = 1\n");
}

#[test]
fn newtypes_of_none_are_left_out() {
    assert_eq!(
        toml::to_string(&hold(Newtype(None::<i64>))),
        Ok(String::new())
    );
}

#[test]
fn transparent_structs_are_their_field() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(transparent)]
    struct Transparent {
        inner: BTreeMap<String, i64>,
    }
    let inner = BTreeMap::from([("a".to_owned(), 1)]);
    assert_both_ways(&Transparent { inner }, "a = 1\n");
}

#[test]
fn errors_in_newtypes() {
    let error = toml::from_str::<Holder<Newtype<u8>>>("v = 256").unwrap_err();
    assert_eq!(error.message(), "invalid value: integer `256`, expected u8");
    assert_eq!(error.span(), Some(4..7));
}

#[test]
fn unit_structs_and_units() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Unit;
    assert!(toml::to_string(&hold(Unit)).is_err());
    assert!(toml::to_string(&hold(())).is_err());
    assert!(toml::to_string(&Unit).is_err());
    assert!(toml::from_str::<Holder<()>>("v = 1").is_err());
    assert!(toml::from_str::<Holder<Unit>>("v = {}").is_err());
}

#[test]
fn empty_structs() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Empty {}
    assert_both_ways(&Empty {}, "");
    assert_both_ways(&hold(Empty {}), "[v]\n");
    assert_both_ways(&hold(vec![Empty {}]), "[[v]]\n");
}

#[test]
fn paths() {
    assert_both_ways(&hold(PathBuf::from("/a/b c")), "v = \"/a/b c\"\n");
    let boxed: Box<Path> = Path::new("a").into();
    assert_both_ways(&hold(boxed), "v = \"a\"\n");
}

#[test]
fn addresses() {
    let v4: IpAddr = "127.0.0.1".parse().unwrap();
    assert_both_ways(&hold(v4), "v = \"127.0.0.1\"\n");
    let socket: SocketAddr = "[::1]:80".parse().unwrap();
    assert_both_ways(&hold(socket), "v = \"[::1]:80\"\n");
    let error = toml::from_str::<Holder<IpAddr>>("v = '1.2.3'").unwrap_err();
    assert_eq!(error.message(), "invalid IP address syntax");
    assert_eq!(error.span(), Some(4..11));
}

#[test]
fn durations_are_tables() {
    let value = hold(Duration::new(1, 500));
    assert_both_ways(&value, "[v]\nsecs = 1\nnanos = 500\n");
}

#[test]
fn ranges_and_results() {
    assert_both_ways(&hold(1..5), "[v]\nstart = 1\nend = 5\n");
    assert_both_ways(&hold(Ok::<i64, String>(1)), "[v]\nOk = 1\n");
}

#[test]
fn cells_and_wrappers() {
    assert_both_ways(&hold(Cell::new(1)), "v = 1\n");
    assert_both_ways(&hold(RefCell::new(hold(1))), "[v]\nv = 1\n");
    assert_both_ways(&hold(Wrapping(1)), "v = 1\n");
    assert_both_ways(&hold(NonZeroU16::MIN), "v = 1\n");
    assert_eq!(toml::to_string(&hold(Mutex::new(1))).unwrap(), "v = 1\n");
    assert!(toml::from_str::<Holder<NonZeroU16>>("v = 0").is_err());
}
