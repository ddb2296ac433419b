//! The merged configuration as TOML, with a comment behind each value that says where it comes from.

use serde_core::de::Deserialize;
use toml_core::encode::{encode_key, encode_value};
use toml_core::{Kind, Segment, Span, Table, Value};

use super::load::Loaded;
use super::mask::Secrets;
use super::node::ConfigNode;
use super::place::{Locators, MASK};
use super::tree::{Found, ROOT};
use crate::de::node::{Entry, Key, Node, Wanted};

/// Comments stand in one column where values are no longer than this, in characters.
const LONGEST_ALIGNED: usize = 40;

impl Loaded {
    /// The merged configuration as TOML, with a comment behind each value that names its layer and what it overrides. Values
    /// at secret paths are `"***"`.
    ///
    /// Variables are shown as TOML if their text is a value of TOML, or else as strings: without a type it is not known
    /// what is wanted.
    ///
    /// ```
    /// use toml_serde::config::Config;
    ///
    /// let config = Config::new()
    ///     .text("built in", "[server]\nhost = 'localhost'\nport = 80")
    ///     .set("server.port=8080");
    /// assert_eq!(
    ///     config.load()?.explain(),
    ///     "\
    /// [server]
    /// host = \"localhost\"  # built in:2:8
    /// port = 8080         # override 'server.port=8080', overrides 80 at built in:3:8
    /// "
    /// );
    /// # Ok::<(), toml_serde::config::Errors>(())
    /// ```
    #[must_use]
    pub fn explain(&self) -> String {
        self.explain_without(&self.secrets_by_path())
    }

    /// [`explain`](Self::explain), where what a type reads as [`Secret`](super::Secret) is hidden, too.
    #[must_use]
    pub fn explain_as<'c, T: Deserialize<'c>>(&'c self) -> String {
        self.explain_without(&self.secrets_of::<T>())
    }

    /// The merged configuration as owned values, without the places.
    ///
    /// Variables become values of TOML if their text is one, or else strings.
    #[must_use]
    pub fn to_table(&self) -> Table {
        let context = self.plain_context();
        match to_value(ConfigNode::of_slot(&context, ROOT)) {
            Value::Table(table) => table,
            _ => Table::new(),
        }
    }

    fn explain_without(&self, secrets: &Secrets) -> String {
        let context = self.plain_context();
        let mut writer = Writer {
            loaded: self,
            secrets,
            path: Vec::new(),
            text: String::new(),
            lines: Vec::new(),
            locators: Locators::default(),
        };
        writer.write_table(ConfigNode::of_slot(&context, ROOT));
        writer.text
    }
}

/// A value without its place. Recursion is bounded by the depth that the parser allows.
fn to_value(node: ConfigNode<'_, '_>) -> Value {
    let node = node.resolved(Wanted::Any);
    match node.kind() {
        Kind::Table => {
            let mut table = Table::new();
            for entry in node.entries() {
                table.insert(entry.key().as_str().to_owned(), to_value(entry.value()));
            }
            table.into()
        }
        Kind::Array => Value::Array(node.elements().map(to_value).collect()),
        Kind::Integer => match node.integer().map(i64::try_from) {
            Some(Ok(integer)) => integer.into(),
            _ => node.integer().unwrap_or_default().to_string().into(),
        },
        Kind::Float => node.float().into(),
        Kind::Boolean => node.boolean().into(),
        Kind::Datetime => node.datetime().map_or_else(|| "".into(), Value::from),
        Kind::String | Kind::Error => node.text().into(),
    }
}

struct Writer<'l> {
    loaded: &'l Loaded,
    secrets: &'l Secrets,
    path: Vec<Segment>,
    text: String,
    /// The lines of the table that is being written, each with its comment.
    lines: Vec<(String, String)>,
    locators: Locators,
}

/// How a value is written.
enum Form {
    Line,
    Table,
    ArrayOfTables,
}

