//! What fits on a line, and what must be on several: decided for all values before any is written.
//!
//! Everything here depends on the items and their comments only, not on where a value will stand.

use toml_core::Version;

use super::options::{
    ArrayLayout, ArrayRows, FormatOptions, InlineTableLayout, NestedArrays, Padding,
};
use super::outline::{Key, Node, NodeId, NodeKind, Outline, flag};
use super::spell::{spell_key, spell_scalar};
use super::width;

/// Columns of `, ` between two items.
pub(super) const COMMA: u32 = 2;
/// Columns of ` = ` between key and value.
pub(super) const EQUALS: u32 = 3;

/// Measures all keys and values.
pub(super) fn measure(outline: &mut Outline<'_>, options: &FormatOptions) {
    for at in 0..outline.lines.len() {
        outline.lines[at].key.width = key_width(outline, outline.lines[at].key, options);
    }
    // A child has a higher number than its parent, so it is measured first.
    for id in (0..outline.nodes.len() as NodeId).rev() {
        let node = *outline.node(id);
        let key_width = key_width(outline, node.key, options);
        let measured = match node.kind {
            NodeKind::Scalar => measure_scalar(outline, node, options),
            NodeKind::Array | NodeKind::InlineTable => {
                measure_collection(outline, id, node, options)
            }
            _ => node,
        };
        *outline.node_mut(id) = measured;
        outline.node_mut(id).key.width = key_width;
    }
}

/// Columns of a key as it will be written; 0 where there is none.
fn key_width(outline: &Outline<'_>, key: Key, options: &FormatOptions) -> u32 {
    let mut columns = key.end.saturating_sub(key.start + 1);
    for segment in outline.segments(key) {
        let spelling = spell_key(segment, options);
        columns += width::of(spelling.text) + 2 * spelling.quotes.len() as u32;
    }
    columns
}

fn measure_scalar(outline: &Outline<'_>, mut node: Node, options: &FormatOptions) -> Node {
    let spelling = spell_scalar(outline.text(node.span), options);
    let quotes = spelling.quotes.len() as u32;
    node.width = match spelling.text.split_once('\n') {
        None => width::of(spelling.text) + 2 * quotes,
        Some((first_line, _)) => {
            node.flags |= flag::ENDS_LINE;
            width::of(first_line.trim_end_matches('\r')) + quotes
        }
    };
    node.head = node.width;
    node
}

/// What the items of a collection come to.
#[derive(Default)]
struct Sum {
    width: u32,
    head: u32,
    items: u32,
    ends_line: bool,
    is_breakable: bool,
    has_comments: bool,
    has_blank_lines: bool,
    holds_broken: bool,
}

impl Sum {
    fn add(&mut self, child: &Node) {
        self.has_comments |= child.comment.is_some();
        if !child.is_item() {
            self.has_blank_lines |= child.lead > 1;
            return;
        }
        let separator = if self.items > 0 { COMMA } else { 0 };
        self.has_blank_lines |= self.items > 0 && child.lead > 1;
        self.items += 1;
        self.holds_broken |= child.has(flag::BROKEN | flag::HOLDS_BROKEN);
        if self.ends_line {
            return;
        }
        let key = if child.key.is_empty() {
            0
        } else {
            child.key.width + EQUALS
        };
        let before = self.width.saturating_add(separator + key);
        if !self.is_breakable {
            self.head = before.saturating_add(child.head);
            self.is_breakable = child.has(flag::BREAKABLE);
        }
        self.width = before.saturating_add(child.width);
        self.ends_line = child.has(flag::ENDS_LINE);
    }
}

fn measure_collection(
    outline: &Outline<'_>,
    id: NodeId,
    mut node: Node,
    options: &FormatOptions,
) -> Node {
    let mut sum = Sum::default();
    for child in outline.children(id) {
        sum.add(outline.node(child));
    }
    let padding = match node.kind {
        _ if sum.items == 0 => Padding::None,
        NodeKind::Array => options.array_padding,
        _ => options.inline_table_padding,
    };
    let bracket = 1 + u32::from(padding == Padding::Space);
    let closing = if sum.ends_line { 0 } else { bracket };
    node.width = bracket.saturating_add(sum.width).saturating_add(closing);
    node.head = match sum.is_breakable {
        true => bracket.saturating_add(sum.head),
        false => node.width,
    };
    if sum.ends_line {
        node.flags |= flag::ENDS_LINE;
    }
    if must_break(&node, &sum, options) {
        node.flags |= flag::BROKEN;
    } else if sum.holds_broken {
        node.flags |= flag::HOLDS_BROKEN;
    }
    if node.has(flag::BROKEN) || sum.items > 0 && may_break(&node, options) {
        node.flags |= flag::BREAKABLE;
        node.head = 1;
    } else if sum.is_breakable {
        node.flags |= flag::BREAKABLE;
    }
    node
}

/// Whether a collection with items may be put on several lines where it is too wide.
pub(super) fn may_break(node: &Node, options: &FormatOptions) -> bool {
    match node.kind {
        NodeKind::Array => !keeps_lines(node, options),
        _ => {
            options.parse.version >= Version::V1_1
                && options.inline_tables == InlineTableLayout::Fit
        }
    }
}

/// Whether an array is as it was, however wide.
fn keeps_lines(array: &Node, options: &FormatOptions) -> bool {
    options.nested_arrays == NestedArrays::Keep && array.has(flag::IN_INLINE_TABLE)
}

/// Whether a collection is put on several lines however narrow it is.
fn must_break(node: &Node, sum: &Sum, options: &FormatOptions) -> bool {
    if sum.has_comments {
        return true;
    }
    if sum.items == 0 {
        return false;
    }
    let was_multi_line = node.has(flag::MULTI_LINE);
    if node.kind == NodeKind::InlineTable {
        return sum.has_blank_lines
            || match options.inline_tables {
                InlineTableLayout::Keep => was_multi_line,
                InlineTableLayout::Fit => may_break(node, options) && sum.holds_broken,
            };
    }
    sum.has_blank_lines
        || sum.holds_broken
        || match options.arrays {
            _ if keeps_lines(node, options) => was_multi_line,
            ArrayLayout::Keep => was_multi_line,
            ArrayLayout::Fit => false,
            ArrayLayout::TrailingComma => node.has(flag::TRAILING_COMMA),
            ArrayLayout::MultiLine => node.has(flag::OF_LINE),
        }
}

/// Whether two items that follow each other may share a line of a broken array.
pub(super) fn may_share_line(before: &Node, item: &Node, options: &FormatOptions) -> bool {
    let is_kept = match options.array_rows {
        ArrayRows::OnePerLine => return false,
        ArrayRows::Keep => item.lead == 0,
        ArrayRows::Fill => item.lead < 2,
    };
    let is_alone = |node: &Node| node.has(flag::BROKEN | flag::HOLDS_BROKEN | flag::ENDS_LINE);
    is_kept && before.comment.is_none() && !is_alone(before) && !is_alone(item)
}
