//! What is said above a key: its documentation, and what its value may be.

use schemars::Schema;
use toml_core::Value;

use super::json::to_toml;
use super::plan::{Item, Presence};
use super::shape::{Forms, Shape};
use super::words::{Variant, describe, describe_many, documented_variants, is_telling};

/// A key to be commented.
#[derive(Clone, Copy)]
pub(super) struct Comments<'i> {
    pub(super) root: &'i Schema,
    pub(super) item: &'i Item,
    pub(super) forms: &'i Forms,
    /// The dotted key, as it stands in headers.
    pub(super) path: &'i str,
    /// Whether the key is in a secret.
    pub(super) is_hidden: bool,
}

impl Comments<'_> {
    /// The comment of a key with a value, or with a placeholder for one.
    pub(super) fn of_value(self, value: Option<&Value>) -> String {
        let shape = &self.item.shape;
        let is_only_value = shape.keywords.contains_key("const");
        let facts = match value {
            _ if is_only_value => String::new(),
            Some(_) => self.facts_of_value(),
            None => self.facts(),
        };
        join_lines(&[&self.description(), &facts])
    }

    /// What is said of the key, else of the elements of its array.
    fn description(self) -> String {
        let text = description(&self.item.shape);
        match &self.forms.array_of_tables {
            Some(element) if text.is_empty() => description(element),
            _ => text,
        }
    }

    /// The comment of a key without a value, of a type that is described by `words`.
    pub(super) fn of_words(self, words: &str) -> String {
        let facts = format!("{}: {words}.{}", self.presence(), self.marks());
        join_lines(&[&self.description(), &facts])
    }

    /// What may be put in the place of a value; nothing where the value tells it.
    fn facts_of_value(self) -> String {
        if let Some(variants) = documented_variants(self.forms) {
            return self.list(&format!("One of{}", self.marks()), &variants);
        }
        let words = describe(self.root, self.forms);
        let facts = if is_telling(&words) {
            capitalize(&words) + "."
        } else {
            String::new()
        };
        (facts + &self.marks()).trim_start().to_owned()
    }

    /// Whether a key has to be there, and with what value.
    fn facts(self) -> String {
        let presence = self.presence();
        let marks = self.marks();
        if let Some(variants) = documented_variants(self.forms) {
            return self.list(&format!("{presence}: one of{marks}"), &variants);
        }
        let words = match self.item.presence {
            Presence::AnyKey => describe_many(self.root, self.forms),
            Presence::Required | Presence::Optional => describe(self.root, self.forms),
        };
        let default = self.default_in_json();
        let has_variants = |table: &Shape| !table.choices.is_empty();
        match (self.item.presence, words.as_str()) {
            (Presence::AnyKey, _) => format!("{presence}: {words}.{marks}"),
            (_, "table") if self.forms.table.as_ref().is_some_and(has_variants) => {
                format!("{presence}, in one of its variants.{marks}")
            }
            (Presence::Required, "table") => marks.trim_start().to_owned(),
            (Presence::Optional, "table") => format!("{presence}.{marks}"),
            _ => format!("{presence}: {words}.{default}{marks}"),
        }
    }

    /// A line, and a list of what an enum may be.
    fn list(self, line: &str, variants: &[Variant]) -> String {
        let mut items: Vec<String> = variants.iter().map(Variant::to_item).collect();
        let (table, array) = (&self.forms.table, &self.forms.array_of_tables);
        items.extend(table.iter().map(|_| format!("- a table, [{}]", self.path)));
        items.extend(array.iter().map(|_| format!("- tables, [[{}]]", self.path)));
        join_lines(&[line, &items.join("\n")])
    }

    fn presence(self) -> &'static str {
        match self.item.presence {
            Presence::Required => "Required",
            Presence::Optional => "Optional",
            Presence::AnyKey => "Keys of your choice",
        }
    }

    /// Further sentences, each with a space in front.
    fn marks(self) -> String {
        let shape = &self.item.shape;
        let mut marks = String::new();
        for (is_so, mark) in [
            (shape.is_secret(), " Secret."),
            (shape.is_deprecated(), " Deprecated."),
        ] {
            if is_so {
                marks.push_str(mark);
            }
        }
        marks
    }

    /// A sentence on a default that TOML has no value for, such as an integer beyond 64 bits.
    fn default_in_json(self) -> String {
        let shape = &self.item.shape;
        match shape.keywords.get("default") {
            Some(_) if self.is_hidden || shape.holds_secret(self.root) => String::new(),
            Some(json) if to_toml(json).is_none() => {
                format!(" Default: {json}.")
            }
            _ => String::new(),
        }
    }
}

/// The title and the description of a schema.
pub(super) fn description(shape: &Shape) -> String {
    let text = |keyword| shape.text(keyword).unwrap_or_default();
    join_lines(&[text("title"), text("description")])
}

/// Joins texts that are not empty.
pub(super) fn join_lines(texts: &[&str]) -> String {
    let texts = texts.iter().copied().filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n")
}

fn capitalize(words: &str) -> String {
    let mut characters = words.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}