impl Writer<'_> {
    /// Writes the lines of a table, then the tables below it. Recursion is bounded by the depth that the parser allows.
    fn write_table(&mut self, table: ConfigNode<'_, '_>) {
        for entry in table.entries() {
            let node = entry.value().resolved(Wanted::Any);
            if let Form::Line = Self::form(node) {
                self.path
                    .push(Segment::Key(entry.key().as_str().to_owned()));
                self.add_line(node);
                self.path.pop();
            }
        }
        self.flush();
        for entry in table.entries() {
            let node = entry.value().resolved(Wanted::Any);
            self.path
                .push(Segment::Key(entry.key().as_str().to_owned()));
            match Self::form(node) {
                Form::Line => {}
                Form::Table => self.write_headed(node, ("[", "]")),
                Form::ArrayOfTables => {
                    for (index, element) in node.elements().enumerate() {
                        let index = i64::try_from(index).unwrap_or(i64::MAX);
                        self.path.push(Segment::Index(index));
                        self.write_headed(element, ("[[", "]]"));
                        self.path.pop();
                    }
                }
            }
            self.path.pop();
        }
    }

    fn form(node: ConfigNode<'_, '_>) -> Form {
        let is_table = |node: ConfigNode<'_, '_>| node.kind() == Kind::Table;
        match node.kind() {
            Kind::Table => Form::Table,
            Kind::Array if node.elements().size_hint().0 > 0 && node.elements().all(is_table) => {
                Form::ArrayOfTables
            }
            _ => Form::Line,
        }
    }

    /// Whether a value is a secret or has one in it. Recursion is bounded by the depth that the parser allows.
    fn is_secret(&self, node: ConfigNode<'_, '_>) -> bool {
        match node.kind() {
            Kind::Table => node.entries().any(|entry| self.is_secret(entry.value())),
            Kind::Array => node.elements().any(|element| self.is_secret(element)),
            _ => self.secrets.hide(node.span().unwrap_or_default()),
        }
    }

    fn write_headed(&mut self, table: ConfigNode<'_, '_>, brackets: (&str, &str)) {
        let has_lines = |node: ConfigNode<'_, '_>| {
            let mut entries = node.entries();
            let mut is_line = entries.any(|entry| {
                let node = entry.value().resolved(Wanted::Any);
                matches!(Self::form(node), Form::Line)
            });
            is_line |= node.entries().next().is_none();
            is_line
        };
        if brackets.0 == "[[" || has_lines(table) {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(brackets.0);
            let mut separator = "";
            for key in super::rules::keys_of(&self.path) {
                self.text.push_str(separator);
                encode_key(key, &mut self.text);
                separator = ".";
            }
            self.text.push_str(brackets.1);
            self.text.push('\n');
        }
        self.write_table(table);
    }

    fn add_line(&mut self, node: ConfigNode<'_, '_>) {
        let mut line = String::new();
        if let Some(Segment::Key(key)) = self.path.last() {
            encode_key(key, &mut line);
        }
        line.push_str(" = ");
        let comment = if self.is_secret(node) {
            line.push_str(&encode_value(&MASK.into()));
            self.comment(node, Shown::Places)
        } else {
            line.push_str(&encode_value(&to_value(node)));
            self.comment(node, Shown::Values)
        };
        self.lines.push((line, comment));
    }

    /// Where a value comes from.
    fn comment(&mut self, node: ConfigNode<'_, '_>, shown: Shown) -> String {
        let sources = &self.loaded.sources;
        let found = self.loaded.find(&self.path);
        let span = found.map_or(node.span().unwrap_or_default(), |found| {
            self.loaded.span_of(found)
        });
        let mut comment = String::new();
        if let Some(place) = sources.masked_place(span, self.secrets) {
            place.push_to(&mut comment, &mut self.locators);
        }
        let displaced = found.map_or_else(Vec::new, |found| self.loaded.displaced(found));
        for (at, span) in displaced.into_iter().enumerate() {
            comment.push_str(if at == 0 { ", overrides " } else { ", " });
            if let (Shown::Values, Some(value)) = (shown, self.short_value(span)) {
                comment.push_str(value);
                comment.push_str(" at ");
            }
            if let Some(place) = sources.masked_place(span, self.secrets) {
                place.push_to(&mut comment, &mut self.locators);
            }
        }
        let from = self.parts(found);
        if from.len() > 1 {
            return from.join(", ");
        }
        comment
    }

    /// For an array that was put together, where its elements come from: each layer once.
    fn parts(&self, found: Option<Found>) -> Vec<String> {
        let Some(Found::Slot(id)) = found else {
            return Vec::new();
        };
        let mut places = Vec::new();
        for child in self.loaded.tree.elements(id) {
            let place = self
                .loaded
                .sources
                .masked_place(self.loaded.tree.slot(*child).span, self.secrets);
            let name = place
                .map(|place| place.layer().to_string())
                .unwrap_or_default();
            if !places.contains(&name) {
                places.push(name);
            }
        }
        places
    }

    /// A value that was displaced, where it is short.
    fn short_value(&self, span: Span) -> Option<&str> {
        let raw = self.loaded.sources.text(span);
        let is_short = raw.len() <= LONGEST_ALIGNED && !raw.contains(char::is_control);
        (is_short && !self.secrets.hide(span)).then_some(raw)
    }

    /// Writes the lines of a table, their comments in one column.
    fn flush(&mut self) {
        let width = |line: &str| line.chars().count();
        let widths = self.lines.iter().map(|(line, _)| width(line));
        let column = widths.filter(|width| *width <= LONGEST_ALIGNED).max();
        for (line, comment) in std::mem::take(&mut self.lines) {
            let gap = column.unwrap_or_default().saturating_sub(width(&line)) + 2;
            self.text.push_str(&line);
            if !comment.is_empty() {
                self.text.extend(std::iter::repeat_n(' ', gap));
                self.text.push_str("# ");
                self.text.push_str(&comment);
            }
            self.text.push('\n');
        }
    }
}

/// Whether a comment tells the values that were overridden.
#[derive(Clone, Copy)]
enum Shown {
    Values,
    Places,
}
