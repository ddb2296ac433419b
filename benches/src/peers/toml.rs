//! `toml`: its borrowed table with spans, and its owned table in the order of the file.

use std::hint::black_box;

use toml::Table;
use toml::Value;
use toml::de::{DeTable, DeValue};

use super::{Against, Language, Peer};
use crate::census::Census;

pub(super) const DE_TABLE: Peer = Peer {
    name: "toml DeTable",
    package: "toml",
    call: "`DeTable::parse`",
    against: Against::Document,
    language: Language::Toml,
    parse: parse_borrowed,
    census: census_borrowed,
};

pub(super) const TABLE: Peer = Peer {
    name: "toml Table",
    package: "toml",
    call: "`str::parse::<Table>`, feature `preserve_order`",
    against: Against::Table,
    language: Language::Toml,
    parse: parse_owned,
    census: census_owned,
};

fn parse_borrowed(source: &str) {
    drop(black_box(DeTable::parse(black_box(source))));
}

fn parse_owned(source: &str) {
    drop(black_box(black_box(source).parse::<Table>()));
}

fn census_borrowed(source: &str) -> Option<Census> {
    let table = DeTable::parse(source).ok()?;
    let mut census = Census::default();
    visit_borrowed_table(table.get_ref(), &mut census);
    Some(census)
}

fn visit_borrowed_table(table: &DeTable<'_>, census: &mut Census) {
    for (key, value) in table {
        census.key(key.get_ref());
        visit_borrowed(value.get_ref(), census);
    }
}

fn visit_borrowed(value: &DeValue<'_>, census: &mut Census) {
    match value {
        DeValue::String(text) => census.string(text),
        DeValue::Array(array) => array
            .iter()
            .for_each(|item| visit_borrowed(item.get_ref(), census)),
        DeValue::Table(table) => visit_borrowed_table(table, census),
        _ => census.scalar(),
    }
}

fn census_owned(source: &str) -> Option<Census> {
    Some(census_of(&source.parse().ok()?))
}

/// Counts over an owned table, whoever parsed it.
pub(super) fn census_of(table: &Table) -> Census {
    let mut census = Census::default();
    visit_owned_table(table, &mut census);
    census
}

fn visit_owned_table(table: &Table, census: &mut Census) {
    for (key, value) in table {
        census.key(key);
        visit_owned(value, census);
    }
}

fn visit_owned(value: &Value, census: &mut Census) {
    match value {
        Value::String(text) => census.string(text),
        Value::Array(array) => array.iter().for_each(|item| visit_owned(item, census)),
        Value::Table(table) => visit_owned_table(table, census),
        _ => census.scalar(),
    }
}
