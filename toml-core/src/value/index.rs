//! `value["key"]` and `value[0]`.

use alloc::{format, string::String};
use core::borrow::Borrow;
use core::hash::Hash;
use core::{fmt, ops};

use super::{Map, Value};

/// What a [`Value`] can be indexed by: a key (`&str`, `String`) of a table, or the 0-based
/// position (`usize`) of an element of an array. Sealed: there are no others.
pub trait Index: sealed::Sealed {}

impl<T: sealed::Sealed + ?Sized> Index for T {}

mod sealed {
    use core::fmt;

    use super::super::Value;

    pub trait Sealed: fmt::Debug {
        /// What the index selects, for the message of a panic.
        const NOUN: &'static str;
        /// The type that this indexes, for the message of a panic.
        const CONTAINER: &'static str;

        fn find<'v>(&self, value: &'v Value) -> Option<&'v Value>;
        fn find_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value>;
    }
}

impl sealed::Sealed for usize {
    const NOUN: &'static str = "index";
    const CONTAINER: &'static str = "array";

    fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        value.as_array()?.get(*self)
    }

    fn find_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        value.as_array_mut()?.get_mut(*self)
    }
}

impl sealed::Sealed for str {
    const NOUN: &'static str = "key";
    const CONTAINER: &'static str = "table";

    fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        value.as_table()?.get(self)
    }

    fn find_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        value.as_table_mut()?.get_mut(self)
    }
}

impl sealed::Sealed for String {
    const NOUN: &'static str = <str as sealed::Sealed>::NOUN;
    const CONTAINER: &'static str = <str as sealed::Sealed>::CONTAINER;

    fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        sealed::Sealed::find(self.as_str(), value)
    }

    fn find_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        sealed::Sealed::find_mut(self.as_str(), value)
    }
}

impl<T: sealed::Sealed + ?Sized> sealed::Sealed for &T {
    const NOUN: &'static str = T::NOUN;
    const CONTAINER: &'static str = T::CONTAINER;

    fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        (**self).find(value)
    }

    fn find_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        (**self).find_mut(value)
    }
}

impl Value {
    /// The value of a table's key, or the element at an array's 0-based index.
    ///
    /// ```
    /// let value = toml_core::Value::from(vec![true, false]);
    /// assert_eq!(value.get(1).and_then(|value| value.as_bool()), Some(false));
    /// assert!(value.get("key").is_none());
    /// ```
    pub fn get<I: Index>(&self, index: I) -> Option<&Value> {
        index.find(self)
    }

    /// As [`get`](Self::get), to change what is found.
    pub fn get_mut<I: Index>(&mut self, index: I) -> Option<&mut Value> {
        index.find_mut(self)
    }
}

/// # Panics
/// When there is no such key or index; [`get`](Value::get) is the choice that does not.
impl<I: Index> ops::Index<I> for Value {
    type Output = Value;

    #[track_caller]
    fn index(&self, index: I) -> &Value {
        match index.find(self) {
            Some(value) => value,
            None => missing(&index, self.type_name(), length(self)),
        }
    }
}

/// # Panics
/// When there is no such key or index; nothing is inserted.
impl<I: Index> ops::IndexMut<I> for Value {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut Value {
        let (type_name, length) = (self.type_name(), length(self));
        match index.find_mut(self) {
            Some(value) => value,
            None => missing(&index, type_name, length),
        }
    }
}

/// # Panics
/// When there is no such key; [`get`](Map::get) is the choice that does not.
impl<K, V, Q> ops::Index<&Q> for Map<K, V>
where
    K: Borrow<Q>,
    Q: Eq + Hash + fmt::Debug + ?Sized,
{
    type Output = V;

    #[track_caller]
    fn index(&self, key: &Q) -> &V {
        match self.get(key) {
            Some(value) => value,
            None => missing_key(&key, self.len()),
        }
    }
}

/// # Panics
/// When there is no such key; nothing is inserted.
impl<K, V, Q> ops::IndexMut<&Q> for Map<K, V>
where
    K: Borrow<Q>,
    Q: Eq + Hash + fmt::Debug + ?Sized,
{
    #[track_caller]
    fn index_mut(&mut self, key: &Q) -> &mut V {
        let length = self.len();
        match self.get_mut(key) {
            Some(value) => value,
            None => missing_key(&key, length),
        }
    }
}

fn length(value: &Value) -> usize {
    match value {
        Value::Array(array) => array.len(),
        Value::Table(table) => table.len(),
        _ => 0,
    }
}

#[cold]
#[track_caller]
fn missing<I: Index>(index: &I, found: &str, length: usize) -> ! {
    let (noun, container) = (I::NOUN, I::CONTAINER);
    let message = if found == container {
        format!("no {noun} {index:?} in {container} of length {length}")
    } else {
        format!("{noun} {index:?} needs a value of type {container}, found {found}")
    };
    panic!("{message}");
}

#[cold]
#[track_caller]
fn missing_key(key: &dyn fmt::Debug, length: usize) -> ! {
    panic!("no key {key:?} in table of length {length}");
}
