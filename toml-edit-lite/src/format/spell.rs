//! How keys and strings are written: their quotes, and nothing else of them.

use std::borrow::Cow;

use toml_core::{ParseOptions, Version};

use super::options::{FormatOptions, KeyQuotes, Quotes};
use super::outline::{Key, Outline};

/// A text and the quotes on both sides of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelling<'s> {
    pub(super) quotes: &'static str,
    pub(super) text: &'s str,
}

impl<'s> Spelling<'s> {
    fn as_it_is(raw: &'s str) -> Self {
        Self {
            quotes: "",
            text: raw,
        }
    }
}

/// A segment of a key.
pub(super) fn spell_key<'s>(raw: &'s str, options: &FormatOptions) -> Spelling<'s> {
    let Some((_, text)) = split(raw) else {
        return Spelling::as_it_is(raw);
    };
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if options.key_quotes == KeyQuotes::AsNeeded && !text.is_empty() && text.bytes().all(is_bare) {
        return Spelling::as_it_is(text);
    }
    spell_string(raw, options.quotes)
}

/// A scalar; only strings may change.
pub(super) fn spell_scalar<'s>(raw: &'s str, options: &FormatOptions) -> Spelling<'s> {
    match options.quotes {
        Quotes::Keep => Spelling::as_it_is(raw),
        quotes => spell_string(raw, quotes),
    }
}

/// A string in the quotes asked for, where its text means the same in both kinds of quotes.
fn spell_string(raw: &str, quotes: Quotes) -> Spelling<'_> {
    let Some((old, text)) = split(raw) else {
        return Spelling::as_it_is(raw);
    };
    let quotes = match (quotes, old) {
        (Quotes::Basic, "'") => "\"",
        (Quotes::Basic, "'''") => "\"\"\"",
        (Quotes::Literal, "\"") => "'",
        (Quotes::Literal, "\"\"\"") => "'''",
        _ => return Spelling::as_it_is(raw),
    };
    // A backslash means something in basic strings only, and a quote of the new kind would end the string.
    let quote = if quotes.starts_with('"') { '"' } else { '\'' };
    if text.contains(['\\', quote]) {
        return Spelling::as_it_is(raw);
    }
    Spelling { quotes, text }
}

/// The opening quotes of a string or key, and what is between them and those that close it.
fn split(raw: &str) -> Option<(&str, &str)> {
    let quotes = match raw.as_bytes() {
        [b'"', b'"', b'"', ..] | [b'\'', b'\'', b'\'', ..] if raw.len() >= 6 => &raw[..3],
        [b'"' | b'\'', _, ..] => &raw[..1],
        _ => return None,
    };
    let text = raw.get(quotes.len()..raw.len() - quotes.len())?;
    Some((quotes, text))
}

/// The texts that the segments of a key stand for.
pub(super) fn decode_path(outline: &Outline<'_>, key: Key) -> Vec<String> {
    let segments = outline.segments(key);
    segments
        .map(|segment| decode_key(segment).into_owned())
        .collect()
}

/// The text that a segment of a key stands for.
fn decode_key(raw: &str) -> Cow<'_, str> {
    match split(raw) {
        None => Cow::Borrowed(raw),
        Some((_, text)) if raw.starts_with('\'') || !text.contains('\\') => Cow::Borrowed(text),
        Some(_) => decode_escapes(raw),
    }
}

#[cold]
fn decode_escapes(raw: &str) -> Cow<'_, str> {
    let options = ParseOptions {
        version: Version::V1_1,
        ..ParseOptions::default()
    };
    let parsed = options.parse_value(raw);
    let text = parsed.as_ref().ok().and_then(|key| key.value().as_str());
    Cow::Owned(text.unwrap_or(raw).to_owned())
}
