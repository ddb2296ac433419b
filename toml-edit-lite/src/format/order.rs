//! Keys in alphabetical order, for those who ask for it.
//!
//! A unit is a key with its value, the comments directly above it and those that go on from it. Units
//! without a blank line between them are a group, and change places within it.

use std::ops::Range;

use toml_core::{Path, Segment};

use super::options::SortKeys;
use super::outline::{Key, Line, LineKind, NO_NODE, NodeId, NodeKind, Outline};
use super::spell::decode_path;

/// Sorts the keys of all tables that `sort` names.
pub(super) fn sort(outline: &mut Outline<'_>, sort: &SortKeys) {
    if *sort == SortKeys::Never {
        return;
    }
    let entries: Vec<Entry> = outline.lines.iter().map(Entry::of_line).collect();
    let mut header = Vec::new();
    let mut start = 0;
    while start < outline.lines.len() {
        let line = outline.lines[start];
        if line.kind.is_header() {
            header = decode_path(outline, line.key);
        }
        let first = start + usize::from(line.kind.is_header());
        let rest = &outline.lines[first..];
        let length = rest.iter().take_while(|line| !line.kind.is_header());
        let end = first + length.count();
        sort_inline_tables(outline, first..end, &header, sort);
        if is_named(&header, sort) {
            sort_lines(outline, &entries[first..end], first);
        }
        start = end;
    }
}

/// What matters of a line, or of an item of an inline table.
#[derive(Clone, Copy)]
struct Entry {
    kind: EntryKind,
    /// Line ends in front of it, as many as make it stand apart if there are more than one.
    lead: u32,
    key: Key,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum EntryKind {
    Pair,
    Comment,
    CommentGoingOn,
    Other,
}

impl Entry {
    fn of_line(line: &Line) -> Self {
        let kind = match line.kind {
            LineKind::Pair => EntryKind::Pair,
            LineKind::Comment => EntryKind::Comment,
            LineKind::CommentGoingOn => EntryKind::CommentGoingOn,
            LineKind::Header | LineKind::ArrayHeader => EntryKind::Other,
        };
        Self {
            kind,
            lead: line.blanks.saturating_add(1),
            key: line.key,
        }
    }
}

/// Sorts the lines from `first` on that `entries` tell of.
fn sort_lines(outline: &mut Outline<'_>, entries: &[Entry], first: usize) {
    for group in groups(entries) {
        let order = order(outline, entries, &group);
        let old = outline.lines[first + group.start..first + group.end].to_vec();
        let mut at = first + group.start;
        for (unit, head) in order.units.iter().zip(&order.heads) {
            for index in unit.clone() {
                outline.lines[at] = old[index - group.start];
                at += 1;
            }
            outline.lines[at - unit.len()].blanks = old[head - group.start].blanks;
        }
    }
}

/// Sorts the inline tables among the values of some lines, in a table at `header`.
fn sort_inline_tables(
    outline: &mut Outline<'_>,
    lines: Range<usize>,
    header: &[String],
    sort: &SortKeys,
) {
    for at in lines {
        let line = outline.lines[at];
        if line.kind != LineKind::Pair {
            continue;
        }
        let path = [header, &decode_path(outline, line.key)].concat();
        let mut left = vec![(line.value, path)];
        while let Some((id, path)) = left.pop() {
            let children: Vec<NodeId> = outline.children(id).collect();
            for child in &children {
                let node = outline.node(*child);
                if node.is_collection() {
                    left.push((
                        *child,
                        [&path[..], &decode_path(outline, node.key)].concat(),
                    ));
                }
            }
            if outline.node(id).kind == NodeKind::InlineTable && is_named(&path, sort) {
                sort_children(outline, id, &children);
            }
        }
    }
}

fn sort_children(outline: &mut Outline<'_>, id: NodeId, children: &[NodeId]) {
    let entry = |child: &NodeId| {
        let node = outline.node(*child);
        let kind = match node.kind {
            NodeKind::Comment => EntryKind::Comment,
            NodeKind::CommentGoingOn => EntryKind::CommentGoingOn,
            NodeKind::CommentOfBracket => EntryKind::Other,
            NodeKind::Scalar | NodeKind::Array | NodeKind::InlineTable => EntryKind::Pair,
        };
        Entry {
            kind,
            lead: node.lead,
            key: node.key,
        }
    };
    let entries: Vec<Entry> = children.iter().map(entry).collect();
    let mut sorted = children.to_vec();
    for group in groups(&entries) {
        let order = order(outline, &entries, &group);
        let mut at = group.start;
        for (unit, head) in order.units.iter().zip(&order.heads) {
            for index in unit.clone() {
                sorted[at] = children[index];
                at += 1;
            }
            let first = children[unit.start];
            outline.node_mut(first).lead = entries[*head].lead;
        }
    }
    let mut next = NO_NODE;
    for child in sorted.iter().rev() {
        outline.node_mut(*child).next = next;
        next = *child;
    }
    let node = outline.node_mut(id);
    node.first_child = next;
    node.last_child = sorted.last().copied().unwrap_or(NO_NODE);
}

/// The groups of some entries: ranges of successive units.
fn groups(entries: &[Entry]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        let start = at;
        match (unit_end(entries, start), groups.last_mut()) {
            (Err(end), _) => at = end,
            (Ok(end), Some(group)) if group.end == start && entries[start].lead < 2 => {
                group.end = end;
                at = end;
            }
            (Ok(end), _) => {
                groups.push(start..end);
                at = end;
            }
        }
    }
    groups
}

