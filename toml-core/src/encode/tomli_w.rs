//! The layout of Python's tomli-w, for data of any kind.
//!
//! In every table the plain values come first, then the tables under headers. Each element of an
//! array stands on a line of its own; tables are inline only within arrays, and the tables of an
//! array of tables only if all of them are short. Knows nothing of Python: whoever has data that is
//! neither a [`Table`](crate::Table) nor serde's implements [`Data`] for it.

mod line;
mod scalars;
mod writer;

#[cfg(test)]
mod tests;

use alloc::{string::String, vec::Vec};
use core::fmt;
use core::ops::Deref;

use super::Newlines;
use crate::{Datetime, Path};

/// A value that can be written as TOML, such as an object of another language.
///
/// ```
/// use toml_core::encode::tomli_w::{Data, Layout, View, encode};
///
/// #[derive(Clone)]
/// enum Config {
///     Number(i64),
///     Group(Vec<(&'static str, Config)>),
/// }
///
/// impl Data for Config {
///     type Text = &'static str;
///     type Error = std::convert::Infallible;
///
///     fn view(&self) -> Result<View<Self>, Self::Error> {
///         Ok(match self {
///             Self::Number(number) => View::Integer(*number),
///             Self::Group(entries) => View::Table(entries.clone()),
///         })
///     }
/// }
///
/// let size = Config::Group(vec![("width", Config::Number(80))]);
/// let root = [("window", size), ("version", Config::Number(2))];
/// let text = encode(&root, Layout::default()).unwrap();
/// assert_eq!(text, "version = 2\n\n[window]\nwidth = 80\n");
/// ```
pub trait Data: Sized {
    /// Text of a key or a string.
    type Text: Deref<Target = str>;
    /// Why a value cannot be looked at.
    type Error;

    /// What the value is.
    ///
    /// It may be asked for more than once, and must give the same each time.
    ///
    /// # Errors
    /// Where the value has no counterpart in TOML.
    fn view(&self) -> Result<View<Self>, Self::Error>;
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum View<D: Data> {
    /// Text.
    String(D::Text),
    /// An integer of 64 bits.
    Integer(i64),
    /// An integer of any size as decimal digits, with a `-` in front if it is negative.
    WideInteger(String),
    /// A float.
    Float(f64),
    /// A finite number as decimal text that need not fit in a float, such as `-1.50` or `2E+3`.
    Decimal(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A date-time, date or time, to the microsecond; further digits are cut off.
    Datetime(Datetime),
    /// The elements of an array.
    Array(Vec<D>),
    /// The keys and values of a table; no key may be there twice.
    Table(Entries<D>),
}

/// The keys and values of a table, in their order.
pub type Entries<D> = Vec<(<D as Data>::Text, D)>;

/// How to lay out a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Spaces in front of an element for each array that it is in, 4 by default.
    pub indent: u8,
    /// What becomes of the newlines in strings. Where they are kept, those that are CRLF become LF.
    pub newlines: Newlines,
    /// How arrays are spread over lines.
    pub arrays: Arrays,
    /// Columns that a line may have if it is to hold an inline table of an array of tables, or an
    /// array that [fits](Arrays::Fit); 100 by default. A column is a character.
    pub width: usize,
    /// How many tables and arrays may enclose one another, 128 by default, as for
    /// [`ParseOptions::max_depth`](crate::ParseOptions::max_depth), whose limit it has.
    pub max_depth: usize,
}

/// How arrays are spread over lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Arrays {
    /// Each element on a line of its own, as tomli-w has it.
    #[default]
    OnePerLine,
    /// On the line of its key if that is no wider than [`Layout::width`], else as `OnePerLine`.
    Fit,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            indent: 4,
            newlines: Newlines::Escape,
            arrays: Arrays::OnePerLine,
            width: 100,
            max_depth: 128,
        }
    }
}

/// Why data could not be written, and which part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure<E> {
    /// What is wrong.
    pub reason: Reason<E>,
    /// The keys and indexes that lead to it.
    pub path: Path,
}

/// What is wrong with data.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason<E> {
    /// The data itself says so.
    Data(E),
    /// Tables and arrays enclose one another more often than [`Layout::max_depth`] allows.
    TooDeep {
        /// What it allows.
        limit: usize,
    },
    /// The text of a [`View::WideInteger`] or a [`View::Decimal`] is not that of a number.
    InvalidNumber(String),
}

impl<E: fmt::Display> fmt::Display for Reason<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(error) => error.fmt(f),
            Self::TooDeep { limit } => {
                write!(f, "tables and arrays are nested more than {limit} deep")
            }
            Self::InvalidNumber(text) => write!(f, "`{text}` is not a number"),
        }
    }
}

/// A table as a document.
///
/// # Errors
/// Where a value gives an error, is too deep, or is not what it says it is; with its path.
pub fn encode<D: Data>(root: &[(D::Text, D)], layout: Layout) -> Result<String, Failure<D::Error>> {
    writer::encode(root, layout)
}
