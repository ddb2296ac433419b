//! The elements of an array.

use serde_core::de::{DeserializeSeed, SeqAccess};

use super::Error;
use super::handed::{self, Token};
use super::node::Node;
use super::value::read;

/// An array on its way to a visitor.
pub(crate) struct ArrayAccess<'de, N: Node<'de>> {
    array: N,
    rest: N::Elements,
    /// How many items were handed to buffers, those of the array included.
    handed: usize,
    /// How many of them are not the array's.
    scope: usize,
    /// The 0-based index of the next element.
    index: usize,
}

impl<'de, N: Node<'de>> ArrayAccess<'de, N> {
    #[inline]
    pub(super) fn new(array: N) -> Self {
        let handed = handed::count();
        Self {
            array,
            rest: array.elements(),
            handed,
            scope: handed,
            index: 0,
        }
    }
}

impl<'de, N: Node<'de>> SeqAccess<'de> for ArrayAccess<'de, N> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(element) = self.rest.next() else {
            return Ok(None);
        };
        let index = self.index;
        self.index += 1;
        let result = if handed::is_buffer::<T>() {
            if let Some(span) = self.array.span() {
                handed::push_part(Token::Element, span, self.scope);
            }
            let result = read(element, seed);
            self.handed = handed::count();
            result
        } else {
            let result = read(element, seed);
            handed::restore(self.handed, self.scope);
            result
        };
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error.in_index(index)),
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.rest.size_hint().1
    }
}
