//! The parsed document as a flat arena of 32-byte nodes that hold spans, not text.
//!
//! Children of a table or array are a linked list in file order. The list is circular: a parent
//! knows its last child, whose `next` is the first, so appending needs no other pointer.
//! Knows nothing of the grammar; whoever builds it decides what may be linked where.

mod elements;
mod index;

use alloc::{string::String, vec::Vec};

pub(crate) use elements::{Elements, WALKED};
pub(crate) use index::KeyIndex;

use crate::Span;

/// Number of a node in its tree. The root is 0.
pub(crate) type NodeId = u32;

/// The root table of every tree.
pub(crate) const ROOT: NodeId = 0;

/// Tables with more children than this are searched by the hash index.
pub(crate) const INDEX_THRESHOLD: u32 = 16;

/// What a node is, and how it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// A value that could not be read.
    Error,
    BasicString,
    LiteralString,
    MultilineBasicString,
    MultilineLiteralString,
    Decimal,
    Hexadecimal,
    Octal,
    Binary,
    Float,
    Boolean,
    Datetime,
    /// `[…]` behind `=`.
    Array,
    /// `[[…]]`
    ArrayOfTables,
    RootTable,
    /// `{…}`
    InlineTable,
    /// Has a `[header]` or is an element of an array of tables.
    HeaderTable,
    /// Exists because a header names a table below it.
    ImplicitTable,
    /// Exists because a dotted key leads through it.
    DottedTable,
}

impl Kind {
    #[inline]
    pub(crate) fn is_table(self) -> bool {
        self as u8 >= Self::RootTable as u8
    }

    #[inline]
    pub(crate) fn is_array(self) -> bool {
        matches!(self, Self::Array | Self::ArrayOfTables)
    }

    #[inline]
    pub(crate) fn is_string(self) -> bool {
        (Self::BasicString as u8..=Self::MultilineLiteralString as u8).contains(&(self as u8))
    }
}

/// Bits of [`Node::flags`].
pub(crate) mod flag {
    /// The key is written in quotes.
    pub(crate) const KEY_QUOTED: u8 = 1;
    /// The key has escapes; its text is in `Tree::decoded_keys`.
    pub(crate) const KEY_DECODED: u8 = 2;
    /// The string's payload is a span of `Tree::decoded`, not of the source.
    pub(crate) const TEXT_DECODED: u8 = 4;
    /// The table's keys are in the hash index.
    pub(crate) const INDEXED: u8 = 8;
    /// The node has a key (it is neither the root nor an array's element).
    pub(crate) const HAS_KEY: u8 = 16;
    /// The value was not read to its end, because of an error inside.
    pub(crate) const BROKEN: u8 = 32;
    /// The integer does not fit in 64 bits; it is read from the source when asked for.
    pub(crate) const WIDE: u8 = 64;
}

/// One value with its key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    /// The key as written, quotes included.
    pub(crate) key: Span,
    /// The value as written; for tables without braces, the header or key segment that made them.
    pub(crate) span: Span,
    /// Integer, float bits, boolean, text span, or last child and count.
    pub(crate) payload: u64,
    /// The next sibling; the last sibling's is the first.
    pub(crate) next: NodeId,
    pub(crate) kind: Kind,
    pub(crate) flags: u8,
    /// For a table, which of 16 classes of keys it has; see [`key_class`].
    pub(crate) classes: u16,
}

const _: () = assert!(size_of::<Node>() == 32);

/// One of 16 bits for a key: keys with different bits differ.
#[inline]
pub(crate) fn key_class(key: &[u8]) -> u16 {
    let (Some(first), Some(last)) = (key.first(), key.last()) else {
        return 1;
    };
    let mixed = u32::from(*first) | u32::from(*last) << 8 | (key.len() as u32) << 16;
    1 << (mixed.wrapping_mul(0x9e37_79b1) >> 28)
}

impl Node {
    #[inline]
    pub(crate) fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// The last child of a collection; meaningless when it has none.
    #[inline]
    pub(crate) fn last_child(&self) -> NodeId {
        self.payload as u32
    }

    /// How many children a collection has.
    #[inline]
    pub(crate) fn child_count(&self) -> u32 {
        (self.payload >> 32) as u32
    }

    #[inline]
    pub(crate) fn set_children(&mut self, last: NodeId, count: u32) {
        self.payload = pack(last, count);
    }

    /// The text of a string, as a span of the source or of the decoded text.
    #[inline]
    pub(crate) fn text_span(&self) -> Span {
        Span::new(self.payload as u32, (self.payload >> 32) as u32)
    }
}

