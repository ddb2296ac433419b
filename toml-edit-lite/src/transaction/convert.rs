//! Tables in another form, with the same data: in braces, under a header, behind dotted keys.

use toml_core::{Kind, ValueRef};

use super::Transaction;
use crate::collect::one_line;
use crate::error::{Error, ErrorKind};
use crate::extent;
use crate::lines;
use crate::new_value::Entry;
use crate::patch::{self, Patch};
use crate::path::{Form, IntoPath, Place};
use crate::plan::State;
use crate::plan::insert::{Position, extent_of};
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
                return Err(Error::at(ErrorKind::NoPlace, place.path()));
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
                return Err(Error::at(ErrorKind::NoPlace, place.path()));
            }
            if place.value().kind() != Kind::Table {
                return Err(Error::at(ErrorKind::NotATable, place.path()));
            }
            if let Some((content, loose)) = state.spread_content(place.value()) {
                entry.content = content;
                entry.comments.above.extend(loose);
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
    Ok((parent, state.entry_of(value)))
}

impl<'d> State<'d> {
    /// Puts an entry that means the same in the place of an item.
    pub(super) fn rewrite(
        &self,
        place: &Place<'d>,
        entry: Entry,
        layout: Layout,
    ) -> Result<Vec<Patch>, Error> {
        let parent = place.parent();
        let parent = parent.ok_or_else(|| Error::at(ErrorKind::IsRoot, place.path()))?;
        if parent.is_inline() {
            return self.rewrite_inline(place, &parent, &entry);
        }
        let leaves = if place.form() == Form::Section {
            Vec::new()
        } else {
            extent_of(place.value())
        };
        let pairs: Vec<_> = leaves
            .iter()
            .map(|leaf| extent::pair(self.document, *leaf))
            .collect();
        let mut gone: Vec<(usize, usize)> =
            pairs.iter().map(|pair| (pair.above, pair.end)).collect();
        gone.extend(extent::headers(place.value()).into_iter().map(|table| {
            let section = extent::section(self.document, table);
            (section.above, section.end)
        }));
        let position = if pairs.is_empty() || layout == Layout::Section {
            Position::End
        } else {
            Position::Before(place.value())
        };
        let mut new = self.insert_as(&parent, entry, position, layout);
        if let (Position::Before(_), false) = (position, gone.is_empty()) {
            // In the place of the first line, whatever stands round it.
            let (_, end) = gone.remove(0);
            new.span.end = u32::try_from(end).unwrap_or(u32::MAX);
            if !self.source()[..end].ends_with('\n') {
                new.text
                    .truncate(new.text.trim_end_matches(['\r', '\n']).len());
            }
        }
        let mut patches = self.remove_lines(gone);
        for patch in &mut patches {
            // The newline before lines that end the text goes with them.
            if new.span.start < patch.span.start && patch.span.start < new.span.end {
                patch.span.start = new.span.end;
                new.text
                    .truncate(new.text.trim_end_matches(['\r', '\n']).len());
            }
        }
        self.close_gap(&patches, &mut new);
        self.keep_place(&mut patches, &mut new);
        patches.push(new);
        patch::sort(&mut patches);
        Ok(patches)
    }

    /// Leaves out the blank line before new text where everything before it goes.
    fn close_gap(&self, gone: &[Patch], new: &mut Patch) {
        let start = lines::file_start(self.source());
        let is_all =
            |patch: &Patch| patch.span.start as usize == start && patch.span.end == new.span.start;
        if new.span.is_empty() && gone.iter().any(is_all) {
            new.text = new.text.trim_start_matches(['\r', '\n']).to_owned();
        }
    }

    /// Leaves the blank lines beside new text, where they are to go together with the old.
    fn keep_place(&self, gone: &mut [Patch], new: &mut Patch) {
        let (source, at) = (self.source(), new.span.start);
        let around = |patch: &&mut Patch| patch.span.start <= at && at < patch.span.end;
        let Some(around) = gone.iter_mut().find(around) else {
            return;
        };
        if !lines::is_blank(&source[around.span.start as usize..at as usize]) {
            around.span.end = at;
            return;
        }
        around.span.start = at;
        if around.span.end as usize == source.len() {
            let newline = lines::newline_near(source, at as usize);
            let end = if source.ends_with('\n') { newline } else { "" };
            new.text
                .truncate(new.text.trim_end_matches(['\r', '\n']).len());
            new.text.push_str(end);
        }
    }

    fn rewrite_inline(
        &self,
        place: &Place<'d>,
        parent: &Place<'d>,
        entry: &Entry,
    ) -> Result<Vec<Patch>, Error> {
        // A dotted table between braces: its entries go, but for the first, which becomes the new one.
        let owner = place.owner();
        let all = extent::leaves(owner.value());
        let own = extent_of(place.value());
        let mut indexes: std::collections::BTreeSet<usize> = own
            .iter()
            .map(|leaf| all.partition_point(|other| other.span().start < leaf.span().start))
            .collect();
        let (Some(first), Some(leaf)) = (indexes.pop_first(), own.first()) else {
            return Err(Error::at(ErrorKind::NoPlace, place.path()));
        };
        let list = self.list(owner.value());
        let keys = extent::keys_of(self.source(), &owner, *leaf);
        let count = parent.key_count() - owner.key_count();
        let start = keys
            .get(count)
            .map_or(list.start_of(first), |key| key.start as usize);
        let text = [
            entry.key.as_str(),
            " = ",
            &crate::style::inline_text(&entry.content),
        ]
        .concat();
        let mut patches = vec![Patch::new(start, leaf.span().end as usize, text)];
        patches.extend(list.remove(&indexes));
        patch::sort(&mut patches);
        Ok(patches)
    }
}
