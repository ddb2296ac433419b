//! The comments of a document: without `#`, and without the space behind it.

use super::DocumentMut;
use crate::error::Error;
use crate::path::{IntoPath, Place};

/// Comments. Texts are without `#` and the space behind it.
///
/// ```
/// use toml_edit_lite::DocumentMut;
///
/// let mut document = DocumentMut::parse("# Where it listens.\nport = 80 # http\n")?;
/// assert_eq!(document.comment("port").as_deref(), Some("http"));
/// assert_eq!(document.comments_above("port"), ["Where it listens."]);
///
/// document.set_comment("port", Some("plain http"))?;
/// document.set_comments_above("port", &["Where it listens,", "for now."])?;
/// assert_eq!(document.as_str(), "# Where it listens,\n# for now.\nport = 80 # plain http\n");
/// # Ok::<(), toml_edit_lite::Error>(())
/// ```
impl DocumentMut {
    /// The comment at the end of an item's line; for a table with a header, of the header's line.
    #[must_use]
    pub fn comment(&self, path: impl IntoPath) -> Option<String> {
        self.state().comment(&self.place(path)?)
    }

    /// The comment at the end of a header's line; `None` for what has no `[header]`.
    #[must_use]
    pub fn header_comment(&self, path: impl IntoPath) -> Option<String> {
        let place = self.place(path)?;
        place.value().as_table()?.header_span()?;
        self.state().comment(&place)
    }

    /// The comment lines right above an item, no blank line between.
    #[must_use]
    pub fn comments_above(&self, path: impl IntoPath) -> Vec<String> {
        let place = self.place(path);
        place.map_or(Vec::new(), |place| self.state().comments_above(&place))
    }

    /// The comment lines that the document starts with, up to a blank line; none that belong to an item.
    #[must_use]
    pub fn preamble(&self) -> Vec<String> {
        self.state().preamble()
    }

    /// The comment lines that the document ends with, if a blank line sets them off from what is before.
    #[must_use]
    pub fn epilogue(&self) -> Vec<String> {
        self.state().epilogue()
    }

    /// Sets the comment at the end of an item's line, or removes it. The gap before it stays.
    ///
    /// # Errors
    /// `NoSuchKey`, `NoSuchIndex`; `NotAComment` for a text with a newline or another control character than tab;
    /// `NoCommentPlace` where something else follows on the line, or the item has no line.
    pub fn set_comment(&mut self, path: impl IntoPath, text: Option<&str>) -> Result<(), Error> {
        self.edit(|tx| tx.set_comment(path, text))
    }

    /// [`set_comment`](Self::set_comment) for a table with a `[header]`.
    ///
    /// # Errors
    /// As there; `NoCommentPlace` for what has no header.
    pub fn set_header_comment(
        &mut self,
        path: impl IntoPath,
        text: Option<&str>,
    ) -> Result<(), Error> {
        self.edit(|tx| tx.set_header_comment(path, text))
    }

    /// Sets the comment lines right above an item, or removes them.
    ///
    /// # Errors
    /// As [`set_comment`](Self::set_comment).
    pub fn set_comments_above(&mut self, path: impl IntoPath, lines: &[&str]) -> Result<(), Error> {
        self.edit(|tx| tx.set_comments_above(path, lines))
    }

    /// Sets the comment lines that the document starts with, or removes them.
    ///
    /// # Errors
    /// `NotAComment`.
    pub fn set_preamble(&mut self, lines: &[&str]) -> Result<(), Error> {
        self.edit(|tx| tx.set_preamble(lines))
    }

    /// Sets the comment lines that the document ends with, or removes them.
    ///
    /// # Errors
    /// `NotAComment`.
    pub fn set_epilogue(&mut self, lines: &[&str]) -> Result<(), Error> {
        self.edit(|tx| tx.set_epilogue(lines))
    }

    fn place(&self, path: impl IntoPath) -> Option<Place<'_>> {
        Place::find(&self.document, path.into_path().ok()?.segments()).ok()
    }
}