#[inline]
pub(crate) fn pack(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

/// All values of a document. Has no lifetime: whoever holds it keeps the source beside it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    /// Text of strings and keys that have escapes or line ends to normalise.
    pub(crate) decoded: String,
    /// Where in `decoded` the text of each key with escapes is, by rising node.
    pub(crate) decoded_keys: Vec<(NodeId, Span)>,
    pub(crate) index: KeyIndex,
}

impl Tree {
    #[inline]
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    #[inline]
    pub(crate) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// The number of a node of this tree.
    pub(crate) fn id_of(&self, node: &Node) -> NodeId {
        let offset = core::ptr::from_ref(node).addr() - self.nodes.as_ptr().addr();
        (offset / size_of::<Node>()) as NodeId
    }

    /// Children of a collection in file order.
    #[inline]
    pub(crate) fn children(&self, parent: &Node) -> Children<'_> {
        let left = parent.child_count();
        let next = if left == 0 {
            ROOT
        } else {
            self.node(parent.last_child()).next
        };
        Children {
            nodes: &self.nodes,
            next,
            left,
        }
    }

    /// Appends a node that is already in the arena to a parent's children.
    #[inline]
    pub(crate) fn link(&mut self, parent: NodeId, child: NodeId) {
        let node = self.node(parent);
        let count = node.child_count();
        let first = if count == 0 {
            child
        } else {
            let last = node.last_child();
            core::mem::replace(&mut self.node_mut(last).next, child)
        };
        self.node_mut(child).next = first;
        self.node_mut(parent).set_children(child, count + 1);
    }

    /// The decoded bytes of a node's key.
    #[inline]
    pub(crate) fn key_bytes<'t>(&'t self, source: &'t [u8], node: &Node) -> &'t [u8] {
        if node.has(flag::KEY_DECODED) {
            return &self.decoded.as_bytes()[self.decoded_key(node).range()];
        }
        &source[plain_key_span(node).range()]
    }

    /// The decoded text of a node's key; empty where it has none.
    #[inline]
    pub(crate) fn key_text<'t>(&'t self, source: &'t str, node: &Node) -> &'t str {
        if node.has(flag::KEY_DECODED) {
            return &self.decoded[self.decoded_key(node).range()];
        }
        &source[plain_key_span(node).range()]
    }

    #[cold]
    fn decoded_key(&self, node: &Node) -> Span {
        let id = self.id_of(node);
        let found = self
            .decoded_keys
            .binary_search_by_key(&id, |(node, _)| *node);
        found.map_or(Span::default(), |at| self.decoded_keys[at].1)
    }

    /// The text of a string node.
    #[inline]
    pub(crate) fn string_text<'t>(&'t self, source: &'t str, node: &Node) -> &'t str {
        let span = node.text_span().range();
        if node.has(flag::TEXT_DECODED) {
            &self.decoded[span]
        } else {
            &source[span]
        }
    }

    /// Takes back the nodes from `length` on, and whatever is known of them.
    ///
    /// The last of them may stay linked if the caller pushes another node in its place.
    pub(crate) fn truncate(&mut self, source: &[u8], length: usize) {
        let is_kept = |(node, _): &&(NodeId, Span)| *node as usize <= length;
        let keys = self.decoded_keys.iter().take_while(is_kept).count();
        self.decoded_keys.truncate(keys);
        if self
            .nodes
            .iter()
            .skip(length)
            .any(|node| node.has(flag::INDEXED))
        {
            self.forget_indexed(source, length);
        }
        self.nodes.truncate(length);
    }

    /// The child of a table with a given key.
    #[inline]
    pub(crate) fn find(&self, source: &[u8], table: &Node, key: &[u8]) -> Option<&Node> {
        if table.has(flag::INDEXED) {
            let found = self.find_indexed(source, self.id_of(table), key)?;
            return Some(self.node(found));
        }
        self.children(table)
            .find(|child| self.key_bytes(source, child) == key)
    }
}

/// The span of a key's text that needs no decoding: the key without its quotes.
#[inline]
pub(crate) fn plain_key_span(node: &Node) -> Span {
    let quote = u32::from(node.flags & flag::KEY_QUOTED);
    Span::new(node.key.start + quote, node.key.end - quote)
}

/// Iterator over the children of a collection in file order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Children<'t> {
    nodes: &'t [Node],
    next: NodeId,
    left: u32,
}

impl<'t> Iterator for Children<'t> {
    type Item = &'t Node;

    #[inline]
    fn next(&mut self) -> Option<&'t Node> {
        self.left = self.left.checked_sub(1)?;
        let node = &self.nodes[self.next as usize];
        self.next = node.next;
        Some(node)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

impl ExactSizeIterator for Children<'_> {}
