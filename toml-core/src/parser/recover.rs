//! Going on behind a mistake, so that all mistakes of a document are told at once, each of them once.
//!
//! Most mistakes cost the rest of their statement: parsing goes on where the next one starts. What
//! can be read in spite of a mistake (a second value for a key, syntax of TOML 1.1) is read. Nothing
//! of this runs on valid input.

use alloc::{string::String, vec, vec::Vec};
use core::mem;

use super::keys::KeySegment;
use super::values::Slot;
use super::{Halt, Parsed, Parser, check_length};
use crate::error::{Fault, Locator};
use crate::tree::{Kind, Node, NodeId, flag};
use crate::{Document, Error, ErrorKind, ParseOptions, Span, Version};

/// What recovery has to remember.
#[derive(Default)]
pub(super) struct Recovery {
    /// How many errors to collect; 0 where the first one ends the parse.
    max_errors: usize,
    errors: Vec<Error>,
    pub(super) locator: Locator,
    /// How many brackets, braces and multi-line strings round the fault are open.
    pub(super) open: usize,
    /// The node that stood in the way of the last key that could not be linked.
    pub(super) conflicting: NodeId,
    /// The statements are those of a table's second definition, which was reported as a whole.
    is_repeating: bool,
    /// What was reported behind the place where the parse has gone on: what was read as part of a string is
    /// read again. There are few, since all such strings end at the same mistakes.
    ahead: Vec<Span>,
}

impl Recovery {
    /// Whether the fault was reported already, by itself or as part of something greater.
    fn is_known(&self, fault: &Fault) -> bool {
        // Where a whole definition was reported, what is defined in it again is no further mistake.
        let is_repeated = self.is_repeating && fault.kind.is_conflict();
        is_repeated || self.ahead.contains(&fault.span)
    }
}

/// Where a statement's value starts, in the source and in the tree.
#[derive(Clone, Copy)]
pub(super) struct ValueStart {
    pub(super) at: usize,
    pub(super) node: usize,
}

/// Parses as much as can be parsed, and collects up to `max_errors` errors in the order of their statements.
pub(crate) fn run_recoverable(source: &str, options: ParseOptions) -> (Document<'_>, Vec<Error>) {
    if let Err(fault) = check_length(source.len()) {
        let error = Error::new(fault, None, source.as_bytes());
        return (
            Document::new(Parser::new("", options).tree, ""),
            vec![error],
        );
    }
    let mut parser = Parser::new(source, options);
    parser.recovery.max_errors = options.max_errors.max(1);
    while let Err(Halt) = parser.parse_statements() {
        parser.report();
        if parser.is_at_limit() || parser.is_no_toml() {
            break;
        }
        parser.at = parser.next_statement();
        parser.note_ahead();
        parser.segments.clear();
    }
    (Document::new(parser.tree, source), parser.recovery.errors)
}

/// An empty document, for a source that cannot be read at all.
fn refuse(fault: Fault, source: &[u8], options: ParseOptions) -> (Document<'static>, Vec<Error>) {
    let error = Error::new(fault, None, source);
    (
        Document::new(Parser::new("", options).tree, ""),
        vec![error],
    )
}

