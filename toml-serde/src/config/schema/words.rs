//! A shape in words: `integer from 0 to 65535`, `array of strings`, `one of "a" or "b"`.
//!
//! In the words of TOML, not in those of JSON Schema. Knows nothing of keys, or of where the words go.

use std::cell::Cell;

use schemars::Schema;
use serde_json::Value as Json;
use toml_core::encode::encode_value;

use super::json::to_toml;
use super::shape::{Forms, Shape};

/// How deep elements of arrays are described.
const MAX_DEPTH: usize = 4;
/// How many arrays are described for one key.
const MAX_ARRAYS: usize = 50;

/// Whether the words are about one value, or about the elements of an array.
#[derive(Clone, Copy)]
enum Number {
    One,
    Many,
}

/// A value that an enum allows.
pub(super) struct Variant {
    /// The value in TOML.
    text: String,
    description: Option<String>,
}

/// What a value may be, in one line without a full stop.
pub(super) fn describe(root: &Schema, forms: &Forms) -> String {
    describe_each(root, forms, Number::One)
}

/// What each of several values may be, in one line without a full stop.
pub(super) fn describe_many(root: &Schema, forms: &Forms) -> String {
    describe_each(root, forms, Number::Many)
}

fn describe_each(root: &Schema, forms: &Forms, number: Number) -> String {
    let words = Words {
        root,
        depth: MAX_DEPTH,
        arrays_left: &Cell::new(MAX_ARRAYS),
    };
    words.forms(forms, number)
}

/// Whether words say more than which of TOML's types it is.
pub(super) fn is_telling(words: &str) -> bool {
    let one = match words.strip_prefix("array of ") {
        Some(elements) => elements.trim_end_matches('s'),
        None => words,
    };
    !matches!(
        one,
        "any value" | "array" | "boolean" | "integer" | "number" | "string" | "table"
    )
}

/// The values that are allowed, each with its description, if one of them has one.
pub(super) fn documented_variants(forms: &Forms) -> Option<Vec<Variant>> {
    let variants: Vec<_> = forms.plain.iter().filter_map(variants).flatten().collect();
    let is_choice = variants.len() > 1 || !forms.is_plain_only();
    let has_words = is_choice && variants.iter().any(|variant| variant.description.is_some());
    (variants_cover(forms) && has_words).then_some(variants)
}

impl Variant {
    /// As an item of a list; further lines of the description are set in.
    pub(super) fn to_item(&self) -> String {
        match &self.description {
            Some(description) => {
                format!("- {}: {}", self.text, description.replace('\n', "\n  "))
            }
            None => format!("- {}", self.text),
        }
    }
}

fn variants(shape: &Shape) -> Option<Vec<Variant>> {
    let found = variants_json(shape)?;
    let is_one = found.len() == 1;
    let variants = found.into_iter().filter_map(|json| {
        Some(Variant {
            text: encode_value(&to_toml(json)?),
            description: shape
                .text("description")
                .filter(|_| is_one)
                .map(str::to_owned),
        })
    });
    Some(variants.collect())
}

/// Whether each plain form is a list of values.
fn variants_cover(forms: &Forms) -> bool {
    forms
        .plain
        .iter()
        .all(|shape| variants_json(shape).is_some())
}

fn variants_json(shape: &Shape) -> Option<Vec<&Json>> {
    match (shape.keywords.get("const"), shape.keywords.get("enum")) {
        (Some(only), _) => Some(vec![only]),
        (None, Some(Json::Array(all))) => Some(all.iter().collect()),
        _ => None,
    }
}

#[derive(Clone, Copy)]
struct Words<'r> {
    root: &'r Schema,
    /// How many arrays may still be gone into.
    depth: usize,
    arrays_left: &'r Cell<usize>,
}

impl Words<'_> {
    fn forms(self, forms: &Forms, number: Number) -> String {
        let variants: Vec<String> = forms
            .plain
            .iter()
            .filter_map(variants)
            .flatten()
            .map(|variant| variant.text)
            .collect();
        let mut found = Vec::new();
        match variants.as_slice() {
            [_, _, ..] if forms.is_plain_only() && variants_cover(forms) => {
                let variants = join_or(&variants);
                return match number {
                    Number::One => format!("one of {variants}"),
                    Number::Many => variants,
                };
            }
            _ => found.extend(variants),
        }
        for shape in &forms.plain {
            if variants_json(shape).is_none() {
                found.extend(self.plain(shape, number));
            }
        }
        if forms.table.is_some() {
            found.push(noun("table", number));
        }
        if forms.array_of_tables.is_some() {
            found.push(format!("{} of tables", noun("array", number)));
        }
        found.dedup();
        join_or(&found)
    }

    fn schema(self, schema: &Json, number: Number) -> String {
        let shape = Shape::of(self.root, schema);
        self.forms(&shape.forms(self.root), number)
    }

    /// One text for each type that is allowed.
    fn plain(self, shape: &Shape, number: Number) -> Vec<String> {
        let types: Vec<&str> = shape.types().filter(|name| *name != "object").collect();
        if types.is_empty() {
            return vec![match number {
                Number::One => "any value".to_owned(),
                Number::Many => "any values".to_owned(),
            }];
        }
        let describe = |name: &&str| match *name {
            "string" => string(shape, number),
            "array" => self.array(shape, number),
            "integer" | "number" => noun(name, number) + &range(shape),
            name => noun(name, number),
        };
        types.iter().map(describe).collect()
    }

    fn array(self, shape: &Shape, number: Number) -> String {
        let name = noun("array", number);
        if self.depth == 0 || self.arrays_left.get() == 0 {
            return name;
        }
        self.arrays_left.set(self.arrays_left.get() - 1);
        let inner = Self {
            depth: self.depth - 1,
            ..self
        };
        if let Some(Json::Array(elements)) = shape.keywords.get("prefixItems") {
            let elements = elements
                .iter()
                .map(|schema| inner.schema(schema, Number::One));
            let elements: Vec<String> = elements.collect();
            return format!("{name} [{}]", elements.join(", "));
        }
        let count = size(shape, "minItems", "maxItems");
        let elements_number = match count.as_deref() {
            Some("1" | "at least 1" | "at most 1") => Number::One,
            _ => Number::Many,
        };
        let elements = match shape.keywords.get("items") {
            Some(items) => inner.schema(items, elements_number),
            None => noun("value", elements_number),
        };
        let unique = if shape.has_unique_items() {
            ", none of them twice"
        } else {
            ""
        };
        match count {
            Some(count) => format!("{name} of {count} {elements}{unique}"),
            None => format!("{name} of {elements}{unique}"),
        }
    }
}

