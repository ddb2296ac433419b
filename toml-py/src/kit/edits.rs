//! Edits as tuples: a name, a path, and a text or an index.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use toml_core::{ParseOptions, Version};
use toml_edit_lite::{ArrayLines, Error, ErrorKind, NewValue, Raw, Splice, Transaction};

use super::{Step, path_of};

/// One edit.
#[derive(FromPyObject)]
pub(super) struct Edit {
    #[pyo3(item(0))]
    verb: Verb,
    #[pyo3(item(1))]
    path: Vec<Step>,
    #[pyo3(item(2))]
    text: Option<String>,
    /// One for what is inserted, all for what is put in another order.
    #[pyo3(item(3))]
    indexes: Vec<usize>,
}

/// What an edit does. Texts that are `Raw` stay as they are, others are spelled as their neighbours.
#[derive(Clone, Copy)]
enum Verb {
    Set,
    SetRaw,
    Push,
    PushRaw,
    Insert,
    InsertRaw,
    Reorder,
    Remove,
    Comment,
    /// A comment that comes with a value, and gives way where there is no place for it.
    Note,
    OneLine,
    Splice(Splice),
}

impl<'py> FromPyObject<'_, 'py> for Verb {
    type Error = PyErr;

    fn extract(name: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(match name.extract::<&str>()? {
            "set" => Self::Set,
            "put" => Self::SetRaw,
            "push" => Self::Push,
            "push_raw" => Self::PushRaw,
            "insert" => Self::Insert,
            "insert_raw" => Self::InsertRaw,
            "reorder" => Self::Reorder,
            "remove" => Self::Remove,
            "comment" => Self::Comment,
            "note" => Self::Note,
            "one_line" => Self::OneLine,
            "body" => Self::Splice(Splice::Body),
            "end" => Self::Splice(Splice::End),
            "sections" => Self::Splice(Splice::Sections),
            "before" => Self::Splice(Splice::Before),
            "instead" => Self::Splice(Splice::Instead),
            other => return Err(PyValueError::new_err(format!("no edit is called {other}"))),
        })
    }
}

impl Edit {
    /// Does the edit.
    ///
    /// # Errors
    /// As the methods of [`Transaction`].
    pub(super) fn apply(&self, tx: &mut Transaction<'_>) -> Result<(), Error> {
        let path = path_of(&self.path);
        let text = self.text.as_deref().unwrap_or_default();
        let index = self.indexes.first().copied().unwrap_or_default();
        match self.verb {
            Verb::Set => tx.set(path, value_of(text)?),
            Verb::SetRaw => tx.set(path, Raw::parse(text)?),
            Verb::Push => tx.push(path, value_of(text)?),
            Verb::PushRaw => tx.push(path, Raw::parse(text)?),
            Verb::Insert => tx.insert(path, index, value_of(text)?),
            Verb::InsertRaw => tx.insert(path, index, Raw::parse(text)?),
            Verb::Reorder => tx.reorder(path, &self.indexes),
            Verb::Remove => tx.remove(path),
            Verb::Comment => tx.set_comment(path, self.text.as_deref().map(bare)),
            Verb::Note => match tx.set_comment(path, Some(bare(text))) {
                Err(error) if error.kind() == ErrorKind::NoCommentPlace => Ok(()),
                outcome => outcome,
            },
            Verb::OneLine => tx.set_lines(path, ArrayLines::One),
            Verb::Splice(splice) => tx.splice(path, splice, text),
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
