//! What a schema says in the end: references followed, and all that must hold at once put together.
//!
//! Knows JSON Schema as `schemars` writes it; knows nothing of TOML's text.

use schemars::Schema;
use serde_json::{Map, Value as Json};

use super::json::is_of_null;

/// How many schemas may lead to one another, by references or `allOf`, before the rest is left out.
const MAX_STEPS: usize = 64;
/// How many schemas are looked at for the forms of one value; types that refer to one another can lead
/// to one another in very many ways.
const MAX_SHAPES: usize = 100;

/// A schema with its references followed and its `allOf` put together.
///
/// What a schema says itself goes before what it refers to.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    /// All keywords but those that have a field here.
    pub(super) keywords: Map<String, Json>,
    /// The keys of a table, in the order of the fields.
    pub(super) properties: Map<String, Json>,
    /// Which of them have to be there.
    pub(super) required: Vec<String>,
    /// The schema of keys that are not among the properties.
    pub(super) entries: Option<Json>,
    /// Lists of alternatives; one of each has to hold.
    pub(super) choices: Vec<Vec<Json>>,
    /// The references that were followed.
    pub(super) references: Vec<String>,
    /// Nothing at all fits: the schema is `false`, or wants a `null`.
    pub(super) is_never: bool,
}

/// The ways in which a value of a shape can be written.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Behind `=`.
    pub(super) plain: Vec<Shape>,
    /// Under a `[header]`.
    pub(super) table: Option<Shape>,
    /// Under `[[headers]]`; the shape of an element.
    pub(super) array_of_tables: Option<Shape>,
}

impl Shape {
    pub(super) fn of(root: &Schema, schema: &Json) -> Self {
        let mut shape = Self::default();
        shape.add(root, schema, MAX_STEPS);
        shape
    }

    fn add(&mut self, root: &Schema, schema: &Json, steps: usize) {
        let Json::Object(keywords) = schema else {
            self.is_never |= *schema == Json::Bool(false);
            return;
        };
        if steps == 0 {
            return;
        }
        self.is_never |= is_of_null(schema);
        for (keyword, value) in keywords {
            self.add_keyword(keyword, value);
        }
        if let Some(Json::String(reference)) = keywords.get("$ref")
            && !self.references.contains(reference)
        {
            self.references.push(reference.clone());
            if let Some(target) = root.pointer(reference) {
                self.add(root, target, steps - 1);
            }
        }
        let all = keywords.get("allOf").and_then(Json::as_array);
        for schema in all.into_iter().flatten() {
            self.add(root, schema, steps - 1);
        }
        for list in ["anyOf", "oneOf"] {
            if let Some(Json::Array(alternatives)) = keywords.get(list) {
                match alternatives.as_slice() {
                    [only] => self.add(root, only, steps - 1),
                    _ => self.choices.push(alternatives.clone()),
                }
            }
        }
    }

    /// Takes in a keyword that refers to no other schema of the same value.
    fn add_keyword(&mut self, keyword: &str, value: &Json) {
        match (keyword, value) {
            ("$ref" | "$defs" | "$schema" | "allOf" | "anyOf" | "oneOf", _) => {}
            ("properties", Json::Object(properties)) => {
                for (key, schema) in properties {
                    self.add_property(key, schema);
                }
            }
            ("required", Json::Array(keys)) => {
                let keys = keys.iter().filter_map(Json::as_str);
                self.required.extend(keys.map(str::to_owned));
            }
            ("additionalProperties" | "unevaluatedProperties", entries) => {
                if *entries != Json::Bool(false) {
                    self.entries.get_or_insert_with(|| entries.clone());
                }
            }
            ("patternProperties", Json::Object(patterns)) => {
                if let Some((pattern, entries)) = patterns.iter().next() {
                    self.entries = Some(entries.clone());
                    self.keywords
                        .insert("patternProperties".to_owned(), pattern.as_str().into());
                }
            }
            _ => {
                self.keywords
                    .entry(keyword.to_owned())
                    .or_insert_with(|| value.clone());
            }
        }
    }

    /// A key of two schemas has to fit both.
    fn add_property(&mut self, key: &str, schema: &Json) {
        let both = match self.properties.get(key) {
            Some(first) if first != schema => serde_json::json!({ "allOf": [first, schema] }),
            _ => schema.clone(),
        };
        self.properties.insert(key.to_owned(), both);
    }

    /// A keyword's text.
    pub(super) fn text(&self, keyword: &str) -> Option<&str> {
        self.keywords.get(keyword)?.as_str()
    }

    /// Whether a keyword is there and `true`.
    fn has(&self, keyword: &str) -> bool {
        self.keywords.get(keyword) == Some(&Json::Bool(true))
    }

    pub(super) fn is_secret(&self) -> bool {
        self.has("writeOnly") || self.text("format") == Some("password")
    }

    /// Whether a value is a secret, or has one in it.
    pub(super) fn holds_secret(&self, root: &Schema) -> bool {
        let mut seen = Vec::new();
        self.finds_secret(root, &mut seen)
    }

