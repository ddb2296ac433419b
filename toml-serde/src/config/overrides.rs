//! Overrides such as `server.port=80`.

use std::sync::Arc;

use toml_core::{ParseOptions, Path, Span, ValueRef};

use super::loose;
use super::merge::{Assignment, Step};
use super::rules::Rules;
use super::sources::Sources;
use super::tree::{Content, Reading, Spelling, Text};
use super::{Error, ErrorKind, Layer};

/// Adds an override to the sources; what it sets.
pub(super) fn add(sources: &mut Sources, text: &str, rules: &Rules) -> Result<Assignment, Error> {
    let base = sources.add(Layer::Override(text.to_owned()), Arc::from(text))?;
    let Some((path, equals)) = split(text) else {
        let message = "an override is a path, `=` and a value, such as `server.port=80`";
        let error = Error::new(ErrorKind::InvalidOverride, message);
        let whole = Span::new(base, base + text.len() as u32);
        return Err(match sources.place(whole) {
            Some(place) => error.at(place),
            None => error,
        });
    };
    let value = &text[equals + 1..];
    let start = equals + 1 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let value_base = base + start as u32;
    let span = Span::new(value_base, value_base + value.len() as u32);
    let options = parse_options(rules, path.segments().len());
    if options.max_depth == 0 {
        let message = "the path of an override has too many keys";
        return Err(Error::new(ErrorKind::TooLarge, message));
    }
    Ok(Assignment {
        steps: steps(&path, &text[..equals], base),
        content: content(sources, value, span, rules, options),
        span,
    })
}

/// The path in front of the first `=` that is not part of a key, and where that stands.
fn split(text: &str) -> Option<(Path, usize)> {
    let mut equals = text.match_indices('=').map(|(at, _)| at);
    equals.find_map(|at| {
        let path = Path::parse(text[..at].trim()).ok()?;
        (!path.segments().is_empty()).then_some((path, at))
    })
}

/// The steps of a path, each with its place; where it has indexes, that of the whole.
fn steps(path: &Path, text: &str, base: u32) -> Vec<Step> {
    let whole = Span::new(base, base + text.trim_end().len() as u32);
    let as_document = format!("{text}=0");
    let spans = match toml_core::parse(&as_document) {
        Ok(document) => key_spans(document.root().as_value(), base),
        Err(_) => Vec::new(),
    };
    let segments = path.segments().iter().enumerate();
    segments
        .map(|(at, segment)| Step {
            segment: segment.clone(),
            span: spans.get(at).copied().unwrap_or(whole),
            spelling: Spelling::Exact,
        })
        .collect()
}

/// Where the keys of a document stand that has a single one.
fn key_spans(root: ValueRef<'_>, base: u32) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut value = root;
    while let Some(child) = value.children().next() {
        if let Some(key) = child.key() {
            spans.push(super::sources::shifted(key.span(), base));
        }
        value = child;
    }
    spans
}

fn content(
    sources: &mut Sources,
    text: &str,
    span: Span,
    rules: &Rules,
    options: ParseOptions,
) -> Content {
    let is_marker = |text: &str| rules.delete_marker.as_deref() == Some(text);
    match loose::value_of(sources, text, span.start, options) {
        Some(value) => match sources.value(value).0.as_str() {
            Some(text) if is_marker(text) => Content::Deleted,
            _ => Content::Value(value),
        },
        None if is_marker(text) => Content::Deleted,
        None => Content::Text(Box::new(Text {
            content: text.to_owned(),
            span,
            reading: Reading::AsText,
            value: None,
            parts: Vec::new(),
        })),
    }
}

/// How a value below a number of keys is parsed: it may nest the less the deeper it stands.
pub(super) fn parse_options(rules: &Rules, depth: usize) -> ParseOptions {
    let options = ParseOptions {
        version: rules.version,
        ..crate::de::deserializer::parse_options()
    };
    ParseOptions {
        max_depth: options.max_depth.saturating_sub(depth),
        ..options
    }
}
