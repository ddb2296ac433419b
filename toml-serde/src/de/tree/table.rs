//! The table of the tree, which a document is.

use std::fmt;
use std::mem;
use std::ops::{Deref, DerefMut};

use super::{DeString, DeValue, build, own};
use crate::Spanned;
use crate::de::Error;
use crate::map::{IntoIter, Iter, IterMut, Map};

/// The map behind a table.
type Entries<'i> = Map<Spanned<DeString<'i>>, Spanned<DeValue<'i>>>;

/// The keys and values of a table, each with its place. Derefs to a [`Map`] of them.
///
/// ```
/// use toml_serde::de::DeTable;
///
/// let source = "title = 'x'\n[server]\nport = 0x50";
/// let table = DeTable::parse(source)?.into_inner();
/// let server = table["server"].get_ref();
/// assert_eq!(&source[table["server"].span()], "[server]");
/// assert_eq!(server["port"].get_ref().as_integer().unwrap().to_string(), "0x50");
///
/// let (title, value) = table.get_key_value("title").unwrap();
/// assert_eq!((title.span(), value.span()), (0..5, 8..11));
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct DeTable<'i>(Entries<'i>);

impl<'i> DeTable<'i> {
    /// A table without keys.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A table without keys that has room for `capacity` of them.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Map::with_capacity(capacity))
    }

    /// Parses a TOML 1.0 document.
    ///
    /// # Errors
    /// The first rule of TOML that the source breaks.
    pub fn parse(source: &'i str) -> Result<Spanned<Self>, Error> {
        build::parse(source)
    }

    /// Parses as much of a document as can be read, and tells all its mistakes.
    ///
    /// A value that could not be read becomes a string of what stands there.
    ///
    /// ```
    /// use toml_serde::de::DeTable;
    ///
    /// let (table, errors) = DeTable::parse_recoverable("a = 1\nb = yes");
    /// assert_eq!(table.get_ref()["b"].get_ref().as_str(), Some("yes"));
    /// assert_eq!(errors[0].message(), "`yes` is not a value; booleans are `true` and `false`");
    /// ```
    #[must_use]
    pub fn parse_recoverable(source: &'i str) -> (Spanned<Self>, Vec<Error>) {
        build::parse_recoverable(source)
    }

    /// Copies what is borrowed, in all the values too.
    pub fn make_owned(&mut self) {
        let entries = mem::take(&mut self.0).into_iter();
        self.0 = entries
            .map(|(mut key, mut value)| {
                own(key.get_mut());
                value.get_mut().make_owned();
                (key, value)
            })
            .collect();
    }
}

impl<'i> Deref for DeTable<'i> {
    type Target = Map<Spanned<DeString<'i>>, Spanned<DeValue<'i>>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for DeTable<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<'i> From<Entries<'i>> for DeTable<'i> {
    fn from(entries: Entries<'i>) -> Self {
        Self(entries)
    }
}

impl<'i> From<DeTable<'i>> for Entries<'i> {
    fn from(table: DeTable<'i>) -> Self {
        table.0
    }
}

/// Of equal keys, the first place and the last value count.
impl<'i> FromIterator<(Spanned<DeString<'i>>, Spanned<DeValue<'i>>)> for DeTable<'i> {
    fn from_iter<I>(entries: I) -> Self
    where
        I: IntoIterator<Item = (Spanned<DeString<'i>>, Spanned<DeValue<'i>>)>,
    {
        Self(entries.into_iter().collect())
    }
}

/// Sets the value of each key; new keys go to the end.
impl<'i> Extend<(Spanned<DeString<'i>>, Spanned<DeValue<'i>>)> for DeTable<'i> {
    fn extend<I>(&mut self, entries: I)
    where
        I: IntoIterator<Item = (Spanned<DeString<'i>>, Spanned<DeValue<'i>>)>,
    {
        self.0.extend(entries);
    }
}

impl<'i> IntoIterator for DeTable<'i> {
    type Item = (Spanned<DeString<'i>>, Spanned<DeValue<'i>>);
    type IntoIter = IntoIter<Spanned<DeString<'i>>, Spanned<DeValue<'i>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'t, 'i> IntoIterator for &'t DeTable<'i> {
    type Item = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);
    type IntoIter = Iter<'t, Spanned<DeString<'i>>, Spanned<DeValue<'i>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'t, 'i> IntoIterator for &'t mut DeTable<'i> {
    type Item = (&'t Spanned<DeString<'i>>, &'t mut Spanned<DeValue<'i>>);
    type IntoIter = IterMut<'t, Spanned<DeString<'i>>, Spanned<DeValue<'i>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl fmt::Debug for DeTable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
