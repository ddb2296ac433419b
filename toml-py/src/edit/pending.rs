//! Edits that wait, as data. Knows paths and values, nothing of Python.
//!
//! An edit inside of something that is itself still to be set, or at the same place, becomes a part of that edit:
//! a document that is made from nothing, a key at a time, is a few edits of large values.

mod fold;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;

use toml_core::{Path, PathMap, Segment, Value};
use toml_edit_lite::{Error, Transaction};

/// An edit of the data that has been made and of the text that is still to be made.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    /// What is edited.
    pub(super) path: Vec<Segment>,
    pub(super) change: Change,
}

/// What becomes of the item at a path.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// It has this value, whether it was there or not.
    Set(Value),
    /// The array, which has so many elements, gets one behind the last.
    Push(usize, Value),
    /// The array gets elements before the one at an index.
    Insert(usize, Vec<Value>),
    /// It is there, or comes before the element of that index, as what is at another path, with its text.
    Copy(Vec<Segment>),
    /// It is gone.
    Remove,
    /// Nothing is left in the table or array.
    Clear,
    /// It has another key.
    Rename(String),
    /// The array's elements are in another order, by their old indexes.
    Reorder(Vec<usize>),
    /// The table's keys are in this order.
    SortKeys(Vec<String>),
}

impl Edit {
    fn apply(&self, transaction: &mut Transaction<'_>) -> Result<(), Error> {
        let path = self.path.as_slice();
        match &self.change {
            Change::Set(value) => transaction.set(path, value.clone()),
            Change::Push(_, value) => transaction.push(path, value.clone()),
            Change::Insert(index, values) => {
                transaction.insert_all(path, *index, values.iter().cloned())
            }
            Change::Copy(source) => transaction.copy_to(source.as_slice(), path),
            Change::Remove => transaction.remove(path),
            Change::Clear => transaction.clear(path),
            Change::Rename(key) => transaction.rename(path, key),
            Change::Reorder(order) => transaction.reorder(path, order),
            Change::SortKeys(keys) => transaction.sort_keys(path, by_list(keys)),
        }
    }

    /// The value that the edit gives.
    fn value_mut(&mut self) -> Option<&mut Value> {
        match &mut self.change {
            Change::Set(value) | Change::Push(_, value) => Some(value),
            _ => None,
        }
    }

    /// The path at and below which paths may mean something else after the edit.
    fn upset(&self) -> Option<&[Segment]> {
        match (&self.change, self.path.split_last()) {
            (Change::Push(..), _) => None,
            (Change::Remove, Some((Segment::Index(_), parent)))
            | (Change::Rename(_), Some((_, parent))) => Some(parent),
            _ => Some(&self.path),
        }
    }
}

/// Compares keys by their places in a list.
fn by_list(keys: &[String]) -> impl FnMut(&str, &str) -> Ordering + use<> {
    let places = keys.iter().enumerate();
    let places: HashMap<String, usize> = places.map(|(at, key)| (key.clone(), at)).collect();
    move |one, other| places.get(one).cmp(&places.get(other))
}

fn segment(index: usize) -> Segment {
    Segment::Index(i64::try_from(index).unwrap_or(i64::MAX))
}

/// What an edit does and where, for the text of an error.
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.change {
            Change::Set(_) => "set",
            Change::Push(..) => "append to",
            Change::Insert(..) => "insert into",
            Change::Copy(_) => "copy to",
            Change::Remove => "remove",
            Change::Clear => "clear",
            Change::Rename(_) => "rename",
            Change::Reorder(_) => "reorder",
            Change::SortKeys(_) => "sort the keys of",
        };
        match self.path.as_slice() {
            [] => write!(f, "{name} the document"),
            path => write!(f, "{name} {}", Path::from(path.to_vec())),
        }
    }
}

/// The edits that wait, in the order in which they were made.
#[derive(Default)]
pub(super) struct Pending {
    edits: Vec<Edit>,
    /// What has a new value and has kept its path since: which edit gives it.
    open: PathMap<usize>,
}

impl Pending {
    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.edits.clear();
        self.open.clear();
    }

    pub(super) fn get(&self, at: usize) -> Option<&Edit> {
        self.edits.get(at)
    }

    pub(super) fn add(&mut self, edit: Edit) {
        let Some(edit) = self.folded(edit).and_then(|edit| self.joined(edit)) else {
            return;
        };
        if matches!(edit.change, Change::Copy(_)) {
            // What is copied is what is there now: nothing may become a part of the edits before.
            self.open.clear();
        }
        if let Some(path) = edit.upset() {
            self.open.remove_below(path);
        }
        let at = self.edits.len();
        match &edit.change {
            Change::Set(_) => {
                self.open.insert(&edit.path, at);
            }
            Change::Push(index, _) => {
                let element = segment(*index);
                self.open.insert(edit.path.iter().chain([&element]), at);
            }
            _ => {}
        }
        self.edits.push(edit);
    }

    /// Whether something is still to be set as a whole, so that there is no text of it yet.
    pub(super) fn is_new(&self, path: &[Segment]) -> bool {
        self.open.along(path).next().is_some()
    }

    /// The edit, unless it could become a part of one that waits.
    fn folded(&mut self, edit: Edit) -> Option<Edit> {
        let Some((length, at)) = self.open.along(&edit.path).next() else {
            return Some(edit);
        };
        let outer = self.edits.get_mut(*at).and_then(Edit::value_mut);
        match outer {
            Some(outer) => fold::fold(outer, length, edit),
            None => Some(edit),
        }
    }

    /// The edit, unless it is an insertion beside or between the elements that the last edit inserts.
    fn joined(&mut self, edit: Edit) -> Option<Edit> {
        let (Change::Insert(index, new), Some(last)) = (&edit.change, self.edits.last_mut()) else {
            return Some(edit);
        };
        let Change::Insert(start, values) = &mut last.change else {
            return Some(edit);
        };
        let within = index.checked_sub(*start);
        match within.filter(|at| last.path == edit.path && *at <= values.len()) {
            None => Some(edit),
            Some(at) => {
                values.splice(at..at, new.iter().cloned());
                None
            }
        }
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
