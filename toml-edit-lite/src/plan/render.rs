//! New tables as lines: headers with their bodies, or dotted keys.

use crate::collect::one_line;
use crate::new_value::{Comments, Content, Entry, Section};
use crate::style::{Brackets, HeaderStyle, PairStyle};

/// Writes new headers and pairs in the style of what is there.
pub(super) struct Renderer {
    pub(super) headers: HeaderStyle,
    pub(super) pairs: PairStyle,
    pub(super) out: String,
}

impl Renderer {
    /// Appends the sections of a child of the table whose path `headers` has.
    pub(super) fn push_child(&mut self, entry: Entry) {
        let length = self.headers.path.len();
        self.headers.push(&entry.key);
        match entry.content.into_tables() {
            Ok(tables) => {
                let (mut tables, mut comments) = (tables, entry.comments);
                if let Some(first) = tables.first_mut() {
                    let own = &mut first.comments;
                    match &own.beside {
                        None => own.beside = comments.beside,
                        Some(_) => comments.above.extend(comments.beside),
                    }
                    own.above.splice(0..0, comments.above);
                }
                for table in tables {
                    self.push_element(table);
                }
            }
            Err(content) => {
                let entries = content.into_entries().unwrap_or_default();
                self.push_table(entries, &entry.comments, Brackets::Table);
            }
        }
        self.headers.path.truncate(length);
    }

    /// Appends the sections of an element of the array whose path `headers` has.
    pub(super) fn push_element(&mut self, table: Section) {
        self.push_table(table.entries, &table.comments, Brackets::Element);
    }

    fn push_table(&mut self, entries: Vec<Entry>, comments: &Comments, brackets: Brackets) {
        let is_section = |entry: &Entry| entry.content.is_table() || entry.content.is_tables();
        let (sections, pairs): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(is_section);
        let is_needed = !pairs.is_empty() || sections.is_empty() || !comments.is_empty();
        if is_needed || brackets == Brackets::Element {
            self.push_header(comments, brackets);
        }
        for pair in pairs {
            self.push_pair(&pair.key, &pair.content, &pair.comments);
        }
        for comment in &comments.end {
            self.out
                .extend([&self.pairs.indent, comment, self.pairs.newline]);
        }
        for section in sections {
            self.push_child(section);
        }
    }

    fn push_header(&mut self, comments: &Comments, brackets: Brackets) {
        if !self.out.is_empty() {
            self.out.push_str(self.pairs.newline);
        }
        for comment in &comments.above {
            self.out
                .extend([&self.headers.indent, comment, self.pairs.newline]);
        }
        self.out.push_str(&self.headers.header(brackets));
        if let Some(comment) = &comments.beside {
            self.out.extend([" ", comment]);
        }
        self.out.push_str(self.pairs.newline);
    }

    pub(super) fn push_pair(&mut self, key: &str, content: &Content, comments: &Comments) {
        let value = self.pairs.value_text(content);
        self.pairs.push_pair(key, &value, comments, &mut self.out);
    }

    /// Appends a table as dotted keys that start with `key`.
    pub(super) fn push_dotted(&mut self, key: &str, entry: Entry) {
        let Entry {
            key: own,
            content,
            comments,
        } = entry;
        let content = match content.into_entries() {
            Ok(entries) if !entries.is_empty() => {
                let (mut above, mut comments) = (Vec::new(), comments);
                comments.take_into(&mut above);
                return self.push_dotted_entries(key, entries, above);
            }
            Ok(entries) => Content::Entries(entries),
            Err(content) => content,
        };
        let pair = one_line(Entry {
            key: own,
            content,
            comments,
        });
        self.push_pair(key, &pair.content, &pair.comments);
    }

    /// The entries of a table as dotted keys, the comments above the table above the first.
    fn push_dotted_entries(&mut self, key: &str, entries: Vec<Entry>, mut above: Vec<String>) {
        for mut child in entries {
            child.comments.above.splice(0..0, above.drain(..));
            let key = [key, &self.headers.dot, &child.key].concat();
            self.push_dotted(&key, child);
        }
    }
}
