//! Keys that leave a table, and elements that leave an array.

use std::collections::BTreeSet;

use toml_core::{Path, Segment, TableForm, ValueRef};

use super::State;
use super::insert::extent_of;
use crate::error::{Error, ErrorKind};
use crate::extent::{self, Pair};
use crate::lines;
use crate::patch::{self, Patch};
use crate::path::{Form, Place, form, join};
use crate::style::{Brackets, HeaderStyle};

/// Whole lines, from one offset to another.
type Lines = (usize, usize);

impl State<'_> {
    /// Takes some children out of a table or array. A table that is left empty stays, as an empty one.
    ///
    /// An array of tables needs elements; taking out all is for the caller to do otherwise.
    ///
    /// # Errors
    /// `NoSuchKey` or `NoSuchIndex`.
    pub(crate) fn remove(
        &self,
        place: &Place<'_>,
        children: &[Segment],
    ) -> Result<Vec<Patch>, Error> {
        // Elements are a linked list, which is not searched for each of them.
        let elements: Vec<ValueRef<'_>> = match place.value().as_array() {
            Some(array) => array.iter().collect(),
            None => Vec::new(),
        };
        let children = children
            .iter()
            .map(|segment| child_of(place, &elements, segment))
            .collect::<Result<Vec<_>, Error>>()?;
        let is_emptied = place.value().children().count() == children.len();
        if place.value().as_array().is_some() && place.form() == Form::Value {
            let starts: BTreeSet<u32> = children.iter().map(|child| child.span().start).collect();
            let indexes = (0..elements.len())
                .filter(|index| starts.contains(&elements[*index].span().start))
                .collect();
            return Ok(self.list(place.value()).remove(&indexes));
        }
        if place.is_inline() {
            return Ok(self.remove_inline(place, &children, is_emptied));
        }
        Ok(self.remove_lines_of(place, &children, is_emptied))
    }

    /// Entries of an inline table.
    fn remove_inline(
        &self,
        place: &Place<'_>,
        children: &[ValueRef<'_>],
        is_emptied: bool,
    ) -> Vec<Patch> {
        let owner = place.owner();
        let leaves = extent::leaves(owner.value());
        let mut gone: Vec<ValueRef<'_>> = children
            .iter()
            .flat_map(|child| extent_of(*child))
            .collect();
        gone.sort_by_key(|leaf| leaf.span().start);
        let mut patches = Vec::new();
        if is_emptied && place.form() == Form::Dotted && !gone.is_empty() {
            patches.push(self.empty_dotted(place, gone.remove(0)));
        }
        let index = |leaf: &ValueRef<'_>| {
            leaves.partition_point(|other| other.span().start < leaf.span().start)
        };
        let indexes: BTreeSet<usize> = gone.iter().map(index).collect();
        patches.extend(self.list(owner.value()).remove(&indexes));
        patches
    }

    /// What is left of a dotted key when its table loses the last key: `a.b = 1` becomes `a = {}`.
    fn empty_dotted(&self, place: &Place<'_>, leaf: ValueRef<'_>) -> Patch {
        let owner = place.owner();
        let keys = extent::keys_of(self.source(), &owner, leaf);
        let count = place.key_count() - owner.key_count();
        let key_end = |at: usize| keys.get(at).map_or(leaf.span().start, |key| key.end) as usize;
        let last = key_end(keys.len().saturating_sub(1));
        let equals = &self.source()[last..leaf.span().start as usize];
        let from = key_end(count.saturating_sub(1));
        Patch::new(from, leaf.span().end as usize, [equals, "{}"].concat())
    }

    /// Lines of a body, and sections.
    fn remove_lines_of(
        &self,
        place: &Place<'_>,
        children: &[ValueRef<'_>],
        is_emptied: bool,
    ) -> Vec<Patch> {
        let mut pairs: Vec<Pair> = children
            .iter()
            .filter(|child| form(**child) != Form::Section)
            .flat_map(|child| extent_of(*child))
            .map(|leaf| extent::pair(self.document, leaf))
            .collect();
        pairs.sort_by_key(|pair| pair.line);
        let mut patches = Vec::new();
        if is_emptied && place.form() == Form::Dotted && !pairs.is_empty() {
            self.empty_pair(place, &pairs.remove(0), &mut patches);
        }
        let mut tables: Vec<ValueRef<'_>> = children
            .iter()
            .flat_map(|child| extent::headers(*child))
            .collect();
        tables.sort_by_key(|table| table.span().start);
        let mut gone: Vec<Lines> = pairs.iter().map(|pair| (pair.above, pair.end)).collect();
        let is_implicit = place.value().table_form() == Some(TableForm::Implicit);
        if is_emptied && is_implicit && !tables.is_empty() {
            patches.push(self.empty_header(place, tables.remove(0)));
        }
        gone.extend(tables.into_iter().map(|table| {
            let section = extent::section(self.document, table);
            (section.above, section.content_end)
        }));
        patches.extend(self.remove_lines(gone));
        settle_end(&mut patches);
        patches
    }

    /// What is left of the headers below a table that has none: its own, in the place of the first of them.
    fn empty_header(&self, place: &Place<'_>, first: ValueRef<'_>) -> Patch {
        let section = extent::section(self.document, first);
        let mut headers = HeaderStyle::below(self.document, place);
        lines::indent_of(self.source(), section.line).clone_into(&mut headers.indent);
        let has_newline = self.source()[..section.content_end].ends_with('\n');
        let newline = lines::newline_near(self.source(), section.body);
        let newline = if has_newline { newline } else { "" };
        let text = [&headers.header(Brackets::Table), newline].concat();
        Patch::new(section.above, section.content_end, text)
    }

    /// [`empty_dotted`](Self::empty_dotted) without the comments, which were about the last key.
    fn empty_pair(&self, place: &Place<'_>, pair: &Pair, patches: &mut Vec<Patch>) {
        let leaf = extent::leaves(place.value()).into_iter().next();
        let Some(leaf) = leaf else { return };
        let mut patch = self.empty_dotted(place, leaf);
        if let Some(comment) = lines::comment_behind(self.source(), pair.value.end as usize) {
            patch.span.end = comment.end;
        }
        if pair.above < pair.line {
            patches.push(Patch::remove(pair.above, pair.line));
        }
        patches.push(patch);
    }

    /// Takes whole lines out, and the blank lines that would be left over.
    pub(crate) fn remove_lines(&self, mut gone: Vec<Lines>) -> Vec<Patch> {
        gone.sort_unstable();
        let gone = merged(gone)
            .into_iter()
            .map(|lines| self.with_blank_lines(lines));
        let mut gone = merged(gone.collect());
        self.end_text(&mut gone);
        let patch = |(start, end)| Patch::remove(start, end);
        gone.into_iter().map(patch).collect()
    }

    /// Lines with the blank lines behind them, where there are some before them, too, or nothing.
    fn with_blank_lines(&self, (start, end): Lines) -> Lines {
        let source = self.source();
        let is_first = start <= lines::file_start(source);
        let is_after_blank = lines::line_before(source, start)
            .is_some_and(|before| lines::is_blank(lines::text_of(source, before)));
        if !is_first && !is_after_blank {
            return (start, end);
        }
        (start, lines::skip_blank_lines(source, end, source.len()))
    }

    /// Where the end of the text goes, so do the blank lines before; and the text ends as it did, with a newline or without.
    fn end_text(&self, gone: &mut Vec<Lines>) {
        let source = self.source();
        let Some((mut start, end)) = gone.pop_if(|last| last.1 == source.len()) else {
            return;
        };
        loop {
            start = lines::skip_blank_lines_back(source, start);
            match gone.pop_if(|before| before.1 >= start) {
                Some((before, _)) => start = before,
                None => break,
            }
        }
        if !source.ends_with('\n') {
            let kept = &source[..start];
            let kept = kept.strip_suffix('\n').unwrap_or(kept);
            start = kept.strip_suffix('\r').unwrap_or(kept).len();
        }
        gone.push((start.max(lines::file_start(source)), end));
    }
}

