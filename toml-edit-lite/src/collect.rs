//! Items of a document as new values: texts as they are written, and comments with what they belong to.

use toml_core::{ArrayForm, Kind, TableForm, ValueRef};

use crate::extent;
use crate::lines;
use crate::list::List;
use crate::new_value::{Comments, Content, Entry, Section};
use crate::path::{Form, form};
use crate::plan::State;
use crate::plan::insert::extent_of;

impl<'d> State<'d> {
    /// A child of a table with its key, as it can go into another one.
    pub(crate) fn entry_of(&self, child: ValueRef<'d>) -> Entry {
        let key = child.key().map_or("", |key| key.raw());
        let mut entry = Entry {
            key: key.to_owned(),
            content: self.content_of(child),
            comments: Comments::default(),
        };
        if form(child) == Form::Value {
            entry.comments = self.pair_comments(child);
        } else if child.table_form() == Some(TableForm::Header) {
            entry.comments = self.header_comments(child);
        }
        entry
    }

    /// The value of an item: its text, or its entries if it stands on lines of its own.
    pub(crate) fn content_of(&self, item: ValueRef<'d>) -> Content {
        if form(item) == Form::Value {
            return Content::Raw(item.raw().to_owned());
        }
        if item.array_form() == Some(ArrayForm::OfTables) {
            let section = |element: ValueRef<'d>| Section {
                entries: self.entries_of(element),
                comments: self.header_comments(element),
            };
            return Content::Tables(item.children().map(section).collect());
        }
        Content::Entries(self.entries_of(item))
    }

    /// The entries of a table, with all comments of its body.
    fn entries_of(&self, table: ValueRef<'d>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = table.children().map(|child| self.entry_of(child)).collect();
        if table.table_form() == Some(TableForm::Header)
            && let Some(first) = entries.first_mut()
        {
            first
                .comments
                .above
                .splice(0..0, self.loose_comments(table));
        }
        entries
    }

    /// The entries of an inline table, or the tables of an array in brackets, ready for lines of their own; and the
    /// comments that belong to none of them.
    pub(crate) fn spread_content(&self, value: ValueRef<'d>) -> Option<(Content, Vec<String>)> {
        if form(value) != Form::Value {
            let is_table = value.kind() == Kind::Table;
            return is_table.then(|| (Content::Entries(self.entries_of(value)), Vec::new()));
        }
        let list = self.list(value);
        let content = match value.kind() {
            Kind::Table => spread_table(value, &list),
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
        }
    }

    /// The comments of a header.
    pub(crate) fn header_comments(&self, table: ValueRef<'d>) -> Comments {
        let section = extent::section(self.document, table);
        Comments {
            above: self.comment_lines(section.above, section.line),
            beside: section
                .header
                .and_then(|header| self.comment_text(header.end as usize)),
        }
    }

    /// The comments of a section's body that belong to none of its keys.
    fn loose_comments(&self, table: ValueRef<'d>) -> Vec<String> {
        let section = extent::section(self.document, table);
        let mut comments = Vec::new();
        let mut from = section.body;
        for leaf in extent::leaves(table) {
            let pair = extent::pair(self.document, leaf);
            comments.extend(self.comment_lines(from, pair.above.max(from)));
            from = pair.end;
        }
        comments.extend(self.comment_lines(from, section.content_end.max(from)));
        comments
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

/// The entries of an inline table with their comments.
fn spread_table(table: ValueRef<'_>, list: &List<'_>) -> Content {
    let leaves = extent::leaves(table);
    let entry = |child: ValueRef<'_>| {
        let mut entry = entry_of_inline(child);
        for leaf in extent_of(child) {
            let at = leaves.partition_point(|other| other.span().start < leaf.span().start);
            let mut comments = list.comments_of(at);
            entry.comments.above.append(&mut comments.above);
            // The comments of several dotted keys cannot all stand beside one.
            let beside = entry
                .comments
                .beside
                .replace(comments.beside.unwrap_or_default());
            entry
                .comments
                .above
                .extend(beside.filter(|comment| !comment.is_empty()));
        }
        entry.comments.beside = entry.comments.beside.filter(|comment| !comment.is_empty());
        entry
    };
    Content::Entries(table.children().map(entry).collect())
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

/// An entry whose comments all stand above it.
pub(crate) fn one_line(mut entry: Entry) -> Entry {
    take_comments(&mut entry.content, &mut entry.comments.above);
    entry
}

/// All comments in a content, which would have no place on one line.
fn take_comments(content: &mut Content, found: &mut Vec<String>) {
    let take = |comments: &mut Comments, found: &mut Vec<String>| {
        found.append(&mut comments.above);
        found.extend(comments.beside.take());
    };
    match content {
        Content::Entries(entries) => {
            for entry in entries {
                take(&mut entry.comments, found);
                take_comments(&mut entry.content, found);
            }
        }
        Content::Tables(tables) => {
            for table in tables {
                take(&mut table.comments, found);
                for entry in &mut table.entries {
                    take(&mut entry.comments, found);
                    take_comments(&mut entry.content, found);
                }
            }
        }
        Content::Data(_) | Content::Raw(_) => {}
    }
}
