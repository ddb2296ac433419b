//! A given table as TOML text in any layout: dotted, under headers, inline, with odd spacing,
//! comments, CRLF, out of order.
//!
//! What to write is chosen by a list of bytes. When it runs out, the plainest choice is made, so
//! that proptest shrinks to plain documents. The text is always valid TOML of the version asked for.

use toml_core::{Table, Value, Version};

use super::scalars;

/// The table as a document of TOML 1.0.
#[must_use]
pub fn render(table: &Table, choices: &[u8]) -> String {
    render_as(Version::V1_0, table, choices)
}

/// The table as a document; in TOML 1.1 with line ends, comments and last commas in inline tables.
#[must_use]
pub fn render_as(version: Version, table: &Table, choices: &[u8]) -> String {
    let mut layout = Layout {
        choices: choices.iter(),
        newline: "\n",
        version,
    };
    if layout.pick(4) == 3 {
        layout.newline = "\r\n";
    }
    let bom = if layout.pick(8) == 7 { "\u{feff}" } else { "" };
    let mut deferred = Vec::new();
    let body = layout.body(&[], table, Scope::Header, &mut deferred);
    let sections = layout.sections(&[], deferred);
    let mut text = format!("{bom}{body}{}", layout.shuffled(sections));
    if layout.pick(4) == 3 && text.ends_with(layout.newline) {
        text.truncate(text.len() - layout.newline.len());
    }
    text
}

/// A table or an array of tables that gets headers, and its path.
type Deferred<'v> = (Vec<&'v str>, &'v Value);

/// Where an entry stands: below a header, where tables may get headers of their own, or behind a
/// dotted key.
#[derive(Clone, Copy, PartialEq)]
enum Scope {
    Header,
    Dotted,
}

/// The state of writing: choices left, and the line end.
pub(super) struct Layout<'c> {
    choices: std::slice::Iter<'c, u8>,
    pub(super) newline: &'static str,
    version: Version,
}