    /// Looks for a secret behind all references that are not among those `seen`.
    fn finds_secret(&self, root: &Schema, seen: &mut Vec<String>) -> bool {
        if self.is_secret() {
            return true;
        }
        seen.extend_from_slice(&self.references);
        let inner = ["items", "prefixItems"];
        let inner = inner.iter().filter_map(|list| self.keywords.get(*list));
        let inner = inner.flat_map(|schemas| match schemas {
            Json::Array(schemas) => schemas.as_slice(),
            schema => std::slice::from_ref(schema),
        });
        inner
            .chain(self.properties.values())
            .chain(&self.entries)
            .chain(self.choices.iter().flatten())
            .map(|schema| Self::of(root, schema))
            .any(|shape| {
                let is_seen = shape.references.iter().any(|name| seen.contains(name));
                shape.is_secret() || (!is_seen && shape.finds_secret(root, seen))
            })
    }

    pub(super) fn is_deprecated(&self) -> bool {
        self.has("deprecated")
    }

    pub(super) fn has_unique_items(&self) -> bool {
        self.has("uniqueItems")
    }

    /// The one value that is not allowed, such as 0 for integers of Rust that are not zero.
    pub(super) fn excluded(&self) -> Option<&Json> {
        self.keywords.get("not")?.get("const")
    }

    /// Whether values of a type, as JSON Schema names it, are allowed by the schema itself.
    pub(super) fn is_of_type(&self, name: &str) -> bool {
        self.types().any(|found| found == name)
    }

    /// The types that are allowed; none where the schema does not restrict them.
    pub(super) fn types(&self) -> impl Iterator<Item = &str> {
        let (one, many) = match self.keywords.get("type") {
            Some(Json::Array(names)) => (None, names.as_slice()),
            name => (name, [].as_slice()),
        };
        one.into_iter().chain(many).filter_map(Json::as_str)
    }

    /// Whether the schema itself, not just an alternative of it, is that of a table.
    pub(super) fn is_table(&self) -> bool {
        !self.properties.is_empty() || self.entries.is_some() || self.is_of_type("object")
    }

    /// The ways in which a value can be written.
    pub(super) fn forms(&self, root: &Schema) -> Forms {
        let mut finder = Finder {
            root,
            seen: Vec::new(),
            shapes_left: MAX_SHAPES,
        };
        finder.forms(self)
    }
}

impl Forms {
    /// Whether no table can be a value.
    pub(super) fn is_plain_only(&self) -> bool {
        self.table.is_none() && self.array_of_tables.is_none()
    }
}

/// Finds the forms of a shape, in its alternatives and in the elements of its arrays.
struct Finder<'r> {
    root: &'r Schema,
    /// The references on the way to the shape at hand.
    seen: Vec<String>,
    shapes_left: usize,
}

impl Finder<'_> {
    fn forms(&mut self, shape: &Shape) -> Forms {
        if shape.is_table() {
            let is_plain = shape.types().any(|name| name != "object");
            return Forms {
                plain: is_plain.then(|| shape.clone()).into_iter().collect(),
                table: Some(shape.clone()),
                array_of_tables: None,
            };
        }
        let outer = self.seen.len();
        self.seen.extend_from_slice(&shape.references);
        let forms = match shape.choices.first() {
            Some(alternatives) => self.forms_of_any(shape, alternatives),
            None => self.forms_of_array(shape).unwrap_or_else(|| Forms {
                plain: vec![shape.clone()],
                ..Forms::default()
            }),
        };
        self.seen.truncate(outer);
        forms
    }

    /// The forms of all alternatives. Those that are tables stay alternatives of one table.
    fn forms_of_any(&mut self, shape: &Shape, alternatives: &[Json]) -> Forms {
        let mut all = Forms::default();
        let mut tables = Vec::new();
        for alternative in alternatives {
            let Some(found) = self.next(alternative).filter(|found| !found.is_never) else {
                continue;
            };
            let mut forms = self.forms(&found);
            all.plain.append(&mut forms.plain);
            all.array_of_tables = all.array_of_tables.or(forms.array_of_tables);
            if forms.table.is_some() {
                tables.push((alternative, found));
            }
        }
        all.table = match tables.as_mut_slice() {
            [] => None,
            [(_, only)] => {
                only.references.extend_from_slice(&shape.references);
                Some(std::mem::take(only))
            }
            _ => Some(Shape {
                choices: vec![
                    tables
                        .into_iter()
                        .map(|(schema, _)| schema.clone())
                        .collect(),
                ],
                references: shape.references.clone(),
                ..Shape::default()
            }),
        };
        all
    }

    /// The forms of an array whose elements are tables and nothing else.
    fn forms_of_array(&mut self, shape: &Shape) -> Option<Forms> {
        let items = shape.keywords.get("items").filter(|_| is_list(shape))?;
        let items = self.next(items)?;
        let forms = self.forms(&items);
        let is_table_only = forms.plain.is_empty() && forms.array_of_tables.is_none();
        is_table_only.then_some(Forms {
            plain: Vec::new(),
            table: None,
            array_of_tables: Some(forms.table?),
        })
    }

    /// The shape of an inner schema, unless it is one of those that led to it, or there are too many.
    fn next(&mut self, schema: &Json) -> Option<Shape> {
        self.shapes_left = self.shapes_left.checked_sub(1)?;
        let shape = Shape::of(self.root, schema);
        let comes_again = shape.references.iter().any(|name| self.seen.contains(name));
        (!comes_again).then_some(shape)
    }
}

/// Whether a shape is that of arrays whose elements are all alike.
fn is_list(shape: &Shape) -> bool {
    shape.is_of_type("array") && !shape.keywords.contains_key("prefixItems")
}
