//! `boml`: a tree of hash maps that borrow from the source.

use std::hint::black_box;

use boml::table::TomlTable;
use boml::types::TomlValue;

use super::{Against, Language, Peer};
use crate::census::Census;

pub(super) const PEER: Peer = Peer {
    name: "boml",
    package: "boml",
    call: "`parse`",
    against: Against::Document,
    language: Language::Toml,
    parse,
    census,
};

fn parse(source: &str) {
    drop(black_box(boml::parse(black_box(source))));
}

fn census(source: &str) -> Option<Census> {
    let toml = boml::parse(source).ok()?;
    let mut census = Census::default();
    visit_table(&toml, &mut census);
    Some(census)
}

fn visit_table(table: &TomlTable<'_>, census: &mut Census) {
    for (key, value) in table.iter() {
        census.key(key.as_str());
        visit(value, census);
    }
}

fn visit(value: &TomlValue<'_>, census: &mut Census) {
    match value {
        TomlValue::String(text) => census.string(text.as_str()),
        TomlValue::Array(array) => array.iter().for_each(|item| visit(item, census)),
        TomlValue::Table(table) => visit_table(table, census),
        _ => census.scalar(),
    }
}
