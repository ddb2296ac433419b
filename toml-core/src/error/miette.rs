//! `miette::Diagnostic`: code, labels and help; the caller attaches the source.

use alloc::{
    boxed::Box,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt::Display;

use miette::{Diagnostic, LabeledSpan};

use crate::{Error, Span};

impl Diagnostic for Error {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(Error::code(self)))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Error::help(self).map(|text| Box::new(text) as Box<dyn Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let primary =
            LabeledSpan::new_primary_with_span(Some(self.label().to_string()), range(self.span()));
        let mut labels = Vec::from([primary]);
        if let Some(related) = self.related() {
            let text = String::from(related.relation.label());
            labels.push(LabeledSpan::new_with_span(Some(text), range(related.span)));
        }
        Some(Box::new(labels.into_iter()))
    }
}

fn range(span: Span) -> (usize, usize) {
    (span.start as usize, span.len())
}