/// Keeps apart lines that end the text, which go with the newline before them, and what is written right before
/// them: it goes without its newline instead.
pub(crate) fn settle_end(patches: &mut [Patch]) {
    patch::sort(patches);
    if let [.., before, last] = patches
        && last.span.start < before.span.end
        && last.text.is_empty()
    {
        last.span.start = before.span.end;
        before
            .text
            .truncate(before.text.trim_end_matches(['\r', '\n']).len());
    }
}

fn child_of<'d>(
    place: &Place<'d>,
    elements: &[ValueRef<'d>],
    segment: &Segment,
) -> Result<ValueRef<'d>, Error> {
    let (child, kind) = match segment {
        Segment::Key(key) => (place.value().get(key), ErrorKind::NoSuchKey),
        Segment::Index(index) => {
            let index = usize::try_from(*index).ok();
            let child = index.and_then(|index| elements.get(index).copied());
            (child, ErrorKind::NoSuchIndex)
        }
    };
    child.ok_or_else(|| {
        let path = join(&place.segments(), segment.clone());
        Error::at(kind, Path::from(path))
    })
}

/// Lines that touch or overlap made one; they are in order.
fn merged(sorted: Vec<Lines>) -> Vec<Lines> {
    let mut merged: Vec<Lines> = Vec::with_capacity(sorted.len());
    for (start, end) in sorted {
        match merged.last_mut() {
            Some(last) if last.1 >= start => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}
