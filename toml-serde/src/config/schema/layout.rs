//! How an example is laid out: sections, the lines of each, and what is said above them.
//!
//! Knows nothing of schemas. The one place that puts a `#` before TOML to comment it out.

use toml_core::encode::{encode_comment, encode_key};

/// Whether TOML is in force, or commented out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Written,
    CommentedOut,
}

/// What a section begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Nothing: it is the root, or its lines belong to the table above.
    None,
    /// `[path]`
    Table,
    /// `[[path]]`
    ArrayOfTables,
}

/// A key and its value.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) comment: String,
    pub(super) key: String,
    /// The value in TOML.
    pub(super) value: String,
    pub(super) state: State,
}

/// A table, or some keys of one.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) heading: Heading,
    /// The dotted key of the table, as it stands in headers; empty for the root.
    pub(super) path: String,
    pub(super) state: State,
    pub(super) comment: String,
    pub(super) lines: Vec<Line>,
    /// Further keys of this table, each of the groups with a comment of its own.
    pub(super) groups: Vec<Section>,
    /// The tables in this table.
    pub(super) sections: Vec<Section>,
}

impl Section {
    /// A section of no keys yet.
    pub(super) fn new(heading: Heading, path: String, state: State) -> Self {
        Self {
            heading,
            path,
            state,
            comment: String::new(),
            lines: Vec::new(),
            groups: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// The path of a table in this one.
    pub(super) fn path_of(&self, key: &str) -> String {
        let mut path = self.path.clone();
        if !path.is_empty() {
            path.push('.');
        }
        encode_key(key, &mut path);
        path
    }

    /// Whether a key is in force already.
    pub(super) fn holds(&self, key: &str) -> bool {
        let path = self.path_of(key);
        let is_written = |state| state == State::Written;
        (self.lines.iter()).any(|line| line.key == key && is_written(line.state))
            || (self.sections.iter()).any(|table| table.path == path && is_written(table.state))
    }

    /// Leaves of what came after the first `lines` and `sections` the values alone: for what needs no
    /// second explanation. Nothing of it stays if the section is commented out.
    pub(super) fn keep_state_since(&mut self, (lines, sections): (usize, usize)) {
        let mut index = 0;
        self.lines.retain(|line| {
            index += 1;
            index <= lines || line.state == State::Written
        });
        for line in self.lines.iter_mut().skip(lines) {
            line.comment.clear();
        }
        index = 0;
        self.sections.retain(|section| {
            index += 1;
            index <= sections || section.state == State::Written
        });
        for section in self.sections.iter_mut().skip(sections) {
            section.comment.clear();
            section.groups.clear();
            section.keep_state_since((0, 0));
        }
    }

    /// Whether the table cannot do without its header.
    fn needs_header(&self) -> bool {
        let is_named_by = |section: &Self| section.state == self.state;
        let has_lines = |group: &Self| !group.lines.is_empty() || !group.groups.is_empty();
        !self.comment.is_empty()
            || !self.lines.is_empty()
            || self.groups.iter().any(has_lines)
            || self.heading == Heading::ArrayOfTables
            || !(self.sections.iter())
                .chain(self.groups.iter().flat_map(|group| &group.sections))
                .any(is_named_by)
    }
}

/// The text of a document.
pub(super) fn write(root: &Section) -> String {
    let mut out = String::new();
    encode_comment(&root.comment, &mut out);
    if !root.lines.is_empty() {
        push_blank_line(&mut out);
    }
    write_lines(&root.lines, &mut out);
    write_sections(root, &mut out);
    out
}

fn write_sections(section: &Section, out: &mut String) {
    for group in &section.groups {
        write_group(group, out);
    }
    for section in &section.sections {
        write_section(section, out);
    }
}

/// Writes keys that belong together, without blank lines between them.
fn write_group(group: &Section, out: &mut String) {
    if !group.lines.is_empty() || !group.comment.is_empty() {
        push_blank_line(out);
    }
    encode_comment(&group.comment, out);
    for line in &group.lines {
        write_line(line, out);
    }
    write_sections(group, out);
}

fn write_section(section: &Section, out: &mut String) {
    if section.needs_header() {
        let (open, close) = match section.heading {
            Heading::ArrayOfTables => ("[[", "]]\n"),
            Heading::Table | Heading::None => ("[", "]\n"),
        };
        push_blank_line(out);
        encode_comment(&section.comment, out);
        comment_out(section.state, out);
        out.extend([open, &section.path, close]);
    }
    write_lines(&section.lines, out);
    write_sections(section, out);
}

/// Writes lines, with a blank one between two of which one has a comment.
fn write_lines(lines: &[Line], out: &mut String) {
    let mut is_apart = false;
    for (index, line) in lines.iter().enumerate() {
        let has_comment = !line.comment.is_empty();
        if index > 0 && (is_apart || has_comment) {
            push_blank_line(out);
        }
        write_line(line, out);
        is_apart = has_comment;
    }
}

fn write_line(line: &Line, out: &mut String) {
    encode_comment(&line.comment, out);
    comment_out(line.state, out);
    encode_key(&line.key, out);
    out.extend([" = ", &line.value, "\n"]);
}

fn comment_out(state: State, out: &mut String) {
    if state == State::CommentedOut {
        out.push('#');
    }
}

fn push_blank_line(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}