/// [`run_recoverable`] for bytes. Each byte that is not UTF-8 is reported, and read as `?`.
pub(crate) fn run_recoverable_bytes(
    source: &[u8],
    options: ParseOptions,
) -> (Document<'_>, Vec<Error>) {
    if let Ok(text) = core::str::from_utf8(source) {
        return run_recoverable(text, options);
    }
    if let Err(fault) = check_length(source.len()) {
        return refuse(fault, source, options);
    }
    let mut text = String::with_capacity(source.len());
    let mut errors = Vec::new();
    let mut locator = Locator::default();
    for chunk in source.utf8_chunks() {
        text.push_str(chunk.valid());
        let bad = Span::of(text.len(), text.len() + chunk.invalid().len());
        if !bad.is_empty() && errors.len() < options.max_errors.max(1) {
            let fault = Fault::new(ErrorKind::InvalidUtf8, bad);
            errors.push(Error::located(fault, None, source, &mut locator));
        }
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    let (document, others) = run_recoverable(&text, options);
    // A `?` for each byte is not what columns are counted by.
    let others = others
        .into_iter()
        .map(|error| error.relocated(source, &mut locator));
    let mut errors = merged(errors, others.collect());
    errors.truncate(options.max_errors.max(1));
    (document.into_owned(), errors)
}

/// Bytes that are not UTF-8 and other errors, in the order of their places, without what is said of such bytes
/// once more.
fn merged(bad: Vec<Error>, mut others: Vec<Error>) -> Vec<Error> {
    // Neither touch nor fall: the first that ends behind the start of another is the one to look at.
    let is_same = |error: &Error| {
        let at = bad.partition_point(|bad| bad.span().end <= error.span().start);
        let bad = bad.get(at);
        bad.is_some_and(|bad| bad.span().start < error.span().end)
    };
    others.retain(|error| !is_same(error));
    let mut errors = bad;
    errors.extend(others);
    errors.sort_by_key(|error| error.span().start);
    errors
}

impl Parser<'_> {
    fn is_recovering(&self) -> bool {
        self.recovery.max_errors > 0
    }

    fn is_at_limit(&self) -> bool {
        self.recovery.errors.len() >= self.recovery.max_errors
    }

    /// Whether the fault will be the last error that is told, behind which nothing more is read.
    fn is_last(&self) -> bool {
        let is_new = self
            .fault
            .is_some_and(|fault| !self.recovery.is_known(&fault));
        self.recovery.errors.len() + usize::from(is_new) >= self.recovery.max_errors
    }

    /// Whether the first error says that this is another language altogether.
    fn is_no_toml(&self) -> bool {
        self.recovery
            .errors
            .first()
            .is_some_and(|error| error.kind().is_other_language())
    }

    /// Turns the fault, if there is one, into an error.
    fn report(&mut self) {
        let Some(fault) = self.fault else {
            return;
        };
        if self.recovery.is_known(&fault) {
            self.fault = None;
            self.trail.clear();
            return;
        }
        let error = self.take_error();
        self.recovery.errors.push(error);
    }

    /// Keeps the last error in mind if its place will be read again, and forgets those that were.
    fn note_ahead(&mut self) {
        let at = self.at;
        let is_ahead = |span: &Span| span.start as usize >= at;
        let Recovery { errors, ahead, .. } = &mut self.recovery;
        ahead.retain(is_ahead);
        let last = errors.last().map(Error::span).filter(is_ahead);
        ahead.extend(last.filter(|span| !ahead.contains(span)));
    }

    /// A statement of one key segment whose value could not be linked or read.
    #[cold]
    pub(super) fn rescue_single(&mut self, key: KeySegment, start: ValueStart) -> Parsed {
        self.segments.clear();
        self.segments.push(key);
        self.rescue(key, 0, start)
    }

    /// A statement, its key in [`Parser::segments`], whose value could not be linked or read.
    ///
    /// Where the value is readable all the same, reports the fault and reads it.
    #[cold]
    pub(super) fn rescue(&mut self, key: KeySegment, level: usize, start: ValueStart) -> Parsed {
        let segments = self.segments.clone();
        let halt: Parsed = self.in_segments(0);
        let version = self.version;
        let Some(slot) = self.readable_value(key, start) else {
            return halt;
        };
        let is_newer = self.fault.is_some_and(|fault| fault.kind.is_valid_in_1_1());
        self.recovery.open = 0;
        self.report();
        self.at = start.at;
        if is_newer {
            self.version = Version::V1_1;
        }
        let outcome = self.parse_value(slot, level);
        self.version = version;
        if outcome.is_ok() && self.expect_line_end().is_ok() {
            return Ok(());
        }
        self.segments = segments;
        self.in_segments(0)
    }

    /// Where to put a value that can be read in spite of the fault.
    fn readable_value(&mut self, key: KeySegment, start: ValueStart) -> Option<Slot> {
        let Fault { kind, .. } = self.fault?;
        if !self.is_recovering() || self.is_last() {
            return None;
        }
        if kind == ErrorKind::DuplicateKey && start.node == self.tree.nodes.len() {
            // Not linked: the first value stays, the second is only looked through for mistakes.
            return Some(key.slot(start.node as NodeId));
        }
        if !kind.is_valid_in_1_1() || self.version >= Version::V1_1 {
            return None;
        }
        let node = *self.tree.nodes.get(start.node)?;
        self.tree.truncate(self.source, start.node);
        Some(Slot {
            key: node.key,
            next: node.next,
            flags: node.flags & (flag::HAS_KEY | flag::KEY_QUOTED | flag::KEY_DECODED),
        })
    }

    /// A header that defines no table: its statements go to a table of their own, which nothing leads
    /// to, or to the table that it defines again.
    #[cold]
    pub(super) fn detach_table(&mut self) -> Parsed {
        if !self.is_recovering() {
            return Err(Halt);
        }
        let is_repeating = self
            .fault
            .is_some_and(|fault| fault.kind == ErrorKind::DuplicateTable);
        // The statements of the table before end here.
        self.recovery.is_repeating = false;
        self.report();
        self.recovery.is_repeating = is_repeating;
        self.table = if is_repeating {
            self.enter(self.recovery.conflicting, 1);
            self.recovery.conflicting
        } else {
            self.table_depth = 0;
            self.push_node(Node {
                key: Span::default(),
                span: Span::of(self.statement_at, self.at),
                payload: 0,
                next: 0,
                kind: Kind::HeaderTable,
                flags: flag::BROKEN,
                classes: 0,
            })
        };
        Err(Halt)
    }

    /// A header that defines a table ends what was said of the one before.
    #[inline]
    pub(super) fn attach_table(&mut self) {
        self.recovery.is_repeating = false;
    }

    /// Where the statement behind the fault starts.
    ///
    /// That is the line behind the brackets that are open round the fault, or before it the first
    /// line that is no part of anything in brackets.
    fn next_statement(&mut self) -> usize {
        let mut open = mem::take(&mut self.recovery.open);
        let mut at = self.at.max(self.statement_at);
        let line = self.line_start(at);
        if open > 0 && line > self.statement_at && self.interrupts(line) {
            return line;
        }
        while let Some(byte) = self.source.get(at) {
            match byte {
                b'\n' if open == 0 || self.interrupts(at + 1) => return at + 1,
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                b'"' | b'\'' => {
                    at = self.skip_string(at);
                    continue;
                }
                b'#' => {
                    at = self.line_end(at);
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        self.source.len()
    }

    /// Whether a line inside brackets is rather the next statement: it looks like one, and is not
    /// indented deeper than the statement that the brackets belong to.
    fn interrupts(&self, line: usize) -> bool {
        let blanks = |from: usize| {
            let rest = &self.source[from.min(self.source.len())..];
            rest.iter()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count()
        };
        let indent = blanks(line);
        indent <= blanks(self.line_start(self.statement_at))
            && self.looks_like_statement(line + indent)
    }

    /// Behind the string at `at`, or at the end of its line.
    fn skip_string(&self, at: usize) -> usize {
        let quote = self.source[at];
        if self.source[at..].starts_with(&[quote; 3]) {
            let rest = &self.source[at + 3..];
            let close = rest.windows(3).position(|bytes| bytes == [quote; 3]);
            return close.map_or(at + 3, |length| at + length + 6);
        }
        let mut end = at + 1;
        while let Some(byte) = self.source.get(end) {
            match byte {
                b'\n' => return end,
                b'\\' if quote == b'"' && self.source.get(end + 1) != Some(&b'\n') => end += 1,
                _ if *byte == quote => return end + 1,
                _ => {}
            }
            end += 1;
        }
        self.source.len()
    }
}
