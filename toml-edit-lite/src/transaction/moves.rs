//! Items that go to another place of the document, or come to stand there once more, with their texts and comments.

use toml_core::{Segment, ValueRef};

use super::update::index as segment;
use super::{Transaction, split_last};
use crate::error::{Error, ErrorKind};
use crate::extent;
use crate::lines;
use crate::new_value::{Content, Element, Entry};
use crate::patch::Patch;
use crate::path::{Form, IntoPath, Place, join, path_of};
use crate::plan::State;
use crate::plan::insert::Position;
use crate::style::{HeaderStyle, Layout, key_text, layout_for};

impl Transaction<'_> {
    /// See [`DocumentMut::move_to`](crate::DocumentMut::move_to).
    ///
    /// # Errors
    /// As there.
    pub fn move_to(&mut self, path: impl IntoPath, new_path: impl IntoPath) -> Result<(), Error> {
        self.flush()?;
        let from = self.resolve(&path.into_path()?)?;
        let to = new_path.into_path()?;
        let (parent, last) = split_last(to.segments())?;
        let (old_parent, _) = split_last(&from)?;
        if from == to.segments() {
            return Ok(());
        }
        if to.segments().starts_with(&from) {
            return Err(Error::at(ErrorKind::IntoItself, to));
        }
        match last {
            Segment::Key(key)
                if old_parent == parent && matches!(from.last(), Some(Segment::Key(_))) =>
            {
                self.rename(path_of(&from), key)
            }
            Segment::Key(key) => {
                self.copy_to_key(&from, parent, key)?;
                let outcome = self.remove(path_of(&from));
                self.or_fail(outcome)
            }
            Segment::Index(index) => self.move_to_index(&from, parent, *index),
        }
    }

    /// See [`DocumentMut::copy_to`](crate::DocumentMut::copy_to).
    ///
    /// # Errors
    /// As there.
    pub fn copy_to(&mut self, path: impl IntoPath, new_path: impl IntoPath) -> Result<(), Error> {
        self.flush()?;
        let from = self.resolve(&path.into_path()?)?;
        let to = new_path.into_path()?;
        let (parent, last) = split_last(to.segments())?;
        split_last(&from)?;
        if to.segments().len() > from.len() && to.segments().starts_with(&from) {
            return Err(Error::at(ErrorKind::IntoItself, to));
        }
        match last {
            Segment::Key(key) => self.copy_to_key(&from, parent, key),
            Segment::Index(index) => {
                let (array, at, _) = self.place_in_array(parent, *index)?;
                self.copy_to_index(&from, &array, at)
            }
        }
    }

    fn copy_to_key(
        &mut self,
        from: &[Segment],
        parent: &[Segment],
        key: &str,
    ) -> Result<(), Error> {
        let place = Place::find(&self.target.document, from)?;
        let (target, rest) = Place::find_part(&self.target.document, parent)?;
        let target_path = target.segments();
        if rest.is_empty() {
            super::set::free_key(&target, key)?;
        }
        let keys: Option<Vec<String>> = rest.iter().map(key_of).collect();
        let goes_as_it_is = keys.is_some()
            && place.form() == Form::Section
            && place.key().is_some()
            && layout_for(
                &target,
                &Content::Entries(vec![Entry::new(key, Content::Raw(String::new()))]),
            ) == Layout::Section;
        if goes_as_it_is {
            self.run(|state| {
                let place = Place::find(state.document, from)?;
                let target = Place::find(state.document, &target_path)?;
                let mut keys = keys.unwrap_or_default();
                keys.push(key_text(key));
                Ok(vec![state.copy_sections(&place, &target, &keys)])
            })?;
        } else {
            let state = self.target.state();
            let mut entry = state.entry_at(&Place::find(state.document, from)?);
            entry.key = key_text(key);
            self.add_entry(parent, entry)?;
        }
        Ok(())
    }

    /// Adds an entry to a table, which is made if it is missing.
    pub(super) fn add_entry(&mut self, table: &[Segment], entry: Entry) -> Result<(), Error> {
        let (place, rest) = Place::find_part(&self.target.document, table)?;
        let found = place.segments();
        let mut entry = entry;
        for segment in rest.iter().rev() {
            let Segment::Key(key) = segment else {
                return Err(Error::at(ErrorKind::NoSuchIndex, path_of(table)));
            };
            entry = Entry::new(key, Content::Entries(vec![entry]));
        }
        place.table()?;
        self.run_at(path_of(&found), |state, place| {
            state.insert(place, vec![entry], Position::End)
        })
    }

    fn move_to_index(
        &mut self,
        from: &[Segment],
        array: &[Segment],
        index: i64,
    ) -> Result<(), Error> {
        let (array, at, length) = self.place_in_array(array, index)?;
        let (old_parent, last) = split_last(from)?;
        if let (true, Segment::Index(old)) = (old_parent == array, last) {
            let old = usize::try_from(*old).map_err(|_| no_such(&array, index))?;
            let mut order: Vec<usize> = (0..length).filter(|index| *index != old).collect();
            order.insert(at.min(length - 1), old);
            return self.reorder(path_of(&array), &order);
        }
        // What comes before the old place moves it by one.
        let mut old = from.to_vec();
        if old.starts_with(&array)
            && let Some(Segment::Index(index)) = old.get(array.len()).cloned()
            && usize::try_from(index).is_ok_and(|index| index >= at)
        {
            old[array.len()] = segment(usize::try_from(index).unwrap_or(0) + 1);
        }
        self.copy_to_index(from, &array, at)?;
        let outcome = self.remove(path_of(&old));
        self.or_fail(outcome)
    }

    fn copy_to_index(
        &mut self,
        from: &[Segment],
        array: &[Segment],
        at: usize,
    ) -> Result<(), Error> {
        let state = self.target.state();
        let Entry {
            content, comments, ..
        } = state.entry_at(&Place::find(state.document, from)?);
        self.insert_element(array, Some(at), Element { content, comments })
    }

    /// An array, the index from the start that one in it means, and its length, which is such an index, too.
    fn place_in_array(
        &self,
        array: &[Segment],
        index: i64,
    ) -> Result<(Vec<Segment>, usize, usize), Error> {
        let place = Place::find(&self.target.document, array)?;
        let array = place.segments();
        let length = place.value().children().count();
        let count = i64::try_from(length).unwrap_or(i64::MAX);
        let at = if index < 0 { index + count } else { index };
        let at = usize::try_from(at).ok().filter(|at| *at <= length);
        match at {
            Some(at) => Ok((array, at, length)),
            None => Err(no_such(&array, index)),
        }
    }
}

