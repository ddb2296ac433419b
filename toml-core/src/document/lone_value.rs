//! A value that was parsed on its own.

use core::fmt;

use super::{Document, ValueRef};

/// A parsed value that is no part of a document, and its source.
#[derive(Clone)]
pub struct LoneValue<'s> {
    /// Its root has the value as its only child, without a key.
    document: Document<'s>,
}

impl<'s> LoneValue<'s> {
    pub(crate) fn new(document: Document<'s>) -> Self {
        Self { document }
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> ValueRef<'_> {
        let root = self.document.root();
        root.values().next().unwrap_or(root.as_value())
    }

    /// A document whose root has the value as its only child, without a key; for whoever keeps values and
    /// documents side by side.
    #[doc(hidden)]
    #[must_use]
    pub fn into_document(self) -> Document<'s> {
        self.document
    }

    /// The whole source text.
    #[must_use]
    pub fn source(&self) -> &str {
        self.document.source()
    }

    /// The source text with the lifetime it was given with.
    #[must_use]
    pub fn borrowed_source(&self) -> Option<&'s str> {
        self.document.borrowed_source()
    }
}

impl fmt::Debug for LoneValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value(), f)
    }
}
