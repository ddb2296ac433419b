//! Two-word `Copy` handles to the values of a document.

use core::fmt;
use core::ops::Deref;

use super::{
    ArrayForm, ArrayIter, Document, IntegerBase, Kind, StringForm, TableForm, TableIter, ValueIter,
    forms,
};
use crate::tree::{Children, Node, NodeId, Tree, WALKED, flag};
use crate::{Datetime, Span, Table, Value, decode::number};

/// A value of a document.
#[derive(Clone, Copy)]
pub struct ValueRef<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) node: &'d Node,
}

/// A value whose document is kept elsewhere: half of a [`ValueRef`], for handles that hold more.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct DetachedRef<'d>(&'d Node);

/// Which value of a document it is, without the borrow: what is kept of a [`ValueRef`] where the document
/// is kept beside it. It means nothing to any other document. In a table or array, ids rise from each value to the next.
///
/// ```
/// let document = toml_core::parse("a = 1\nb = 2")?;
/// let id = document.get("b").expect("a value").id();
/// assert_eq!(document.value(id).and_then(|value| value.as_i64()), Some(2));
/// assert_eq!(toml_core::ValueId::from_u32(id.to_u32()), id);
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ValueId(pub(super) NodeId);

impl ValueId {
    /// The id as a number, for keepers that can hold nothing else; [`from_u32`](Self::from_u32) gives it back.
    #[must_use]
    pub const fn to_u32(self) -> u32 {
        self.0
    }

    /// The id that a number was made of.
    #[must_use]
    pub const fn from_u32(number: u32) -> Self {
        Self(number)
    }
}

/// A table of a document.
#[derive(Clone, Copy)]
pub struct TableRef<'d>(pub(super) ValueRef<'d>);

/// An array of a document.
#[derive(Clone, Copy)]
pub struct ArrayRef<'d>(ValueRef<'d>);

/// A key of a document.
///
/// Derefs to its decoded text.
#[derive(Clone, Copy)]
pub struct KeyRef<'d>(pub(super) ValueRef<'d>);

