//! A document as values that keep their places and the spelling of their numbers: between the
//! text and Rust types, and open to change before these are read from it.
//!
//! Knows how to hold such values, not how to parse or to read from them.

mod array;
mod build;
mod index;
mod node;
mod number;
mod table;
mod value;

use std::borrow::Cow;

pub use array::DeArray;
pub use number::{DeFloat, DeInteger};
pub use table::DeTable;
pub use value::DeValue;

/// The text of a string or key: borrowed from the source where it stands there as it is.
pub type DeString<'i> = Cow<'i, str>;

/// Makes a text own itself.
fn own(text: &mut DeString<'_>) {
    if let Cow::Borrowed(borrowed) = *text {
        *text = Cow::Owned(borrowed.to_owned());
    }
}
