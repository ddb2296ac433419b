//! An error as people read it, with the lines that it is about. For plain text; the command line draws more.

use core::fmt;

use super::snippet::Snippet;
use crate::{Error, Position, Span};

/// Displays an error with the lines of the source that it is about; see [`Error::report`].
#[derive(Clone, Copy, Debug)]
pub struct Report<'e> {
    error: &'e Error,
    source: &'e str,
}

impl Error {
    /// The error as a text of several lines, without a newline at the end: message and place, each
    /// place in question with its line of the source underlined, and the help.
    ///
    /// `source` must be what was parsed. Long lines are cut, control characters replaced.
    ///
    /// ```
    /// let source = "name = 'a'\nname = 'b'";
    /// let error = toml_core::parse(source).unwrap_err();
    /// assert_eq!(error.report(source).to_string(), "\
    /// duplicate key `name` at name, line 2 column 1
    ///   |
    /// 1 | name = 'a'
    ///   | ---- first defined here
    ///   |
    /// 2 | name = 'b'
    ///   | ^^^^ defined again
    /// help: rename one of them, or delete it");
    /// ```
    #[must_use]
    pub fn report<'e>(&'e self, source: &'e str) -> Report<'e> {
        Report {
            error: self,
            source,
        }
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.error)?;
        let primary = Place {
            span: self.error.span(),
            underline: '^',
            label: self.error.label(),
        };
        let related = self.error.related().map(|related| Place {
            span: related.span,
            underline: '-',
            label: related.relation.label(),
        });
        match related {
            Some(related) if related.span.start < primary.span.start => {
                self.write_places(f, &[related, primary])?;
            }
            Some(related) => self.write_places(f, &[primary, related])?,
            None => self.write_places(f, &[primary])?,
        }
        match self.error.help() {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

/// A part of the source that is shown.
struct Place {
    span: Span,
    underline: char,
    label: &'static str,
}

impl Report<'_> {
    /// Writes the line of each place; the last one has the greatest line number.
    fn write_places(&self, f: &mut fmt::Formatter<'_>, places: &[Place]) -> fmt::Result {
        let last = places.last().map_or(0, |place| place.span.start);
        let lines = Position::of(self.source.as_bytes(), last).line;
        for place in places {
            let snippet =
                Snippet::new(self.source, place.span).labelled(place.underline, place.label);
            write!(f, "\n{}", snippet.among(lines))?;
        }
        Ok(())
    }
}
