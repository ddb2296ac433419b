//! Making an item's data equal to other data with the smallest change.

use toml_core::{Segment, Value};

use super::{Transaction, queue};
use crate::error::Error;
use crate::new_value::{Content, check_depth};
use crate::path::{Form, Place, is_same, path_of};

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

    /// Elements at the start and the end that are the same stay; of those between, each becomes the new one of its place,
    /// and what is left over goes or comes.
    fn update_array(&mut self, path: &[Segment], new: &[Value]) -> Result<(), Error> {
        let place = Place::find(&self.target.document, path)?;
        let old: Vec<_> = place.value().children().collect();
        let is_tables = place.form() == Form::Section;
        if is_tables && (new.is_empty() || !new.iter().all(Value::is_table)) {
            let contents: Vec<Content> = new.iter().cloned().map(Content::Data).collect();
            self.flush()?;
            return self.replace_whole(path, super::set::array_of(&contents));
        }
        let shorter = old.len().min(new.len());
        let start = (0..shorter)
            .take_while(|at| is_same(old[*at], &new[*at]))
            .count();
        let is_same_at_end =
            |at: &usize| is_same(old[old.len() - 1 - at], &new[new.len() - 1 - at]);
        let end = (0..shorter - start).take_while(is_same_at_end).count();
        let (old_length, last) = (old.len(), new.len() - end);
        let paired = shorter - start - end;
        let changed: Vec<usize> = (start..start + paired)
            .filter(|at| !is_same(old[*at], &new[*at]))
            .collect();
        for at in changed {
            self.set_content(&join(path, index(at)), Content::Data(new[at].clone()))?;
        }
        let gone = (start + paired..old_length - end).map(index).collect();
        self.remove_children(path, gone)?;
        let added: Vec<Content> = new[start + paired..last]
            .iter()
            .cloned()
            .map(Content::Data)
            .collect();
        if added.is_empty() {
            return Ok(());
        }
        if end == 0 {
            return self.push_contents(path, added);
        }
        self.run_at(path_of(path), |state, place| {
            queue::insert_elements(state, place, start + paired, added)
        })
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

pub(super) fn join(path: &[Segment], segment: Segment) -> Vec<Segment> {
    let mut path = path.to_vec();
    path.push(segment);
    path
}

pub(super) fn index(at: usize) -> Segment {
    Segment::Index(i64::try_from(at).unwrap_or(i64::MAX))
}
