//! Another document laid over this one.

use toml_core::{Document, ParseOptions, Segment, ValueRef};

use super::{Transaction, split_last};
use crate::error::Error;
use crate::new_value::Content;
use crate::path::{Form, Place, form, is_same, join, key_of};
use crate::plan::State;

/// What becomes of a value that both documents have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MergePolicy {
    /// It becomes that of the other document.
    #[default]
    Overwrite,
    /// It stays.
    Keep,
    /// Arrays get the elements of the other's that they do not have; any other value becomes that of the other.
    Extend,
}

impl Transaction<'_> {
    /// See [`DocumentMut::merge`](crate::DocumentMut::merge).
    ///
    /// # Errors
    /// As there.
    pub fn merge(&mut self, other: &Document<'_>, policy: MergePolicy) -> Result<(), Error> {
        let other = State {
            document: other,
            options: ParseOptions::default(),
        };
        let outcome = self.merge_table(&[], other.document.root().as_value(), &other, policy);
        self.or_fail(outcome)
    }

    fn merge_table<'o>(
        &mut self,
        path: &[Segment],
        theirs: ValueRef<'o>,
        other: &State<'o>,
        policy: MergePolicy,
    ) -> Result<(), Error> {
        for child in theirs.children() {
            let key = key_of(child);
            let path_of_child = join(path, Segment::Key(key.to_owned()));
            self.flush_if_new(&path_of_child)?;
            match Place::find(&self.target.document, &path_of_child) {
                Err(_) => self.merge_new(&path_of_child, other)?,
                Ok(ours) if ours.value().as_table().is_some() && child.as_table().is_some() => {
                    self.merge_table(&path_of_child, child, other, policy)?;
                }
                Ok(ours) => {
                    let is_extended = policy == MergePolicy::Extend
                        && ours.value().as_array().is_some()
                        && child.as_array().is_some();
                    if is_extended {
                        self.merge_array(&path_of_child, child)?;
                    } else if policy != MergePolicy::Keep {
                        self.set_content(&path_of_child, Content::Data(child.to_value()))?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Applies what waits if the table of a key is among it.
    fn flush_if_new(&mut self, path: &[Segment]) -> Result<(), Error> {
        let table = &path[..path.len().saturating_sub(1)];
        if Place::find(&self.target.document, table).is_err() {
            self.flush()?;
        }
        Ok(())
    }

    /// A key that is not there, with its comments.
    fn merge_new(&mut self, path: &[Segment], other: &State<'_>) -> Result<(), Error> {
        let entry = other.entry_at(&Place::find(other.document, path)?);
        let (table, key) = split_last(path)?;
        if !self.queue.admits_insertion(table, key) {
            self.flush()?;
        }
        self.queue.insert(table.to_vec(), key, entry);
        Ok(())
    }

    fn merge_array<'o>(&mut self, path: &[Segment], theirs: ValueRef<'o>) -> Result<(), Error> {
        let ours = Place::find(&self.target.document, path)?;
        let has_sections = ours.form() == Form::Section;
        let is_new = |element: &ValueRef<'o>| {
            let value = element.to_value();
            !ours.value().children().any(|old| is_same(old, &value))
        };
        let new: Vec<ValueRef<'o>> = theirs.children().filter(is_new).collect();
        let content = |element: ValueRef<'o>| match form(element) {
            Form::Value if !has_sections => Content::Raw(element.raw().to_owned()),
            _ => Content::Data(element.to_value()),
        };
        let contents: Vec<Content> = new.into_iter().map(content).collect();
        for content in contents {
            self.push(crate::path::path_of(path), crate::NewValue(content))?;
        }
        Ok(())
    }
}
