//! The document that is edited: its text, parsed, and what has changed.

mod comments;
mod edits;
mod file;

use std::fmt;

use toml_core::{Document, ParseOptions, ValueRef};

use crate::diff::{DiffLabels, unified_diff};
use crate::error::{Error, ErrorKind};
use crate::patch::{self, Patch};
use crate::path::IntoPath;
use crate::plan::State;
use crate::transaction::Transaction;
use file::File;
pub use file::Overwrite;

/// A TOML document that can be edited, and stays as it is wherever it is not edited.
///
/// Every edit yields a valid document whose data is the old data plus that change, or an error and the document as it was.
///
/// ```
/// use toml_edit_lite::DocumentMut;
///
/// let mut document = DocumentMut::parse("\
/// ## The package.
/// [package]
/// name    = 'demo'
/// version = '0.1.0'   # keep in step
/// ")?;
/// document.set("package.version", "0.2.0")?;
/// document.set("package.edition", "2024")?;
/// assert_eq!(document.as_str(), "\
/// ## The package.
/// [package]
/// name    = 'demo'
/// version = '0.2.0'   # keep in step
/// edition = '2024'
/// ");
/// # Ok::<(), toml_edit_lite::Error>(())
/// ```
#[derive(Clone)]
pub struct DocumentMut {
    pub(crate) document: Document<'static>,
    options: ParseOptions,
    /// From the text at the last checkpoint to the one at hand.
    patches: Vec<Patch>,
    /// The text at the last checkpoint, once there are patches of it.
    base: Option<String>,
    file: Option<File>,
}

impl DocumentMut {
    /// Parses a TOML 1.0 document.
    ///
    /// # Errors
    /// `InvalidDocument` with the first rule of TOML that the source breaks.
    pub fn parse(source: impl Into<String>) -> Result<Self, Error> {
        Self::parse_with(source, ParseOptions::default())
    }

