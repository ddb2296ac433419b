//! Values: which kind stands here, and the scalars.

use super::numbers::ends_value;
use super::{Parsed, Parser};
use crate::error::Fault;
use crate::lexer::{ValueToken, lex_value};
use crate::tree::{Kind, Node, NodeId, flag};
use crate::{ErrorKind, IntegerRange, Span, datetime, decode::number};

/// Where a value goes: what the node must have beside the value itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) key: Span,
    pub(super) next: NodeId,
    pub(super) flags: u8,
}

impl Parser<'_> {
    /// `val`: pushes one node for the value, and then those of its children.
    ///
    /// `level` is the number of tables and arrays round it inside its statement. On an error the node is
    /// there all the same, as `Kind::Error` or as a collection marked broken.
    #[inline]
    pub(super) fn parse_value(&mut self, slot: Slot, level: usize) -> Parsed {
        match self.peek() {
            Some(b'"') => self.parse_basic(slot),
            Some(b'0'..=b'9' | b'-' | b'+') => self.parse_number(slot),
            Some(b'\'') => self.parse_literal(slot),
            Some(b'[') => self.parse_array(slot, level),
            Some(b'{') => self.parse_inline_table(slot, level),
            Some(b't' | b'f') => self.parse_boolean(slot),
            _ => self.parse_scalar(slot),
        }
    }

    /// `boolean`, by its four or five bytes where something that ends a value follows them.
    fn parse_boolean(&mut self, slot: Slot) -> Parsed {
        let start = self.at;
        let (length, payload) = match &self.source[start..] {
            [b't', b'r', b'u', b'e', ..] => (4, 1),
            [b'f', b'a', b'l', b's', b'e', ..] => (5, 0),
            _ => return self.parse_scalar(slot),
        };
        if !ends_value(self.source.get(start + length).copied()) {
            return self.parse_scalar(slot);
        }
        self.at = start + length;
        self.push_scalar(slot, Kind::Boolean, start, payload);
        Ok(())
    }

    /// Any scalar but a string.
    #[inline(never)]
    pub(super) fn parse_scalar(&mut self, slot: Slot) -> Parsed {
        let start = self.at;
        let Some((token, end)) = lex_value(self.source, start) else {
            return self.no_value(slot);
        };
        let raw = &self.source[start..end];
        let (kind, payload) = match token {
            ValueToken::Decimal => return self.push_integer(slot, Kind::Decimal, end),
            ValueToken::Hexadecimal => return self.push_integer(slot, Kind::Hexadecimal, end),
            ValueToken::Octal => return self.push_integer(slot, Kind::Octal, end),
            ValueToken::Binary => return self.push_integer(slot, Kind::Binary, end),
            ValueToken::Float if number::has_misplaced_underscore(raw, 10) => {
                return self.no_value(slot);
            }
            ValueToken::Float => (Kind::Float, number::float(&self.text[start..end]).to_bits()),
            ValueToken::SpecialFloat => (Kind::Float, number::special_float(raw).to_bits()),
            ValueToken::True => (Kind::Boolean, 1),
            ValueToken::False => (Kind::Boolean, 0),
            ValueToken::Datetime => {
                // Validated here, decoded again on access: a date-time does not fit in eight bytes.
                if let Err(fault) = datetime::decode(raw, self.version) {
                    return self.broken_value(slot, fault.shifted(start));
                }
                (Kind::Datetime, 0)
            }
            ValueToken::Word | ValueToken::Other => return self.no_value(slot),
        };
        self.at = end;
        self.push_scalar(slot, kind, start, payload);
        Ok(())
    }

    /// `integer`, from here to `end`.
    fn push_integer(&mut self, slot: Slot, kind: Kind, end: usize) -> Parsed {
        let start = self.at;
        let raw = &self.source[start..end];
        let base = match kind {
            Kind::Hexadecimal => 16,
            Kind::Octal => 8,
            Kind::Binary => 2,
            _ => 10,
        };
        if number::has_misplaced_underscore(raw, base) {
            return self.no_value(slot);
        }
        let value = if base == 10 {
            number::decimal(raw)
        } else {
            number::prefixed(raw, base)
        };
        let Some(value) = value else {
            if self.integers == IntegerRange::Unlimited {
                self.at = end;
                let flags = slot.flags | flag::WIDE;
                self.push_scalar(Slot { flags, ..slot }, kind, start, 0);
                return Ok(());
            }
            let fault = Fault::new(ErrorKind::IntegerOutOfRange, Span::of(start, end));
            return self.broken_value(slot, fault);
        };
        self.at = end;
        self.push_scalar(slot, kind, start, value.cast_unsigned());
        Ok(())
    }

    /// Pushes the scalar that was read from `start` up to here.
    #[inline]
    pub(super) fn push_scalar(
        &mut self,
        slot: Slot,
        kind: Kind,
        start: usize,
        payload: u64,
    ) -> NodeId {
        self.push_node(Node {
            key: slot.key,
            span: Span::of(start, self.at),
            payload,
            next: slot.next,
            kind,
            flags: slot.flags,
            classes: 0,
        })
    }

    /// Pushes an error node in place of a value, and stops with the fault.
    #[cold]
    pub(super) fn broken_value(&mut self, slot: Slot, fault: Fault) -> Parsed {
        self.push_node(Node {
            key: slot.key,
            span: fault.span,
            payload: 0,
            next: slot.next,
            kind: Kind::Error,
            flags: slot.flags,
            classes: 0,
        });
        self.halt(fault)
    }
}
