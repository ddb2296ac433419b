//! `toml-spanner`: a tree in an arena. The arena lives as long as the tree, so each parse has its own.

use std::hint::black_box;

use toml_spanner::{Arena, Table, Value};

use super::{Against, Language, Peer};
use crate::census::Census;

pub(super) const PEER: Peer = Peer {
    name: "toml-spanner",
    package: "toml-spanner",
    call: "`parse` with a new `Arena`",
    against: Against::Document,
    language: Language::Toml,
    parse,
    census,
};

fn parse(source: &str) {
    let arena = Arena::new();
    drop(black_box(toml_spanner::parse(black_box(source), &arena)));
}

fn census(source: &str) -> Option<Census> {
    let arena = Arena::new();
    let document = toml_spanner::parse(source, &arena).ok()?;
    let mut census = Census::default();
    visit_table(document.table(), &mut census);
    Some(census)
}

fn visit_table(table: &Table<'_>, census: &mut Census) {
    for (key, value) in table {
        census.key(key.name);
        visit(&value.value(), census);
    }
}

fn visit(value: &Value<'_, '_>, census: &mut Census) {
    match value {
        Value::String(text) => census.string(text),
        Value::Array(array) => array.iter().for_each(|item| visit(&item.value(), census)),
        Value::Table(table) => visit_table(table, census),
        _ => census.scalar(),
    }
}
