//! Iterators over maps.

use indexmap::map;

/// A public iterator that hides the map's own, both ends and the exact length included.
macro_rules! iterator {
    ($(#[$doc:meta])* $name:ident<$($life:lifetime)?>($inner:ty) -> $item:ty) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<$($life,)? K, V>(pub(super) $inner);

        impl<$($life,)? K, V> Iterator for $name<$($life,)? K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                self.0.next()
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl<$($life,)? K, V> DoubleEndedIterator for $name<$($life,)? K, V> {
            fn next_back(&mut self) -> Option<Self::Item> {
                self.0.next_back()
            }
        }

        impl<$($life,)? K, V> ExactSizeIterator for $name<$($life,)? K, V> {}
        impl<$($life,)? K, V> core::iter::FusedIterator for $name<$($life,)? K, V> {}
    };
}

/// `Clone` for iterators over shared references.
macro_rules! cloneable {
    ($($name:ident),*) => {$(
        impl<K, V> Clone for $name<'_, K, V> {
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }
    )*};
}

iterator! {
    /// Keys and values in order; from [`Map::iter`](super::Map::iter).
    Iter<'m>(map::Iter<'m, K, V>) -> (&'m K, &'m V)
}
iterator! {
    /// Keys and changeable values in order; from [`Map::iter_mut`](super::Map::iter_mut).
    IterMut<'m>(map::IterMut<'m, K, V>) -> (&'m K, &'m mut V)
}
iterator! {
    /// Owned keys and values in order; from `Map::into_iter`.
    IntoIter<>(map::IntoIter<K, V>) -> (K, V)
}
iterator! {
    /// Keys in order; from [`Map::keys`](super::Map::keys).
    Keys<'m>(map::Keys<'m, K, V>) -> &'m K
}
iterator! {
    /// Owned keys in order; from [`Map::into_keys`](super::Map::into_keys).
    IntoKeys<>(map::IntoKeys<K, V>) -> K
}
iterator! {
    /// Values in order of their keys; from [`Map::values`](super::Map::values).
    Values<'m>(map::Values<'m, K, V>) -> &'m V
}
iterator! {
    /// Changeable values in order of their keys; from [`Map::values_mut`](super::Map::values_mut).
    ValuesMut<'m>(map::ValuesMut<'m, K, V>) -> &'m mut V
}
iterator! {
    /// Owned values in order of their keys; from [`Map::into_values`](super::Map::into_values).
    IntoValues<>(map::IntoValues<K, V>) -> V
}

cloneable!(Iter, Keys, Values);
