//! Edits that wait, as data. Knows paths and values, nothing of Python.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;

use toml_core::{Path, Segment, Value};
use toml_edit_lite::{Error, Transaction};

/// An edit of the data that has been made and of the text that is still to be made.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// Another value for an item, or a new one.
    Set { path: Vec<Segment>, value: Value },
    /// An element behind the last one of an array.
    Push { path: Vec<Segment>, value: Value },
    /// An element before another one of an array.
    Insert {
        path: Vec<Segment>,
        index: usize,
        value: Value,
    },
    /// An item less.
    Remove { path: Vec<Segment> },
    /// A table or array in which nothing is left.
    Clear { path: Vec<Segment> },
    /// Another key for an item.
    Rename { path: Vec<Segment>, key: String },
    /// The elements of an array in another order, by their old indexes.
    Reorder {
        path: Vec<Segment>,
        order: Vec<usize>,
    },
    /// The keys of a table in this order.
    SortKeys {
        path: Vec<Segment>,
        keys: Vec<String>,
    },
}

impl Edit {
    fn path(&self) -> &[Segment] {
        match self {
            Self::Set { path, .. }
            | Self::Push { path, .. }
            | Self::Insert { path, .. }
            | Self::Remove { path }
            | Self::Clear { path }
            | Self::Rename { path, .. }
            | Self::Reorder { path, .. }
            | Self::SortKeys { path, .. } => path,
        }
    }

    fn apply(&self, transaction: &mut Transaction<'_>) -> Result<(), Error> {
        let path = self.path();
        match self {
            Self::Set { value, .. } => transaction.set(path, value.clone()),
            Self::Push { value, .. } => transaction.push(path, value.clone()),
            Self::Insert { index, value, .. } => transaction.insert(path, *index, value.clone()),
            Self::Remove { .. } => transaction.remove(path),
            Self::Clear { .. } => transaction.clear(path),
            Self::Rename { key, .. } => transaction.rename(path, key),
            Self::Reorder { order, .. } => transaction.reorder(path, order),
            Self::SortKeys { keys, .. } => transaction.sort_keys(path, by_list(keys)),
        }
    }
}

/// Compares keys by their places in a list.
fn by_list(keys: &[String]) -> impl FnMut(&str, &str) -> Ordering + use<> {
    let places = keys.iter().enumerate();
    let places: HashMap<String, usize> = places.map(|(at, key)| (key.clone(), at)).collect();
    move |one, other| places.get(one).cmp(&places.get(other))
}

/// What an edit does and where, for the text of an error.
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Set { .. } => "set",
            Self::Push { .. } => "append to",
            Self::Insert { .. } => "insert into",
            Self::Remove { .. } => "remove",
            Self::Clear { .. } => "clear",
            Self::Rename { .. } => "rename",
            Self::Reorder { .. } => "reorder",
            Self::SortKeys { .. } => "sort the keys of",
        };
        match self.path() {
            [] => write!(f, "{name} the document"),
            path => write!(f, "{name} {}", Path::from(path.to_vec())),
        }
    }
}

/// The edits that wait, in the order in which they were made.
#[derive(Default)]
pub(super) struct Pending {
    edits: Vec<Edit>,
}

impl Pending {
    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.edits.clear();
    }

    pub(super) fn get(&self, at: usize) -> Option<&Edit> {
        self.edits.get(at)
    }

    pub(super) fn add(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    /// Does all edits; `at` is then the index of the last one that was tried.
    pub(super) fn apply(
        &self,
        transaction: &mut Transaction<'_>,
        at: &mut usize,
    ) -> Result<(), Error> {
        for (index, edit) in self.edits.iter().enumerate() {
            *at = index;
            edit.apply(transaction)?;
        }
        Ok(())
    }
}
