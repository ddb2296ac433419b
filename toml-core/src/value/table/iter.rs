//! Iterators over tables.

use alloc::string::String;

use indexmap::map;

use super::Value;

/// A public iterator that hides the map's own, both ends and the exact length included.
macro_rules! iterator {
    ($(#[$doc:meta])* $name:ident$(<$life:lifetime>)?($inner:ty) -> $item:ty) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name$(<$life>)?(pub(super) $inner);

        impl$(<$life>)? Iterator for $name$(<$life>)? {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                self.0.next()
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl$(<$life>)? DoubleEndedIterator for $name$(<$life>)? {
            fn next_back(&mut self) -> Option<Self::Item> {
                self.0.next_back()
            }
        }

        impl$(<$life>)? ExactSizeIterator for $name$(<$life>)? {}
        impl$(<$life>)? core::iter::FusedIterator for $name$(<$life>)? {}
    };
}

/// `Clone` for iterators over shared references.
macro_rules! cloneable {
    ($($name:ident),*) => {$(
        impl Clone for $name<'_> {
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }
    )*};
}

iterator! {
    /// Keys and values in order; from [`Table::iter`](super::Table::iter).
    Iter<'t>(map::Iter<'t, String, Value>) -> (&'t String, &'t Value)
}
iterator! {
    /// Keys and changeable values in order; from [`Table::iter_mut`](super::Table::iter_mut).
    IterMut<'t>(map::IterMut<'t, String, Value>) -> (&'t String, &'t mut Value)
}
iterator! {
    /// Owned keys and values in order; from `Table::into_iter`.
    IntoIter(map::IntoIter<String, Value>) -> (String, Value)
}
iterator! {
    /// Keys in order; from [`Table::keys`](super::Table::keys).
    Keys<'t>(map::Keys<'t, String, Value>) -> &'t String
}
iterator! {
    /// Owned keys in order; from [`Table::into_keys`](super::Table::into_keys).
    IntoKeys(map::IntoKeys<String, Value>) -> String
}
iterator! {
    /// Values in order of their keys; from [`Table::values`](super::Table::values).
    Values<'t>(map::Values<'t, String, Value>) -> &'t Value
}
iterator! {
    /// Changeable values in order of their keys; from [`Table::values_mut`](super::Table::values_mut).
    ValuesMut<'t>(map::ValuesMut<'t, String, Value>) -> &'t mut Value
}
iterator! {
    /// Owned values in order of their keys; from [`Table::into_values`](super::Table::into_values).
    IntoValues(map::IntoValues<String, Value>) -> Value
}

cloneable!(Iter, Keys, Values);
