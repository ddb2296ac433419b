//! `toml_edit`: its read-only document, which is cheaper than the editable one.

use std::hint::black_box;

use toml_edit::{Document, Item, TableLike, Value};

use super::{Against, Language, Peer};
use crate::census::Census;

pub(super) const PEER: Peer = Peer {
    name: "toml_edit",
    package: "toml_edit",
    call: "`Document::parse`",
    against: Against::Document,
    language: Language::Toml,
    parse,
    census,
};

fn parse(source: &str) {
    drop(black_box(Document::parse(black_box(source))));
}

fn census(source: &str) -> Option<Census> {
    let document = Document::parse(source).ok()?;
    let mut census = Census::default();
    visit_table(document.as_table(), &mut census);
    Some(census)
}

fn visit_table(table: &dyn TableLike, census: &mut Census) {
    for (key, item) in table.iter() {
        census.key(key);
        visit_item(item, census);
    }
}

fn visit_item(item: &Item, census: &mut Census) {
    match item {
        Item::None => {}
        Item::Value(value) => visit(value, census),
        Item::Table(table) => visit_table(table, census),
        Item::ArrayOfTables(tables) => tables.iter().for_each(|table| visit_table(table, census)),
    }
}

fn visit(value: &Value, census: &mut Census) {
    match value {
        Value::String(text) => census.string(text.value()),
        Value::Array(array) => array.iter().for_each(|item| visit(item, census)),
        Value::InlineTable(table) => visit_table(table, census),
        _ => census.scalar(),
    }
}
