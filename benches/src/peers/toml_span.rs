//! `toml-span`: a tree of values with spans. It has no dates and times.

use std::hint::black_box;

use toml_span::Value;
use toml_span::value::ValueInner;

use super::{Against, Language, Peer};
use crate::census::Census;

pub(super) const PEER: Peer = Peer {
    name: "toml-span",
    package: "toml-span",
    call: "`parse`",
    against: Against::Document,
    language: Language::Toml,
    parse,
    census,
};

fn parse(source: &str) {
    drop(black_box(toml_span::parse(black_box(source))));
}

fn census(source: &str) -> Option<Census> {
    let value = toml_span::parse(source).ok()?;
    let mut census = Census::default();
    visit(&value, &mut census);
    Some(census)
}

fn visit(value: &Value<'_>, census: &mut Census) {
    match value.as_ref() {
        ValueInner::String(text) => census.string(text),
        ValueInner::Array(array) => array.iter().for_each(|item| visit(item, census)),
        ValueInner::Table(table) => {
            for (key, value) in table {
                census.key(&key.name);
                visit(value, census);
            }
        }
        _ => census.scalar(),
    }
}
