//! Reading with options: unknown keys, the version of the language.

use serde_core::de::Deserialize;
use std::marker::PhantomData;
use std::ops::Range;

use toml_core::de::nearest_name;
use toml_core::{Document, Kind, Locator, Path, Position, Segment, Span, Version};

use super::Error;
use super::deserializer::{ParsedDocument, parse_options, read_watched};
use super::document::{Context, DocumentNode};
use super::handed::End;
use super::node::{Entry, Key, Node};
use super::watch::{UnknownKey, Watch};

/// How [`from_str_with`] reads.
///
/// ```
/// use toml_serde::{Options, UnknownFields, Version};
///
/// let options = Options {
///     unknown_fields: UnknownFields::Collect,
///     version: Version::V1_1,
///     ..Options::default()
/// };
/// # let _ = options;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// What becomes of keys that a struct has no field for; ignored by default.
    pub unknown_fields: UnknownFields,
    /// The version of the language, 1.0 by default.
    pub version: Version,
    /// How many tables, arrays and key segments may enclose one another, 128 by default.
    pub max_depth: usize,
    /// How many errors [`from_str_all_with`](crate::from_str_all_with) collects before it stops, 100 by default.
    pub max_errors: usize,
}

impl Default for Options {
    fn default() -> Self {
        let parse = parse_options();
        Self {
            unknown_fields: UnknownFields::default(),
            version: parse.version,
            max_depth: parse.max_depth,
            max_errors: parse.max_errors,
        }
    }
}

impl Options {
    pub(super) fn parse_options(self) -> toml_core::ParseOptions {
        toml_core::ParseOptions {
            version: self.version,
            max_depth: self.max_depth,
            max_errors: self.max_errors,
            ..parse_options()
        }
    }
}

/// What becomes of keys that a struct has no field for.
///
/// `#[serde(deny_unknown_fields)]` on a type denies them whatever is said here. In a struct with
/// `#[serde(flatten)]`, and below an untagged or internally tagged enum, serde takes all keys into a
/// buffer and tells nobody which of them are used; there no key counts as unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum UnknownFields {
    /// They are skipped, as serde does.
    #[default]
    Ignore,
    /// They are skipped and told, in [`Parsed::unknown_fields`].
    Collect,
    /// The first is an error.
    Deny,
}

/// What [`from_str_with`] has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed<T> {
    /// The value.
    pub value: T,
    /// The keys that no field was there for, in file order; only with [`UnknownFields::Collect`].
    pub unknown_fields: Vec<UnknownField>,
}

/// A key that a struct has no field for.
///
/// `Display` says so in one line, such as
/// ``unknown field `prot` at server.prot, line 2 column 1; did you mean `port`?``.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    key: String,
    path: Path,
    span: Span,
    position: Position,
    known: &'static [&'static str],
}

impl UnknownField {
    /// The key, decoded.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The dotted path of the key, such as `server.prot`.
    #[must_use]
    pub fn path(&self) -> String {
        self.path.to_string()
    }

    /// Where the key stands, quotes included, in bytes from the document's start.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.range()
    }

    /// Line and column of the key.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// The names that the struct has.
    #[must_use]
    pub fn known(&self) -> &'static [&'static str] {
        self.known
    }

    /// The name that was most likely meant, if any is at all like the key.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        nearest_name(&self.key, self.known.iter().copied())
    }

    /// An error that has yet to be given its source.
    pub(super) fn to_error(&self) -> Error {
        let mut error = Error::unknown_key(&self.key, self.known).at(self.span);
        error.add_path(self.path.segments());
        error
    }
}

impl std::fmt::Display for UnknownField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Position { line, column } = self.position;
        write!(
            f,
            "unknown field `{}` at {}, line {line} column {column}",
            self.key, self.path
        )?;
        match self.suggestion() {
            Some(name) => write!(f, "; did you mean `{name}`?"),
            None => Ok(()),
        }
    }
}

