//! `miette::Diagnostic`, twice: `Display` of an [`Error`] shows the excerpt already, which a graphical report would
//! show again. So the parts of such a report belong to a type of their own.

use alloc::{boxed::Box, string::ToString, vec::Vec};
use core::fmt::{self, Display};

use miette::{Diagnostic, LabeledSpan, SourceCode};

use super::Error;
use super::kind::Cause;

/// Code and labels; the rest is in `Display`. See [`Error::into_graphical`].
impl Diagnostic for Error {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.kind().code()))
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
}

/// An [`Error`] for a graphical report: `Display` is the message with its place on one line, and
/// `miette` shows the source, the help, and why no variant matched.
#[derive(Clone, Debug)]
pub struct GraphicalError {
    error: Error,
    reasons: Vec<GraphicalError>,
}

impl Error {
    /// The error with its parts apart, as `miette::Report` shows it best.
    ///
    /// ```
    /// # fn main() {
    /// use miette::Diagnostic;
    /// use toml_core::de::Error;
    ///
    /// let error = Error::from(toml_core::parse("a = x").unwrap_err()).with_input("a = x");
    /// let graphical = error.into_graphical();
    /// assert_eq!(
    ///     graphical.to_string(),
    ///     "a string value needs quotes, found `x` at a, line 1 column 5",
    /// );
    /// assert!(graphical.source_code().is_some());
    /// # }
    /// ```
    #[must_use]
    pub fn into_graphical(self) -> GraphicalError {
        let reasons = self.reasons().iter().cloned();
        GraphicalError {
            reasons: reasons.map(Self::into_graphical).collect(),
            error: self,
        }
    }
}

impl Diagnostic for GraphicalError {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        self.error.code()
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let help = self.error.help()?;
        Some(Box::new(help))
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.error.labels()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        let input = self.error.0.input.as_ref()?;
        Some(input as &dyn SourceCode)
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let reasons: Vec<&dyn Diagnostic> = self.reasons.iter().map(|error| error as _).collect();
        (!reasons.is_empty()).then(|| Box::new(reasons.into_iter()) as Box<dyn Iterator<Item = _>>)
    }
}

impl Display for GraphicalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.write_headline(f)
    }
}

impl core::error::Error for GraphicalError {}