fn noun(name: &str, number: Number) -> String {
    match number {
        Number::One => name.to_owned(),
        Number::Many => format!("{name}s"),
    }
}

fn string(shape: &Shape, number: Number) -> String {
    let format = shape.text("format").unwrap_or_default();
    let known = known_format(format).map(|(one, many)| match number {
        Number::One => one.to_owned(),
        Number::Many => many.to_owned(),
    });
    let is_unknown = known.is_none() && !format.is_empty();
    let mut words = vec![known.unwrap_or_else(|| noun("string", number))];
    match size(shape, "minLength", "maxLength").as_deref() {
        Some("1") => words.push("of 1 character".to_owned()),
        Some(size) => words.push(format!("of {size} characters")),
        None => {}
    }
    if is_unknown {
        words.push(format!("in the format `{format}`"));
    }
    if let Some(pattern) = shape.text("pattern") {
        words.push(format!("that matches `{pattern}`"));
    }
    words.join(" ")
}

/// A format in words, for one and for many (JSON Schema 2020-12, Validation, section 7.3; and those of
/// `schemars`).
fn known_format(format: &str) -> Option<(&'static str, &'static str)> {
    Some(match format {
        "date-time" => ("date-time", "date-times"),
        "partial-date-time" => ("local date-time", "local date-times"),
        "date" => ("date", "dates"),
        "time" => ("time with offset", "times with offset"),
        "partial-time" => ("time", "times"),
        "duration" => (
            "duration such as \"P1DT2H\"",
            "durations such as \"P1DT2H\"",
        ),
        "email" => ("e-mail address", "e-mail addresses"),
        "hostname" => ("host name", "host names"),
        "ip" => ("IP address", "IP addresses"),
        "ipv4" => ("IPv4 address", "IPv4 addresses"),
        "ipv6" => ("IPv6 address", "IPv6 addresses"),
        "uri" => ("URI", "URIs"),
        "uuid" => ("UUID", "UUIDs"),
        "regex" => ("regular expression", "regular expressions"),
        // It is told that it is secret.
        "password" => ("string", "strings"),
        _ => return None,
    })
}

/// `1`, `1 to 5`, `at least 1`, `at most 5`.
fn size(shape: &Shape, least: &str, most: &str) -> Option<String> {
    let count = |keyword| shape.keywords.get(keyword).and_then(Json::as_u64);
    match (count(least).filter(|least| *least > 0), count(most)) {
        (Some(least), Some(most)) if least == most => Some(least.to_string()),
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("at least {least}")),
        (None, Some(most)) => Some(format!("at most {most}")),
        (None, None) => None,
    }
}

/// ` from 0 to 255`, ` of at least 1`, ` above 0`, ` that is a multiple of 8`, ` other than 0`.
fn range(shape: &Shape) -> String {
    let number = |keyword| match shape.keywords.get(keyword) {
        Some(Json::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    // The types whose width alone is told by `schemars`.
    let (format_least, format_most) = match shape.text("format") {
        Some("int32") => (Some(i32::MIN.to_string()), Some(i32::MAX.to_string())),
        Some("uint32") => (None, Some(u32::MAX.to_string())),
        _ => (None, None),
    };
    let above = number("exclusiveMinimum");
    let below = number("exclusiveMaximum");
    let least = number("minimum").or(format_least.filter(|_| above.is_none()));
    let most = number("maximum").or(format_most.filter(|_| below.is_none()));
    let mut words = Vec::new();
    match (least, most) {
        (Some(least), Some(most)) => words.push(format!(" from {least} to {most}")),
        (Some(least), None) => words.push(format!(" of at least {least}")),
        (None, Some(most)) => words.push(format!(" of at most {most}")),
        (None, None) => {}
    }
    words.extend(above.map(|bound| format!(" above {bound}")));
    words.extend(below.map(|bound| format!(" below {bound}")));
    words.extend(number("multipleOf").map(|step| format!(" that is a multiple of {step}")));
    words.extend(shape.excluded().map(|value| format!(" other than {value}")));
    words.concat()
}

/// `a`, `a or b`, `a, b or c`.
fn join_or(words: &[String]) -> String {
    match words {
        [] => "any value".to_owned(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}