/// Reads a document into a type, and tells which of its keys no field was there for.
///
/// # Errors
/// As [`from_str`](crate::from_str); with [`UnknownFields::Deny`], the first unknown key.
///
/// ```
/// use toml_serde::{Options, UnknownFields, from_str_with};
///
/// #[derive(serde::Deserialize)]
/// struct Server {
///     port: Option<u16>,
/// }
///
/// let options = Options { unknown_fields: UnknownFields::Collect, ..Options::default() };
/// let parsed = from_str_with::<Server>("prot = 80", options)?;
/// assert_eq!(parsed.value.port, None);
/// assert_eq!(
///     parsed.unknown_fields[0].to_string(),
///     "unknown field `prot` at prot, line 1 column 1; did you mean `port`?",
/// );
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
pub fn from_str_with<'de, T: Deserialize<'de>>(
    source: &'de str,
    options: Options,
) -> Result<Parsed<T>, Error> {
    let parsed = ParsedDocument::parse(source, options.parse_options())?;
    if options.unknown_fields == UnknownFields::Ignore {
        return Ok(Parsed {
            value: parsed.read(End::Read, PhantomData)?,
            unknown_fields: Vec::new(),
        });
    }
    let document = parsed.into_document();
    let (result, watch) = read_watched(&document, source, Watch::default(), PhantomData);
    let value = result?;
    let unknown_fields = unknown_fields(&document, watch.into_parts().1);
    match (options.unknown_fields, unknown_fields.first()) {
        (UnknownFields::Deny, Some(first)) => Err(first.to_error().with_input(source)),
        _ => Ok(Parsed {
            value,
            unknown_fields,
        }),
    }
}

/// Completes unknown keys by their text, path and position, in file order.
pub(super) fn unknown_fields(document: &Document<'_>, keys: Vec<UnknownKey>) -> Vec<UnknownField> {
    let source = document.source();
    let context = Context::new(document.root().as_value(), source);
    let found = find_keys(DocumentNode::root(&context), keys);
    let mut locator = Locator::default();
    let fields = found.into_iter().map(|found| UnknownField {
        position: locator.locate(source.as_bytes(), found.span.start),
        key: found.key,
        path: found.path.into(),
        span: found.span,
        known: found.known,
    });
    fields.collect()
}

/// An unknown key with its path.
pub(crate) struct FoundKey {
    pub(crate) key: String,
    pub(crate) path: Vec<Segment>,
    pub(crate) span: Span,
    pub(crate) known: &'static [&'static str],
}

/// Finds unknown keys below a value, by rising span.
pub(crate) fn find_keys<'de, N: Node<'de>>(root: N, mut keys: Vec<UnknownKey>) -> Vec<FoundKey> {
    keys.sort_by_key(|key| key.span);
    keys.dedup_by_key(|key| key.span);
    let mut finder = Finder {
        keys,
        path: Vec::new(),
        found: Vec::new(),
    };
    finder.look_at(root);
    finder.found.sort_by_key(|found| found.span);
    finder.found
}

/// Walks a document to find the paths of keys.
struct Finder {
    /// The keys to be found, by rising span.
    keys: Vec<UnknownKey>,
    path: Vec<Segment>,
    found: Vec<FoundKey>,
}

impl Finder {
    /// Recursion is bounded by the depth that the parser allows.
    fn look_at<'de, N: Node<'de>>(&mut self, node: N) {
        for entry in node.entries() {
            let key = entry.key();
            self.path.push(Segment::Key(key.as_str().to_owned()));
            self.note(key);
            self.look_at(entry.value());
            self.path.pop();
        }
        if node.kind() != Kind::Array {
            return;
        }
        for (index, element) in node.elements().enumerate() {
            self.path
                .push(Segment::Index(i64::try_from(index).unwrap_or(i64::MAX)));
            self.look_at(element);
            self.path.pop();
        }
    }

    fn note<'de>(&mut self, key: impl Key<'de>) {
        let Some(span) = key.span() else { return };
        if let Ok(at) = self.keys.binary_search_by_key(&span, |key| key.span) {
            self.found.push(FoundKey {
                key: key.as_str().to_owned(),
                path: self.path.clone(),
                span,
                known: self.keys[at].known,
            });
        }
    }
}
