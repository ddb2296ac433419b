//! What this thread has handed to serde to be buffered, with its places.
//!
//! Serde buffers a value to look at it twice: for `flatten`, for untagged and internally tagged
//! enums. The buffer knows no places, so [`Spanned`](crate::Spanned) asks here. Text that was borrowed from
//! the source is known by its address; whatever else is told apart by its value and its order.

use std::any::type_name;
use std::cell::{Cell, RefCell};

use toml_core::{Datetime, Span};

/// Where serde keeps its buffers.
const BUFFERS: &str = "serde::private::de::content::";

thread_local! {
    static ITEMS: RefCell<Vec<Item>> = const { RefCell::new(Vec::new()) };
    /// How many there are, to be asked often.
    static COUNT: Cell<usize> = const { Cell::new(0) };
    /// The first item of the innermost value that is read in one go.
    static SCOPE: Cell<usize> = const { Cell::new(0) };
    /// How many documents are being read, one within the other.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Behind the scalar that was found last: equal scalars are found one after the other.
    static CURSOR: Cell<usize> = const { Cell::new(0) };
}

/// One thing that was handed out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) token: Token,
    pub(crate) span: Span,
}

/// What it is. A key or element stands in front of its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A key of the table at `owner`.
    Key {
        text: Text,
        owner: Option<Span>,
    },
    /// An element of the array at the item's own span.
    Element,
    Table,
    Array,
    Text(Text),
    Integer(i128),
    Float(u64),
    Boolean(bool),
    Datetime(Option<Datetime>),
}

/// Text, by its address where it has one that lasts.
#[derive(Clone, Debug)]
pub(crate) enum Text {
    Borrowed { address: usize, length: usize },
    Copied(String),
}

impl Text {
    /// Text that is part of the source.
    pub(crate) fn borrowed(text: &str) -> Self {
        Self::Borrowed {
            address: text.as_ptr() as usize,
            length: text.len(),
        }
    }

    pub(crate) fn copied(text: &str) -> Self {
        Self::Copied(text.to_owned())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Borrowed { address, length },
                Self::Borrowed {
                    address: a,
                    length: l,
                },
            ) => address == a && length == l,
            (Self::Copied(text), Self::Copied(other)) => text == other,
            _ => false,
        }
    }
}

/// Whether a visitor or seed is one by which serde buffers.
#[inline]
pub(crate) fn is_buffer<V>() -> bool {
    let name = type_name::<V>();
    let name = name
        .strip_prefix("core::marker::PhantomData<")
        .unwrap_or(name);
    name.starts_with(BUFFERS)
}

/// Notes a value that is handed out.
#[cold]
pub(crate) fn push_value(token: Token, span: Span) {
    ITEMS.with_borrow_mut(|items| {
        let last = items.last().map(|item| &item.token);
        let is_part = matches!(last, Some(Token::Key { .. } | Token::Element));
        if !is_part {
            SCOPE.set(items.len());
        }
        items.push(Item { token, span });
        COUNT.set(items.len());
    });
}

/// Notes a key or an element whose value is about to be handed out. `scope` is the number of the first item
/// of its table or array.
#[cold]
pub(crate) fn push_part(token: Token, span: Span, scope: usize) {
    ITEMS.with_borrow_mut(|items| {
        let last = items.last().map(|item| &item.token);
        let is_in_buffer = matches!(last, Some(Token::Table | Token::Array));
        if items.len() == scope && !is_in_buffer {
            SCOPE.set(scope);
        }
        items.push(Item { token, span });
        COUNT.set(items.len());
    });
}

/// Whether parts of the table or array at a span were handed out and are not forgotten yet.
#[cold]
pub(crate) fn has_parts_of(span: Span) -> bool {
    with_items(|items, _| {
        items.iter().any(|item| match item.token {
            Token::Key { owner, .. } => owner == Some(span),
            Token::Element => item.span == span,
            _ => false,
        })
    })
}

/// How many items there are.
#[inline]
pub(crate) fn count() -> usize {
    COUNT.get()
}

/// Forgets what was handed out after there were `count` items, and goes back to a scope.
#[inline]
pub(crate) fn restore(count: usize, scope: usize) {
    if COUNT.get() != count {
        forget(count, scope);
    }
}

#[cold]
fn forget(count: usize, scope: usize) {
    ITEMS.with_borrow_mut(|items| items.truncate(count));
    COUNT.set(count);
    SCOPE.set(scope);
    CURSOR.set(CURSOR.get().min(count));
}

/// A document that is being read. What was handed out for it is forgotten when that is done, even by a panic.
pub(crate) struct Reading {
    count: usize,
    scope: usize,
    end: End,
}

/// What is known when a document's values have been handed out.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum End {
    /// It has been read.
    Read,
    /// All of it is in a buffer, to be read from there: nothing may be forgotten before the next document.
    Buffered,
}

impl Reading {
    #[inline]
    pub(crate) fn begin(end: End) -> Self {
        if DEPTH.replace(DEPTH.get() + 1) == 0 {
            restore(0, 0);
        }
        Self {
            count: COUNT.get(),
            scope: SCOPE.get(),
            end,
        }
    }
}

impl Drop for Reading {
    #[inline]
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
        if self.end == End::Read {
            restore(self.count, self.scope);
        }
    }
}

/// Calls `look` with all items that there are, and the number of the first of the innermost scope.
pub(crate) fn with_items<T>(look: impl FnOnce(&[Item], usize) -> T) -> T {
    ITEMS.with_borrow(|items| look(items, SCOPE.get()))
}

/// The number of an item that is the scalar, or a key of that text: the next one in the innermost
/// scope, or else an earlier one.
pub(crate) fn find(items: &[Item], scope: usize, scalar: &Token) -> Option<usize> {
    let cursor = CURSOR.get().clamp(scope, items.len());
    let is_wanted = |at: &usize| match (&items[*at].token, scalar) {
        (Token::Key { text, .. }, Token::Text(wanted)) => text == wanted,
        (token, _) => token == scalar,
    };
    let found = (cursor..items.len())
        .find(is_wanted)
        .or_else(|| (scope..cursor).find(is_wanted))
        .or_else(|| (0..scope).rev().find(is_wanted))?;
    CURSOR.set(found + 1);
    Some(found)
}
