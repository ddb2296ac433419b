//! How to parse: version of the language and limits.

use alloc::{string::String, vec::Vec};

use crate::{Document, Error, LoneValue};

/// A version of the TOML language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Version {
    /// TOML 1.0.0, what every reader in use today understands.
    #[default]
    V1_0,
    /// TOML 1.1.0: newlines, comments and trailing commas in inline tables, `\e` and `\xHH`, times without seconds.
    V1_1,
}

/// Which integers are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum IntegerRange {
    /// From -2^63 to 2^63 - 1, what TOML 1.0.0, "Integer", asks of every reader.
    #[default]
    Bits64,
    /// All integers. What does not fit in 64 bits has no [`as_i64`](crate::ValueRef::as_i64), but
    /// perhaps an [`as_i128`](crate::ValueRef::as_i128) or [`as_u128`](crate::ValueRef::as_u128),
    /// and in any case its [`raw`](crate::ValueRef::raw) text.
    Unlimited,
}

/// How to parse a document.
///
/// ```
/// use toml_core::{ParseOptions, Version};
///
/// let options = ParseOptions { version: Version::V1_1, ..ParseOptions::default() };
/// let document = options.parse("point = { x = 1, y = 2, }")?;
/// assert_eq!(document.get("point.y").and_then(|y| y.as_i64()), Some(2));
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseOptions {
    /// The version of the language, 1.0 by default.
    pub version: Version,
    /// How many tables, arrays and key segments may enclose one another, 128 by default.
    ///
    /// Values above [`ParseOptions::MAX_DEPTH_LIMIT`] count as that limit, which keeps recursion
    /// over a document within the 2 MiB stack that Rust gives a thread, debug builds included.
    pub max_depth: usize,
    /// How many errors [`parse_recoverable`](Self::parse_recoverable) collects before it stops, 100 by default.
    pub max_errors: usize,
    /// Which integers are accepted, those of 64 bits by default.
    pub integers: IntegerRange,
}

impl ParseOptions {
    /// The highest `max_depth` that takes effect.
    pub const MAX_DEPTH_LIMIT: usize = 512;

    /// Parses a whole document.
    ///
    /// # Errors
    /// The first rule of TOML that the source breaks, or the first limit that it exceeds.
    pub fn parse(self, source: &str) -> Result<Document<'_>, Error> {
        crate::parser::run(source, self)
    }

    /// Parses a whole document that keeps its source, which is not copied.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_owned(self, source: String) -> Result<Document<'static>, Error> {
        let tree = self.parse(&source)?.into_tree();
        Ok(Document::with_owned(tree, source))
    }

    /// Parses a value on its own, as it stands behind `=`; whitespace, newlines and comments may be round it.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_value(self, source: &str) -> Result<LoneValue<'_>, Error> {
        crate::parser::run_value(source, self)
    }

    /// Parses as much of a document as can be read, and tells all its mistakes.
    ///
    /// The errors come in the order of the statements that they are in, at most `max_errors` of them,
    /// none where [`parse`](Self::parse) succeeds; the first is the one that `parse` gives. A key whose
    /// value could not be read is there, with a value of [`Kind::Error`](crate::Kind::Error) or with the
    /// part of an array or inline table that could be read.
    #[must_use]
    pub fn parse_recoverable(self, source: &str) -> (Document<'_>, Vec<Error>) {
        crate::parser::run_recoverable(source, self)
    }

    /// Parses a whole document from bytes, which must be UTF-8.
    ///
    /// # Errors
    /// As [`parse`](Self::parse); `InvalidUtf8` with the span of the bytes that are not.
    pub fn parse_bytes(self, source: &[u8]) -> Result<Document<'_>, Error> {
        crate::parser::run_bytes(source, self)
    }

    /// [`parse_recoverable`](Self::parse_recoverable) for bytes; those that are not UTF-8 are mistakes like others,
    /// and are read as `?`.
    ///
    /// The document owns its text where there are such bytes, and borrows it otherwise.
    #[must_use]
    pub fn parse_bytes_recoverable(self, source: &[u8]) -> (Document<'_>, Vec<Error>) {
        crate::parser::run_recoverable_bytes(source, self)
    }
}

impl Default for ParseOptions {
    fn default() -> Self {
        Self {
            version: Version::V1_0,
            max_depth: 128,
            max_errors: 100,
            integers: IntegerRange::Bits64,
        }
    }
}
