#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod collect;
mod comments;
mod diff;
mod document;
mod error;
mod extent;
mod format;
mod lines;
mod list;
mod new_value;
mod patch;
mod path;
mod plan;
mod style;
mod transaction;

pub use diff::{DiffLabels, unified_diff};
pub use document::{DocumentMut, Overwrite};
pub use error::{Error, ErrorKind};
pub use format::{
    Alignment, ArrayLayout, ArrayRows, FinalNewline, FormatOptions, HeaderGap, Indent,
    InlineTableLayout, KeyQuotes, LineEnding, NestedArrays, Nesting, Padding, Quotes, SortKeys,
    TrailingCommas, format,
};
pub use new_value::{NewValue, Raw};
pub use patch::Patch;
pub use path::IntoPath;
pub use plan::splice::Splice;
pub use toml_core::{Path, Segment, Span};
pub use transaction::{ArrayLines, MergePolicy, Transaction};

/// The examples of the repository's front page, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct FrontPage;
