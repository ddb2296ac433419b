//! Tables in another form, with the same data: in braces, under a header, behind dotted keys.

use toml_core::{Kind, ValueRef};

use super::Transaction;
use crate::collect::one_line;
use crate::error::{Error, ErrorKind};
use crate::new_value::Entry;
use crate::path::{Form, IntoPath, Place};
use crate::plan::State;
use crate::style::Layout;

impl Transaction<'_> {
    /// See [`DocumentMut::to_inline`](crate::DocumentMut::to_inline).
    ///
    /// # Errors
    /// As there.
    pub fn to_inline(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.run_at(path, |state, place| {
            let (_, entry) = convertible(state, place)?;
            if place.form() == Form::Value {
                return Ok(Vec::new());
            }
            state.rewrite(place, one_line(entry), Layout::Inline)
        })
    }

    /// See [`DocumentMut::to_table`](crate::DocumentMut::to_table).
    ///
    /// # Errors
    /// As there.
    pub fn to_table(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.run_at(path, |state, place| {
            let (parent, mut entry) = convertible(state, place)?;
            if place.form() == Form::Section {
                return Ok(Vec::new());
            }
            if parent.is_inline() {
                return Err(Error::at(ErrorKind::InBraces, place.path()));
            }
            let not_tables = || Error::at(ErrorKind::NotATable, place.path());
            let spread = state.spread_content(place.value());
            let (content, loose) = spread.ok_or_else(not_tables)?;
            entry.content = content;
            entry.comments.above.extend(loose);
            state.rewrite(place, entry, Layout::Section)
        })
    }

    /// See [`DocumentMut::to_dotted`](crate::DocumentMut::to_dotted).
    ///
    /// # Errors
    /// As there.
    pub fn to_dotted(&mut self, path: impl IntoPath) -> Result<(), Error> {
        self.run_at(path, |state, place| {
            let (parent, mut entry) = convertible(state, place)?;
            if place.form() == Form::Dotted {
                return Ok(Vec::new());
            }
            if parent.is_inline() {
                return Err(Error::at(ErrorKind::InBraces, place.path()));
            }
            if place.value().kind() != Kind::Table {
                return Err(Error::at(ErrorKind::NotATable, place.path()));
            }
            if let Some((content, loose)) = state.spread_content(place.value()) {
                entry.content = content;
                entry.comments.end = loose;
            }
            state.rewrite(place, entry, Layout::Dotted)
        })
    }
}

/// A table or array of tables that stands at a key, as an entry, and what it stands in.
fn convertible<'d>(state: &State<'d>, place: &Place<'d>) -> Result<(Place<'d>, Entry), Error> {
    let value = place.value();
    let parent = place.parent();
    let parent = parent.ok_or_else(|| Error::at(ErrorKind::IsRoot, place.path()))?;
    let is_tables = |child: ValueRef<'_>| child.kind() == Kind::Table;
    let is_convertible = value.kind() == Kind::Table
        || value.kind() == Kind::Array
            && value.children().next().is_some()
            && value.children().all(is_tables);
    if place.key().is_none() || !is_convertible {
        return Err(Error::at(ErrorKind::NotATable, place.path()));
    }
    Ok((parent, state.entry_at(place)))
}
