//! What new lines look like: like their neighbours.

use toml_core::{Document, Kind, Span, StringForm, Value, ValueRef, encode, key_spans};

use crate::extent::{self, Pair};
use crate::lines;
use crate::new_value::{Comments, Content, Entry};
use crate::path::{Form, Place, form};

/// How pairs of a body are spaced.
#[derive(Clone, Debug)]
pub(crate) struct PairStyle {
    pub(crate) indent: String,
    /// What stands before `=`.
    pub(crate) before: String,
    pub(crate) after: String,
    /// Where `=` stands in aligned pairs: characters from the start of the line.
    pub(crate) column: Option<usize>,
    pub(crate) newline: &'static str,
    /// Whether strings are written `'…'` out of habit.
    pub(crate) quotes: StringForm,
}

impl PairStyle {
    /// ` = `, as most people write it.
    pub(crate) fn plain(indent: &str, newline: &'static str) -> Self {
        Self {
            indent: indent.to_owned(),
            before: " ".to_owned(),
            after: " ".to_owned(),
            column: None,
            newline,
            quotes: StringForm::Basic,
        }
    }

    /// The style of the last pairs of a table's body; none where it has no pairs.
    pub(crate) fn of(document: &Document<'_>, table: ValueRef<'_>) -> Option<Self> {
        let (last, before) = extent::last_leaves(table);
        let last = last?;
        let source = document.source();
        let spacing = Spacing::of(source, &extent::pair(document, last))?;
        let before = before.and_then(|before| {
            let spacing = Spacing::of(source, &extent::pair(document, before))?;
            Some((before, spacing))
        });
        let is_aligned = spacing.before.chars().count() > 1
            || before.as_ref().is_some_and(|(_, before)| {
                before.column == spacing.column && before.before.chars().count() > 1
            });
        let habit = before.map_or(last, |(before, _)| match last.string_form() {
            Some(_) => last,
            None => before,
        });
        Some(Self {
            indent: spacing.indent.to_owned(),
            before: spacing.before.to_owned(),
            after: spacing.after.to_owned(),
            column: is_aligned.then_some(spacing.column),
            newline: lines::newline_near(source, last.span().start as usize),
            quotes: quotes_by_habit(habit),
        })
    }

    /// The style for the body of a header that has no pairs yet: that of the first pair elsewhere, its indent left away.
    pub(crate) fn elsewhere(document: &Document<'_>, indent: &str, at: usize) -> Self {
        let newline = lines::newline_near(document.source(), at);
        let plain = Self::plain(indent, newline);
        let Some(leaf) = first_leaf(document) else {
            return plain;
        };
        match Spacing::of(document.source(), &extent::pair(document, leaf)) {
            Some(spacing) if spacing.before.len() <= 1 && spacing.after.len() <= 1 => Self {
                before: spacing.before.to_owned(),
                after: spacing.after.to_owned(),
                quotes: quotes_by_habit(leaf),
                ..plain
            },
            _ => plain,
        }
    }

    /// The same style for another body, whose keys are as long as they are.
    pub(crate) fn without_alignment(self) -> Self {
        match self.column {
            None => self,
            Some(_) => Self {
                before: " ".to_owned(),
                column: None,
                ..self
            },
        }
    }

    /// Appends a pair with its comments.
    pub(crate) fn push_pair(&self, key: &str, value: &str, comments: &Comments, out: &mut String) {
        for comment in &comments.above {
            out.extend([&self.indent, comment, self.newline]);
        }
        out.extend([&self.indent, key]);
        match self.column {
            Some(column) => {
                let width = self.indent.chars().count() + key.chars().count();
                let gap = column.saturating_sub(width).max(1);
                out.extend(std::iter::repeat_n(' ', gap));
            }
            None => out.push_str(&self.before),
        }
        out.extend(["=", &self.after, value]);
        if let Some(comment) = &comments.beside {
            out.extend([" ", comment]);
        }
        out.push_str(self.newline);
    }

