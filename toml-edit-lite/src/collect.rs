//! Items of a document as new values: texts as they are written, and comments with what they belong to.

use std::collections::BTreeMap;

use toml_core::{ArrayForm, Kind, TableForm, ValueRef};

use crate::extent;
use crate::lines;
use crate::list::List;
use crate::new_value::{Comments, Content, Entry, Section};
use crate::path::{Form, Place, form};
use crate::plan::State;
use crate::plan::insert::extent_of;

impl<'d> State<'d> {
    /// An item with its key and comments, as it can go elsewhere.
    pub(crate) fn entry_at(&self, place: &Place<'d>) -> Entry {
        match place.parent() {
            Some(parent) if parent.is_inline() => {
                let list = self.list(parent.owner().value());
                inline_entry(place.value(), &list)
            }
            _ => self.entry_of(place.value()),
        }
    }

    /// The comments about an item as a whole: not those about what is in it.
    pub(crate) fn comments_of(&self, place: &Place<'d>) -> Comments {
        if place.form() != Form::Dotted || place.is_inline() {
            return self.header_comments(place.value());
        }
        // Those above the first of the dotted keys are about all of them.
        let first = extent::leaves(place.value()).into_iter().next();
        Comments {
            beside: None,
            ..first.map_or_else(Comments::default, |first| self.pair_comments(first))
        }
    }

    /// A child of a table that stands on lines of its own.
    fn entry_of(&self, child: ValueRef<'d>) -> Entry {
        let key = child.key().map_or("", |key| key.raw());
        let (content, end) = self.content_of(child);
        let mut comments = match form(child) {
            Form::Value => self.pair_comments(child),
            _ => self.header_comments(child),
        };
        comments.end = end;
        Entry {
            key: key.to_owned(),
            content,
            comments,
        }
    }

    /// The value of an item: its text, or its entries if it stands on lines of its own; and the comments at the end
    /// of its body.
    fn content_of(&self, item: ValueRef<'d>) -> (Content, Vec<String>) {
        if form(item) == Form::Value {
            return (Content::Raw(item.raw().to_owned()), Vec::new());
        }
        if item.array_form() == Some(ArrayForm::OfTables) {
            let section = |element: ValueRef<'d>| {
                let (entries, end) = self.body_of(element);
                let comments = self.header_comments(element);
                Section {
                    entries,
                    comments: Comments { end, ..comments },
                }
            };
            let tables = item.children().map(section).collect();
            return (Content::Tables(tables), Vec::new());
        }
        let (entries, end) = self.body_of(item);
        (Content::Entries(entries), end)
    }

    /// The entries of a table with all comments of its body: those that belong to no key are above the next one,
    /// or at the end.
    fn body_of(&self, table: ValueRef<'d>) -> (Vec<Entry>, Vec<String>) {
        let entries = table.children().map(|child| self.entry_of(child));
        let mut entries: Vec<Entry> = entries.collect();
        if table.table_form() != Some(TableForm::Header) {
            return (entries, Vec::new());
        }
        let (between, end) = self.loose_comments(table);
        for (entry, child) in entries.iter_mut().zip(table.children()) {
            let leaves = match form(child) {
                Form::Section => Vec::new(),
                _ => extent_of(child),
            };
            let of_leaf = |leaf: ValueRef<'d>| between.get(&leaf.span().start).cloned();
            let loose = leaves.into_iter().filter_map(of_leaf).flatten();
            entry.comments.above.splice(0..0, loose);
        }
        (entries, end)
    }

    /// The entries of an inline table, or the tables of an array in brackets, ready for lines of their own; and the
    /// comments that belong to none of them.
    pub(crate) fn spread_content(&self, value: ValueRef<'d>) -> Option<(Content, Vec<String>)> {
        if form(value) != Form::Value {
            let is_table = value.kind() == Kind::Table;
            return is_table.then(|| self.content_of(value));
        }
        let list = self.list(value);
        let content = match value.kind() {
            Kind::Table => {
                let entry = |child| inline_entry(child, &list);
                Content::Entries(value.children().map(entry).collect())
            }
            _ => self.spread_array(value, &list)?,
        };
        Some((content, list.loose_comments()))
    }

    fn spread_array(&self, array: ValueRef<'d>, list: &List<'_>) -> Option<Content> {
        let section = |(at, element): (usize, ValueRef<'d>)| {
            let (content, loose) = self.spread_content(element)?;
            let mut comments = list.comments_of(at);
            comments.above.extend(loose);
            Some(Section {
                entries: content.into_entries().ok()?,
                comments,
            })
        };
        let tables: Option<Vec<Section>> = array.children().enumerate().map(section).collect();
        tables
            .filter(|tables| !tables.is_empty())
            .map(Content::Tables)
    }

    /// The comments of a pair in a body.
    fn pair_comments(&self, leaf: ValueRef<'d>) -> Comments {
        let pair = extent::pair(self.document, leaf);
        Comments {
            above: self.comment_lines(pair.above, pair.line),
            beside: self.comment_text(pair.value.end as usize),
            end: Vec::new(),
        }
    }

    /// The comments of a header; none where there is no header.
    fn header_comments(&self, table: ValueRef<'d>) -> Comments {
        if table.table_form() != Some(TableForm::Header) {
            return Comments::default();
        }
        let section = extent::section(self.document, table);
        let header = section.header;
        Comments {
            above: self.comment_lines(section.above, section.line),
            beside: header.and_then(|header| self.comment_text(header.end as usize)),
            end: Vec::new(),
        }
    }

    /// The comments of a section's body that belong to none of its keys: by the start of the value that follows, and
    /// those behind the last.
    fn loose_comments(&self, table: ValueRef<'d>) -> (BTreeMap<u32, Vec<String>>, Vec<String>) {
        let section = extent::section(self.document, table);
        let mut between = BTreeMap::new();
        let mut from = section.body;
        for leaf in extent::leaves(table) {
            let pair = extent::pair(self.document, leaf);
            let comments = self.comment_lines(from, pair.above.max(from));
            between.insert(leaf.span().start, comments);
            from = pair.end;
        }
        let end = self.comment_lines(from, section.content_end.max(from));
        (between, end)
    }

    /// The comments among whole lines from one offset to another, each with its `#`.
    pub(crate) fn comment_lines(&self, from: usize, to: usize) -> Vec<String> {
        let lines = self.source()[from..to].lines().map(str::trim);
        lines
            .filter(|line| line.starts_with('#'))
            .map(str::to_owned)
            .collect()
    }

    fn comment_text(&self, at: usize) -> Option<String> {
        let span = lines::comment_behind(self.source(), at)?;
        Some(self.source()[span.range()].to_owned())
    }
}

