//! Values to TOML text: the one place of the toolkit that writes TOML.
//!
//! All output is valid TOML 1.0 and reads back as the same data. Parts of a line are appended to a
//! `String`; whole values and documents are returned. Nothing here recurses, so data may nest as
//! deep as memory allows; only [`tomli_w`] does, to a depth that its layout sets. The one thing to check beforehand is a [`Datetime`](crate::Datetime) put
//! together by hand, see its [`is_valid`](crate::Datetime::is_valid): it is written as it is.
//!
//! ```
//! use toml_core::{Table, Value, encode::encode_document};
//!
//! let table = Table::from([
//!     ("server", Value::from(Table::from([("host", "localhost")]))),
//!     ("debug", Value::from(false)),
//! ]);
//! assert_eq!(encode_document(&table), "debug = false\n\n[server]\nhost = \"localhost\"\n");
//! ```

mod comment;
mod datetime;
mod document;
mod inline;
mod like;
mod number;
mod scan;
mod text;
pub mod tomli_w;

#[cfg(test)]
mod tests;

use alloc::string::String;

pub use comment::encode_comment;
pub(crate) use datetime::DatetimeText;
pub use datetime::encode_datetime;
pub use like::encode_like;
pub use number::{
    DigitCase, IntegerFormat, encode_f32, encode_float, encode_i128, encode_integer,
    encode_integer_as, encode_u128,
};
pub use text::{
    Newlines, can_encode_as, choose_string_form, encode_key, encode_string, encode_string_as,
    encode_string_by,
};

use crate::{Table, Value};

/// How to lay out values and documents.
///
/// ```
/// use toml_core::encode::{ArrayLayout, EncodeOptions, Newlines};
/// use toml_core::{Table, Value};
///
/// let options = EncodeOptions {
///     strings: Newlines::Keep,
///     arrays: ArrayLayout::OnePerLine { indent: 2 },
/// };
/// let table = Table::from([("a", Value::from([1, 2])), ("b", Value::from("x\ny"))]);
/// assert_eq!(options.encode_document(&table), "a = [\n  1,\n  2,\n]\nb = \"\"\"\nx\ny\"\"\"\n");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct EncodeOptions {
    /// What becomes of the newlines in strings.
    pub strings: Newlines,
    /// How arrays are spread over lines.
    pub arrays: ArrayLayout,
}

/// How arrays written with `[…]` are spread over lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ArrayLayout {
    /// `[1, 2]`
    #[default]
    OneLine,
    /// Each element on a line of its own with a comma behind it; `[]` where there are none.
    OnePerLine {
        /// Spaces in front of an element for each array that it is in.
        indent: u8,
    },
}

impl EncodeOptions {
    /// A value as it stands behind `=`, tables as inline tables.
    #[must_use]
    pub fn encode_value(self, value: &Value) -> String {
        let mut writer = inline::Writer::new(self);
        writer.write(value);
        writer.into_text()
    }

    /// A table as an inline table, `{ … }`.
    #[must_use]
    pub fn encode_inline_table(self, table: &Table) -> String {
        let mut writer = inline::Writer::new(self);
        writer.write_table(table);
        writer.into_text()
    }

    /// A table as a document; see [`encode_document`].
    #[must_use]
    pub fn encode_document(self, table: &Table) -> String {
        document::encode(table, self)
    }
}

/// A value as it stands behind `=`, on one line, tables as inline tables.
///
/// ```
/// use toml_core::{Value, encode::encode_value};
///
/// assert_eq!(encode_value(&Value::from(["a", "b"])), r#"["a", "b"]"#);
/// ```
#[must_use]
pub fn encode_value(value: &Value) -> String {
    EncodeOptions::default().encode_value(value)
}

/// A table as a document, in the order of its keys as far as TOML allows.
///
/// In every table the plain values come first, then the tables: each under its `[header]`, those
/// of an array under `[[header]]`s, one blank line before each header. A table that holds nothing
/// but tables has no header of its own. An array that is empty or has an element that is no table
/// is a plain value.
///
/// ```
/// use toml_core::{Table, Value, encode::encode_document};
///
/// let dog = Table::from([("name", "Rex")]);
/// let table = Table::from([("pets", Value::from([dog])), ("count", Value::from(1))]);
/// assert_eq!(encode_document(&table), "count = 1\n\n[[pets]]\nname = \"Rex\"\n");
/// ```
#[must_use]
pub fn encode_document(table: &Table) -> String {
    EncodeOptions::default().encode_document(table)
}
