//! What fits on a line, and what must be on several: decided for all values before any is written.
//!
//! Everything here depends on the items and their comments only, not on where a value will stand.

use toml_core::Version;

use super::options::{
    ArrayLayout, ArrayRows, FormatOptions, InlineTableLayout, NestedArrays, Padding,
};
use super::outline::{Key, NO_NODE, Node, NodeId, NodeKind, Outline, flag};
use super::spell::{spell_key, spell_scalar};
use super::width;

/// Columns of `, ` between two items.
pub(super) const COMMA: u32 = 2;
/// Columns of ` = ` between key and value.
const EQUALS: u32 = 3;

/// Measures all keys and values.
pub(super) fn measure(outline: &mut Outline<'_>, options: &FormatOptions) {
    for at in 0..outline.lines.len() {
        outline.lines[at].key.width = key_width(outline, outline.lines[at].key, options);
    }
    mark_followed(outline, options);
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

/// Tells what is in inline tables on one line whether something comes behind it there.
fn mark_followed(outline: &mut Outline<'_>, options: &FormatOptions) {
    for id in 0..outline.nodes.len() as NodeId {
        let node = *outline.node(id);
        let is_on_lines = node.has(flag::MULTI_LINE) || may_break(&node, options);
        if node.kind != NodeKind::InlineTable || is_on_lines {
            continue;
        }
        let mut child = node.first_child;
        while child != NO_NODE {
            let item = outline.node_mut(child);
            if item.next != NO_NODE || node.has(flag::FOLLOWED) {
                item.flags |= flag::FOLLOWED;
            }
            child = item.next;
        }
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

/// Columns in front of an item's value: its key and what is behind that.
pub(super) fn key_columns(item: &Node) -> u32 {
    if item.key.is_empty() {
        return 0;
    }
    item.key.width.saturating_add(EQUALS)
}

fn measure_scalar(outline: &Outline<'_>, mut node: Node, options: &FormatOptions) -> Node {
    let spelling = spell_scalar(outline.text(node.span), options);
    let quotes = spelling.quotes.len() as u32;
    let mut columns = 2 * quotes;
    let mut text = spelling.text;
    if node.has(flag::ENDS_LINE)
        && let Some((first_line, _)) = text.split_once('\n')
    {
        text = first_line.trim_end_matches('\r');
        columns = quotes;
    }
    node.width = width::of(text).saturating_add(columns);
    node.head = node.width;
    node
}

/// What the items of a collection come to.
#[derive(Default)]
struct Sum {
    items: u32,
    width: u32,
    head: u32,
    /// Of all items together.
    flags: u16,
    has_comments: bool,
    has_blank_lines: bool,
}

impl Sum {
    fn add(&mut self, child: &Node) {
        self.has_comments |= child.comment.is_some();
        if !child.is_item() {
            self.has_blank_lines |= child.lead > 1;
            return;
        }
        let mut before = self.width.saturating_add(key_columns(child));
        if self.items > 0 {
            self.has_blank_lines |= child.lead > 1;
            before = before.saturating_add(COMMA);
        }
        self.items += 1;
        if !self.has(flag::ENDS_LINE) {
            if !self.has(flag::BREAKABLE) {
                self.head = before.saturating_add(child.head);
            }
            self.width = before.saturating_add(child.width);
        }
        self.flags |= child.flags;
    }

    fn has(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    fn holds_broken(&self) -> bool {
        self.has(flag::BROKEN | flag::HOLDS_BROKEN)
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
    if is_fixed(&node, &sum, options) {
        node.flags |= flag::FIXED;
    }
    let bracket = 1 + padding(&node, options);
    let closing = if sum.has(flag::ENDS_LINE) { 0 } else { bracket };
    node.width = bracket.saturating_add(sum.width).saturating_add(closing);
    node.head = node.width;
    node.flags |= sum.flags & flag::ENDS_LINE;
    if must_break(&node, &sum, options) {
        node.flags |= flag::BROKEN;
    } else if sum.holds_broken() {
        node.flags |= flag::HOLDS_BROKEN;
    }
    if node.has(flag::BROKEN) || sum.items > 0 && may_break(&node, options) {
        node.flags |= flag::BREAKABLE;
        node.head = 1;
    } else if node.kind == NodeKind::InlineTable && sum.has(flag::BREAKABLE) {
        node.flags |= flag::BREAKABLE;
        node.head = bracket.saturating_add(sum.head);
    }
    node
}

/// Columns between a bracket of a collection on one line and what is inside.
pub(super) fn padding(node: &Node, options: &FormatOptions) -> u32 {
    let padding = match node.kind {
        _ if node.first_child == NO_NODE => Padding::None,
        NodeKind::Array => options.array_padding,
        _ => options.inline_table_padding,
    };
    u32::from(padding == Padding::Space)
}

/// Whether a collection with items may be put on several lines where it is too wide.
pub(super) fn may_break(node: &Node, options: &FormatOptions) -> bool {
    match node.kind {
        NodeKind::Array => !node.has(flag::FIXED),
        _ => {
            options.parse.version >= Version::V1_1
                && options.inline_tables == InlineTableLayout::Fit
        }
    }
}

/// Whether a collection is an array in an inline table that stays on one line, however wide.
fn is_fixed(node: &Node, sum: &Sum, options: &FormatOptions) -> bool {
    let is_in_table = node.kind == NodeKind::Array && !node.key.is_empty();
    is_in_table
        && match options.nested_arrays {
            NestedArrays::Last => sum.items < 2 || node.has(flag::FOLLOWED),
            NestedArrays::All => false,
            NestedArrays::Keep => true,
        }
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
                InlineTableLayout::Fit => may_break(node, options) && sum.holds_broken(),
            };
    }
    let keeps_lines = node.has(flag::FIXED) && options.nested_arrays == NestedArrays::Keep;
    sum.has_blank_lines
        || sum.holds_broken()
        || match options.arrays {
            _ if keeps_lines => was_multi_line,
            ArrayLayout::Keep => was_multi_line,
            ArrayLayout::Fit => false,
            ArrayLayout::TrailingComma => node.has(flag::TRAILING_COMMA),
            ArrayLayout::MultiLine => node.has(flag::OF_LINE),
        }
}

/// Whether two items that follow each other may share a line of a broken array; entries of tables never do.
pub(super) fn may_share_line(before: &Node, item: &Node, options: &FormatOptions) -> bool {
    let is_kept = match options.array_rows {
        _ if !item.key.is_empty() => return false,
        ArrayRows::OnePerLine => return false,
        ArrayRows::Keep => item.lead == 0,
        ArrayRows::Fill => item.lead < 2,
    };
    let is_alone = |node: &Node| node.has(flag::BROKEN | flag::HOLDS_BROKEN | flag::ENDS_LINE);
    is_kept && before.comment.is_none() && !is_alone(before) && !is_alone(item)
}
