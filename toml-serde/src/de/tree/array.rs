//! The array of the tree.

use std::borrow::{Borrow, BorrowMut};
use std::ops::{Deref, DerefMut};
use std::{fmt, slice, vec};

use super::DeValue;
use crate::Spanned;

/// The elements of an array, each with its place. Derefs to a slice of them.
///
/// ```
/// use toml_serde::de::DeValue;
///
/// let value = DeValue::parse("[1, 'two']")?.into_inner();
/// let array = value.as_array().unwrap();
/// assert_eq!(array.len(), 2);
/// assert_eq!((array[1].get_ref().as_str(), array[1].span()), (Some("two"), 4..9));
/// # Ok::<(), toml_serde::de::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct DeArray<'i>(Vec<Spanned<DeValue<'i>>>);

impl<'i> DeArray<'i> {
    /// An array without elements.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Appends an element.
    pub fn push(&mut self, element: Spanned<DeValue<'i>>) {
        self.0.push(element);
    }
}

impl<'i> Deref for DeArray<'i> {
    type Target = [Spanned<DeValue<'i>>];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for DeArray<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<'i> AsRef<[Spanned<DeValue<'i>>]> for DeArray<'i> {
    fn as_ref(&self) -> &[Spanned<DeValue<'i>>] {
        self
    }
}

impl<'i> AsMut<[Spanned<DeValue<'i>>]> for DeArray<'i> {
    fn as_mut(&mut self) -> &mut [Spanned<DeValue<'i>>] {
        self
    }
}

impl<'i> Borrow<[Spanned<DeValue<'i>>]> for DeArray<'i> {
    fn borrow(&self) -> &[Spanned<DeValue<'i>>] {
        self
    }
}

impl<'i> BorrowMut<[Spanned<DeValue<'i>>]> for DeArray<'i> {
    fn borrow_mut(&mut self) -> &mut [Spanned<DeValue<'i>>] {
        self
    }
}

impl<'i> FromIterator<Spanned<DeValue<'i>>> for DeArray<'i> {
    fn from_iter<I: IntoIterator<Item = Spanned<DeValue<'i>>>>(elements: I) -> Self {
        Self(elements.into_iter().collect())
    }
}

impl<'i> IntoIterator for DeArray<'i> {
    type Item = Spanned<DeValue<'i>>;
    type IntoIter = vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, 'i> IntoIterator for &'a DeArray<'i> {
    type Item = &'a Spanned<DeValue<'i>>;
    type IntoIter = slice::Iter<'a, Spanned<DeValue<'i>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, 'i> IntoIterator for &'a mut DeArray<'i> {
    type Item = &'a mut Spanned<DeValue<'i>>;
    type IntoIter = slice::IterMut<'a, Spanned<DeValue<'i>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl fmt::Debug for DeArray<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
