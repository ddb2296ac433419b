//! A value on its own, as it stands behind `=`.

use super::values::Slot;
use super::{Halt, Parsed, Parser};
use crate::document::LoneValue;
use crate::tree::ROOT;
use crate::{Document, Error, ParseOptions, Span};

/// Parses a value that is all of a source, but for whitespace, newlines and comments round it.
pub(crate) fn run_value(source: &str, options: ParseOptions) -> Result<LoneValue<'_>, Error> {
    super::check_length(source.len())
        .map_err(|fault| Error::new(fault, None, source.as_bytes()))?;
    let mut parser = Parser::new(source, options);
    match parser.parse_lone_value() {
        Ok(()) => Ok(LoneValue::new(Document::new(parser.tree, source))),
        Err(Halt) => Err(parser.take_error()),
    }
}

impl Parser<'_> {
    /// `ws-comment-newline val ws-comment-newline`, the value being the root's only child, without a key.
    fn parse_lone_value(&mut self) -> Parsed {
        self.skip_trivia()?;
        let id = self.tree.nodes.len() as u32;
        self.tree.node_mut(ROOT).set_children(id, 1);
        let slot = Slot {
            key: Span::default(),
            next: id,
            flags: 0,
        };
        self.parse_value(slot, 0)?;
        self.skip_trivia()?;
        match self.peek() {
            None => Ok(()),
            Some(_) => self.no_line_end(),
        }
    }
}
