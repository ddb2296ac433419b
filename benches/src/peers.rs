//! One adapter for each peer: the leanest call that its documentation recommends.
//!
//! What a call returns is dropped within the call: dropping is part of what a parser costs.

mod basic_toml;
mod boml;
mod json;
mod toml;
mod toml_edit;
mod toml_span;
mod toml_spanner;

#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::census::Census;
use crate::inputs::Input;
use crate::ours;

/// What a peer is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Our parse to a `Document`.
    Document,
    /// Our parse to an owned `Table`.
    Table,
}

/// Another parser, one way of calling it.
#[derive(Clone, Copy, Debug)]
pub struct Peer {
    /// What it is called in tables.
    pub name: &'static str,
    /// The package that it comes from.
    pub package: &'static str,
    /// What is called, in words.
    pub call: &'static str,
    /// Which call of ours yields the same kind of thing.
    pub against: Against,
    /// The language that it reads.
    pub language: Language,
    /// Parses and drops the result.
    pub parse: fn(&str),
    /// What it finds; `None` where it rejects the text.
    pub census: fn(&str) -> Option<Census>,
}

/// What a peer reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// TOML.
    Toml,
    /// JSON, with the same data.
    Json,
}

/// All peers, fastest kind first.
pub const PEERS: &[Peer] = &[
    toml_spanner::PEER,
    toml::DE_TABLE,
    toml_edit::PEER,
    toml_span::PEER,
    boml::PEER,
    json::PEER,
    toml::TABLE,
    basic_toml::PEER,
];

impl Peer {
    /// What the peer reads of an input, if it reads it right.
    ///
    /// The error says why not. Peers that panic are caught.
    ///
    /// # Errors
    /// In a few words, where the peer rejects the text or finds something else in it than we do.
    pub fn source<'i>(&self, input: &'i Input) -> Result<&'i str, &'static str> {
        let source = match self.language {
            Language::Toml => input.text.as_str(),
            Language::Json => input.json.as_deref().ok_or("no JSON")?,
        };
        let found = catch_unwind(AssertUnwindSafe(|| (self.census)(source)));
        match found {
            Err(_) => Err("panics"),
            Ok(None) => Err("rejects"),
            Ok(Some(found)) if found != self.expected(input) => Err("differs"),
            Ok(Some(_)) => Ok(source),
        }
    }

    fn expected(&self, input: &Input) -> Census {
        match self.language {
            Language::Toml => ours::census(&ours::document(&input.text)),
            // The conversion is ours: dates count as text, so there is nothing to hold against it.
            Language::Json => input
                .json
                .as_deref()
                .and_then(self.census)
                .unwrap_or_default(),
        }
    }
}

/// Runs `action` without the reports of panics: a peer may have some.
pub fn without_panic_reports<T>(action: impl FnOnce() -> T) -> T {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = action();
    std::panic::set_hook(hook);
    result
}
