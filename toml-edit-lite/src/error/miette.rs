//! `miette::Diagnostic`: code, help, and the parser's error as the cause.

use std::fmt::Display;

use miette::Diagnostic;

use crate::Error;

impl Diagnostic for Error {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.kind().code()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let help = self.kind().help()?;
        Some(Box::new(help))
    }

    fn diagnostic_source(&self) -> Option<&dyn Diagnostic> {
        self.toml_error().map(|error| error as &dyn Diagnostic)
    }
}
