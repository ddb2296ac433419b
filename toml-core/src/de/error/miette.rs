//! `miette::Diagnostic`: code, help, labels, the source, and why no variant matched.

use alloc::{boxed::Box, string::ToString, vec::Vec};
use core::fmt::Display;

use miette::{Diagnostic, LabeledSpan, SourceCode};

use super::Error;
use super::kind::Cause;

impl Diagnostic for Error {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.kind().code()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Error::help(self).map(|text| Box::new(text) as Box<dyn Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        if let Cause::Syntax(error) = &self.0.cause {
            return error.labels();
        }
        let span = self.0.span?;
        let range = (span.start as usize, span.len());
        let label = LabeledSpan::new_primary_with_span(Some(self.message().to_string()), range);
        Some(Box::new(core::iter::once(label)))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        let input = self.0.input.as_ref()?;
        Some(input as &dyn SourceCode)
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let reasons: Vec<&dyn Diagnostic> = self.reasons().iter().map(|error| error as _).collect();
        (!reasons.is_empty()).then(|| Box::new(reasons.into_iter()) as Box<dyn Iterator<Item = _>>)
    }
}
