//! Values to text, on one line or on several.
//!
//! Recursion is bounded by the depth that the document was parsed with.

use super::measure::{COMMA, key_columns, may_break, may_share_line, padding};
use super::options::{ArrayLayout, TrailingCommas};
use super::outline::{NO_NODE, Node, NodeId, NodeKind, flag};
use super::print::Printer;
use super::spell::spell_scalar;

impl Printer<'_> {
    /// Writes a value, with room for `tail` more columns on its last line.
    pub(super) fn print_value(&mut self, id: NodeId, tail: u32) {
        let node = self.outline.node(id);
        if node.kind == NodeKind::Scalar {
            return self.print_scalar(node);
        }
        if self.is_broken(node, tail) {
            return self.print_broken(id);
        }
        self.print_on_one_line(id, tail);
    }

    fn print_scalar(&mut self, node: &Node) {
        let spelling = spell_scalar(self.outline.text(node.span), self.options);
        if node.has(flag::ENDS_LINE) {
            self.push(spelling.quotes);
            self.push_lines(spelling.text);
            self.push(spelling.quotes);
        } else {
            self.push_measured(spelling, node.width);
        }
    }

    /// Whether a collection is put on several lines here.
    fn is_broken(&self, node: &Node, tail: u32) -> bool {
        let is_breakable = node.first_child != NO_NODE && may_break(node, self.options);
        if node.has(flag::BROKEN) || self.is_flat || !is_breakable {
            return node.has(flag::BROKEN);
        }
        let tail = if node.has(flag::ENDS_LINE) { 0 } else { tail };
        let columns = node.width.saturating_add(tail);
        self.column.saturating_add(columns) > self.options.line_width
    }

    /// Writes a collection whose own items are on one line; arrays in inline tables may still be broken.
    fn print_on_one_line(&mut self, id: NodeId, tail: u32) {
        let node = self.outline.node(id);
        let (open, close) = brackets(node);
        let pad = padding(node, self.options);
        let was_flat = self.is_flat;
        self.is_flat |= node.kind == NodeKind::Array || may_break(node, self.options);
        self.push(open);
        self.push_spaces(pad);
        for child in self.outline.children(id) {
            if child != node.first_child {
                self.push(", ");
            }
            let item = self.outline.node(child);
            let rest = if item.has(flag::BREAKABLE) {
                self.columns_up_to_break(item.next, pad + 1 + tail)
            } else {
                0
            };
            self.print_item(child, rest);
        }
        self.push_spaces(pad);
        self.push(close);
        self.is_flat = was_flat;
    }

    /// Columns from an item's end up to the first place behind it where the line can end.
    ///
    /// `next` is the item behind it, and `tail` what is behind the last one.
    fn columns_up_to_break(&self, next: NodeId, tail: u32) -> u32 {
        let mut columns: u32 = 0;
        for id in self.outline.siblings(next) {
            let item = self.outline.node(id);
            columns = columns
                .saturating_add(COMMA)
                .saturating_add(key_columns(item))
                .saturating_add(item.head);
            if item.has(flag::BREAKABLE | flag::ENDS_LINE) {
                return columns;
            }
        }
        columns.saturating_add(tail)
    }

    fn print_item(&mut self, item: NodeId, tail: u32) {
        let key = self.outline.node(item).key;
        if !key.is_empty() {
            self.print_key(key);
            self.push(" = ");
        }
        self.print_value(item, tail);
    }

    /// Writes a collection with its items on lines of their own.
    fn print_broken(&mut self, id: NodeId) {
        let node = self.outline.node(id);
        let (open, close) = brackets(node);
        let last_item = self
            .outline
            .children(id)
            .filter(|child| self.outline.node(*child).is_item())
            .last();
        self.push(open);
        self.level += 1;
        self.groups += 1;
        let outer_group = std::mem::replace(&mut self.group, self.groups);
        let mut before = None;
        for child in self.outline.children(id) {
            let has_comma = Some(child) != last_item || self.has_trailing_comma(node);
            before = Some(self.print_entry(before, child, u32::from(has_comma)));
        }
        self.group = outer_group;
        self.level -= 1;
        self.end_line(0);
        self.indent();
        self.push(close);
    }

    /// Writes an item or comment of a broken collection, and so many commas; `before` is what was written last.
    fn print_entry(&mut self, before: Option<Written>, id: NodeId, commas: u32) -> Written {
        let node = self.outline.node(id);
        if node.kind != NodeKind::CommentOfBracket && !self.goes_on_line(before, node, commas) {
            self.end_line(before.map_or(0, |_| node.lead.saturating_sub(1)));
            if node.kind != NodeKind::CommentGoingOn {
                self.indent();
            }
        }
        let line = self.line;
        if node.is_item() {
            self.print_item(id, commas);
            self.push(&","[..commas as usize]);
        }
        let is_on_one_line = line == self.line;
        self.print_comment_of(node);
        Written { id, is_on_one_line }
    }

    fn print_comment_of(&mut self, node: &Node) {
        let Some(comment) = node.comment else { return };
        match node.kind {
            NodeKind::Comment => self.push(self.outline.text(self.outline.comment(comment).span)),
            NodeKind::CommentOfBracket => self.print_comment_alone(comment),
            kind => self.print_comment(comment, kind == NodeKind::CommentGoingOn),
        }
    }

    /// Appends a space if an item stands on the line of the one before it.
    fn goes_on_line(&mut self, before: Option<Written>, item: &Node, commas: u32) -> bool {
        let Some(before) = before.filter(|before| before.is_on_one_line) else {
            return false;
        };
        let before = self.outline.node(before.id);
        if !before.is_item() || !item.is_item() || !may_share_line(before, item, self.options) {
            return false;
        }
        let columns = item.width.saturating_add(1 + commas);
        let fits = self.column.saturating_add(columns) <= self.options.line_width;
        if fits {
            self.push(" ");
        }
        fits
    }

    fn has_trailing_comma(&self, node: &Node) -> bool {
        let asks_for_lines =
            node.kind == NodeKind::Array && self.options.arrays == ArrayLayout::TrailingComma;
        match self.options.trailing_commas {
            TrailingCommas::Always => true,
            TrailingCommas::Never if !asks_for_lines => false,
            TrailingCommas::Never | TrailingCommas::Keep => node.has(flag::TRAILING_COMMA),
        }
    }
}

/// An entry of a broken collection that was written.
#[derive(Clone, Copy)]
struct Written {
    id: NodeId,
    is_on_one_line: bool,
}

fn brackets(node: &Node) -> (&'static str, &'static str) {
    match node.kind {
        NodeKind::InlineTable => ("{", "}"),
        _ => ("[", "]"),
    }
}