impl<'d> ValueRef<'d> {
    #[inline]
    fn tree(self) -> &'d Tree {
        self.document.tree()
    }

    #[inline]
    fn node(self) -> &'d Node {
        self.node
    }

    /// Which value of the document it is; [`Document::value`] gives it back.
    #[must_use]
    #[inline]
    pub fn id(self) -> ValueId {
        ValueId(self.tree().id_of(self.node))
    }

    /// What the value is.
    #[must_use]
    #[inline]
    pub fn kind(self) -> Kind {
        forms::kind(self.node().kind)
    }

    /// The text of a string, escapes decoded and line ends as `\n`.
    #[must_use]
    #[inline]
    pub fn as_str(self) -> Option<&'d str> {
        let node = self.node();
        let text = || self.tree().string_text(self.document.source(), node);
        node.kind.is_string().then(text)
    }

    /// The value of an integer that fits in 64 bits; by default no others are accepted.
    #[must_use]
    #[inline]
    pub fn as_i64(self) -> Option<i64> {
        let node = self.node();
        let is_integer = forms::integer_base(node.kind).is_some() && !node.has(flag::WIDE);
        is_integer.then_some(node.payload.cast_signed())
    }

    /// The value of an integer that fits in 128 bits; beyond 64 bits there are some only where
    /// [`IntegerRange::Unlimited`](crate::IntegerRange) was asked for.
    #[must_use]
    pub fn as_i128(self) -> Option<i128> {
        match self.as_i64() {
            Some(integer) => Some(integer.into()),
            None => number::wide_signed(self.raw_integer()?),
        }
    }

    /// The value of an integer that fits in 128 bits and is not negative; see [`as_i128`](Self::as_i128).
    #[must_use]
    pub fn as_u128(self) -> Option<u128> {
        match self.as_i64() {
            Some(integer) => integer.try_into().ok(),
            None => number::wide_unsigned(self.raw_integer()?),
        }
    }

    fn raw_integer(self) -> Option<&'d str> {
        (self.kind() == Kind::Integer).then(|| self.raw())
    }

    /// The value of a float; integers are not converted.
    #[must_use]
    #[inline]
    pub fn as_f64(self) -> Option<f64> {
        let node = self.node();
        (self.kind() == Kind::Float).then(|| f64::from_bits(node.payload))
    }

    /// The value of a boolean.
    #[must_use]
    #[inline]
    pub fn as_bool(self) -> Option<bool> {
        let node = self.node();
        (self.kind() == Kind::Boolean).then_some(node.payload != 0)
    }

    /// The value of a date-time, date or time.
    #[must_use]
    #[inline]
    pub fn as_datetime(self) -> Option<Datetime> {
        (self.kind() == Kind::Datetime)
            .then(|| crate::datetime::decode_valid(self.raw().as_bytes()))
    }

    /// The array, for a value that is one.
    #[must_use]
    #[inline]
    pub fn as_array(self) -> Option<ArrayRef<'d>> {
        self.node().kind.is_array().then_some(ArrayRef(self))
    }

    /// The table, for a value that is one.
    #[must_use]
    #[inline]
    pub fn as_table(self) -> Option<TableRef<'d>> {
        self.node().kind.is_table().then_some(TableRef(self))
    }

    /// The value of a key, for a table.
    #[must_use]
    pub fn get(self, key: &str) -> Option<ValueRef<'d>> {
        self.as_table()?.get(key)
    }

    /// The element at a 0-based index, for an array.
    #[must_use]
    pub fn get_index(self, index: usize) -> Option<ValueRef<'d>> {
        self.as_array()?.get(index)
    }

    /// Where the value stands in the source.
    ///
    /// For a table with a header, that is its header `[…]`; for an array of tables, its first
    /// header; for a table that exists only through headers or dotted keys, the first key segment
    /// that names it; for the root, the whole source behind a byte order mark.
    #[must_use]
    #[inline]
    pub fn span(self) -> Span {
        self.node().span
    }

    /// The value as written, undecoded; what is at [`span`](Self::span).
    #[must_use]
    #[inline]
    pub fn raw(self) -> &'d str {
        &self.document.source()[self.span().range()]
    }

    /// The key that holds the value; `None` for the root and for elements of arrays.
    #[must_use]
    #[inline]
    pub fn key(self) -> Option<KeyRef<'d>> {
        self.node().has(flag::HAS_KEY).then_some(KeyRef(self))
    }

    /// The part of the source that is the text of a string, where nothing had to be decoded.
    #[must_use]
    #[inline]
    pub fn text_span(self) -> Option<Span> {
        let node = self.node();
        let is_plain = node.kind.is_string() && !node.has(flag::TEXT_DECODED);
        is_plain.then(|| node.text_span())
    }

    /// The quotes of a string.
    #[must_use]
    pub fn string_form(self) -> Option<StringForm> {
        forms::string_form(self.node().kind)
    }

    /// The base of an integer.
    #[must_use]
    pub fn integer_base(self) -> Option<IntegerBase> {
        forms::integer_base(self.node().kind)
    }

    /// How an array was written.
    #[must_use]
    pub fn array_form(self) -> Option<ArrayForm> {
        forms::array_form(self.node().kind)
    }

    /// How a table was written.
    #[must_use]
    pub fn table_form(self) -> Option<TableForm> {
        forms::table_form(self.node().kind)
    }

    /// The value, owned. A value that could not be read becomes an empty string, an integer beyond 64 bits
    /// a string of its text.
    #[must_use]
    pub fn to_value(self) -> Value {
        Value::from(self)
    }

    /// The values of a table or the elements of an array in file order; none for other values.
    #[must_use]
    #[inline]
    pub fn children(self) -> ValueIter<'d> {
        let node = self.node();
        let children = if node.kind.is_table() || node.kind.is_array() {
            self.tree().children(node)
        } else {
            Children::default()
        };
        ValueIter {
            document: self.document,
            children,
        }
    }

    /// The value without its document; [`attach`](Self::attach) puts it back.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn detach(self) -> DetachedRef<'d> {
        DetachedRef(self.node)
    }

    /// Another value of the same document.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn attach(self, other: DetachedRef<'d>) -> ValueRef<'d> {
        self.with_node(other.0)
    }

    /// The key of another value of the same document, which must have one.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn attach_key(self, other: DetachedRef<'d>) -> KeyRef<'d> {
        KeyRef(self.attach(other))
    }

    /// Whether the value has this key: [`key`](Self::key), compared without looking at the text of keys of another length.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn has_key(self, key: &str) -> bool {
        let node = self.node;
        if node.has(flag::KEY_DECODED) {
            return self.key().is_some_and(|own| own.as_str() == key);
        }
        let span = crate::tree::plain_key_span(node).range();
        node.has(flag::HAS_KEY)
            && span.len() == key.len()
            && self.document.source().as_bytes().get(span) == Some(key.as_bytes())
    }

    /// The value behind this one in its table or array; behind the last one comes the first again.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn next_around(self) -> ValueRef<'d> {
        self.with_node(self.tree().node(self.node.next))
    }

    fn with_node(self, node: &'d Node) -> Self {
        Self { node, ..self }
    }
}

