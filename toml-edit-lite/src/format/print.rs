//! The lines of an outline to text.

use std::borrow::Cow;

use super::align::{self, Mark};
use super::headers::{Attachment, Nest, attachments, header_gap};
use super::options::{FinalNewline, FormatOptions, Indent, LineEnding, Nesting};
use super::outline::{CommentId, Key, Line, LineKind, Outline};
use super::spell::{Spelling, spell_key};
use super::width;

/// Spaces of a step of indentation where the source has none to keep.
const DEFAULT_SPACES: u8 = 2;

/// Writes an outline that was measured.
pub(super) fn print(outline: &Outline<'_>, options: &FormatOptions) -> String {
    let newline = match options.line_ending {
        LineEnding::Keep => outline.newline.unwrap_or("\n"),
        LineEnding::Lf => "\n",
        LineEnding::CrLf => "\r\n",
    };
    let mut printer = Printer {
        outline,
        options,
        newline,
        indent: indent(outline, options),
        out: String::with_capacity(outline.source.len() + outline.source.len() / 8),
        column: 0,
        line: 0,
        level: 0,
        is_flat: false,
        group: 0,
        groups: 0,
        marks: Vec::new(),
    };
    if outline.has_byte_order_mark {
        printer.out.push('\u{feff}');
    }
    printer.print_lines();
    align::place_comments(printer.out, &printer.marks, options)
}

pub(super) struct Printer<'o> {
    pub(super) outline: &'o Outline<'o>,
    pub(super) options: &'o FormatOptions,
    newline: &'o str,
    /// One step of indentation, and its columns.
    indent: (Cow<'o, str>, u32),
    out: String,
    /// Columns written on the line at hand.
    pub(super) column: u32,
    /// Number of the line at hand.
    pub(super) line: u32,
    /// Steps of indentation.
    pub(super) level: u32,
    /// Whether what is written is part of a value that was found to fit on its line.
    pub(super) is_flat: bool,
    /// What comments are aligned in: the array or inline table at hand, or the document.
    pub(super) group: u32,
    /// How many groups there are so far.
    pub(super) groups: u32,
    marks: Vec<Mark>,
}

