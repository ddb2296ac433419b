//! Putting nodes into the tree: duplicate keys, and who may add to which table.

use super::keys::KeySegment;
use super::{Parsed, Parser};
use crate::error::{Fault, Relation};
use crate::tree::{INDEX_THRESHOLD, Kind, Node, NodeId, flag, key_class};
use crate::{ErrorKind, Span};

/// Bytes of source for each key of a large table, where most tables are large.
const BYTES_PER_KEY: usize = 64;

/// For how few and how many keys the hash index is first made.
const FEWEST_KEYS: usize = 64;
const MOST_KEYS: usize = 1024;

/// What became of a key that was to be linked.
enum Link {
    /// It is linked; the node that is pushed next must have this `next`.
    New(NodeId),
    /// This child has it already.
    Existing(NodeId),
}

/// The children of a table at the moment.
#[derive(Clone, Copy)]
struct Siblings {
    parent: NodeId,
    last: NodeId,
    count: u32,
}

impl Parser<'_> {
    /// Appends a node to the arena.
    #[inline]
    pub(super) fn push_node(&mut self, node: Node) -> NodeId {
        if self.tree.nodes.len() == self.tree.nodes.capacity() {
            self.grow();
        }
        let id = self.tree.nodes.len() as NodeId;
        self.tree.nodes.push(node);
        id
    }

    /// Makes room for the nodes that the rest of the source will have if it goes on like this.
    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let nodes = self.tree.nodes.len();
        let left = self.source.len() - self.at;
        // Both factors are below 2^32; a sixteenth more keeps small deviations from a further growth.
        let expected = nodes as u64 * left as u64 / self.at.max(1) as u64;
        let expected = (expected + expected / 16) as usize;
        // A node takes at least one byte of source, but for one made before `at` has passed its key.
        self.tree
            .nodes
            .reserve_exact(expected.max(nodes / 16 + 8).min(left + 8));
    }

    /// Links the node that will be pushed next to `parent`, as its child of that key.
    ///
    /// Returns the `next` that the node must have.
    #[inline]
    pub(super) fn link_key(&mut self, parent: NodeId, key: KeySegment) -> Parsed<NodeId> {
        match self.link_or_find(parent, key) {
            Link::New(next) => Ok(next),
            Link::Existing(existing) => self.conflict(ErrorKind::DuplicateKey, key, existing),
        }
    }

    /// [`link_key`](Self::link_key), or the child that has the key already.
    #[inline]
    fn link_or_find(&mut self, parent: NodeId, key: KeySegment) -> Link {
        let class = self.class_of(key);
        let id = self.tree.nodes.len() as NodeId;
        let node = self.tree.node_mut(parent);
        let (last, count) = (node.last_child(), node.child_count());
        let may_exist = node.classes & class != 0;
        node.classes |= class;
        if count == 0 {
            node.set_children(id, 1);
            self.keep_decoded_key(id, key);
            return Link::New(id);
        }
        if may_exist || count >= INDEX_THRESHOLD {
            let siblings = Siblings {
                parent,
                last,
                count,
            };
            if let Some(existing) = self.search(siblings, key, id) {
                return Link::Existing(existing);
            }
        }
        let first = core::mem::replace(&mut self.tree.node_mut(last).next, id);
        self.tree.node_mut(parent).set_children(id, count + 1);
        self.keep_decoded_key(id, key);
        Link::New(first)
    }

    /// [`key_class`], every one for a key that was decoded.
    #[inline]
    fn class_of(&self, key: KeySegment) -> u16 {
        if key.flags & flag::KEY_DECODED != 0 {
            return u16::MAX;
        }
        key_class(&self.source[key.text.range()])
    }

    /// Notes where the text of a new node's key is, if that is not in the source.
    #[inline]
    fn keep_decoded_key(&mut self, id: NodeId, key: KeySegment) {
        if key.flags & flag::KEY_DECODED != 0 {
            self.tree.decoded_keys.push((id, key.text));
        }
    }

    /// Pushes a table that has no text of its own, already linked.
    fn push_table(&mut self, next: NodeId, key: KeySegment, kind: Kind, span: Span) -> NodeId {
        self.push_node(Node {
            key: key.raw,
            span,
            payload: 0,
            next,
            kind,
            flags: key.flags,
            classes: 0,
        })
    }

    /// The child of that key; in a large table, `id` is entered into the index where there is none.
    #[inline(never)]
    fn search(&mut self, siblings: Siblings, key: KeySegment, id: NodeId) -> Option<NodeId> {
        if siblings.count >= INDEX_THRESHOLD {
            return self.search_index(siblings.parent, key, id);
        }
        let wanted = self.segment_bytes(key);
        let mut id = siblings.last;
        for _ in 0..siblings.count {
            id = self.tree.node(id).next;
            if self.tree.key_bytes(self.source, self.tree.node(id)) == wanted {
                return Some(id);
            }
        }
        None
    }

    fn search_index(&mut self, parent: NodeId, key: KeySegment, id: NodeId) -> Option<NodeId> {
        if !self.tree.node(parent).has(flag::INDEXED) {
            let expected = (self.source.len() / BYTES_PER_KEY).clamp(FEWEST_KEYS, MOST_KEYS);
            self.tree.index_table(self.source, parent, expected);
        }
        self.tree.make_index_room(self.at, self.source.len());
        let wanted = self.segment_bytes(key);
        let place = self.tree.place(self.source, parent, wanted);
        self.tree.occupy(place, parent, id)
    }

    /// Goes from `table` through all but the last of the segments from `base` on, as a dotted key does.
    ///
    /// `level` is the number of tables and arrays round that key inside its statement. Returns the table
    /// that the last segment is a key of, and that segment.
    pub(super) fn descend(
        &mut self,
        mut table: NodeId,
        base: usize,
        level: usize,
    ) -> Parsed<(NodeId, KeySegment)> {
        let last = self.segments.len() - 1;
        self.check_depth(level + last - base, self.segments[last].raw)?;
        for at in base..last {
            if let Ok(next) = self.step(table, self.segments[at]) {
                table = next;
            } else {
                self.segments.truncate(at + 1);
                return self.in_segments(base);
            }
        }
        Ok((table, self.segments[last]))
    }

    /// One step of a dotted key: the table of that name, made where it does not exist.
    fn step(&mut self, table: NodeId, key: KeySegment) -> Parsed<NodeId> {
        let found = match self.link_or_find(table, key) {
            Link::New(next) => return Ok(self.push_table(next, key, Kind::DottedTable, key.raw)),
            Link::Existing(found) => found,
        };
        match self.tree.node(found).kind {
            Kind::DottedTable => Ok(found),
            Kind::ImplicitTable => {
                self.tree.node_mut(found).kind = Kind::DottedTable;
                Ok(found)
            }
            Kind::HeaderTable => self.conflict(ErrorKind::HeaderTableExtended, key, found),
            Kind::ArrayOfTables => self.conflict(ErrorKind::TableIsArray, key, found),
            kind => self.conflict(not_extensible(kind), key, found),
        }
    }

    /// One step of a header: the table of that name, made where it does not exist,
    /// or the last element of the array of tables of that name.
    pub(super) fn step_header(&mut self, table: NodeId, key: KeySegment) -> Parsed<NodeId> {
        let found = match self.link_or_find(table, key) {
            Link::New(next) => {
                let added = self.push_table(next, key, Kind::ImplicitTable, key.raw);
                self.enter(added, 1);
                return Ok(added);
            }
            Link::Existing(found) => found,
        };
        let node = *self.tree.node(found);
        match node.kind {
            Kind::HeaderTable | Kind::ImplicitTable | Kind::DottedTable => {
                self.enter(found, 1);
                Ok(found)
            }
            Kind::ArrayOfTables => {
                self.enter(found, 2);
                Ok(node.last_child())
            }
            kind => self.conflict(not_extensible(kind), key, found),
        }
    }

    /// The last segment of a `[header]`: makes the table, or defines the one that headers below it implied.
    pub(super) fn define_table(
        &mut self,
        parent: NodeId,
        key: KeySegment,
        header: Span,
    ) -> Parsed<NodeId> {
        let found = match self.link_or_find(parent, key) {
            Link::New(next) => {
                let added = self.push_table(next, key, Kind::HeaderTable, header);
                self.enter(added, 1);
                return Ok(added);
            }
            Link::Existing(found) => found,
        };
        let kind = match self.tree.node(found).kind {
            Kind::ImplicitTable => {
                let node = self.tree.node_mut(found);
                node.kind = Kind::HeaderTable;
                node.span = header;
                self.enter(found, 1);
                return Ok(found);
            }
            Kind::HeaderTable | Kind::DottedTable => ErrorKind::DuplicateTable,
            Kind::ArrayOfTables => ErrorKind::TableIsArray,
            Kind::InlineTable => ErrorKind::InlineTableExtended,
            _ => ErrorKind::DuplicateKey,
        };
        self.conflict(kind, key, found)
    }

    /// The last segment of a `[[header]]`: adds an element to the array, made where it does not exist.
    pub(super) fn define_element(
        &mut self,
        parent: NodeId,
        key: KeySegment,
        header: Span,
    ) -> Parsed<NodeId> {
        let array = match self.link_or_find(parent, key) {
            Link::New(next) => self.push_table(next, key, Kind::ArrayOfTables, header),
            Link::Existing(found) => match self.tree.node(found).kind {
                Kind::ArrayOfTables => found,
                Kind::Array => return self.conflict(ErrorKind::StaticArrayExtended, key, found),
                kind if kind.is_table() => {
                    return self.conflict(ErrorKind::ArrayIsTable, key, found);
                }
                _ => return self.conflict(ErrorKind::DuplicateKey, key, found),
            },
        };
        self.enter(array, 2);
        let element = self.push_node(Node {
            key: Span::default(),
            span: header,
            payload: 0,
            next: 0,
            kind: Kind::HeaderTable,
            flags: 0,
            classes: 0,
        });
        self.tree.link(array, element);
        Ok(element)
    }

    /// Notes that the current header leads through `id`, which is `levels` deep.
    #[inline]
    pub(super) fn enter(&mut self, id: NodeId, levels: usize) {
        self.chain.push(id);
        self.table_depth += levels;
    }

    /// Stops where a key leads too deep, by so many levels of its statement.
    #[inline]
    pub(super) fn check_depth(&mut self, level: usize, at: Span) -> Parsed {
        if self.is_too_deep(level) {
            return self.halt(Fault::new(ErrorKind::TooDeep, at));
        }
        Ok(())
    }

    /// Whether so many levels of a statement are, with those of its table, more than there may be.
    #[inline]
    pub(super) fn is_too_deep(&self, level: usize) -> bool {
        self.table_depth + level > self.max_depth
    }

    /// A key that another definition, the related place, stands in the way of.
    #[cold]
    fn conflict<T>(&mut self, kind: ErrorKind, key: KeySegment, existing: NodeId) -> Parsed<T> {
        self.recovery.conflicting = existing;
        let node = self.tree.node(existing);
        let relation = match kind {
            ErrorKind::DuplicateKey | ErrorKind::DuplicateTable => Relation::FirstDefinition,
            _ => Relation::DefinedHere,
        };
        self.halt(Fault::with_related(kind, key.raw, relation, node.key))
    }
}

/// Why a header or dotted key cannot lead through a value of this kind.
fn not_extensible(kind: Kind) -> ErrorKind {
    match kind {
        Kind::InlineTable => ErrorKind::InlineTableExtended,
        Kind::Array => ErrorKind::StaticArrayExtended,
        _ => ErrorKind::NotATable,
    }
}