    /// The text of a value behind `=`.
    pub(crate) fn value_text(&self, content: &Content) -> String {
        match content {
            Content::Data(Value::String(text)) if self.quotes == StringForm::Literal => {
                let mut out = String::new();
                encode::encode_string_as(text, StringForm::Literal, &mut out);
                out
            }
            _ => lines::with_newlines(&inline_text(content), self.newline),
        }
    }
}

/// The white space of one pair.
struct Spacing<'s> {
    indent: &'s str,
    before: &'s str,
    after: &'s str,
    column: usize,
}

impl<'s> Spacing<'s> {
    fn of(source: &'s str, pair: &Pair) -> Option<Self> {
        let key_end = pair.keys.last()?.end as usize;
        let gap = &source[key_end..pair.value.start as usize];
        let (before, after) = gap.split_once('=')?;
        Some(Self {
            indent: lines::indent_of(source, pair.line),
            before,
            after,
            column: source[pair.line..key_end + before.len()].chars().count(),
        })
    }
}

/// Literal, for a string that would be the same in the other quotes.
fn quotes_by_habit(model: ValueRef<'_>) -> StringForm {
    match (model.string_form(), model.as_str()) {
        (Some(StringForm::Literal), Some(text)) if !text.contains(['"', '\\']) => {
            StringForm::Literal
        }
        _ => StringForm::Basic,
    }
}

/// Any pair of a body, the first that is found from the root on.
fn first_leaf<'d>(document: &'d Document<'_>) -> Option<ValueRef<'d>> {
    let mut open = vec![document.root().as_value()];
    while let Some(value) = open.pop() {
        let mut children = Vec::new();
        for child in value.children() {
            if form(child) != Form::Value {
                children.push(child);
            } else if child.key().is_some() {
                return Some(child);
            }
        }
        open.extend(children.into_iter().rev());
    }
    None
}

/// A value on one line, except where text was given that has more.
pub(crate) fn inline_text(content: &Content) -> String {
    match content {
        Content::Data(value) => encode::encode_value(value),
        Content::Raw(text) => text.clone(),
        Content::Entries(entries) => braced(entries),
        Content::Tables(tables) => {
            let tables: Vec<String> = tables.iter().map(|table| braced(&table.entries)).collect();
            format!("[{}]", tables.join(", "))
        }
    }
}