/// A child of an inline table, or of a dotted table in one, or an element of an array in brackets, with its comments.
fn inline_entry(child: ValueRef<'_>, list: &List<'_>) -> Entry {
    let mut entry = entry_of_inline(child);
    let own = &mut entry.comments;
    for leaf in extent_of(child) {
        let Some(at) = list.index_of(leaf.span().end as usize) else {
            continue;
        };
        let mut comments = list.comments_of(at);
        // The comments of several dotted keys cannot all stand beside one.
        own.above.extend(own.beside.take());
        own.above.append(&mut comments.above);
        own.beside = comments.beside;
    }
    entry
}

/// An entry of an inline table without comments.
fn entry_of_inline(child: ValueRef<'_>) -> Entry {
    let key = child.key().map_or("", |key| key.raw());
    let content = if form(child) == Form::Value {
        Content::Raw(child.raw().to_owned())
    } else {
        Content::Entries(child.children().map(entry_of_inline).collect())
    };
    Entry {
        key: key.to_owned(),
        content,
        comments: Comments::default(),
    }
}

/// An entry whose comments all stand above it, or beside it.
pub(crate) fn one_line(mut entry: Entry) -> Entry {
    let end = std::mem::take(&mut entry.comments.end);
    take_comments(&mut entry.content, &mut entry.comments.above);
    entry.comments.above.extend(end);
    entry
}

/// All comments in a content, which would have no place on one line.
fn take_comments(content: &mut Content, found: &mut Vec<String>) {
    let of_entry = |content: &mut Content, comments: &mut Comments, found: &mut Vec<String>| {
        let end = std::mem::take(&mut comments.end);
        comments.take_into(found);
        take_comments(content, found);
        found.extend(end);
    };
    match content {
        Content::Entries(entries) => {
            for entry in entries {
                of_entry(&mut entry.content, &mut entry.comments, found);
            }
        }
        Content::Tables(tables) => {
            for table in tables {
                let end = std::mem::take(&mut table.comments.end);
                table.comments.take_into(found);
                for entry in &mut table.entries {
                    of_entry(&mut entry.content, &mut entry.comments, found);
                }
                found.extend(end);
            }
        }
        Content::Data(_) | Content::Raw(_) => {}
    }
}
