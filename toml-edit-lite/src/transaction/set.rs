//! Setting, adding, removing and renaming what is at a path.

use std::borrow::Cow;

use toml_core::{Path, Segment, Value};

use super::arrays::for_elements;
use super::{Transaction, split_last};
use crate::collect::one_line;
use crate::error::{Error, ErrorKind};
use crate::new_value::{Content, Element, Entry, NewValue};
use crate::path::{Form, IntoPath, Place, is_same, join, path_of};
use crate::plan::insert::Position;
use crate::style::{Layout, layout_for};

/// Beside which item a new one goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

impl Transaction<'_> {
    /// See [`DocumentMut::set`](crate::DocumentMut::set).
    ///
    /// # Errors
    /// As there.
    pub fn set(&mut self, path: impl IntoPath, value: impl Into<NewValue>) -> Result<(), Error> {
        let path = path.into_path()?;
        let NewValue(content) = value.into();
        content
            .check_depth()
            .map_err(|error| error.with_path(path.clone()))?;
        self.set_content(path.segments(), content)
    }

    pub(super) fn set_content(&mut self, path: &[Segment], content: Content) -> Result<(), Error> {
        let path = &*self.count_from_start(path)?;
        if !self.queue.admits_replacement(path) {
            return self.set_after_flush(path, content);
        }
        let (place, rest) = Place::find_part(&self.target.document, path)?;
        let found = place.segments();
        if rest.is_empty() {
            return self.replace(found, content);
        }
        let key = &rest[0];
        if !self.queue.admits_insertion(&found, key) {
            return self.set_after_flush(path, content);
        }
        let entry = nested(rest, content, path)?;
        self.queue.insert(found, key, entry);
        Ok(())
    }

    /// [`set_content`](Self::set_content) when something waits that concerns the same items.
    fn set_after_flush(&mut self, path: &[Segment], content: Content) -> Result<(), Error> {
        self.flush()?;
        self.set_content(path, content)
    }

    /// Another value for an item that exists.
    fn replace(&mut self, path: Vec<Segment>, content: Content) -> Result<(), Error> {
        let place = Place::find(&self.target.document, &path)?;
        let value = place.value();
        let form = place.form();
        let content = match place.parent() {
            Some(array) if place.is_element() => for_elements(&array, content),
            _ => content,
        };
        if let Content::Data(data) = &content {
            if is_same(value, data) {
                return Ok(());
            }
            let is_update = match data {
                Value::Table(_) => value.as_table().is_some(),
                Value::Array(_) => value.as_array().is_some(),
                _ => false,
            };
            if is_update {
                let outcome = self.update(&path, data);
                return self.or_fail(outcome);
            }
        }
        match form {
            Form::Value => {
                self.queue.replace(path, content);
                Ok(())
            }
            Form::Root => Err(Error::at(ErrorKind::NotATable, Path::default())),
            Form::Dotted | Form::Section => self.replace_whole(&path, content),
        }
    }

    /// Another value for an item without bytes of its own: it goes, and a new one comes, with the comments that were
    /// about it as a whole.
    pub(super) fn replace_whole(
        &mut self,
        path: &[Segment],
        content: Content,
    ) -> Result<(), Error> {
        self.flush()?;
        let (parent, last) = split_last(path)?;
        if let Segment::Index(index) = last {
            let index = usize::try_from(*index).unwrap_or(usize::MAX);
            return self.put_into_brackets(parent, |tables| {
                let Some(table) = tables.get_mut(index) else {
                    return;
                };
                let comments = std::mem::take(&mut table.comments);
                *table = Element { content, comments };
            });
        }
        self.run_at(path_of(path), |state, place| {
            let entry = Entry {
                comments: state.comments_of(place),
                content,
                ..state.entry_at(place)
            };
            let layout = place
                .parent()
                .map_or(Layout::Inline, |parent| layout_for(&parent, &entry.content));
            state.rewrite(place, entry, layout)
        })
    }

    /// An array of tables that gets an element which is no table, so that none of them can have a header: it becomes
    /// an array in brackets, all comments above it.
    pub(super) fn put_into_brackets(
        &mut self,
        path: &[Segment],
        change: impl FnOnce(&mut Vec<Element>),
    ) -> Result<(), Error> {
        self.run_at(path_of(path), |state, place| {
            let mut entry = state.entry_at(place);
            let sections = entry.content.into_tables().unwrap_or_default();
            let mut elements: Vec<Element> = sections.into_iter().map(Element::from).collect();
            change(&mut elements);
            let elements = elements.into_iter().map(Entry::of_element);
            entry.content = Content::Entries(elements.collect());
            let mut entry = one_line(entry);
            let elements = entry.content.into_entries().unwrap_or_default();
            let contents: Vec<Content> = elements.into_iter().map(|one| one.content).collect();
            entry.content = array_of(&contents);
            state.rewrite(place, entry, Layout::Inline)
        })
    }

    /// See [`DocumentMut::insert_before`](crate::DocumentMut::insert_before).
    ///
    /// # Errors
    /// As there.
    pub fn insert_before(
        &mut self,
        sibling: impl IntoPath,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.insert_beside(sibling.into_path()?, key, value.into(), Side::Before)
    }

    /// See [`DocumentMut::insert_after`](crate::DocumentMut::insert_after).
    ///
    /// # Errors
    /// As there.
    pub fn insert_after(
        &mut self,
        sibling: impl IntoPath,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        self.insert_beside(sibling.into_path()?, key, value.into(), Side::After)
    }

    pub(super) fn insert_beside(
        &mut self,
        sibling: Path,
        key: &str,
        value: NewValue,
        side: Side,
    ) -> Result<(), Error> {
        value.0.check_depth()?;
        self.run_at(sibling, |state, place| {
            let child = place.value();
            let parent = place.parent();
            let parent = parent.ok_or_else(|| Error::at(ErrorKind::IsRoot, place.path()))?;
            free_key(&parent, key)?;
            let position = match side {
                Side::Before => Position::Before(child),
                Side::After => Position::After(child),
            };
            state.insert(&parent, vec![Entry::new(key, value.0)], position)
        })
    }

    /// See [`DocumentMut::insert_at`](crate::DocumentMut::insert_at).
    ///
    /// # Errors
    /// As there.
    pub fn insert_at(
        &mut self,
        table: impl IntoPath,
        index: usize,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        let NewValue(content) = value.into();
        content.check_depth()?;
        self.run_at(table, |state, place| {
            let children = place.table()?.values().nth(index);
            free_key(place, key)?;
            let position = children.map_or(Position::End, Position::Before);
            state.insert(place, vec![Entry::new(key, content)], position)
        })
    }

    /// See [`DocumentMut::insert_sorted`](crate::DocumentMut::insert_sorted).
    ///
    /// # Errors
    /// As there.
    pub fn insert_sorted(
        &mut self,
        table: impl IntoPath,
        key: &str,
        value: impl Into<NewValue>,
    ) -> Result<(), Error> {
        let NewValue(content) = value.into();
        content.check_depth()?;
        self.run_at(table, |state, place| {
            let table = place.table()?;
            free_key(place, key)?;
            let is_sorted = table
                .keys()
                .is_sorted_by(|one, other| one.as_str() <= other.as_str());
            let next = table.iter().find(|(other, _)| other.as_str() > key);
            let position = match next {
                Some((_, next)) if is_sorted => Position::Before(next),
                _ => Position::End,
            };
            state.insert(place, vec![Entry::new(key, content)], position)
        })
    }

    /// See [`DocumentMut::remove`](crate::DocumentMut::remove).
    ///
    /// # Errors
    /// As there.
    pub fn remove(&mut self, path: impl IntoPath) -> Result<(), Error> {
        let path = path.into_path()?;
        let path = self.count_from_start(path.segments())?;
        if self.remove_later(&path) {
            return Ok(());
        }
        self.flush()?;
        if self.remove_later(&path) {
            return Ok(());
        }
        let found = self.resolve(&path_of(&path))?;
        let (parent, last) = split_last(&found)?;
        self.remove_last(parent, last.clone())
    }

    /// Notes the removal of an item that exists, if it can wait.
    fn remove_later(&mut self, path: &[Segment]) -> bool {
        let Some((last, parent)) = path.split_last() else {
            return false;
        };
        let last = self.queue.segment_before(parent, last);
        let segments = vec![last];
        let is_admitted = self.has_child(parent, &segments[0])
            && !self.is_last_of_tables(parent, 1)
            && self.queue.admits_removal(parent, &segments);
        if is_admitted {
            self.queue.remove(parent, segments);
        }
        is_admitted
    }

    /// Whether an item has a child before what waits.
    fn has_child(&self, parent: &[Segment], segment: &Segment) -> bool {
        let Ok(place) = Place::find(&self.target.document, parent) else {
            return false;
        };
        let value = place.value();
        match segment {
            Segment::Key(key) => value.get(key).is_some(),
            Segment::Index(index) => value.as_array().is_some_and(|array| {
                usize::try_from(*index).is_ok_and(|index| index < array.len())
            }),
        }
    }

    /// Whether an array of tables would have no element left.
    fn is_last_of_tables(&mut self, parent: &[Segment], count: usize) -> bool {
        let Ok(place) = Place::find(&self.target.document, parent) else {
            return false;
        };
        let tables = place.value().as_array();
        let tables = tables.filter(|_| place.form() == Form::Section);
        tables.is_some_and(|tables| self.queue.removed_count(parent) + count >= tables.len())
    }

    /// Removes the last element of an array of tables, which no header can show to be empty.
    fn remove_last(&mut self, parent: &[Segment], last: Segment) -> Result<(), Error> {
        if self.is_last_of_tables(parent, 1) {
            let empty = Content::Data(Value::Array(Vec::new()));
            return self.replace_whole(parent, empty);
        }
        self.remove_all(parent, &[last])
    }

    /// Removes children of an item, by the segments that they have before what waits.
    pub(super) fn remove_children(
        &mut self,
        path: &[Segment],
        children: Vec<Segment>,
    ) -> Result<(), Error> {
        if children.is_empty() {
            return Ok(());
        }
        if !self.queue.admits_removal(path, &children) {
            self.flush()?;
        }
        self.queue.remove(path, children);
        Ok(())
    }

    /// A path with indexes counted from the start, as far as it leads; what waits is applied if it changes the count.
    pub(super) fn count_from_start<'p>(
        &mut self,
        path: &'p [Segment],
    ) -> Result<Cow<'p, [Segment]>, Error> {
        let is_negative = |segment: &Segment| matches!(segment, Segment::Index(at) if *at < 0);
        if !path.iter().any(is_negative) {
            return Ok(Cow::Borrowed(path));
        }
        let mut found = self.found_part(path);
        let keeps_elements = found.as_ref().is_ok_and(|found| {
            let mut arrays = (0..path.len()).filter(|at| is_negative(&path[*at]));
            arrays.all(|at| at < found.len() && self.queue.keeps_elements(&found[..at]))
        });
        if !keeps_elements {
            self.flush()?;
            found = self.found_part(path);
        }
        let mut found = found?;
        found.extend_from_slice(&path[found.len()..]);
        Ok(Cow::Owned(found))
    }

    /// The segments of the deepest item on the way to a path, before what waits.
    fn found_part(&self, path: &[Segment]) -> Result<Vec<Segment>, Error> {
        let (place, _) = Place::find_part(&self.target.document, path)?;
        Ok(place.segments())
    }

    /// Removes children of one item at once.
    pub(super) fn remove_all(
        &mut self,
        path: &[Segment],
        children: &[Segment],
    ) -> Result<(), Error> {
        self.run_at(path_of(path), |state, place| state.remove(place, children))
    }

    /// See [`DocumentMut::clear`](crate::DocumentMut::clear).
    ///
    /// # Errors
    /// As there.
    pub fn clear(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.flush()?;
        let path = self.resolve(&path.into_path()?)?;
        let place = Place::find(&self.target.document, &path)?;
        let value = place.value();
        if value.as_array().is_none() && value.as_table().is_none() {
            return Err(Error::at(ErrorKind::NotACollection, place.path()));
        }
        let children: Vec<Segment> = match value.as_table() {
            Some(table) => table
                .keys()
                .map(|key| Segment::Key(key.as_str().to_owned()))
                .collect(),
            None => (0..)
                .take(value.children().count())
                .map(Segment::Index)
                .collect(),
        };
        if children.is_empty() {
            return Ok(());
        }
        if place.form() == Form::Section && value.as_array().is_some() {
            return self.replace_whole(&path, Content::Data(Value::Array(Vec::new())));
        }
        self.remove_all(&path, &children)
    }

    /// See [`DocumentMut::rename`](crate::DocumentMut::rename).
    ///
    /// # Errors
    /// As there.
    pub fn rename(&mut self, path: impl IntoPath, key: &str) -> Result<(), Error> {
        let path = path.into_path()?;
        let path = path_of(&self.count_from_start(path.segments())?);
        if let Ok(found) = self.resolve(&path)
            && self.rename_later(&found, key)?
        {
            return Ok(());
        }
        self.flush()?;
        let found = self.resolve(&path)?;
        self.rename_later(&found, key)?;
        Ok(())
    }

    /// Notes another key for an item that exists, if that can wait.
    fn rename_later(&mut self, path: &[Segment], key: &str) -> Result<bool, Error> {
        let (parent, last) = split_last(path)?;
        match last {
            Segment::Index(_) => return Err(Error::at(ErrorKind::NoKey, path_of(path))),
            Segment::Key(old) if old == key => return Ok(true),
            Segment::Key(_) => {}
        }
        let new = join(parent, Segment::Key(key.to_owned()));
        if !self.queue.admits_rename(path, &new) {
            return Ok(false);
        }
        free_key(&Place::find(&self.target.document, parent)?, key)?;
        self.queue.rename(path.to_vec(), &new, key.to_owned());
        Ok(true)
    }
}

/// Fails where a table has the key.
pub(super) fn free_key(table: &Place<'_>, key: &str) -> Result<(), Error> {
    match table.table()?.get(key) {
        None => Ok(()),
        Some(child) => Err(Error::at(ErrorKind::KeyExists, table.child(child).path())),
    }
}

/// The entry for the first key that is missing, with the content where `rest` ends.
fn nested(rest: &[Segment], mut content: Content, path: &[Segment]) -> Result<Entry, Error> {
    let mut segments = rest.iter().rev().peekable();
    while let Some(segment) = segments.next() {
        let Segment::Key(key) = segment else {
            return Err(Error::at(ErrorKind::NoSuchIndex, path_of(path)));
        };
        let entry = Entry::new(key, content);
        if segments.peek().is_none() {
            return Ok(entry);
        }
        content = Content::Entries(vec![entry]);
    }
    Err(Error::at(ErrorKind::IsRoot, path_of(path)))
}

/// An array in brackets.
pub(super) fn array_of(contents: &[Content]) -> Content {
    let texts: Vec<String> = contents.iter().map(crate::style::inline_text).collect();
    Content::Raw(format!("[{}]", texts.join(", ")))
}