impl Printer<'_> {
    fn print_lines(&mut self) {
        let lines = &self.outline.lines;
        let attachments = attachments(lines, self.options);
        let equals = align::equals_columns(lines, self.options);
        let mut nesting = Nest::new(self.options.nesting);
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                self.end_line(match attachments[at] {
                    Attachment::Begins => header_gap(line, self.options),
                    Attachment::GoesOn => 0,
                    Attachment::None => line.blanks,
                });
            }
            self.level = match attachments[at] {
                Attachment::None => nesting.body_level,
                _ if line.kind.is_header() => nesting.enter(self.outline, line.key),
                Attachment::Begins => nesting.level_of_next_header(self.outline, &lines[at..]),
                Attachment::GoesOn => self.level,
            };
            self.print_line(line, equals.get(at).copied().unwrap_or(0));
        }
        let ends_line = match self.options.final_newline {
            FinalNewline::Always => true,
            FinalNewline::Keep => self.outline.source.ends_with('\n'),
            FinalNewline::Never => false,
        };
        if ends_line && !lines.is_empty() {
            self.out.push_str(self.newline);
        }
    }

    fn print_line(&mut self, line: &Line, equals_column: u32) {
        if line.kind != LineKind::CommentGoingOn {
            self.indent();
        }
        match line.kind {
            LineKind::Comment => {
                if let Some(comment) = line.comment {
                    self.push(self.outline.text(self.outline.comment(comment).span));
                }
                return;
            }
            LineKind::CommentGoingOn => {}
            LineKind::Header => return self.print_header("[", line, "]"),
            LineKind::ArrayHeader => return self.print_header("[[", line, "]]"),
            LineKind::Pair => {
                self.print_key(line.key);
                self.push_spaces(equals_column.saturating_sub(line.key.width));
                self.push(" = ");
                self.print_value(line.value, 0);
            }
        }
        if let Some(comment) = line.comment {
            self.print_comment(comment, line.kind == LineKind::CommentGoingOn);
        }
    }

    fn print_header(&mut self, open: &str, line: &Line, close: &str) {
        self.push(open);
        self.print_key(line.key);
        self.push(close);
        if let Some(comment) = line.comment {
            self.print_comment_alone(comment);
        }
    }

    /// A comment at the end of a line that is not aligned with others.
    pub(super) fn print_comment_alone(&mut self, comment: CommentId) {
        self.groups += 1;
        let group = std::mem::replace(&mut self.group, self.groups);
        self.print_comment(comment, false);
        self.group = group;
    }

    pub(super) fn print_key(&mut self, key: Key) {
        for (at, segment) in self.outline.segments(key).enumerate() {
            if at > 0 {
                self.out.push('.');
            }
            self.push_measured(spell_key(segment, self.options), 0);
        }
        self.column = self.column.saturating_add(key.width);
    }

    /// Appends text without line ends that takes so many columns.
    pub(super) fn push_measured(&mut self, spelling: Spelling<'_>, columns: u32) {
        self.out.push_str(spelling.quotes);
        self.out.push_str(spelling.text);
        self.out.push_str(spelling.quotes);
        self.column = self.column.saturating_add(columns);
    }

    /// A comment at the end of a line, the white space in front of it left for later.
    pub(super) fn print_comment(&mut self, comment: CommentId, goes_on: bool) {
        let comment = self.outline.comment(comment);
        self.marks.push(Mark {
            at: self.out.len(),
            column: if goes_on { 0 } else { self.column },
            line: self.line,
            group: self.group,
            place: comment.place,
            goes_on,
        });
        self.push(self.outline.text(comment.span));
    }

    /// Goes to a new line, with blank lines above it.
    pub(super) fn end_line(&mut self, blank_lines: u32) {
        for _ in 0..=blank_lines {
            self.out.push_str(self.newline);
        }
        self.line = self.line.saturating_add(1 + blank_lines);
        self.column = 0;
    }

    pub(super) fn indent(&mut self) {
        let (step, columns) = &self.indent;
        for _ in 0..self.level {
            self.out.push_str(step);
        }
        self.column += self.level * columns;
    }

    pub(super) fn push_spaces(&mut self, count: u32) {
        align::push_spaces(count, &mut self.out);
        self.column += count;
    }

    /// Appends text without line ends.
    pub(super) fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.column = self.column.saturating_add(width::of(text));
    }

    /// Appends text with line ends, of a string.
    pub(super) fn push_lines(&mut self, text: &str) {
        let text = match self.options.line_ending {
            LineEnding::Keep => Cow::Borrowed(text),
            LineEnding::Lf => Cow::Owned(text.replace("\r\n", "\n")),
            LineEnding::CrLf => Cow::Owned(text.replace("\r\n", "\n").replace('\n', "\r\n")),
        };
        self.out.push_str(&text);
        self.line += text.matches('\n').count() as u32;
        self.column = width::column(&text[text.rfind('\n').map_or(0, |at| at + 1)..]);
    }
}

/// One step of indentation, and its columns.
fn indent<'o>(outline: &Outline<'o>, options: &FormatOptions) -> (Cow<'o, str>, u32) {
    let example = match options.nesting {
        Nesting::Flat => outline.indent,
        Nesting::Tables | Nesting::TablesAndKeys => outline.line_indent.or(outline.indent),
    };
    let spaces = |count: u8| (" ".repeat(count.into()).into(), count.into());
    match (options.indent, example) {
        (Indent::Spaces(count), _) => spaces(count),
        (Indent::Keep, None) => spaces(DEFAULT_SPACES),
        (Indent::Keep, Some(step)) if !step.contains('\t') => (step.into(), step.len() as u32),
        (Indent::Keep, Some(_)) | (Indent::Tab, _) => ("\t".into(), width::TAB),
    }
}