impl Layout<'_> {
    /// A number below `count`; 0 once the choices have run out.
    pub(super) fn pick(&mut self, count: u8) -> u8 {
        self.choices.next().map_or(0, |choice| choice % count)
    }

    /// The entries of a table as statements; those that get headers are deferred.
    ///
    /// `prefix` is the dotted key in front of every key.
    fn body<'v>(
        &mut self,
        prefix: &[&'v str],
        table: &'v Table,
        scope: Scope,
        deferred: &mut Vec<Deferred<'v>>,
    ) -> String {
        let mut text = String::new();
        for (key, value) in table {
            let path = [prefix, &[key.as_ref()]].concat();
            let choice = self.pick(3);
            match value {
                Value::Table(_) if scope == Scope::Header && choice == 0 => {
                    deferred.push((path, value));
                }
                Value::Table(inner) if choice == 1 && !inner.is_empty() => {
                    text += &self.body(&path, inner, Scope::Dotted, deferred);
                }
                Value::Array(elements)
                    if scope == Scope::Header && choice == 0 && are_tables(elements) =>
                {
                    deferred.push((path, value));
                }
                _ => {
                    let (key, value) = (self.key(&path), self.value(value));
                    let (indent, before, after) = (self.blank(), self.blank(), self.blank());
                    let end = self.line_end();
                    text += &[indent, &key, before, "=", after, &value, &end].concat();
                }
            }
        }
        text
    }

    /// The sections of deferred entries, which may stand in any order.
    fn sections<'v>(&mut self, path: &[&'v str], deferred: Vec<Deferred<'v>>) -> Vec<String> {
        let mut sections = Vec::new();
        for (key, value) in deferred {
            let path = [path, &key].concat();
            match value {
                Value::Table(table) => sections.extend(self.table_sections(&path, table)),
                Value::Array(elements) => {
                    let elements = elements.iter().map(|element| self.element(&path, element));
                    sections.push(elements.collect());
                }
                _ => unreachable!("only tables and arrays of tables are deferred"),
            }
        }
        sections
    }

    fn table_sections(&mut self, path: &[&str], table: &Table) -> Vec<String> {
        let mut deferred = Vec::new();
        let body = self.body(&[], table, Scope::Header, &mut deferred);
        let is_implied = body.is_empty() && !deferred.is_empty() && self.pick(2) == 1;
        let mut sections = self.sections(path, deferred);
        if !is_implied {
            let header = self.header(path, "[", "]");
            sections.insert(0, header + &body);
        }
        sections
    }

    /// An element of an array of tables with all that belongs to it.
    fn element(&mut self, path: &[&str], element: &Value) -> String {
        let Value::Table(table) = element else {
            unreachable!("the elements are tables");
        };
        let mut deferred = Vec::new();
        let header = self.header(path, "[[", "]]");
        let body = self.body(&[], table, Scope::Header, &mut deferred);
        let sections = self.sections(path, deferred);
        header + &body + &self.shuffled(sections)
    }

    fn header(&mut self, path: &[&str], open: &str, close: &str) -> String {
        let (indent, before, after) = (self.blank(), self.blank(), self.blank());
        let (key, end) = (self.key(path), self.line_end());
        format!("{indent}{open}{before}{key}{after}{close}{end}")
    }

    fn shuffled(&mut self, mut sections: Vec<String>) -> String {
        for index in 1..sections.len() {
            if self.pick(3) == 2 {
                let other = self.pick(index as u8) as usize;
                sections.swap(index, other);
            }
        }
        sections.concat()
    }

    fn key(&mut self, path: &[&str]) -> String {
        let mut text = String::new();
        for (index, segment) in path.iter().enumerate() {
            if index > 0 {
                text += &[self.rare_blank(), ".", self.rare_blank()].concat();
            }
            text += &scalars::key(self, segment);
        }
        text
    }

    /// A value, tables in braces.
    fn value(&mut self, value: &Value) -> String {
        match value {
            Value::String(text) => scalars::string(self, text),
            Value::Integer(number) => scalars::integer(self, *number),
            Value::Float(number) => scalars::float(self, *number),
            Value::Boolean(truth) => truth.to_string(),
            Value::Datetime(moment) => scalars::datetime(self, *moment),
            Value::Array(elements) => self.array(elements),
            Value::Table(table) => self.inline_table(table),
        }
    }

    fn array(&mut self, elements: &[Value]) -> String {
        let mut text = format!("[{}", self.gap());
        for (index, element) in elements.iter().enumerate() {
            if index > 0 {
                text += &[",", &self.gap()].concat();
            }
            text += &self.value(element);
            text += &self.gap();
        }
        if !elements.is_empty() && self.pick(3) == 1 {
            text += &[",", &self.gap()].concat();
        }
        text + "]"
    }

    fn inline_table(&mut self, table: &Table) -> String {
        let mut entries = Vec::new();
        self.inline_entries(&[], table, &mut entries);
        let may_end = self.version == Version::V1_1 && !entries.is_empty();
        let comma = if may_end && self.pick(3) == 1 {
            ","
        } else {
            ""
        };
        let (start, end) = (self.inline_gap(), self.inline_gap());
        format!("{{{start}{}{comma}{end}}}", entries.join(","))
    }

    /// The entries of an inline table, nested ones in braces or behind dotted keys.
    fn inline_entries(&mut self, prefix: &[&str], table: &Table, entries: &mut Vec<String>) {
        for (key, value) in table {
            let path = [prefix, &[key.as_ref()]].concat();
            match value {
                Value::Table(inner) if !inner.is_empty() && self.pick(3) == 1 => {
                    self.inline_entries(&path, inner, entries);
                }
                _ => {
                    let (key, value) = (self.key(&path), self.value(value));
                    let (start, end) = (self.inline_gap(), self.inline_gap());
                    let (before, after) = (self.blank(), self.blank());
                    entries.push(format!("{start}{key}{before}={after}{value}{end}"));
                }
            }
        }
    }

    /// The end of a statement's line, perhaps with a comment, and perhaps with further lines.
    fn line_end(&mut self) -> String {
        let newline = self.newline;
        match self.pick(10) {
            7 => format!(" # a comment, é = \u{feff}\u{85}{newline}"),
            8 => format!("\t#{newline}{newline}"),
            9 => format!("  {newline} \t{newline}# [no.header] \"{newline}"),
            _ => newline.to_string(),
        }
    }

    /// What may stand between the tokens of an array.
    fn gap(&mut self) -> String {
        let newline = self.newline;
        match self.pick(10) {
            6 => " ".to_string(),
            7 => format!("{newline}\t"),
            8 => format!(" # ], 1{newline}  "),
            9 => format!("{newline}{newline}#{newline}"),
            _ => String::new(),
        }
    }

    /// What may stand between the entries of an inline table.
    fn inline_gap(&mut self) -> String {
        match self.version {
            Version::V1_1 => self.gap(),
            _ => self.blank().to_string(),
        }
    }

    fn blank(&mut self) -> &'static str {
        [" ", "", "\t", "  "][self.pick(4) as usize]
    }

    fn rare_blank(&mut self) -> &'static str {
        ["", "", "", "", "", " ", "\t", "  "][self.pick(8) as usize]
    }
}

fn are_tables(elements: &[Value]) -> bool {
    !elements.is_empty()
        && elements
            .iter()
            .all(|element| matches!(element, Value::Table(_)))
}
