//! Arrays and inline tables.

use super::keys::{KeySegment, PlainKey};
use super::values::Slot;
use super::{Halt, Parsed, Parser};
use crate::error::Fault;
use crate::lexer::{KeyToken, lex_key};
use crate::tree::{Kind, Node, NodeId, flag};
use crate::{ErrorKind, Span, Version};

/// The children of an array while it is being read.
pub(super) struct Elements {
    pub(super) first: NodeId,
    pub(super) last: NodeId,
    pub(super) count: u32,
}

impl Parser<'_> {
    /// `array = array-open [ array-values ] ws-comment-newline array-close`
    pub(super) fn parse_array(&mut self, slot: Slot, level: usize) -> Parsed {
        let open = self.at;
        if self.is_too_deep(level + 1) {
            return self.broken_value(slot, Fault::new(ErrorKind::TooDeep, Span::byte(open)));
        }
        let id = self.open_collection(slot, Kind::Array, open);
        let mut elements = Elements {
            first: id + 1,
            last: 0,
            count: 0,
        };
        let outcome = self.parse_elements(open, &mut elements, level + 1);
        self.tree
            .node_mut(id)
            .set_children(elements.last, elements.count);
        self.close_collection(id, outcome)
    }

    /// `array-values`, up to and with the closing bracket.
    fn parse_elements(&mut self, open: usize, elements: &mut Elements, level: usize) -> Parsed {
        self.at += 1;
        loop {
            self.skip_trivia()?;
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b',') => return self.extra_comma(),
                None => return self.unclosed(open, self.at),
                Some(_) => {}
            }
            let slot = self.link_element(elements);
            if self.parse_value(slot, level).is_err() {
                return self.in_element(open, elements);
            }
            if self.peek() == Some(b',') {
                self.at += 1;
                continue;
            }
            let end = self.at;
            self.skip_trivia()?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.no_comma(open, end),
            }
        }
    }

    /// Makes the node that will be pushed next the array's last element.
    #[inline]
    fn link_element(&mut self, elements: &mut Elements) -> Slot {
        let id = self.tree.nodes.len() as NodeId;
        if elements.count > 0 {
            self.tree.node_mut(elements.last).next = id;
        }
        elements.last = id;
        elements.count += 1;
        Slot {
            key: Span::default(),
            next: elements.first,
            flags: 0,
        }
    }

    /// Takes the array's last element, with all that is in it, out of the tree.
    #[cold]
    pub(super) fn unlink_element(&mut self, elements: &mut Elements) {
        let removed = elements.last;
        self.tree.truncate(self.source, removed as usize);
        elements.count -= 1;
        elements.last = 0;
        if elements.count == 0 {
            return;
        }
        let mut last = elements.first;
        while self.tree.node(last).next != removed {
            last = self.tree.node(last).next;
        }
        self.tree.node_mut(last).next = elements.first;
        elements.last = last;
    }

    /// `ws-comment-newline`
    #[inline]
    pub(super) fn skip_trivia(&mut self) -> Parsed {
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        match self.peek() {
            Some(byte) if byte > b'#' => Ok(()),
            _ => self.skip_trivia_slow(),
        }
    }

    #[inline(never)]
    fn skip_trivia_slow(&mut self) -> Parsed {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\t') => self.at += 1,
                Some(b'#') => self.skip_comment()?,
                Some(b'\r') if self.source.get(self.at + 1) == Some(&b'\n') => self.at += 2,
                _ => return Ok(()),
            }
        }
    }

    /// `inline-table = inline-table-open [ inline-table-keyvals ] inline-table-close`
    pub(super) fn parse_inline_table(&mut self, slot: Slot, level: usize) -> Parsed {
        let open = self.at;
        if self.is_too_deep(level + 1) {
            return self.broken_value(slot, Fault::new(ErrorKind::TooDeep, Span::byte(open)));
        }
        let id = self.open_collection(slot, Kind::InlineTable, open);
        let outcome = self.parse_inline_pairs(open, id, level + 1);
        self.close_collection(id, outcome)
    }

    /// `inline-table-keyvals`, up to and with the closing brace.
    fn parse_inline_pairs(&mut self, open: usize, table: NodeId, level: usize) -> Parsed {
        self.at += 1;
        self.skip_inline_trivia(open)?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.parse_inline_pair(open, table, level)?;
            let end = self.at;
            self.skip_inline_trivia(open)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return self.no_comma(open, end),
            }
            let comma = self.at - 1;
            self.skip_inline_trivia(open)?;
            if self.peek() == Some(b'}') {
                if self.version < Version::V1_1 {
                    return self.trailing_comma(comma);
                }
                self.at += 1;
                return Ok(());
            }
        }
    }

    /// `keyval` inside an inline table.
    fn parse_inline_pair(&mut self, open: usize, table: NodeId, level: usize) -> Parsed {
        let base = self.segments.len();
        match self.eat_plain_key(base) {
            PlainKey::Single(key) => return self.finish_inline_pair(table, key, level),
            PlainKey::Dotted => return self.finish_dotted_pair(table, base, level),
            PlainKey::Other => {}
        }
        let start = self.at;
        if self.peek() == Some(b'"')
            && let Some(key) = self.eat_quoted_key()
        {
            return self.finish_inline_pair(table, key, level);
        }
        let value_at = match lex_key(self.source, start) {
            Some((KeyToken::KeyEqualsQuote, end)) => end - 1,
            Some((KeyToken::KeyEquals, end)) => end,
            _ => return self.parse_inline_pair_slow(open, table, level),
        };
        self.at = value_at;
        let key = KeySegment::bare(Span::of(start, self.bare_end(value_at)));
        self.finish_inline_pair(table, key, level)
    }

    /// `val`, for a key of one segment.
    #[inline]
    fn finish_inline_pair(&mut self, table: NodeId, key: KeySegment, level: usize) -> Parsed {
        let outcome = match self.link_key(table, key) {
            Ok(next) => self.parse_value(key.slot(next), level),
            Err(halt) => Err(halt),
        };
        if outcome.is_err() {
            return self.in_key(key);
        }
        Ok(())
    }

    /// A pair whose key is quoted, dotted or spaced out.
    #[inline(never)]
    fn parse_inline_pair_slow(&mut self, open: usize, table: NodeId, level: usize) -> Parsed {
        let base = self.segments.len();
        if let Some(b',' | b'[') | None = self.peek() {
            return self.no_inline_pair(open);
        }
        if let Some(b'"' | b'\'') = self.peek() {
            if let Some(key) = self.parse_opt_single_key(base)? {
                return self.finish_inline_pair(table, key, level);
            }
        } else {
            self.parse_key(base)?;
        }
        self.finish_dotted_pair(table, base, level)
    }

    /// `val`, for a key whose segments start at `base`.
    fn finish_dotted_pair(&mut self, table: NodeId, base: usize, level: usize) -> Parsed {
        let extra = self.segments.len() - 1 - base;
        let (table, key) = self.descend(table, base, level)?;
        let outcome = match self.link_key(table, key) {
            Ok(next) => self.parse_value(key.slot(next), level + extra),
            Err(halt) => Err(halt),
        };
        if outcome.is_err() {
            return self.in_segments(base);
        }
        self.segments.truncate(base);
        Ok(())
    }

    /// White space inside an inline table; with newlines and comments in TOML 1.1.
    #[inline]
    fn skip_inline_trivia(&mut self, open: usize) -> Parsed {
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        match self.peek() {
            Some(byte) if byte > b'#' => Ok(()),
            _ => self.skip_inline_trivia_slow(open),
        }
    }

    #[inline(never)]
    fn skip_inline_trivia_slow(&mut self, open: usize) -> Parsed {
        self.skip_blanks();
        if self.version < Version::V1_1 {
            return match self.peek() {
                Some(b'\n' | b'\r' | b'#') => self.inline_newline(open),
                _ => Ok(()),
            };
        }
        self.skip_trivia_slow()
    }

    fn open_collection(&mut self, slot: Slot, kind: Kind, open: usize) -> NodeId {
        self.push_node(Node {
            key: slot.key,
            span: Span::byte(open),
            payload: 0,
            next: slot.next,
            kind,
            flags: slot.flags,
            classes: 0,
        })
    }

    fn close_collection(&mut self, id: NodeId, outcome: Parsed) -> Parsed {
        let end = self.at as u32;
        let node = self.tree.node_mut(id);
        node.span.end = end.max(node.span.end);
        if outcome.is_err() {
            node.flags |= flag::BROKEN;
            self.recovery.open += 1;
            return Err(Halt);
        }
        Ok(())
    }
}
