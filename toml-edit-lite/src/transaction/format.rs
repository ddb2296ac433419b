//! Formats the whole document.

use super::Transaction;
use crate::diff::patches_between;
use crate::error::Error;
use crate::format::{FormatOptions, format_document};

impl Transaction<'_> {
    /// Formats the document; see [`DocumentMut::fmt`](crate::DocumentMut::fmt).
    ///
    /// # Errors
    /// As there.
    pub fn fmt(&mut self, options: &FormatOptions) -> Result<(), Error> {
        self.run(|state| {
            let options = FormatOptions {
                parse: state.options,
                ..options.clone()
            };
            let text = format_document(state.document, &options);
            Ok(patches_between(state.source(), &text))
        })
    }
}