/// The end of the unit that starts with an entry.
///
/// Where none does, the place behind the entries that are part of no unit.
fn unit_end(entries: &[Entry], start: usize) -> Result<usize, usize> {
    let is_directly_below = |entry: &Entry| entry.lead < 2;
    let mut at = start;
    while entries[at].kind == EntryKind::Comment {
        at += 1;
        if !entries.get(at).is_some_and(is_directly_below) {
            return Err(at);
        }
    }
    if entries[at].kind != EntryKind::Pair {
        return Err(at + 1);
    }
    let behind = entries[at + 1..].iter();
    let goes_on = behind.take_while(|entry| entry.kind == EntryKind::CommentGoingOn);
    Ok(at + 1 + goes_on.count())
}

/// A group in its new order.
struct Order {
    /// The entries of each unit.
    units: Vec<Range<usize>>,
    /// The first entry of the unit that was in each place before.
    heads: Vec<usize>,
}

fn order(outline: &Outline<'_>, entries: &[Entry], group: &Range<usize>) -> Order {
    let mut units = Vec::new();
    let mut at = group.start;
    while at < group.end
        && let Ok(end) = unit_end(entries, at)
    {
        units.push(at..end);
        at = end;
    }
    let heads = units.iter().map(|unit| unit.start).collect();
    units.sort_by_cached_key(|unit| {
        let pair = entries[unit.clone()]
            .iter()
            .find(|entry| entry.kind == EntryKind::Pair);
        pair.map(|pair| decode_path(outline, pair.key))
    });
    Order { units, heads }
}

/// Whether the table at a path is to be sorted.
fn is_named(path: &[String], sort: &SortKeys) -> bool {
    match sort {
        SortKeys::Never => false,
        SortKeys::All => true,
        SortKeys::In(paths) => paths.iter().any(|named| is_at(named, path)),
    }
}

fn is_at(named: &Path, path: &[String]) -> bool {
    let mut keys = named.segments().iter().filter_map(|segment| match segment {
        Segment::Key(key) => Some(key),
        Segment::Index(_) => None,
    });
    let same = path
        .iter()
        .all(|segment| keys.next().is_some_and(|key| key == "*" || key == segment));
    same && keys.next().is_none()
}
