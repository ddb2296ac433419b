//! `value["key"]` and `value[0]`.

use std::fmt::Debug;
use std::ops;

use super::DeValue;
use crate::Spanned;

/// What a [`DeValue`] can be indexed by: a key (`&str`, `String`) of a table, or the 0-based position
/// (`usize`) of an element of an array. Out of reach, and so sealed.
pub trait Index: Debug {
    /// The part that the index selects.
    fn select<'v, 'i>(&self, value: &'v DeValue<'i>) -> Option<&'v Spanned<DeValue<'i>>>;
}

impl Index for usize {
    fn select<'v, 'i>(&self, value: &'v DeValue<'i>) -> Option<&'v Spanned<DeValue<'i>>> {
        value.as_array()?.get(*self)
    }
}

impl Index for str {
    fn select<'v, 'i>(&self, value: &'v DeValue<'i>) -> Option<&'v Spanned<DeValue<'i>>> {
        value.as_table()?.get(self)
    }
}

impl Index for String {
    fn select<'v, 'i>(&self, value: &'v DeValue<'i>) -> Option<&'v Spanned<DeValue<'i>>> {
        self.as_str().select(value)
    }
}

impl<T: Index + ?Sized> Index for &T {
    fn select<'v, 'i>(&self, value: &'v DeValue<'i>) -> Option<&'v Spanned<DeValue<'i>>> {
        (**self).select(value)
    }
}

/// # Panics
/// When there is no such key or index; [`get`](DeValue::get) is the choice that does not.
impl<I: Index> ops::Index<I> for DeValue<'_> {
    type Output = Spanned<Self>;

    #[track_caller]
    fn index(&self, index: I) -> &Spanned<Self> {
        match index.select(self) {
            Some(value) => value,
            None => panic!("nothing at {index:?} in the {}", self.type_str()),
        }
    }
}
