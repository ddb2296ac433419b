//! Large and deep data, in shapes that tempt into time that grows with the square.

use std::fmt::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::tree::Tree;

/// A table of many plain values and tables in turn.
struct Alternating(usize);

impl Serialize for Alternating {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for number in 0..self.0 {
            if number % 2 == 0 {
                map.serialize_entry(&number, &Alternating(0))?;
            } else {
                map.serialize_entry(&number, &number)?;
            }
        }
        map.end()
    }
}

#[test]
fn values_and_tables_in_turn() {
    let text = toml_serde::to_string(&Alternating(10_000)).unwrap();
    let values = (1..10_000)
        .step_by(2)
        .map(|number| format!("{number} = {number}\n"));
    let tables = (0..10_000)
        .step_by(2)
        .map(|number| format!("\n[{number}]\n"));
    assert!(text == values.chain(tables).collect::<String>());
}

/// Tables within one another, each with a plain value behind its table.
struct Deep(usize);

impl Serialize for Deep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if self.0 > 0 {
            map.serialize_entry("t", &Deep(self.0 - 1))?;
        }
        map.serialize_entry("x", &self.0)?;
        map.end()
    }
}

/// Runs on a thread with room for the recursion, which is serde's.
fn with_stack(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(256 << 20);
    let thread = thread.spawn(test).expect("a thread");
    thread.join().expect("the test passes");
}

#[test]
fn values_behind_deep_tables() {
    with_stack(|| {
        let depth = 2000;
        let text = toml_serde::to_string(&Deep(depth)).unwrap();
        let mut expected = format!("x = {depth}\n");
        for level in 1..=depth {
            let path = vec!["t"; level].join(".");
            write!(expected, "\n[{path}]\nx = {}\n", depth - level).unwrap();
        }
        assert!(text == expected);
    });
}

#[test]
fn arrays_in_arrays_to_a_depth() {
    with_stack(|| {
        let depth = 2000;
        let mut tree = Tree::Integer(1);
        for _ in 0..depth {
            tree = Tree::Array(vec![tree, Tree::Integer(2)]);
        }
        let root = Tree::Table(vec![("a".into(), tree)]);
        let text = toml_serde::to_string(&root).unwrap();
        let (open, close) = ("[".repeat(depth), ", 2]".repeat(depth));
        assert!(text == format!("a = {open}1{close}\n"));
    });
}
