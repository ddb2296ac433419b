//! What the deserializers of values and of documents both say of enums, tuples and maps, so that it
//! reads alike.

use alloc::{format, string::String};

use serde_core::de::Error as _;

use super::Error;

/// What is expected where an enum is read.
#[doc(hidden)]
pub const VARIANT: &str = "the name of a variant or a table with one key";

/// What is expected of a variant that holds nothing.
#[doc(hidden)]
pub const NO_CONTENT: &str = "an empty table, as the variant holds nothing";

/// What is expected of the key that stands for an element of a tuple variant, by its 0-based number.
#[doc(hidden)]
#[must_use]
pub fn element_number(number: usize) -> String {
    format!("`{number}`, the number of the next element")
}

#[doc(hidden)]
impl Error {
    /// The error of a table without the name of a variant.
    #[cold]
    #[must_use]
    pub fn no_variant_name() -> Self {
        Self::custom("expected a table with one key, the name of a variant; it is empty")
    }

    /// The error of a table with more keys than the name of a variant.
    #[cold]
    #[must_use]
    pub fn second_variant_name(second: &str) -> Self {
        Self::custom(format_args!(
            "expected a table with one key, the name of a variant; `{second}` is a second one"
        ))
    }

    /// The error of an array whose last elements would get lost.
    #[cold]
    #[must_use]
    pub fn too_long(found: usize, wanted: usize) -> Self {
        let wanted = format!("an array of {wanted}");
        Self::invalid_length(found, &wanted.as_str())
    }

    /// The error of a visitor that asks in the wrong order.
    #[cold]
    #[must_use]
    pub fn value_before_key() -> Self {
        Self::custom("a value was asked for before its key")
    }
}
