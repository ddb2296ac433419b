//! A parsed document and the `Copy` views into it. Knows how to look, not how to parse.

mod forms;
mod iter;
mod lone_value;
mod path;
mod path_map;
mod views;

#[cfg(test)]
mod tests;

use alloc::{borrow::Cow, boxed::Box, string::String};
use core::fmt;
use core::ops::Index;

pub use forms::{ArrayForm, IntegerBase, Kind, StringForm, TableForm};
pub use iter::{ArrayIter, TableIter, ValueIter};
pub use lone_value::LoneValue;
pub use path::{Path, Segment};
pub use path_map::PathMap;
#[doc(hidden)]
pub use views::DetachedRef;
pub use views::{ArrayRef, KeyRef, TableRef, ValueId, ValueRef};

use crate::tree::{Elements, ROOT, Tree};
use crate::{Error, Table, Tokens, Value};

#[cfg(not(feature = "std"))]
use core::cell::OnceCell;
#[cfg(feature = "std")]
use std::sync::OnceLock as OnceCell;

/// A parsed TOML document: the tree of its values, and the source that they are spans of.
///
/// ```
/// let document = toml_core::parse("[server]\nports = [8000, 0x1F41]")?;
/// let port = document.get("server.ports[1]").unwrap();
/// assert_eq!(port.as_i64(), Some(8001));
/// assert_eq!(port.raw(), "0x1F41");
/// assert_eq!(document["server"]["ports"][0].as_i64(), Some(8000));
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Document<'s> {
    tree: Tree,
    source: Cow<'s, str>,
    /// Filled by the first `document["key"]`, which has to hand out a reference.
    owned: OnceCell<Box<Table>>,
    /// Filled by the first look at an element far from the start of its array.
    elements: OnceCell<Box<Elements>>,
}

impl<'s> Document<'s> {
    pub(crate) fn new(tree: Tree, source: &'s str) -> Self {
        Self {
            tree,
            source: Cow::Borrowed(source),
            owned: OnceCell::new(),
            elements: OnceCell::new(),
        }
    }

    /// A document that owns its source.
    pub(crate) fn with_owned(tree: Tree, source: String) -> Document<'static> {
        Document {
            tree,
            source: Cow::Owned(source),
            owned: OnceCell::new(),
            elements: OnceCell::new(),
        }
    }

    fn elements(&self) -> &Elements {
        self.elements
            .get_or_init(|| Box::new(Elements::of(&self.tree)))
    }

    pub(crate) fn into_tree(self) -> Tree {
        self.tree
    }

    /// The whole source text.
    #[must_use]
    #[inline]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The source text with the lifetime it was given with; `None` after [`into_owned`](Self::into_owned).
    #[must_use]
    pub fn borrowed_source(&self) -> Option<&'s str> {
        match self.source {
            Cow::Borrowed(source) => Some(source),
            Cow::Owned(_) => None,
        }
    }

    /// The same document with a copy of its source, free of the borrow. The tree is not copied.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            tree: self.tree,
            source: Cow::Owned(self.source.into_owned()),
            owned: self.owned,
            elements: self.elements,
        }
    }

    /// The root table.
    #[must_use]
    #[inline]
    pub fn root(&self) -> TableRef<'_> {
        TableRef(ValueRef {
            document: self,
            node: self.tree.node(ROOT),
        })
    }

    /// The value at a path of dotted keys and indexes, such as `server."my key".ports[0]`.
    ///
    /// An index is 0-based; a negative one counts from the end. `None` where nothing is there,
    /// and where `path` is not a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<ValueRef<'_>> {
        Path::parse(path).ok()?.find(self)
    }

    /// The value that a [`ValueId`] of this document stands for; `None` for one of a larger document.
    #[must_use]
    #[inline]
    pub fn value(&self, id: ValueId) -> Option<ValueRef<'_>> {
        let node = self.tree.nodes.get(id.0 as usize)?;
        Some(ValueRef {
            document: self,
            node,
        })
    }

    /// How many values the document has, the root and all tables included. Where there were errors, what was given up
    /// may be counted, too.
    #[must_use]
    #[inline]
    pub fn value_count(&self) -> usize {
        self.tree.nodes.len()
    }

    /// The document as owned values.
    #[must_use]
    pub fn to_table(&self) -> Table {
        self.root().to_owned_table()
    }

    /// The tokens of the source, white space and comments too, in order; together they are the whole source.
    #[must_use]
    pub fn tokens(&self) -> Tokens<'_> {
        Tokens::new(&self.source)
    }

    #[inline]
    pub(crate) fn tree(&self) -> &Tree {
        &self.tree
    }
}

/// Reads a document like an owned [`Table`], by [`Value`]s.
///
/// The first use converts the whole document and keeps the result, since indexing has to hand out
/// a reference. [`Document::get`] converts nothing and gives access to the spans.
///
/// # Panics
/// When there is no such key.
impl Index<&str> for Document<'_> {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        &self.owned.get_or_init(|| Box::new(self.to_table()))[key]
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.root(), f)
    }
}

/// Equal data, whatever the spelling; NaN equals NaN nowhere, as for `f64`.
impl PartialEq for Document<'_> {
    fn eq(&self, other: &Document<'_>) -> bool {
        self.to_table() == other.to_table()
    }
}

impl<'s> TryFrom<&'s str> for Document<'s> {
    type Error = Error;

    fn try_from(source: &'s str) -> Result<Self, Error> {
        crate::parse(source)
    }
}
