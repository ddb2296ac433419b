//! From the usual Rust types to values, and comparison with them.

use alloc::{borrow::Cow, boxed::Box, collections::BTreeMap, string::String, vec::Vec};
use core::num::TryFromIntError;

use indexmap::IndexMap;

use super::{Table, Value};
use crate::{Date, Datetime, Time};

/// `From<$type> for Value`, by way of `$variant` and what its payload is made `From`.
macro_rules! from {
    ($($type:ty => $variant:ident,)*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}

from! {
    &str => String,
    String => String,
    Box<str> => String,
    Cow<'_, str> => String,
    char => String,
    i8 => Integer,
    i16 => Integer,
    i32 => Integer,
    i64 => Integer,
    u8 => Integer,
    u16 => Integer,
    u32 => Integer,
    f32 => Float,
    f64 => Float,
    bool => Boolean,
    Datetime => Datetime,
    Date => Datetime,
    Time => Datetime,
    Table => Table,
}

/// `TryFrom<$type> for Value`, for integers that may not fit in an `i64`.
macro_rules! try_from_integer {
    ($($type:ty),*) => {$(
        /// # Errors
        /// When the integer does not fit in 64 bits with a sign.
        impl TryFrom<$type> for Value {
            type Error = TryFromIntError;

            fn try_from(value: $type) -> Result<Self, TryFromIntError> {
                i64::try_from(value).map(Self::Integer)
            }
        }
    )*};
}

try_from_integer!(u64, usize, isize, i128, u128);

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(elements: Vec<T>) -> Self {
        Self::Array(elements.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Value>, const N: usize> From<[T; N]> for Value {
    fn from(elements: [T; N]) -> Self {
        Self::Array(elements.into_iter().map(Into::into).collect())
    }
}

impl<T: Clone + Into<Value>> From<&[T]> for Value {
    fn from(elements: &[T]) -> Self {
        Self::Array(elements.iter().cloned().map(Into::into).collect())
    }
}

/// Converts each key and value; of keys that become the same, the last one counts.
fn table<K, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Table
where
    K: Into<String>,
    V: Into<Value>,
{
    pairs
        .into_iter()
        .map(|(key, value)| (key.into(), value.into()))
        .collect()
}

/// `From<$type>` for `Table` and for `Value`, for the maps of the standard library and indexmap.
macro_rules! from_map {
    ($($(#[$attribute:meta])* [$($hasher:ident)?] $type:ty,)*) => {$(
        $(#[$attribute])*
        impl<K: Into<String>, V: Into<Value>, $($hasher)?> From<$type> for Table {
            fn from(map: $type) -> Self {
                table(map)
            }
        }

        $(#[$attribute])*
        impl<K: Into<String>, V: Into<Value>, $($hasher)?> From<$type> for Value {
            fn from(map: $type) -> Self {
                Self::Table(table(map))
            }
        }
    )*};
}

from_map! {
    [] BTreeMap<K, V>,
    [S] IndexMap<K, V, S>,
    /// In the map's order, which is arbitrary; [`Table::sort_keys`] makes it the same every time.
    #[cfg(feature = "std")]
    [S] std::collections::HashMap<K, V, S>,
}

/// In the order given; of equal keys, the first place and the last value count.
impl<K: Into<String>, V: Into<Value>, const N: usize> From<[(K, V); N]> for Table {
    fn from(pairs: [(K, V); N]) -> Self {
        table(pairs)
    }
}

/// `value == $type`, false for values of another type.
macro_rules! equal {
    ($($type:ty: $as:ident,)*) => {$(
        impl PartialEq<$type> for Value {
            fn eq(&self, other: &$type) -> bool {
                self.$as() == Some(*other)
            }
        }
    )*};
}

equal! {
    &str: as_str,
    i64: as_i64,
    f64: as_f64,
    bool: as_bool,
}

impl PartialEq<str> for Value {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<String> for Value {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<Datetime> for Value {
    fn eq(&self, other: &Datetime) -> bool {
        self.as_datetime() == Some(other)
    }
}
