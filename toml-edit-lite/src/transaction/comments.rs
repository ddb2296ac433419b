//! Setting comments.

use super::Transaction;
use crate::error::Error;
use crate::path::IntoPath;

impl Transaction<'_> {
    /// See [`DocumentMut::set_comment`](crate::DocumentMut::set_comment).
    ///
    /// # Errors
    /// As there.
    pub fn set_comment(&mut self, path: impl IntoPath, text: Option<&str>) -> Result<(), Error> {
        self.run_at(path, |state, place| state.set_comment(place, text))
    }

    /// See [`DocumentMut::set_comments_above`](crate::DocumentMut::set_comments_above).
    ///
    /// # Errors
    /// As there.
    pub fn set_comments_above(&mut self, path: impl IntoPath, lines: &[&str]) -> Result<(), Error> {
        self.run_at(path, |state, place| state.set_comments_above(place, lines))
    }

    /// See [`DocumentMut::set_preamble`](crate::DocumentMut::set_preamble).
    ///
    /// # Errors
    /// As there.
    pub fn set_preamble(&mut self, lines: &[&str]) -> Result<(), Error> {
        self.run(|state| state.set_preamble(lines))
    }

    /// See [`DocumentMut::set_epilogue`](crate::DocumentMut::set_epilogue).
    ///
    /// # Errors
    /// As there.
    pub fn set_epilogue(&mut self, lines: &[&str]) -> Result<(), Error> {
        self.run(|state| state.set_epilogue(lines))
    }
}
