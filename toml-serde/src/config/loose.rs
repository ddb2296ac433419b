//! Text that is read by the type that is wanted: what it is as a value of TOML, and as a list.

use toml_core::{ParseOptions, Span};

use super::sources::{Directives, DocumentValue, Sources};
use super::tree::{Reading, Text};

/// Finds out what text may be read as. `span` is where it stands, or what it was made of.
pub(super) fn text_as_wanted(
    sources: &mut Sources,
    text: &str,
    span: Span,
    options: ParseOptions,
) -> Text {
    let parser = Parser { span, options };
    parser.parse(sources, text, 0..text.len(), Parts::Wanted)
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
    span: Span,
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
        let value = value_of(
            sources,
            trimmed,
            self.place(all, start..start).start,
            self.options,
        );
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
            span: self.place(all, range),
            reading: Reading::AsWanted,
            value,
            parts,
        }
    }

    /// Where a part stands. Of text that was put together, it is the whole.
    fn place(&self, all: &str, part: std::ops::Range<usize>) -> Span {
        if self.span.len() != all.len() {
            return self.span;
        }
        let start = self.span.start;
        Span::new(start + part.start as u32, start + part.end as u32)
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
