//! `serde_json` on the same data as JSON, for scale.

use std::hint::black_box;

use serde_json::Value;

use super::{Against, Language, Peer};
use crate::census::Census;

pub(super) const PEER: Peer = Peer {
    name: "serde_json",
    package: "serde_json",
    call: "`from_str` to a `Value`, the same data as JSON",
    against: Against::Document,
    language: Language::Json,
    parse,
    census,
};

fn parse(source: &str) {
    drop(black_box(serde_json::from_str::<Value>(black_box(source))));
}

fn census(source: &str) -> Option<Census> {
    let value = serde_json::from_str(source).ok()?;
    let mut census = Census::default();
    visit(&value, &mut census);
    Some(census)
}

fn visit(value: &Value, census: &mut Census) {
    match value {
        Value::String(text) => census.string(text),
        Value::Array(array) => array.iter().for_each(|item| visit(item, census)),
        Value::Object(table) => {
            for (key, value) in table {
                census.key(key);
                visit(value, census);
            }
        }
        _ => census.scalar(),
    }
}