fn braced(entries: &[Entry]) -> String {
    if entries.is_empty() {
        return "{}".to_owned();
    }
    let pair = |entry: &Entry| format!("{} = {}", entry.key, inline_text(&entry.content));
    let pairs: Vec<String> = entries.iter().map(pair).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A value in the spelling of another, with the line ends of the place.
///
/// How the lines end is asked for only where there are several: to find out may take as long as the line is.
pub(crate) fn text_like(
    content: &Content,
    model: Option<ValueRef<'_>>,
    newline: impl FnOnce() -> &'static str,
) -> String {
    let text = match (content, model) {
        (Content::Data(value), Some(model)) => {
            let mut text = String::new();
            encode::encode_like(value, model, &mut text);
            text
        }
        _ => inline_text(content),
    };
    if text.contains('\n') {
        lines::with_newlines(&text, newline())
    } else {
        text
    }
}

pub(crate) fn key_text(key: &str) -> String {
    let mut text = String::new();
    encode::encode_key(key, &mut text);
    text
}

/// How headers below a table are written.
#[derive(Clone, Debug)]
pub(crate) struct HeaderStyle {
    pub(crate) indent: String,
    /// White space inside the brackets.
    pad: String,
    /// What stands between the segments of the key.
    pub(crate) dot: String,
    /// The segments of the table's own key.
    pub(crate) path: String,
}

impl HeaderStyle {
    /// The style for headers below a table: as the last one there, or its own, or the last of the document.
    pub(crate) fn below(document: &Document<'_>, place: &Place<'_>) -> Self {
        let source = document.source();
        let count = place.key_count();
        let model = extent::headers(place.value()).pop();
        if let Some(model) = model {
            return Self::like(source, model.span(), count);
        }
        let mut style = Self {
            indent: String::new(),
            pad: String::new(),
            dot: ".".to_owned(),
            path: String::new(),
        };
        if place.form() != Form::Dotted {
            return style;
        }
        let owner = place.owner();
        if !owner.is_root() {
            style = Self::like(source, owner.value().span(), owner.key_count());
        }
        let leaf = extent::last_leaf(place.value());
        let keys = leaf.map_or(Vec::new(), |leaf| extent::keys_of(source, &owner, leaf));
        for key in keys.iter().take(count - owner.key_count()) {
            style.push(&source[key.range()]);
        }
        style
    }

    /// The style of a header, with the first `count` segments of its key.
    fn like(source: &str, header: Span, count: usize) -> Self {
        let line = lines::line_start(source, header.start as usize);
        let text = &source[header.range()];
        let brackets = if text.starts_with("[[") { 2 } else { 1 };
        let inner = header.start as usize + brackets;
        let pad_length =
            source[inner..].len() - source[inner..].trim_start_matches([' ', '\t']).len();
        let keys = key_spans(source, inner + pad_length);
        let between =
            |one: Span, other: Span| source[one.end as usize..other.start as usize].to_owned();
        Self {
            indent: lines::indent_of(source, line).to_owned(),
            pad: source[inner..inner + pad_length].to_owned(),
            dot: match keys.as_slice() {
                [one, other, ..] => between(*one, *other),
                _ => ".".to_owned(),
            },
            path: match (
                keys.first(),
                count.checked_sub(1).and_then(|last| keys.get(last)),
            ) {
                (Some(first), Some(last)) => {
                    source[first.start as usize..last.end as usize].to_owned()
                }
                _ => String::new(),
            },
        }
    }

    /// Adds a segment, already encoded.
    pub(crate) fn push(&mut self, key: &str) {
        if !self.path.is_empty() {
            self.path.push_str(&self.dot);
        }
        self.path.push_str(key);
    }

    /// The header of the table at `path`.
    pub(crate) fn header(&self, brackets: Brackets) -> String {
        let (open, close) = brackets.texts();
        [&self.indent, open, &self.pad, &self.path, &self.pad, close].concat()
    }
}

/// The brackets of a header.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Brackets {
    /// `[…]`
    Table,
    /// `[[…]]`
    Element,
}

impl Brackets {
    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Table => ("[", "]"),
            Self::Element => ("[[", "]]"),
        }
    }
}

/// Which of its siblings a new table takes after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Behind `=`.
    Inline,
    /// Dotted keys.
    Dotted,
    /// A header.
    Section,
}

/// How a value is laid out as a child of a table, going by the table's other children.
pub(crate) fn layout_for(place: &Place<'_>, content: &Content) -> Layout {
    if place.is_inline() || !content.is_table() && !content.is_tables() {
        return Layout::Inline;
    }
    let (mut inline, mut dotted, mut sections) = (0, 0, 0);
    for child in place.value().children() {
        match (form(child), child.kind()) {
            (Form::Section, _) => sections += 1,
            (Form::Dotted, _) => dotted += 1,
            (_, Kind::Table) if content.is_table() => inline += 1,
            (_, Kind::Array) if content.is_tables() && has_tables(child) => inline += 1,
            _ => {}
        }
    }
    let is_dotted = place.form() == Form::Dotted;
    let layout = match (inline, dotted, sections) {
        (0, 0, 0) if is_dotted => Layout::Dotted,
        _ if sections >= dotted && sections >= inline => Layout::Section,
        _ if dotted >= inline => Layout::Dotted,
        _ => Layout::Inline,
    };
    match layout {
        Layout::Dotted if content.is_tables() || is_empty(content) => Layout::Inline,
        layout => layout,
    }
}

fn has_tables(array: ValueRef<'_>) -> bool {
    array.as_array().is_some_and(|array| {
        !array.is_empty() && array.iter().all(|element| element.kind() == Kind::Table)
    })
}

fn is_empty(content: &Content) -> bool {
    match content {
        Content::Data(Value::Table(table)) => table.is_empty(),
        Content::Entries(entries) => entries.is_empty(),
        _ => false,
    }
}
