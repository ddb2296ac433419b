//! `basic-toml`: only serde. It has no value type of its own, so it fills `toml`'s table.

use std::hint::black_box;

use toml::Table;

use super::{Against, Language, Peer};
use crate::census::Census;

pub(super) const PEER: Peer = Peer {
    name: "basic-toml",
    package: "basic-toml",
    call: "`from_str` to a `toml::Table`",
    against: Against::Table,
    language: Language::Toml,
    parse,
    census,
};

fn parse(source: &str) {
    drop(black_box(basic_toml::from_str::<Table>(black_box(source))));
}

fn census(source: &str) -> Option<Census> {
    Some(super::toml::census_of(&basic_toml::from_str(source).ok()?))
}
