//! Making an item's data equal to other data with the smallest change.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag};
use toml_core::{Segment, Value, ValueRef};

use super::arrays::canonical_text;

use super::{Transaction, queue};
use crate::error::Error;
use crate::new_value::{Content, check_depth};
use crate::path::{Form, Place, is_same, join, path_of};

impl Transaction<'_> {
    /// See [`DocumentMut::update_from_value`](crate::DocumentMut::update_from_value).
    ///
    /// # Errors
    /// As there.
    pub fn update_from_value(&mut self, value: &Value) -> Result<(), Error> {
        check_depth(value)?;
        self.set_content(&[], Content::Data(value.clone()))
    }

    /// See [`DocumentMut::update_from`](crate::DocumentMut::update_from).
    ///
    /// # Errors
    /// As there.
    #[cfg(feature = "serde")]
    pub fn update_from<T: serde_core::Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> Result<(), Error> {
        self.update_from_value(&Value::try_from(value)?)
    }

    /// Sets what differs, adds what is new and removes what is gone, in a table or array that exists.
    pub(super) fn update(&mut self, path: &[Segment], new: &Value) -> Result<(), Error> {
        match new {
            Value::Table(table) => self.update_table(path, table),
            Value::Array(array) => self.update_array(path, array),
            _ => Ok(()),
        }
    }

    fn update_table(&mut self, path: &[Segment], new: &toml_core::Table) -> Result<(), Error> {
        let place = Place::find(&self.target.document, path)?;
        let old = place.table()?;
        let is_gone = |key: &str| new.get(key).is_none();
        let gone: Vec<Segment> = old
            .keys()
            .filter(|key| is_gone(key.as_str()))
            .map(|key| Segment::Key(key.as_str().to_owned()))
            .collect();
        let known: Vec<(String, Value)> = old
            .iter()
            .filter_map(|(key, value)| Some((key, value, new.get(key.as_str())?)))
            .filter(|(_, value, new)| !is_same(*value, new))
            .map(|(key, _, new)| (key.as_str().to_owned(), new.clone()))
            .collect();
        let added: Vec<(String, Value)> = new
            .iter()
            .filter(|(key, _)| !old.contains_key(key))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        for (key, value) in known {
            self.set_content(&join(path, Segment::Key(key)), Content::Data(value))?;
        }
        for (key, value) in added {
            self.set_content(&join(path, Segment::Key(key)), Content::Data(value))?;
        }
        self.remove_children(path, gone)
    }

    /// Elements that are the same stay; of those between, each becomes the new one of its place, and what is left over
    /// goes or comes.
    fn update_array(&mut self, path: &[Segment], new: &[Value]) -> Result<(), Error> {
        let place = Place::find(&self.target.document, path)?;
        let is_tables = place.form() == Form::Section;
        if is_tables && (new.is_empty() || !new.iter().all(Value::is_table)) {
            let contents: Vec<Content> = new.iter().cloned().map(Content::Data).collect();
            return self.replace_whole(path, super::set::array_of(&contents));
        }
        let old: Vec<ValueRef<'_>> = place.value().children().collect();
        let change = ArrayChange::new(&old, new);
        for (at, new_at) in change.changed {
            self.set_content(&join(path, index(at)), Content::Data(new[new_at].clone()))?;
        }
        self.remove_children(path, change.gone.into_iter().map(index).collect())?;
        let contents = |range: Range<usize>| -> Vec<Content> {
            new[range].iter().cloned().map(Content::Data).collect()
        };
        match change.added.as_slice() {
            [] => Ok(()),
            [(at, range)] if *at == change.kept => {
                self.push_contents(path, contents(range.clone()))
            }
            added => self.run_at(path_of(path), |state, place| {
                let mut patches = Vec::new();
                for (at, range) in added {
                    let contents = contents(range.clone());
                    patches.extend(queue::insert_elements(
                        state,
                        place,
                        *at,
                        contents.into_iter().map(Into::into).collect(),
                    )?);
                }
                Ok(patches)
            }),
        }
    }

    /// New elements behind the last.
    pub(super) fn push_contents(
        &mut self,
        path: &[Segment],
        contents: Vec<Content>,
    ) -> Result<(), Error> {
        if !self.queue.admits_push(path) {
            self.flush()?;
        }
        for content in contents {
            self.queue.push(path.to_vec(), content);
        }
        Ok(())
    }
}

/// How an array becomes another.
#[derive(Default)]
struct ArrayChange {
    /// Old elements that become new ones, by their indexes in the old array and in the new one.
    changed: Vec<(usize, usize)>,
    /// Indexes in the old array.
    gone: Vec<usize>,
    /// Before which of the elements that stay new ones come, and which those are.
    added: Vec<(usize, Range<usize>)>,
    /// How many elements stay, the same or changed.
    kept: usize,
}

/// With more pairs of elements than this, only those at the start and the end are compared.
const MOST_PAIRS: usize = 1_000_000;

impl ArrayChange {
    fn new(old: &[ValueRef<'_>], new: &[Value]) -> Self {
        let mut change = Self::default();
        for operation in operations(old, new) {
            let (_, old, new) = operation.as_tag_tuple();
            let paired = if operation.tag() == DiffTag::Equal {
                change.kept += old.len();
                continue;
            } else {
                old.len().min(new.len())
            };
            let pairs = old.clone().zip(new.clone());
            change.changed.extend(pairs);
            change.kept += paired;
            change.gone.extend(old.start + paired..old.end);
            let rest = new.start + paired..new.end;
            if !rest.is_empty() {
                change.added.push((change.kept, rest));
            }
        }
        change
    }
}

/// What is the same, and what is not.
fn operations(old: &[ValueRef<'_>], new: &[Value]) -> Vec<DiffOp> {
    if old.len().saturating_mul(new.len()) <= MOST_PAIRS {
        let old: Vec<String> = old
            .iter()
            .map(|old| canonical_text(old.to_value()))
            .collect();
        let new: Vec<String> = new.iter().map(|new| canonical_text(new.clone())).collect();
        return similar::capture_diff_slices(Algorithm::Myers, &old, &new);
    }
    let shorter = old.len().min(new.len());
    let is_same_at = |at: &usize| is_same(old[*at], &new[*at]);
    let start = (0..shorter).take_while(is_same_at).count();
    let is_same_before = |at: &usize| is_same(old[old.len() - 1 - at], &new[new.len() - 1 - at]);
    let end = (0..shorter - start).take_while(is_same_before).count();
    let equal = |old_index, new_index, len| DiffOp::Equal {
        old_index,
        new_index,
        len,
    };
    let replace = DiffOp::Replace {
        old_index: start,
        old_len: old.len() - start - end,
        new_index: start,
        new_len: new.len() - start - end,
    };
    vec![
        equal(0, 0, start),
        replace,
        equal(old.len() - end, new.len() - end, end),
    ]
}

pub(super) fn index(at: usize) -> Segment {
    Segment::Index(i64::try_from(at).unwrap_or(i64::MAX))
}
