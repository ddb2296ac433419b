//! The elements of an array.

use std::marker::PhantomData;

use serde_core::de::{Deserialize, DeserializeSeed, SeqAccess};

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
        }
    }

    /// The next element that is not to be left out.
    #[inline]
    fn next(&mut self) -> Option<N> {
        match self.array.watch() {
            None => self.rest.next(),
            Some(watch) => self.rest.find(|element| !watch.leaves_out(*element)),
        }
    }

    /// An element that serde keeps in a buffer.
    fn buffered_element<T: DeserializeSeed<'de>>(
        &mut self,
        element: N,
        seed: T,
    ) -> Result<T::Value, Error> {
        if let Some(span) = self.array.span() {
            handed::push_part(Token::Element, span, self.scope);
        }
        let result = read(element, seed);
        self.handed = handed::count();
        result.map_err(|error| self.in_index(error))
    }

    /// An error of the element that was read last.
    #[cold]
    #[inline(never)]
    fn failed(&self, error: Error) -> Error {
        handed::restore(self.handed, self.scope);
        self.in_index(error)
    }

    /// Puts the index of the element that was read last in front of an error's path.
    fn in_index(&self, error: Error) -> Error {
        let all = self.array.elements().size_hint().0;
        let rest = self.rest.size_hint().0;
        error.in_index(all.saturating_sub(rest + 1))
    }
}

#[expect(
    clippy::inline_always,
    reason = "what is read then goes from registers to its place"
)]
impl<'de, N: Node<'de>> SeqAccess<'de> for ArrayAccess<'de, N> {
    type Error = Error;

    #[inline(always)]
    fn next_element<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, Error> {
        self.next_element_seed(PhantomData)
    }

    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(element) = self.next() else {
            return Ok(None);
        };
        if handed::is_buffer::<T>() {
            return self.buffered_element(element, seed).map(Some);
        }
        match read(element, seed) {
            Ok(value) => {
                handed::restore(self.handed, self.scope);
                Ok(Some(value))
            }
            Err(error) => Err(self.failed(error)),
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.rest.size_hint().1
    }
}
