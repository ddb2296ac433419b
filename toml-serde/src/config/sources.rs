//! The texts of all layers, one behind the other: a span of the whole tells the layer, too.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use toml_core::{Document, Span, ValueId, ValueRef};

use super::interpolate::Expansion;
use super::mask::Secrets;
use super::{Error, ErrorKind, Layer, Place};

/// The span of what stands in no layer.
pub(super) const NOWHERE: Span = Span {
    start: u32::MAX,
    end: u32::MAX,
};

/// All texts and what was parsed of them. Spans are offsets into the texts as if these stood one behind the other, with
/// one byte between, so that even empty spans at their ends differ.
#[derive(Debug, Default)]
pub(super) struct Sources {
    texts: Vec<Source>,
    documents: Vec<Parsed>,
    /// The strings in which variables were named.
    expansions: HashMap<DocumentValue, Expansion>,
    end: u32,
}

/// One text.
#[derive(Debug)]
struct Source {
    layer: Layer,
    text: SourceText,
    base: u32,
}

/// Who holds a text.
#[derive(Debug)]
enum SourceText {
    Own(Arc<str>),
    /// The document of this number, and a copy for the places in it, which is made for the first of them.
    OfDocument(u32, OnceLock<Arc<str>>),
    /// What variables have made of the string at a span. It has places of its own, lest two of its values have the same, but
    /// what is shown is the string.
    MadeOf(Span),
}

/// A document, or a value on its own, that is a text or part of one.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) document: Document<'static>,
    /// Where its source begins.
    pub(super) base: u32,
    /// Whether there is anything in it but values that are taken as they are.
    pub(super) directives: Directives,
}

/// Whether the strings of a document may say more than their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Directives {
    None,
    /// Some may delete a value, or name variables.
    Some,
}

/// A value of one of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct DocumentValue {
    pub(super) document: u32,
    pub(super) id: ValueId,
}

impl Sources {
    /// Adds a text; gives back where it begins.
    pub(super) fn add(&mut self, layer: Layer, text: Arc<str>) -> Result<u32, Error> {
        let length = text.len();
        self.push(layer, SourceText::Own(text), length)
    }

    /// Adds a text with what was parsed of it; gives back the number of the document.
    pub(super) fn add_parsed(
        &mut self,
        layer: Layer,
        document: Document<'static>,
        directives: Directives,
    ) -> Result<u32, Error> {
        let number = self.documents.len() as u32;
        let text = SourceText::OfDocument(number, OnceLock::new());
        let base = self.push(layer, text, document.source().len())?;
        Ok(self.add_document(document, base, directives))
    }

    /// Makes room for what variables have made of the string at a span; gives back where it begins.
    pub(super) fn add_expansion(&mut self, string: Span, length: usize) -> Result<u32, Error> {
        let layer = self.source_at(string).map(|source| source.layer.clone());
        let layer = layer.unwrap_or(Layer::Text(String::new()));
        self.push(layer, SourceText::MadeOf(string), length)
    }

    fn push(&mut self, layer: Layer, text: SourceText, length: usize) -> Result<u32, Error> {
        let base = self.end;
        let length = u32::try_from(length).ok();
        let end = length.and_then(|length| base.checked_add(length)?.checked_add(1));
        match end {
            Some(end) if end < NOWHERE.start => self.end = end,
            _ => {
                let message = format!("{layer} is too large: all layers together may have 4 GiB");
                return Err(Error::new(ErrorKind::TooLarge, message));
            }
        }
        self.texts.push(Source { layer, text, base });
        Ok(base)
    }

    /// Adds what was parsed of a text, or of the part of it that begins at `base`.
    pub(super) fn add_document(
        &mut self,
        document: Document<'static>,
        base: u32,
        directives: Directives,
    ) -> u32 {
        self.documents.push(Parsed {
            document,
            base,
            directives,
        });
        self.documents.len() as u32 - 1
    }

    /// How many values there are in all documents but the first.
    pub(super) fn values_above_first(&self) -> usize {
        let above = self.documents.iter().skip(1);
        above.map(|parsed| parsed.document.value_count()).sum()
    }

    /// Tells what became of a string in which variables were named.
    pub(super) fn expand(&mut self, value: DocumentValue, expansion: Expansion) {
        self.expansions.insert(value, expansion);
    }

    /// What became of a string in which variables were named.
    pub(super) fn expansion(&self, value: DocumentValue) -> Option<&Expansion> {
        self.expansions.get(&value)
    }

    /// A document by its number.
    #[inline]
    pub(super) fn document(&self, number: u32) -> &Parsed {
        &self.documents[number as usize]
    }

