//! Text that is read by the type that is wanted: what it is as a value of TOML, and as a list.

use toml_core::{ParseOptions, Span};

use super::sources::{Directives, DocumentValue, Sources, shifted};
use super::tree::{Reading, Text};

/// Finds out what text may be read as that begins at `base`. `span` is what it was made of, or where it stands.
pub(super) fn text_as_wanted(
    sources: &mut Sources,
    text: &str,
    (base, span): (u32, Span),
    options: ParseOptions,
) -> Text {
    let parser = Parser { base, options };
    let text = parser.parse(sources, text, 0..text.len(), Parts::Wanted);
    Text { span, ..text }
}

/// The value that text is, if it is one of TOML. `base` is where it begins.
pub(super) fn value_of(
    sources: &mut Sources,
    text: &str,
    base: u32,
    options: ParseOptions,
) -> Option<DocumentValue> {
    let value = options.parse_value(text).ok()?;
    let id = value.value().id();
    let document = value.into_document().into_owned();
    let document = sources.add_document(document, base, Directives::None);
    Some(DocumentValue { document, id })
}

/// Whether the parts of a list are looked for.
#[derive(Clone, Copy, PartialEq)]
enum Parts {
    Wanted,
    Left,
}

struct Parser {
    base: u32,
    options: ParseOptions,
}

impl Parser {
    fn parse(
        &self,
        sources: &mut Sources,
        all: &str,
        range: std::ops::Range<usize>,
        parts: Parts,
    ) -> Text {
        let text = &all[range.clone()];
        let trimmed = text.trim();
        let start = range.start + (text.len() - text.trim_start().len());
        let base = self.base + start as u32;
        let value = value_of(sources, trimmed, base, self.options);
        let is_array = value.is_some_and(|value| sources.value(value).0.as_array().is_some());
        let parts = if parts == Parts::Wanted && !is_array && !trimmed.is_empty() {
            split(text)
                .map(|part| {
                    let part = range.start + part.start..range.start + part.end;
                    self.parse(sources, all, part, Parts::Left)
                })
                .collect()
        } else {
            Vec::new()
        };
        Text {
            content: text.to_owned(),
            span: shifted(Span::new(range.start as u32, range.end as u32), self.base),
            reading: Reading::AsWanted,
            value,
            parts,
        }
    }
}

/// The parts of a list, without the space round them.
fn split(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    text.split(',').map(move |part| {
        let start = at + (part.len() - part.trim_start().len());
        at += part.len() + 1;
        start..start + part.trim().len()
    })
}
