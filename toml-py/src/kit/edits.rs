//! Edits as tuples: a name, a path, and a text or an index.

use pyo3::prelude::*;
use toml_core::{ParseOptions, Path, Segment, Version};
use toml_edit_lite::{ArrayLines, Error, ErrorKind, NewValue, Raw, Splice, Transaction};

use super::Step;

/// One edit.
#[derive(FromPyObject)]
pub(super) struct Edit {
    #[pyo3(item(0))]
    name: String,
    #[pyo3(item(1))]
    path: Vec<Step>,
    #[pyo3(item(2))]
    text: Option<String>,
    /// One for what is inserted, all for what is put in another order.
    #[pyo3(item(3))]
    indexes: Vec<usize>,
}

impl Step {
    fn segment(&self) -> Segment {
        match self {
            Self::Key(key) => Segment::Key(key.clone()),
            Self::Index(index) => Segment::Index(*index),
        }
    }
}

impl Edit {
    /// Does the edit.
    ///
    /// # Errors
    /// As the methods of [`Transaction`].
    pub(super) fn apply(&self, tx: &mut Transaction<'_>) -> Result<(), Error> {
        let segments: Vec<Segment> = self.path.iter().map(Step::segment).collect();
        let path = Path::from(segments);
        let text = self.text.as_deref().unwrap_or_default();
        let index = self.indexes.first().copied().unwrap_or_default();
        match self.name.as_str() {
            "set" => tx.set(path, value_of(text)?),
            "put" => tx.set(path, Raw::parse(text)?),
            "push" => tx.push(path, value_of(text)?),
            "push_raw" => tx.push(path, Raw::parse(text)?),
            "insert" => tx.insert(path, index, value_of(text)?),
            "insert_raw" => tx.insert(path, index, Raw::parse(text)?),
            "reorder" => tx.reorder(path, &self.indexes),
            "remove" => tx.remove(path),
            "clear" => tx.clear(path),
            "comment" => tx.set_comment(path, self.text.as_deref().map(bare)),
            "note" => where_it_can_stand(tx.set_comment(path, self.text.as_deref().map(bare))),
            "one_line" => tx.set_lines(path, ArrayLines::One),
            "body" => tx.splice(path, Splice::Body, text),
            "end" => tx.splice(path, Splice::End, text),
            "sections" => tx.splice(path, Splice::Sections, text),
            "before" => tx.splice(path, Splice::Before, text),
            "instead" => tx.splice(path, Splice::Instead, text),
            _ => Ok(()),
        }
    }
}

/// The value that a text stands for, which is then spelled as its neighbours are; the text itself for an integer
/// beyond 64 bits.
fn value_of(text: &str) -> Result<NewValue, Error> {
    let options = ParseOptions {
        version: Version::V1_1,
        ..ParseOptions::default()
    };
    match options.parse_value(text) {
        Ok(value) => Ok(value.value().to_value().into()),
        Err(_) => Ok(Raw::parse(text)?.into()),
    }
}

/// A comment without the `#` and the space that the editor writes.
fn bare(comment: &str) -> &str {
    let text = comment.trim_start().strip_prefix('#').unwrap_or(comment);
    text.strip_prefix(' ').unwrap_or(text)
}

/// A comment that comes with a value has to give way where there is no place for it.
fn where_it_can_stand(outcome: Result<(), Error>) -> Result<(), Error> {
    match outcome {
        Err(error) if error.kind() == ErrorKind::NoCommentPlace => Ok(()),
        other => other,
    }
}