    /// All documents, by their numbers.
    #[inline]
    pub(super) fn documents(&self) -> &[Parsed] {
        &self.documents
    }

    /// A value, with its document.
    #[inline]
    pub(super) fn value(&self, value: DocumentValue) -> (ValueRef<'_>, &Parsed) {
        let parsed = self.document(value.document);
        let root = || parsed.document.root().as_value();
        let found = parsed.document.value(value.id).unwrap_or_else(root);
        (found, parsed)
    }

    /// Where a value stands.
    pub(super) fn span(&self, value: DocumentValue) -> Span {
        let (found, parsed) = self.value(value);
        shifted(found.span(), parsed.base)
    }

    /// The layer and the place in it.
    pub(super) fn place(&self, span: Span) -> Option<Place> {
        let (source, span) = self.source(span)?;
        let local = Span::new(span.start - source.base, span.end - source.base);
        Some(Place::new(
            source.layer.clone(),
            self.shared_text(source),
            local,
            source.base,
        ))
    }

    /// [`place`](Self::place), with secrets hidden.
    pub(super) fn masked_place(&self, span: Span, secrets: &Secrets) -> Option<Place> {
        Some(self.place(span)?.masked(secrets))
    }

    /// The span that is shown for another, where that is a different one.
    pub(super) fn shown(&self, span: Span) -> Option<Span> {
        let (_, shown) = self.source(span)?;
        (shown != span).then_some(shown)
    }

    /// The source of a span, and the span in it that is shown.
    fn source(&self, span: Span) -> Option<(&Source, Span)> {
        let source = self.source_at(span)?;
        let (source, span) = match source.text {
            SourceText::MadeOf(string) => (self.source_at(string)?, string),
            _ => (source, span),
        };
        let end = source.base + self.text_of(source).len() as u32;
        (span.start <= span.end && span.end <= end).then_some((source, span))
    }

    fn source_at(&self, span: Span) -> Option<&Source> {
        if span == NOWHERE {
            return None;
        }
        let behind = self
            .texts
            .partition_point(|source| source.base <= span.start);
        self.texts.get(behind.checked_sub(1)?)
    }

    fn text_of<'s>(&'s self, source: &'s Source) -> &'s str {
        match &source.text {
            SourceText::MadeOf(_) => "",
            SourceText::Own(text) => text,
            SourceText::OfDocument(number, _) => self.document(*number).document.source(),
        }
    }

    fn shared_text(&self, source: &Source) -> Arc<str> {
        match &source.text {
            SourceText::MadeOf(_) => Arc::default(),
            SourceText::Own(text) => text.clone(),
            SourceText::OfDocument(_, shared) => {
                shared.get_or_init(|| self.text_of(source).into()).clone()
            }
        }
    }

    /// All texts with their layers, in order.
    #[cfg(feature = "watch")]
    pub(super) fn all(&self) -> Vec<(Layer, Arc<str>)> {
        self.read_texts()
            .map(|source| (source.layer.clone(), self.shared_text(source)))
            .collect()
    }

    /// The texts that were read, not made of others.
    fn read_texts(&self) -> impl Iterator<Item = &Source> {
        let is_read = |source: &&Source| !matches!(source.text, SourceText::MadeOf(_));
        self.texts.iter().filter(is_read)
    }

    /// Where the text ends that begins at `base`.
    pub(super) fn end_of(&self, base: u32) -> u32 {
        let source = self.source_at(Span::new(base, base));
        source.map_or(base, |source| {
            source.base + self.text_of(source).len() as u32
        })
    }

    /// The layers that were read, in order.
    pub(super) fn read_layers(&self) -> impl Iterator<Item = &Layer> {
        self.read_texts().map(|source| &source.layer)
    }

    /// Where each text begins, and its layer, in order.
    pub(super) fn layers(&self) -> impl Iterator<Item = (u32, &Layer)> {
        self.texts.iter().map(|source| (source.base, &source.layer))
    }

    /// The line in which a span begins, and where that begins itself.
    pub(super) fn line(&self, span: Span) -> Option<(&str, u32)> {
        let (source, span) = self.source(span)?;
        let text = self.text_of(source);
        let at = (span.start - source.base) as usize;
        let start = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        Some((line, source.base + start as u32))
    }

    /// What stands at a span.
    pub(super) fn text(&self, span: Span) -> &str {
        let found = self.source(span).and_then(|(source, span)| {
            let range = (span.start - source.base) as usize..(span.end - source.base) as usize;
            self.text_of(source).get(range)
        });
        found.unwrap_or_default()
    }
}

/// A span of a text that begins at `base`.
#[inline]
pub(super) fn shifted(span: Span, base: u32) -> Span {
    Span::new(span.start + base, span.end + base)
}
