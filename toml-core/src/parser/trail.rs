//! The dotted path of a fault, put together while the parser unwinds. Nothing of this runs on valid input.

use alloc::{format, string::String};

use super::keys::KeySegment;
use super::{Halt, Parsed, Parser};
use crate::Error;
use crate::encode;
use crate::error::shown_key;
use crate::tree::{Kind, NodeId};

impl Parser<'_> {
    /// The fault is at this key or in its value.
    #[cold]
    pub(super) fn in_key<T>(&mut self, key: KeySegment) -> Parsed<T> {
        let mut text = String::new();
        let key = String::from_utf8_lossy(self.segment_bytes(key));
        encode::encode_key(&shown_key(&key), &mut text);
        self.trail.push(text);
        Err(Halt)
    }

    /// The fault is at the key whose segments start at `base`, or in its value.
    #[cold]
    pub(super) fn in_segments<T>(&mut self, base: usize) -> Parsed<T> {
        for at in (base..self.segments.len()).rev() {
            let _: Parsed = self.in_key(self.segments[at]);
        }
        self.segments.truncate(base);
        Err(Halt)
    }

    /// The fault is in the element with that 0-based index.
    #[cold]
    pub(super) fn in_index<T>(&mut self, index: u32) -> Parsed<T> {
        self.trail.push(format!("[{index}]"));
        Err(Halt)
    }

    /// Completes the fault to an error.
    #[cold]
    pub(super) fn take_error(&mut self) -> Error {
        let fault = self
            .fault
            .take()
            .unwrap_or_else(|| self.control_fault(self.at));
        let fault = self.final_fault(fault);
        let mut path = String::new();
        for at in 0..self.chain.len() {
            self.push_chain(&mut path, self.chain[at]);
        }
        while let Some(segment) = self.trail.pop() {
            push_segment(&mut path, &segment);
        }
        let has_path = !path.is_empty() && !fault.kind.is_other_language();
        let path = has_path.then_some(path);
        Error::located(fault, path, self.source, &mut self.recovery.locator)
    }

    /// Adds a table that the current header leads through; of an array of tables, its last element.
    fn push_chain(&self, path: &mut String, id: NodeId) {
        let mut key = String::new();
        let node = self.tree.node(id);
        encode::encode_key(&shown_key(self.tree.key_text(self.text, node)), &mut key);
        push_segment(path, &key);
        if node.kind == Kind::ArrayOfTables {
            let last = node.child_count().saturating_sub(1);
            push_segment(path, &format!("[{last}]"));
        }
    }
}

fn push_segment(path: &mut String, segment: &str) {
    if !path.is_empty() && !segment.starts_with('[') {
        path.push('.');
    }
    path.push_str(segment);
}
