//! The forms of one key: a line, a table, an array of tables, or several where there is a choice.

use toml_core::encode::{encode_f32, encode_value};
use toml_core::{Table, Value};

use super::comment::Comments;
use super::json::to_toml;
use super::layout::{Heading, Line, Section, State};
use super::placeholder::placeholder;
use super::plan::{Item, Planner, Presence};
use super::shape::{Forms, Shape};

/// What is said above a further form of a key that has been explained already.
pub(super) const VARIANT: &str = "Variant:";

/// What is common to all forms of a key.
struct Shown<'i> {
    item: &'i Item,
    state: State,
    comment: String,
}

impl Planner<'_> {
    /// Shows a key in the form of its value, or in each that its value can have.
    pub(super) fn show(&mut self, section: &mut Section, item: &Item) {
        // What is flattened into a table may have a key that the table has, too.
        if item.shape.is_never || section.holds(&item.key) {
            return;
        }
        let forms = item.shape.forms(self.root);
        let value = self.value_of(item, &forms);
        let comments = Comments {
            root: self.root,
            item,
            forms: &forms,
            path: &section.path_of(&item.key),
            is_hidden: self.secrets > 0,
        };
        if value.is_none()
            && let Some((words, value)) = self.again(&forms)
        {
            section.lines.push(Line {
                comment: comments.of_words(&words),
                key: item.key.clone(),
                value: encode_value(&value),
                state: State::CommentedOut,
            });
            return;
        }
        let is_spared = item.shape.is_deprecated() && item.presence != Presence::Required;
        let is_in_force = value.is_some() && !is_spared && item.presence != Presence::AnyKey;
        let shown = Shown {
            item,
            state: if is_in_force {
                section.state
            } else {
                State::CommentedOut
            },
            comment: comments.of_value(value.as_ref()),
        };
        let is_secret = usize::from(item.shape.is_secret());
        self.secrets += is_secret;
        self.show_value(section, shown, (forms, value));
        self.secrets -= is_secret;
    }

    fn show_value(
        &mut self,
        section: &mut Section,
        shown: Shown<'_>,
        (forms, value): (Forms, Option<Value>),
    ) {
        match value {
            Some(Value::Table(table)) if self.has_room() => {
                let shape = forms.table.as_ref().unwrap_or(&shown.item.shape);
                self.show_table(section, shown, shape, Some(table));
            }
            Some(Value::Array(elements)) if self.has_room() && is_of_tables(&elements) => {
                let shape = forms.array_of_tables.unwrap_or_default();
                let tables = elements.into_iter().map(into_table).collect();
                self.show_elements(section, shown, &shape, tables);
            }
            Some(value) => self.show_line(section, shown, &forms, &value),
            None => match forms.plain.first() {
                Some(plain) => {
                    let value = self.placeholder(&shown.item.shape, plain);
                    self.show_line(section, shown, &forms, &value);
                }
                None => self.show_tables(section, shown, &forms),
            },
        }
    }

    /// Shows a value behind `=`, and the other forms as variants.
    fn show_line(
        &mut self,
        section: &mut Section,
        mut shown: Shown<'_>,
        forms: &Forms,
        value: &Value,
    ) {
        section.lines.push(Line {
            comment: std::mem::replace(&mut shown.comment, VARIANT.to_owned()),
            key: shown.item.key.clone(),
            value: encode_value(&self.shorten(&shown.item.shape, value)),
            state: shown.state,
        });
        shown.state = State::CommentedOut;
        self.show_tables(section, shown, forms);
    }

    /// Shows a key without a table for its value as a table, and as an array of them, as far as it
    /// may be one.
    fn show_tables(&mut self, section: &mut Section, mut shown: Shown<'_>, forms: &Forms) {
        if let Some(shape) = &forms.table
            && self.comes_again(shape).is_none()
        {
            let is_only = forms.plain.is_empty() && forms.array_of_tables.is_none();
            let is_needed = shown.item.presence == Presence::Required && shape.choices.is_empty();
            // It is written even if nothing in it is, since it has to be there and may be empty.
            let state = if is_only && is_needed {
                section.state
            } else {
                State::CommentedOut
            };
            let comment = std::mem::replace(&mut shown.comment, VARIANT.to_owned());
            let first = Shown {
                state,
                comment,
                ..shown
            };
            self.show_table(section, first, shape, None);
        }
        if let Some(shape) = &forms.array_of_tables
            && self.comes_again(shape).is_none()
        {
            self.show_elements(section, shown, shape, vec![None]);
        }
    }

    fn show_table(
        &mut self,
        section: &mut Section,
        shown: Shown<'_>,
        shape: &Shape,
        given: Option<Table>,
    ) {
        let path = section.path_of(&shown.item.key);
        let mut inner = Section::new(Heading::Table, path, shown.state);
        // Groups of keys say themselves that they are variants.
        if shape.choices.is_empty() || shown.comment != VARIANT {
            inner.comment = shown.comment;
        }
        self.fill_table(&mut inner, shape, given);
        section.sections.push(inner);
    }

    /// Shows the elements of an array of tables, and explains the first.
    fn show_elements(
        &mut self,
        section: &mut Section,
        shown: Shown<'_>,
        shape: &Shape,
        elements: Vec<Option<Table>>,
    ) {
        let path = section.path_of(&shown.item.key);
        let known = (section.lines.len(), section.sections.len() + 1);
        for element in elements {
            let mut inner = Section::new(Heading::ArrayOfTables, path.clone(), shown.state);
            self.fill_table(&mut inner, shape, element);
            section.sections.push(inner);
        }
        section.keep_state_since(known);
        if let Some(first) = section.sections.get_mut(known.1 - 1) {
            first.comment = shown.comment;
        }
    }

    /// Words and a placeholder for a table, or an array of them, that is shown elsewhere.
    fn again(&self, forms: &Forms) -> Option<(String, Value)> {
        match (&forms.table, &forms.array_of_tables) {
            _ if !forms.plain.is_empty() => None,
            (Some(table), _) => {
                let known = self.comes_again(table)?;
                Some((format!("table with {known}"), Value::Table(Table::new())))
            }
            (None, Some(element)) => {
                let known = self.comes_again(element)?;
                let words = format!("array of tables with {known}");
                Some((words, Value::Array(Vec::new())))
            }
            (None, None) => None,
        }
    }

    /// The value of a key, if one is known and not secret: what was given, the default, or the only
    /// one there is.
    fn value_of(&self, item: &Item, forms: &Forms) -> Option<Value> {
        let of = |keyword| item.shape.keywords.get(keyword).and_then(to_toml);
        let known = item.given.clone().or_else(|| of("default"));
        let value = known.or_else(|| of("const"))?;
        let is_shown_by_key = match &value {
            Value::Table(_) => self.has_room(),
            Value::Array(elements) => self.has_room() && is_of_tables(elements),
            _ => false,
        };
        // In what is shown key by key, the secrets alone are left out.
        let is_secret = if self.secrets > 0 {
            true
        } else if is_shown_by_key {
            item.shape.is_secret()
        } else {
            item.shape.holds_secret(self.root)
        };
        // An empty array of tables is what is there when it is commented out.
        let is_empty = value.as_array().is_some_and(Vec::is_empty);
        let is_told = forms.array_of_tables.is_some() && forms.plain.is_empty();
        let is_needed = item.presence == Presence::Required;
        (!is_secret && (!is_empty || !is_told || is_needed)).then_some(value)
    }

    /// A value for a key that has none; `plain` is the first form that it can have behind `=`.
    fn placeholder(&self, shape: &Shape, plain: &Shape) -> Value {
        let has_example = shape.keywords.contains_key("examples");
        let is_given = shape.choices.is_empty() || has_example;
        let mut shape = if is_given { shape } else { plain }.clone();
        if self.secrets > 0 {
            shape.keywords.shift_remove("examples");
            shape.keywords.shift_remove("default");
        }
        placeholder(self.root, &shape)
    }

    /// The value with the floats of 32 bits in it as somebody would write them: what they are in JSON
    /// has more digits.
    fn shorten(&self, shape: &Shape, value: &Value) -> Value {
        match value {
            Value::Float(float) if shape.text("format") == Some("float") => {
                let mut text = String::new();
                encode_f32(*float as f32, &mut text);
                Value::Float(text.parse().unwrap_or(*float))
            }
            Value::Array(elements) => {
                let items = shape.keywords.get("items").map(|items| self.shape(items));
                match items.filter(|items| items.text("format") == Some("float")) {
                    Some(items) => {
                        let elements = elements.iter();
                        Value::Array(
                            elements
                                .map(|element| self.shorten(&items, element))
                                .collect(),
                        )
                    }
                    None => value.clone(),
                }
            }
            value => value.clone(),
        }
    }
}

/// Whether an array can be written under headers.
fn is_of_tables(elements: &[Value]) -> bool {
    !elements.is_empty() && elements.iter().all(Value::is_table)
}

fn into_table(value: Value) -> Option<Table> {
    match value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}