#[cold]
fn no_such(array: &[Segment], index: i64) -> Error {
    let path = join(array, Segment::Index(index));
    Error::at(ErrorKind::NoSuchIndex, path_of(&path))
}

/// The text of a key that is to be made.
fn key_of(segment: &Segment) -> Option<String> {
    match segment {
        Segment::Key(key) => Some(key_text(key)),
        Segment::Index(_) => None,
    }
}

impl State<'_> {
    /// The sections of an item once more behind those of another table, under other keys.
    fn copy_sections(&self, place: &Place<'_>, target: &Place<'_>, keys: &[String]) -> Patch {
        let mut headers = HeaderStyle::below(self.document, target);
        for key in keys {
            headers.push(key);
        }
        let newline = lines::newline_near(self.source(), self.source().len());
        let count = place.key_count();
        let mut out = String::new();
        for table in extent::headers(place.value()) {
            if !out.is_empty() {
                out.push_str(newline);
            }
            out.push_str(&self.section_under(table, count, &headers.path));
            if !out.ends_with('\n') {
                out.push_str(newline);
            }
        }
        self.text_behind(target, &out, newline)
    }

    /// A section whose header has another text for the first `count` segments of its key.
    fn section_under(&self, table: ValueRef<'_>, count: usize, path: &str) -> String {
        let section = extent::section(self.document, table);
        let keys = self.header_keys(table);
        let text = &self.source()[section.above..section.content_end];
        let (Some(first), Some(last)) = (keys.first(), keys.get(count.saturating_sub(1))) else {
            return text.to_owned();
        };
        let (start, end) = (
            first.start as usize - section.above,
            last.end as usize - section.above,
        );
        [&text[..start], path, &text[end..]].concat()
    }
}
