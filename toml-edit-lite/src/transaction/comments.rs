//! Setting comments.

use super::Transaction;
use crate::error::{Error, ErrorKind};
use crate::path::IntoPath;

impl Transaction<'_> {
    /// See [`DocumentMut::comment`](crate::DocumentMut::comment).
    ///
    /// # Errors
    /// As [`view`](Self::view).
    pub fn comment(&mut self, path: impl IntoPath) -> Result<Option<String>, Error> {
        self.flush()?;
        Ok(self.target.comment(path))
    }

    /// See [`DocumentMut::header_comment`](crate::DocumentMut::header_comment).
    ///
    /// # Errors
    /// As [`view`](Self::view).
    pub fn header_comment(&mut self, path: impl IntoPath) -> Result<Option<String>, Error> {
        self.flush()?;
        Ok(self.target.header_comment(path))
    }

    /// See [`DocumentMut::comments_above`](crate::DocumentMut::comments_above).
    ///
    /// # Errors
    /// As [`view`](Self::view).
    pub fn comments_above(&mut self, path: impl IntoPath) -> Result<Vec<String>, Error> {
        self.flush()?;
        Ok(self.target.comments_above(path))
    }

    /// See [`DocumentMut::preamble`](crate::DocumentMut::preamble).
    ///
    /// # Errors
    /// As [`view`](Self::view).
    pub fn preamble(&mut self) -> Result<Vec<String>, Error> {
        self.flush()?;
        Ok(self.target.preamble())
    }

    /// See [`DocumentMut::epilogue`](crate::DocumentMut::epilogue).
    ///
    /// # Errors
    /// As [`view`](Self::view).
    pub fn epilogue(&mut self) -> Result<Vec<String>, Error> {
        self.flush()?;
        Ok(self.target.epilogue())
    }

    /// See [`DocumentMut::set_comment`](crate::DocumentMut::set_comment).
    ///
    /// # Errors
    /// As there.
    pub fn set_comment(&mut self, path: impl IntoPath, text: Option<&str>) -> Result<(), Error> {
        self.run_at(path, |state, place| state.set_comment(place, text))
    }

    /// See [`DocumentMut::set_header_comment`](crate::DocumentMut::set_header_comment).
    ///
    /// # Errors
    /// As there.
    pub fn set_header_comment(
        &mut self,
        path: impl IntoPath,
        text: Option<&str>,
    ) -> Result<(), Error> {
        self.run_at(path, |state, place| {
            let table = place.value().as_table();
            match table.and_then(|table| table.header_span()) {
                Some(_) => state.set_comment(place, text),
                None => Err(Error::at(ErrorKind::NoCommentPlace, place.path())),
            }
        })
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
