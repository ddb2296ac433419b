//! An error as people read it: the message, the place, the line, the reasons, the help.

use core::fmt;

use super::kind::Cause;
use super::{Error, Found};
use crate::Position;
use crate::error::Snippet;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_headline(f)?;
        if let (Some(span), Some(input), false) = (self.0.span, &self.0.input, self.is_at_root()) {
            write!(f, "\n{}", Snippet::new(input, span))?;
        }
        for reason in self.reasons() {
            f.write_str("\nno match: ")?;
            reason.write_headline(f)?;
        }
        match self.help() {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl Error {
    /// Whether the error is about a whole document. A value on its own that is no table is none.
    fn is_at_root(&self) -> bool {
        let may_be_table = match &self.0.cause {
            Cause::Syntax(_) => false,
            Cause::Value { found, .. } => *found == Found::Table,
            _ => true,
        };
        let length = self.0.input.as_ref().map(|input| input.len());
        let end = self.0.span.map(|span| span.end as usize);
        may_be_table && self.0.path.is_empty() && length.is_some() && length == end
    }

    /// The message and the place, on one line.
    pub(super) fn write_headline(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        if self.is_at_root() {
            return f.write_str(" at the top level");
        }
        match (self.path(), self.position()) {
            (Some(path), Some(Position { line, column })) => {
                write!(f, " at {path}, line {line} column {column}")
            }
            (Some(path), None) => write!(f, " at {path}"),
            (None, Some(Position { line, column })) => write!(f, " at line {line} column {column}"),
            (None, None) => Ok(()),
        }
    }
}
