//! A document as the formatter sees it: lines, the values on them, and the comments beside them.
//!
//! Holds spans of the source and what has to be known of the space between them; knows nothing of
//! how it is written again.

use std::num::NonZeroU32;
use std::ops::Range;

use toml_core::Span;

/// Number of a node in [`Outline::nodes`]; a child has a higher one than its parent.
pub(super) type NodeId = u32;

/// Stands for no node; the first node is never anyone's child.
pub(super) const NO_NODE: NodeId = 0;

/// A document without the white space in it.
pub(super) struct Outline<'s> {
    pub(super) source: &'s str,
    /// What stands at the left margin, in order.
    pub(super) lines: Vec<Line>,
    /// Values, and the comments inside them.
    pub(super) nodes: Vec<Node>,
    /// The segments of all keys and headers, quotes included.
    pub(super) segments: Vec<Span>,
    pub(super) comments: Vec<Comment>,
    pub(super) has_byte_order_mark: bool,
    /// The first line end, if there is one.
    pub(super) newline: Option<&'s str>,
    /// What the first item of a multi-line array has in front of it, more than the line of its key.
    pub(super) indent: Option<&'s str>,
    /// What the first indented line outside of values has in front of it.
    pub(super) line_indent: Option<&'s str>,
}

/// A statement, or a comment on a line of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) kind: LineKind,
    /// Blank lines above it.
    pub(super) blanks: u32,
    /// Empty for a comment.
    pub(super) key: Key,
    /// Behind the statement, or all there is.
    pub(super) comment: Option<CommentId>,
    /// Where the `=` of a pair stands.
    pub(super) equals: Place,
    /// The value of a pair.
    pub(super) value: NodeId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Comment,
    /// A comment that goes on from the one at the end of the line above.
    CommentGoingOn,
    /// `[…]`
    Header,
    /// `[[…]]`
    ArrayHeader,
    /// `key = value`
    Pair,
}

/// A value, or a comment on a line of its own inside an array or inline table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) flags: u16,
    /// The text of a scalar.
    pub(super) span: Span,
    /// Empty for elements of arrays, for comments and for the value of a line.
    pub(super) key: Key,
    /// At the end of the item's line, or all there is.
    pub(super) comment: Option<CommentId>,
    /// Line ends in front of it.
    pub(super) lead: u32,
    pub(super) first_child: NodeId,
    pub(super) last_child: NodeId,
    pub(super) next: NodeId,
    /// Columns on one line, without its key; up to its first line end where a string has one.
    pub(super) width: u32,
    /// Columns up to the first place where the line can be broken; as `width` where there is none.
    pub(super) head: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeKind {
    Scalar,
    Array,
    InlineTable,
    Comment,
    /// As [`LineKind::CommentGoingOn`].
    CommentGoingOn,
    /// A comment behind the opening bracket.
    CommentOfBracket,
}

/// Bits of [`Node::flags`].
pub(super) mod flag {
    /// The collection had line ends between its items or its brackets.
    pub(crate) const MULTI_LINE: u16 = 1;
    /// The collection had a comma behind its last item.
    pub(crate) const TRAILING_COMMA: u16 = 2;
    /// The node is the value of a line.
    pub(crate) const OF_LINE: u16 = 4;
    /// The collection must be written on several lines.
    pub(crate) const BROKEN: u16 = 8;
    /// The inline table is written on one line, but holds something broken.
    pub(crate) const HOLDS_BROKEN: u16 = 16;
    /// The line can be broken inside the value.
    pub(crate) const BREAKABLE: u16 = 32;
    /// The value has a line end in a string.
    pub(crate) const ENDS_LINE: u16 = 64;
    /// Something besides brackets is on the line behind the collection, if that line is not broken elsewhere.
    pub(crate) const FOLLOWED: u16 = 128;
    /// The array is not put on several lines because it is too wide.
    pub(crate) const FIXED: u16 = 256;
}

/// A run of [`Outline::segments`], and how wide it is when written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Key {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) width: u32,
}

/// Number of a comment in [`Outline::comments`], counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CommentId(NonZeroU32);

/// A comment, and where it stood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comment {
    /// From `#` up to the white space at its end.
    pub(super) span: Span,
    pub(super) place: Place,
    /// Whether its line starts inside of a string, and so may start anywhere.
    pub(super) is_behind_string: bool,
}

/// Where something stood on its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Columns in front of it.
    pub(super) column: u32,
    /// Bytes of white space directly in front of it.
    pub(super) gap: u32,
}

impl Key {
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl LineKind {
    pub(super) fn is_header(self) -> bool {
        matches!(self, Self::Header | Self::ArrayHeader)
    }
}

impl Node {
    pub(super) fn has(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    pub(super) fn is_collection(&self) -> bool {
        matches!(self.kind, NodeKind::Array | NodeKind::InlineTable)
    }

    /// Whether the node is an element of an array or an entry of an inline table.
    pub(super) fn is_item(&self) -> bool {
        self.is_collection() || self.kind == NodeKind::Scalar
    }
}

impl<'s> Outline<'s> {
    pub(super) fn text(&self, span: Span) -> &'s str {
        &self.source[span.range()]
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    pub(super) fn comment(&self, id: CommentId) -> Comment {
        self.comments[id.0.get() as usize - 1]
    }

    /// Adds a comment; the number that it got.
    pub(super) fn push_comment(&mut self, comment: Comment) -> Option<CommentId> {
        self.comments.push(comment);
        NonZeroU32::new(self.comments.len() as u32).map(CommentId)
    }

    /// Items and comments of a collection, in order.
    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        self.siblings(self.node(id).first_child)
    }

    /// A child of a collection and those behind it.
    pub(super) fn siblings(&self, first: NodeId) -> impl Iterator<Item = NodeId> {
        let some = |id: NodeId| (id != NO_NODE).then_some(id);
        std::iter::successors(some(first), move |id| some(self.node(*id).next))
    }

    /// The segments of a key as they stand in the source.
    pub(super) fn segments(&self, key: Key) -> impl Iterator<Item = &'s str> {
        let spans = &self.segments[key.range()];
        let source = self.source;
        spans.iter().map(move |span| &source[span.range()])
    }

    /// Forgets blank lines beyond so many, but not that there are some above a header.
    ///
    /// What blank lines keep apart depends on those that will be written, so that it is the same when
    /// the text is read again.
    pub(super) fn limit_blank_lines(&mut self, max: u32) {
        for line in &mut self.lines {
            if !line.kind.is_header() {
                line.blanks = line.blanks.min(max);
            }
        }
        for node in &mut self.nodes {
            node.lead = node.lead.min(max + 1);
        }
    }
}
