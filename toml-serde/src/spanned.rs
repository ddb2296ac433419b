//! A value with the place that it was read from.

mod captured;
mod read;
#[cfg(feature = "schemars")]
mod schema;

pub(crate) use read::deserialize_noting;

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use serde_core::{Serialize, Serializer};

/// A value and where it stands in the document: a half-open range of bytes, counted from 0.
///
/// Works for values and keys at any depth, also where serde buffers: under `flatten`, in internally
/// tagged and in untagged enums. There, a number or boolean that a table holds twice is found by its order.
///
/// Two are equal, ordered and hashed as their values are; the spans do not count.
///
/// ```
/// use toml_serde::Spanned;
///
/// #[derive(serde::Deserialize)]
/// struct Server {
///     port: Spanned<u16>,
/// }
///
/// let source = "port = 8000";
/// let server: Server = toml_serde::from_str(source)?;
/// assert_eq!(*server.port.get_ref(), 8000);
/// assert_eq!(&source[server.port.span()], "8000");
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    span: Range<usize>,
    value: T,
}

impl<T> Spanned<T> {
    /// A value with a span.
    pub fn new(span: Range<usize>, value: T) -> Self {
        Self { span, value }
    }

    /// Where the value stands, in bytes from the document's start.
    ///
    /// For a table with a header, that is the header.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value, without its place.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The value.
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// The value, to change it.
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> AsRef<T> for Spanned<T> {
    fn as_ref(&self) -> &T {
        &self.value
    }
}

impl<T> AsMut<T> for Spanned<T> {
    fn as_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl Borrow<str> for Spanned<String> {
    fn borrow(&self) -> &str {
        &self.value
    }
}

impl Borrow<str> for Spanned<Cow<'_, str>> {
    fn borrow(&self) -> &str {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}

impl<T: PartialOrd> PartialOrd for Spanned<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.partial_cmp(&other.value)
    }
}

impl<T: Ord> Ord for Spanned<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl<T: Hash> Hash for Spanned<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// Writes the value alone.
impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
