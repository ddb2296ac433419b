//! Iterators over maps.

use alloc::vec;
use core::slice;

use indexmap::map;

/// A public iterator that hides the map's own, both ends and the exact length included.
macro_rules! iterator {
    ($(#[$doc:meta])* $name:ident<$($life:lifetime)?>($inner:ty) -> $item:ty, $part:expr) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<$($life,)? K, V>(pub(super) $inner);

        impl<$($life,)? K, V> Iterator for $name<$($life,)? K, V> {
            type Item = $item;

            #[inline]
            fn next(&mut self) -> Option<Self::Item> {
                self.0.next().map($part)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl<$($life,)? K, V> DoubleEndedIterator for $name<$($life,)? K, V> {
            fn next_back(&mut self) -> Option<Self::Item> {
                self.0.next_back().map($part)
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

/// An iterator over either form of a map, as pairs.
macro_rules! inner {
    ($name:ident<$($life:lifetime)?>($list:ty, $hashed:ty) -> $item:ty, $pair:expr) => {
        #[derive(Debug)]
        pub(super) enum $name<$($life,)? K, V> {
            List($list),
            Hashed($hashed),
        }

        impl<$($life,)? K, V> $name<$($life,)? K, V> {
            #[inline]
            fn next(&mut self) -> Option<$item> {
                match self {
                    Self::List(list) => list.next().map($pair),
                    Self::Hashed(map) => map.next(),
                }
            }

            fn next_back(&mut self) -> Option<$item> {
                match self {
                    Self::List(list) => list.next_back().map($pair),
                    Self::Hashed(map) => map.next_back(),
                }
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                match self {
                    Self::List(list) => list.size_hint(),
                    Self::Hashed(map) => map.size_hint(),
                }
            }
        }
    };
}

inner!(Inner<'m>(slice::Iter<'m, (K, V)>, map::Iter<'m, K, V>) -> (&'m K, &'m V), |(key, value)| (key, value));
inner!(InnerMut<'m>(slice::IterMut<'m, (K, V)>, map::IterMut<'m, K, V>) -> (&'m K, &'m mut V), |(key, value)| (&*key, value));
inner!(IntoInner<>(vec::IntoIter<(K, V)>, map::IntoIter<K, V>) -> (K, V), |pair| pair);

impl<K, V> Clone for Inner<'_, K, V> {
    fn clone(&self) -> Self {
        match self {
            Self::List(list) => Self::List(list.clone()),
            Self::Hashed(map) => Self::Hashed(map.clone()),
        }
    }
}

iterator! {
    /// Keys and values in order; from [`Map::iter`](super::Map::iter).
    Iter<'m>(Inner<'m, K, V>) -> (&'m K, &'m V), |pair| pair
}
iterator! {
    /// Keys and changeable values in order; from [`Map::iter_mut`](super::Map::iter_mut).
    IterMut<'m>(InnerMut<'m, K, V>) -> (&'m K, &'m mut V), |pair| pair
}
iterator! {
    /// Owned keys and values in order; from `Map::into_iter`.
    IntoIter<>(IntoInner<K, V>) -> (K, V), |pair| pair
}
iterator! {
    /// Keys in order; from [`Map::keys`](super::Map::keys).
    Keys<'m>(Iter<'m, K, V>) -> &'m K, |(key, _)| key
}
iterator! {
    /// Owned keys in order; from [`Map::into_keys`](super::Map::into_keys).
    IntoKeys<>(IntoIter<K, V>) -> K, |(key, _)| key
}
iterator! {
    /// Values in order of their keys; from [`Map::values`](super::Map::values).
    Values<'m>(Iter<'m, K, V>) -> &'m V, |(_, value)| value
}
iterator! {
    /// Changeable values in order of their keys; from [`Map::values_mut`](super::Map::values_mut).
    ValuesMut<'m>(IterMut<'m, K, V>) -> &'m mut V, |(_, value)| value
}
iterator! {
    /// Owned values in order of their keys; from [`Map::into_values`](super::Map::into_values).
    IntoValues<>(IntoIter<K, V>) -> V, |(_, value)| value
}

cloneable!(Iter, Keys, Values);
