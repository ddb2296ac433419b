//! What callers put into a document: data, or text that is to stand there as it is.

use toml_core::{ParseOptions, Value, Version};

use crate::error::{Error, ErrorKind};
use crate::style::key_text;

/// A value that is to go into a document: anything that is `Into<Value>`, or a [`Raw`] text.
#[derive(Clone, Debug)]
pub struct NewValue(pub(crate) Content);

/// What a new value is made of.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Data(Value),
    /// Text that stands for a value, kept as it is.
    Raw(String),
    /// A table whose entries may have comments and texts of their own.
    Entries(Vec<Entry>),
    /// An array of tables that may have comments.
    Tables(Vec<Section>),
}

/// A key that is to go into a table.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The key as text, in quotes where it needs them.
    pub(crate) key: String,
    pub(crate) content: Content,
    pub(crate) comments: Comments,
}

/// An element of an array of tables.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) entries: Vec<Entry>,
    pub(crate) comments: Comments,
}

/// The comments that go with an item, each with its `#`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Comments {
    pub(crate) above: Vec<String>,
    pub(crate) beside: Option<String>,
    /// Those at the end of a table's body, behind its last key.
    pub(crate) end: Vec<String>,
}

impl Comments {
    pub(crate) fn is_empty(&self) -> bool {
        self.above.is_empty() && self.beside.is_none() && self.end.is_empty()
    }

    /// Moves all of them to a list of lines.
    pub(crate) fn take_into(&mut self, lines: &mut Vec<String>) {
        lines.append(&mut self.above);
        lines.extend(self.beside.take());
        lines.append(&mut self.end);
    }
}

/// A value that is to go into an array.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) content: Content,
    pub(crate) comments: Comments,
}

impl From<Section> for Element {
    fn from(section: Section) -> Self {
        Self {
            content: Content::Entries(section.entries),
            comments: section.comments,
        }
    }
}

impl From<Content> for Element {
    fn from(content: Content) -> Self {
        Self {
            content,
            comments: Comments::default(),
        }
    }
}

impl Entry {
    pub(crate) fn new(key: &str, content: Content) -> Self {
        Self {
            key: key_text(key),
            content,
            comments: Comments::default(),
        }
    }

    /// An entry that has no key yet.
    pub(crate) fn of_element(element: Element) -> Self {
        Self {
            key: String::new(),
            content: element.content,
            comments: element.comments,
        }
    }
}

impl Content {
    /// The entries of a table that can be spread over lines of its own.
    pub(crate) fn into_entries(self) -> Result<Vec<Entry>, Self> {
        match self {
            Self::Data(Value::Table(table)) => Ok(table
                .into_iter()
                .map(|(key, value)| Entry::new(&key, Self::Data(value)))
                .collect()),
            Self::Entries(entries) => Ok(entries),
            other => Err(other),
        }
    }

    /// The elements of an array that can stand under headers: there are some, and all are tables.
    pub(crate) fn into_tables(self) -> Result<Vec<Section>, Self> {
        match self {
            Self::Data(Value::Array(array)) if is_tables(&array) => {
                let entries = |value| Self::Data(value).into_entries().unwrap_or_default();
                let section = |value| Section {
                    entries: entries(value),
                    comments: Comments::default(),
                };
                Ok(array.into_iter().map(section).collect())
            }
            Self::Tables(tables) => Ok(tables),
            other => Err(other),
        }
    }

    pub(crate) fn is_table(&self) -> bool {
        matches!(self, Self::Data(Value::Table(_)) | Self::Entries(_))
    }

    /// Whether this is an array of nothing but tables, and not empty.
    pub(crate) fn is_tables(&self) -> bool {
        match self {
            Self::Data(Value::Array(array)) => is_tables(array),
            Self::Tables(_) => true,
            _ => false,
        }
    }

    /// Fails where data nests deeper than any document may, before anything recurses into it.
    pub(crate) fn check_depth(&self) -> Result<(), Error> {
        match self {
            Self::Data(value) => check_depth(value),
            _ => Ok(()),
        }
    }
}

/// [`Content::check_depth`] of data.
pub(crate) fn check_depth(value: &Value) -> Result<(), Error> {
    let mut level = vec![value];
    for _ in 0..=ParseOptions::MAX_DEPTH_LIMIT {
        let mut next = Vec::new();
        for value in level {
            match value {
                Value::Array(array) => next.extend(array),
                Value::Table(table) => next.extend(table.values()),
                _ => {}
            }
        }
        if next.is_empty() {
            return Ok(());
        }
        level = next;
    }
    Err(Error::new(ErrorKind::TooDeep))
}

fn is_tables(array: &[Value]) -> bool {
    !array.is_empty() && array.iter().all(Value::is_table)
}

impl NewValue {
    /// The value of anything that is `Serialize`.
    ///
    /// # Errors
    /// `NotSerializable` for what TOML has no value for, such as a map whose keys are no strings.
    #[cfg(feature = "serde")]
    pub fn serialize<T: serde_core::Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        Ok(Self(Content::Data(Value::try_from(value)?)))
    }
}

impl<V: Into<Value>> From<V> for NewValue {
    fn from(value: V) -> Self {
        Self(Content::Data(value.into()))
    }
}

/// The text of a value, which goes into a document as it is.
///
/// ```
/// use toml_edit_lite::{DocumentMut, Raw};
///
/// let mut document = DocumentMut::parse("mode = 420\n")?;
/// document.set("mode", Raw::parse("0o644")?)?;
/// assert_eq!(document.as_str(), "mode = 0o644\n");
/// # Ok::<(), toml_edit_lite::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    text: String,
}

impl Raw {
    /// Checks that a text is a value of TOML 1.1. White space and comments round it are left away.
    ///
    /// Whether a document of TOML 1.0 can have it is found out when it is put there.
    ///
    /// # Errors
    /// `InvalidFragment` where the text is not one value.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let options = ParseOptions {
            version: Version::V1_1,
            ..ParseOptions::default()
        };
        let value = options
            .parse_value(text)
            .map_err(|error| Error::syntax(ErrorKind::InvalidFragment, error))?;
        Ok(Self {
            text: value.value().raw().to_owned(),
        })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<Raw> for NewValue {
    fn from(raw: Raw) -> Self {
        Self(Content::Raw(raw.text))
    }
}
