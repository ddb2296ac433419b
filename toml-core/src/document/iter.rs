//! Iterators over the children of tables and arrays.

use super::{ArrayRef, Document, KeyRef, TableRef, ValueRef};
use crate::tree::Children;

/// Iterator over the values of a table or the elements of an array in file order.
#[derive(Clone)]
pub struct ValueIter<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) children: Children<'d>,
}

impl<'d> Iterator for ValueIter<'d> {
    type Item = ValueRef<'d>;

    #[inline]
    fn next(&mut self) -> Option<ValueRef<'d>> {
        Some(ValueRef {
            document: self.document,
            node: self.children.next()?,
        })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.children.size_hint()
    }
}

impl ExactSizeIterator for ValueIter<'_> {}

/// Iterator over the keys and values of a table in file order.
#[derive(Clone)]
pub struct TableIter<'d> {
    pub(super) values: ValueIter<'d>,
}

impl<'d> Iterator for TableIter<'d> {
    type Item = (KeyRef<'d>, ValueRef<'d>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let value = self.values.next()?;
        Some((KeyRef(value), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.values.size_hint()
    }
}

impl ExactSizeIterator for TableIter<'_> {}

/// Iterator over the elements of an array in file order.
#[derive(Clone)]
pub struct ArrayIter<'d> {
    pub(super) values: ValueIter<'d>,
}

impl<'d> Iterator for ArrayIter<'d> {
    type Item = ValueRef<'d>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.values.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.values.size_hint()
    }
}

impl ExactSizeIterator for ArrayIter<'_> {}

impl<'d> IntoIterator for TableRef<'d> {
    type Item = (KeyRef<'d>, ValueRef<'d>);
    type IntoIter = TableIter<'d>;

    fn into_iter(self) -> TableIter<'d> {
        self.iter()
    }
}

impl<'d> IntoIterator for ArrayRef<'d> {
    type Item = ValueRef<'d>;
    type IntoIter = ArrayIter<'d>;

    fn into_iter(self) -> ArrayIter<'d> {
        self.iter()
    }
}