    /// Parses a document with options, which hold for what edits make of it, too.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_with(source: impl Into<String>, options: ParseOptions) -> Result<Self, Error> {
        let document = options
            .parse_owned(source.into())
            .map_err(|error| Error::syntax(ErrorKind::InvalidDocument, error))?;
        Ok(Self {
            document,
            options,
            patches: Vec::new(),
            base: None,
            file: None,
        })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.document.source()
    }

    /// The parsed document, to look at; spans are those of [`as_str`](Self::as_str).
    #[must_use]
    pub fn view(&self) -> &Document<'static> {
        &self.document
    }

    /// How the document is parsed.
    #[must_use]
    pub fn options(&self) -> ParseOptions {
        self.options
    }

    /// The value at a path, if there is one.
    #[must_use]
    pub fn get(&self, path: impl IntoPath) -> Option<ValueRef<'_>> {
        path.into_path().ok()?.find(&self.document)
    }

    /// Whether there is something at a path.
    #[must_use]
    pub fn contains(&self, path: impl IntoPath) -> bool {
        self.get(path).is_some()
    }

    /// Does many edits at once: applied and parsed together as far as they do not depend on one another, and all
    /// of them or none.
    ///
    /// # Errors
    /// The error that the closure returns, or the first edit that could not be done when it was due, even where the
    /// closure passed over that; the document is as before, as it is when the closure panics.
    ///
    /// ```
    /// use toml_edit_lite::DocumentMut;
    ///
    /// let mut document = DocumentMut::parse("a = 1\n")?;
    /// document.edit(|tx| {
    ///     for number in 0..1000 {
    ///         tx.set([format!("key{number}").as_str()], number)?;
    ///     }
    ///     Ok(())
    /// })?;
    /// assert_eq!(document.view().root().len(), 1001);
    ///
    /// let before = document.to_string();
    /// let outcome = document.edit(|tx| {
    ///     tx.remove("a")?;
    ///     tx.remove("there.is.none")
    /// });
    /// assert!(outcome.is_err());
    /// assert_eq!(document.as_str(), before);
    /// # Ok::<(), toml_edit_lite::Error>(())
    /// ```
    pub fn edit<T>(
        &mut self,
        edits: impl FnOnce(&mut Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.edit_keeping(edits).map(|(outcome, _)| outcome)
    }

    /// Does many edits as [`edit`](Self::edit) does, and hands the document before them over, too: none where no edit
    /// has changed the text. For who needs that one, it spares a copy.
    ///
    /// # Errors
    /// As [`edit`](Self::edit).
    ///
    /// ```
    /// use toml_edit_lite::DocumentMut;
    ///
    /// let mut document = DocumentMut::parse("a = 1\n")?;
    /// let ((), before) = document.edit_keeping(|tx| tx.set("a", 2))?;
    /// assert_eq!(before.map(|before| before.source().to_owned()), Some("a = 1\n".to_owned()));
    /// assert_eq!(document.as_str(), "a = 2\n");
    /// let ((), before) = document.edit_keeping(|tx| tx.set("a", 2))?;
    /// assert!(before.is_none());
    /// # Ok::<(), toml_edit_lite::Error>(())
    /// ```
    pub fn edit_keeping<T>(
        &mut self,
        edits: impl FnOnce(&mut Transaction<'_>) -> Result<T, Error>,
    ) -> Result<(T, Option<Document<'static>>), Error> {
        let mut transaction = Transaction::new(self);
        let outcome = edits(&mut transaction)?;
        let before = transaction.commit()?;
        Ok((outcome, before))
    }

    /// What has changed since the last [`checkpoint`](Self::checkpoint): sorted patches of the text of that time, as
    /// bytes and what stands there instead. No two of them touch.
    #[must_use]
    pub fn patches(&self) -> &[Patch] {
        &self.patches
    }

    /// From here on, [`patches`](Self::patches) tells what changes.
    pub fn checkpoint(&mut self) {
        self.patches.clear();
        self.base = None;
    }

    /// What has changed since the last [`checkpoint`](Self::checkpoint), as a unified diff; empty where nothing has.
    ///
    /// ```
    /// use toml_edit_lite::{DiffLabels, DocumentMut};
    ///
    /// let mut document = DocumentMut::parse("a = 1\nb = 2\n")?;
    /// document.set("b", 3)?;
    /// let labels = DiffLabels { old: "a/x.toml", new: "b/x.toml" };
    /// let expected = "--- a/x.toml\n+++ b/x.toml\n@@ -1,2 +1,2 @@\n a = 1\n-b = 2\n+b = 3\n";
    /// assert_eq!(document.diff(labels), expected);
    /// # Ok::<(), toml_edit_lite::Error>(())
    /// ```
    #[must_use]
    pub fn diff(&self, labels: DiffLabels<'_>) -> String {
        let old = self.base.as_deref().unwrap_or(self.as_str());
        unified_diff(old, self.as_str(), labels)
    }

    pub(crate) fn state(&self) -> State<'_> {
        State {
            document: &self.document,
            options: self.options,
        }
    }

    /// Applies patches and parses the result; returns the document before.
    ///
    /// # Errors
    /// `WouldBreak`, `Overlapping`; the document is as before.
    pub(crate) fn apply(&mut self, mut patches: Vec<Patch>) -> Result<Document<'static>, Error> {
        patch::sort(&mut patches);
        if !patch::are_apart(&patches) {
            return Err(Error::new(ErrorKind::Overlapping));
        }
        let text = patch::apply(self.as_str(), &patches);
        let document = self.options.parse_owned(text).map_err(Error::would_break)?;
        let base = self
            .base
            .get_or_insert_with(|| self.document.source().to_owned());
        self.patches = patch::compose(&self.patches, &patches);
        patch::drop_idle(base, &mut self.patches);
        Ok(std::mem::replace(&mut self.document, document))
    }

    /// The patches since the checkpoint, to go back to.
    pub(crate) fn history(&self) -> Vec<Patch> {
        self.patches.clone()
    }

    pub(crate) fn restore(&mut self, document: Document<'static>, patches: Vec<Patch>) {
        self.document = document;
        self.patches = patches;
    }
}

impl fmt::Display for DocumentMut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for DocumentMut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DocumentMut").field(&self.as_str()).finish()
    }
}

impl std::str::FromStr for DocumentMut {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self, Error> {
        Self::parse(source)
    }
}
