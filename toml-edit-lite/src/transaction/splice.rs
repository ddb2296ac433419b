//! Lines that a caller has written.

use super::Transaction;
use crate::error::Error;
use crate::path::IntoPath;
use crate::plan::splice::Splice;

impl Transaction<'_> {
    /// See [`DocumentMut::splice`](crate::DocumentMut::splice).
    ///
    /// # Errors
    /// As there.
    pub fn splice(&mut self, path: impl IntoPath, splice: Splice, text: &str) -> Result<(), Error> {
        self.run_at(path, |state, place| state.splice(place, splice, text))
    }
}
