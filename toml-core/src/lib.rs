#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod datetime;
#[cfg(feature = "serde")]
pub mod de;
mod decode;
mod document;
pub mod encode;
mod error;
mod lexer;
mod options;
mod parser;
#[cfg(feature = "schemars")]
mod schema;
#[cfg(feature = "serde")]
pub mod ser;
mod span;
mod tokens;
mod tree;
mod trivia;
pub mod value;

pub use datetime::{Date, Datetime, Offset, Time};
#[doc(hidden)]
pub use document::DetachedRef;
pub use document::{
    ArrayForm, ArrayIter, ArrayRef, Document, IntegerBase, KeyRef, Kind, LoneValue, Path, PathMap,
    Segment, StringForm, TableForm, TableIter, TableRef, ValueId, ValueIter, ValueRef,
};
#[doc(hidden)]
pub use error::Locator;
pub use error::{
    Error, ErrorKind, Example, Explanation, Position, Related, Relation, Report, Section, Snippet,
};
#[doc(hidden)]
pub use lexer::count_tokens;
pub use options::{IntegerRange, ParseOptions, Version};
pub use parser::{key_spans, parse, parse_bytes, parse_recoverable, parse_value};
pub use span::Span;
pub use tokens::{Token, TokenKind, Tokens};
pub use trivia::{TriviaIter, TriviaKind, trivia};
pub use value::{Table, Value};