impl<'d> TableRef<'d> {
    /// The value of a key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<ValueRef<'d>> {
        let source = self.0.document.source().as_bytes();
        let found = self.0.tree().find(source, self.0.node, key.as_bytes())?;
        Some(self.0.with_node(found))
    }

    /// A key as it stands in the source, and its value.
    #[must_use]
    pub fn get_key_value(self, key: &str) -> Option<(KeyRef<'d>, ValueRef<'d>)> {
        self.get(key).map(|value| (KeyRef(value), value))
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key(self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// How many keys the table has.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.node().child_count() as usize
    }

    /// Whether the table has no keys.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Keys and values in file order.
    #[must_use]
    pub fn iter(self) -> TableIter<'d> {
        TableIter {
            values: self.0.children(),
        }
    }

    /// Keys in file order.
    pub fn keys(self) -> impl Iterator<Item = KeyRef<'d>> {
        self.iter().map(|(key, _)| key)
    }

    /// Values in file order.
    pub fn values(self) -> impl Iterator<Item = ValueRef<'d>> {
        self.iter().map(|(_, value)| value)
    }

    /// How the table was written.
    #[must_use]
    pub fn form(self) -> TableForm {
        forms::table_form(self.0.node().kind).unwrap_or(TableForm::Root)
    }

    /// The table's own `[header]`, brackets included, where it has one.
    #[must_use]
    pub fn header_span(self) -> Option<Span> {
        (self.form() == TableForm::Header).then(|| self.0.span())
    }

    /// The table as a value.
    #[must_use]
    #[inline]
    pub fn as_value(self) -> ValueRef<'d> {
        self.0
    }

    /// The table, owned.
    #[must_use]
    pub fn to_owned_table(self) -> Table {
        Table::from(self)
    }
}

impl<'d> ArrayRef<'d> {
    /// The element at a 0-based index.
    ///
    /// The first look at one beyond the sixteenth takes time in proportion to the document, all others are quick.
    #[must_use]
    pub fn get(self, index: usize) -> Option<ValueRef<'d>> {
        if index < WALKED {
            return self.iter().nth(index);
        }
        if index >= self.len() {
            return None;
        }
        let ValueRef { document, node } = self.0;
        let found = document.elements().get(document.tree(), node, index)?;
        Some(self.0.with_node(found))
    }

    /// How many elements the array has.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.node().child_count() as usize
    }

    /// Whether the array has no elements.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Elements in file order.
    #[must_use]
    pub fn iter(self) -> ArrayIter<'d> {
        ArrayIter {
            values: self.0.children(),
        }
    }

    /// How the array was written.
    #[must_use]
    pub fn form(self) -> ArrayForm {
        forms::array_form(self.0.node().kind).unwrap_or(ArrayForm::Inline)
    }

    /// The array as a value.
    #[must_use]
    pub fn as_value(self) -> ValueRef<'d> {
        self.0
    }
}

impl<'d> KeyRef<'d> {
    /// The value that the key stands for.
    #[must_use]
    #[inline]
    pub fn value(self) -> ValueRef<'d> {
        self.0
    }

    /// The decoded text.
    #[must_use]
    #[inline]
    pub fn as_str(self) -> &'d str {
        self.0
            .tree()
            .key_text(self.0.document.source(), self.0.node)
    }

    /// Where the key stands in the source, quotes included; for a dotted key, this segment alone.
    #[must_use]
    #[inline]
    #[expect(
        clippy::misnamed_getters,
        reason = "the span of a key is its node's `key`"
    )]
    pub fn span(self) -> Span {
        self.0.node().key
    }

    /// The key as written, quotes included.
    #[must_use]
    #[inline]
    pub fn raw(self) -> &'d str {
        &self.0.document.source()[self.span().range()]
    }

    /// The part of the source that is the decoded text, where nothing had to be decoded.
    #[must_use]
    #[inline]
    pub fn text_span(self) -> Option<Span> {
        let node = self.0.node();
        (!node.has(flag::KEY_DECODED)).then(|| crate::tree::plain_key_span(node))
    }
}

impl Deref for KeyRef<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for KeyRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for KeyRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Debug for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(table) = self.as_table() {
            return table.fmt(f);
        }
        if let Some(array) = self.as_array() {
            return array.fmt(f);
        }
        match self.as_str() {
            Some(text) => fmt::Debug::fmt(text, f),
            None => f.write_str(self.raw()),
        }
    }
}

impl fmt::Debug for TableRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(*self).finish()
    }
}

impl fmt::Debug for ArrayRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}
