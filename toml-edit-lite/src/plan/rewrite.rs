//! An item in another form, in its place where it has one line, else where that form belongs.

use std::collections::BTreeSet;

use toml_core::ValueRef;

use super::State;
use super::insert::{Position, extent_of};
use crate::error::{Error, ErrorKind};
use crate::extent;
use crate::lines;
use crate::new_value::Entry;
use crate::patch::{self, Patch};
use crate::path::{Form, Place};
use crate::style::{Layout, inline_text};

impl<'d> State<'d> {
    /// Puts an entry that means the same in the place of an item.
    pub(crate) fn rewrite(
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
        let (leaves, mut gone) = self.lines_of(place);
        let position = if leaves == 0 || layout == Layout::Section {
            Position::End
        } else {
            Position::Before(place.value())
        };
        let mut new = self.insert_as(&parent, entry, position, layout);
        if matches!(position, Position::Before(_)) {
            // In the place of the first line, whatever stands round it.
            let (_, end) = gone.remove(0);
            new.span.end = u32::try_from(end).unwrap_or(u32::MAX);
            if !self.source()[..end].ends_with('\n') {
                drop_newlines(&mut new.text);
            }
        }
        let mut patches = self.remove_lines(gone);
        for patch in &mut patches {
            // The newline before lines that end the text goes with them.
            if new.span.start < patch.span.start && patch.span.start < new.span.end {
                patch.span.start = new.span.end;
                drop_newlines(&mut new.text);
            }
        }
        self.keep_place(&mut patches, &mut new);
        self.close_gap(&patches, &mut new);
        patches.push(new);
        patch::sort(&mut patches);
        Ok(patches)
    }

    /// The lines of an item's pairs, and how many those are; then those of its sections.
    fn lines_of(&self, place: &Place<'d>) -> (usize, Vec<(usize, usize)>) {
        let leaves = match place.form() {
            Form::Section => Vec::new(),
            _ => extent_of(place.value()),
        };
        let pair = |leaf: &ValueRef<'_>| {
            let pair = extent::pair(self.document, *leaf);
            (pair.above, pair.end)
        };
        let mut lines: Vec<(usize, usize)> = leaves.iter().map(pair).collect();
        lines.extend(extent::headers(place.value()).into_iter().map(|table| {
            let section = extent::section(self.document, table);
            (section.above, section.content_end)
        }));
        (leaves.len(), lines)
    }

    /// Leaves out the blank line before new text where a blank line or nothing is left before it, and likewise behind.
    fn close_gap(&self, gone: &[Patch], new: &mut Patch) {
        let source = self.source();
        let is_set_off = |patch: &Patch| {
            let before = lines::line_before(source, patch.span.start as usize);
            let is_blank = |before| lines::is_blank(lines::text_of(source, before));
            patch.span.end == new.span.start && before.is_none_or(is_blank)
        };
        if new.span.is_empty() && gone.iter().any(is_set_off) {
            new.text = new.text.trim_start_matches(['\r', '\n']).to_owned();
        }
        let is_before_blank = |patch: &Patch| {
            let end = patch.span.end as usize;
            let is_blank = end < source.len() && lines::is_blank(lines::text_of(source, end));
            patch.span.start == new.span.end && is_blank
        };
        let newline = lines::newline_near(source, new.span.start as usize);
        if gone.iter().any(is_before_blank)
            && let Some(text) = new.text.strip_suffix(newline)
            && text.ends_with('\n')
        {
            new.text.truncate(text.len());
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
            drop_newlines(&mut new.text);
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
        let mut indexes: BTreeSet<usize> = own
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
        let text = [entry.key.as_str(), " = ", &inline_text(&entry.content)].concat();
        let mut patches = vec![Patch::new(start, leaf.span().end as usize, text)];
        patches.extend(self.comments_of_others(place, first, &indexes));
        patches.extend(list.remove(&indexes));
        patch::sort(&mut patches);
        Ok(patches)
    }
}

impl State<'_> {
    /// The comments of entries between braces that go, above the one that stays for them, or above everything.
    fn comments_of_others(
        &self,
        place: &Place<'_>,
        first: usize,
        others: &BTreeSet<usize>,
    ) -> Option<Patch> {
        let list = self.list(place.owner().value());
        let mut comments = Vec::new();
        for other in others {
            list.comments_of(*other).take_into(&mut comments);
        }
        let (lines, _) = list.comment_spots(first);
        let outermost = || Some(extent::pair(self.document, place.outermost_value()?).line);
        let line = lines.map(|(_, line)| line).or_else(outermost)?;
        let text = self.lines_of_comments(&comments, line);
        (!text.is_empty()).then(|| Patch::insert(line, text))
    }
}

fn drop_newlines(text: &mut String) {
    text.truncate(text.trim_end_matches(['\r', '\n']).len());
}
