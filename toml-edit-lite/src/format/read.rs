//! The tokens of a document to its outline.

use toml_core::{Document, Span, Token, TokenKind};

use super::outline::{
    Comment, CommentId, Key, Line, LineKind, NO_NODE, Node, NodeId, NodeKind, Outline, Place, flag,
};
use super::width;

/// Bytes of source for which there is about one node, as a first guess.
const BYTES_PER_NODE: usize = 24;

/// Bytes of source for which there is about one line.
const BYTES_PER_LINE: usize = 32;
/// Bytes of white space beyond which a line is not taken for an example of indentation.
const MOST_INDENT: usize = 16;

/// The outline of a valid document.
pub(super) fn read<'s>(document: &'s Document<'_>) -> Outline<'s> {
    let source = document.source();
    let mut reader = Reader {
        outline: Outline {
            source,
            lines: Vec::with_capacity(source.len() / BYTES_PER_LINE),
            nodes: Vec::with_capacity(source.len() / BYTES_PER_NODE),
            segments: Vec::with_capacity(source.len() / BYTES_PER_NODE),
            comments: Vec::new(),
            has_byte_order_mark: false,
            newline: None,
            indent: None,
            line_indent: None,
        },
        open: Vec::new(),
        newlines: 0,
        line_start: 0,
        starts_in_string: false,
        line_indent: "",
        token_end: 0,
        key_start: 0,
        key_lead: 0,
        header: LineKind::Header,
        equals: Place::default(),
    };
    for token in document.tokens() {
        reader.read(token);
    }
    reader.outline
}

struct Reader<'s> {
    outline: Outline<'s>,
    /// The arrays and inline tables that are open, the innermost last.
    open: Vec<NodeId>,
    /// Line ends since the last token that is not white space.
    newlines: u32,
    /// Offset of the start of the line.
    line_start: u32,
    /// Whether the line starts inside of a string.
    starts_in_string: bool,
    /// White space in front of the last statement.
    line_indent: &'s str,
    /// Offset of the end of the last token on the line that is not white space.
    token_end: u32,
    /// The first of the segments that belong to no key yet.
    key_start: u32,
    /// Line ends in front of that segment, or of the header.
    key_lead: u32,
    header: LineKind,
    /// Place of the last `=`.
    equals: Place,
}

impl<'s> Reader<'s> {
    fn read(&mut self, token: Token) {
        match token.kind {
            TokenKind::Whitespace => return,
            TokenKind::ByteOrderMark => {
                self.outline.has_byte_order_mark = true;
                self.start_line(token.span.end);
                return;
            }
            TokenKind::Newline => return self.read_newline(token.span),
            _ => {}
        }
        let lead = std::mem::take(&mut self.newlines);
        if lead > 0 {
            self.mark_open(flag::MULTI_LINE);
            if !matches!(
                token.kind,
                TokenKind::ArrayClose | TokenKind::InlineTableClose
            ) {
                self.read_indent();
            }
        }
        self.read_visible(token, lead);
        self.token_end = token.span.end;
    }

    fn read_visible(&mut self, token: Token, lead: u32) {
        match token.kind {
            TokenKind::Comment => self.read_comment(token.span, lead),
            TokenKind::Key => {
                if self.key_start as usize == self.outline.segments.len() {
                    self.key_lead += lead;
                }
                self.outline.segments.push(token.span);
            }
            // Inside a value it would take a look at all of the line, and be of no use.
            TokenKind::Equals if self.open.is_empty() => {
                self.equals = self.place(token.span.start);
            }
            TokenKind::Scalar => self.read_scalar(token.span, lead),
            TokenKind::HeaderOpen => self.start_header(LineKind::Header, lead),
            TokenKind::ArrayHeaderOpen => self.start_header(LineKind::ArrayHeader, lead),
            TokenKind::HeaderClose => self.push_line(self.header, NO_NODE),
            TokenKind::ArrayOpen => self.open_value(NodeKind::Array, token.span, lead),
            TokenKind::InlineTableOpen => self.open_value(NodeKind::InlineTable, token.span, lead),
            TokenKind::ArrayClose | TokenKind::InlineTableClose => {
                self.open.pop();
            }
            TokenKind::Comma => self.mark_open(flag::TRAILING_COMMA),
            _ => {}
        }
    }

    fn read_newline(&mut self, span: Span) {
        if self.outline.newline.is_none() {
            self.outline.newline = Some(self.outline.text(span));
        }
        self.newlines += 1;
        self.start_line(span.end);
    }

    fn start_line(&mut self, at: u32) {
        self.line_start = at;
        self.token_end = at;
        self.starts_in_string = false;
    }

    fn start_header(&mut self, kind: LineKind, lead: u32) {
        self.header = kind;
        self.key_lead = lead;
    }

    fn read_scalar(&mut self, span: Span, lead: u32) {
        let id = self.push_value(NodeKind::Scalar, span, lead);
        let text = self.outline.text(span);
        if !text.starts_with("\"\"\"") && !text.starts_with("'''") {
            return;
        }
        if let Some(at) = text.rfind('\n') {
            self.line_start = span.start + at as u32 + 1;
            self.starts_in_string = true;
            self.outline.node_mut(id).flags |= flag::ENDS_LINE;
        }
    }

    fn mark_open(&mut self, flag: u16) {
        if let Some(id) = self.open.last() {
            self.outline.node_mut(*id).flags |= flag;
        }
    }

    fn open_value(&mut self, kind: NodeKind, span: Span, lead: u32) {
        let id = self.push_value(kind, span, lead);
        self.open.push(id);
    }

    /// Adds a value to the array or inline table that is open, else to a line of its own.
    fn push_value(&mut self, kind: NodeKind, span: Span, lead: u32) -> NodeId {
        let mut node = new_node(kind, span);
        if self.open.is_empty() {
            node.flags = flag::OF_LINE;
            let id = self.outline.nodes.len() as NodeId;
            self.outline.nodes.push(node);
            self.push_line(LineKind::Pair, id);
            return id;
        }
        node.lead = lead + std::mem::take(&mut self.key_lead);
        node.key = self.take_key();
        self.push_child(node)
    }

    /// White space in front of the first token of the line at hand.
    fn indent(&self) -> &'s str {
        let line = &self.outline.source[self.line_start as usize..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// Sees how far a line inside an array or inline table is indented, if it is the first that is.
    fn read_indent(&mut self) {
        if self.outline.indent.is_none() && !self.open.is_empty() {
            let more = self.indent().strip_prefix(self.line_indent);
            self.outline.indent = more.filter(|more| is_example(more));
        }
    }

    fn read_line_indent(&mut self) {
        self.line_indent = self.indent();
        if self.outline.line_indent.is_none() {
            self.outline.line_indent = Some(self.line_indent).filter(|indent| is_example(indent));
        }
    }

    fn push_child(&mut self, child: Node) -> NodeId {
        let id = self.outline.nodes.len() as NodeId;
        let Some(parent) = self.open.last() else {
            return id;
        };
        let parent = self.outline.node_mut(*parent);
        let before = std::mem::replace(&mut parent.last_child, id);
        if child.is_item() {
            parent.flags &= !flag::TRAILING_COMMA;
        }
        if before == NO_NODE {
            parent.first_child = id;
        } else {
            self.outline.node_mut(before).next = id;
        }
        self.outline.nodes.push(child);
        id
    }

    /// Adds a line with the key that was read.
    fn push_line(&mut self, kind: LineKind, value: NodeId) {
        self.read_line_indent();
        let lead = std::mem::take(&mut self.key_lead);
        let line = Line {
            kind,
            blanks: self.blanks(lead),
            key: self.take_key(),
            comment: None,
            equals: self.equals,
            value,
        };
        self.outline.lines.push(line);
    }

    /// How many blank lines so many line ends make at this place.
    fn blanks(&self, lead: u32) -> u32 {
        match self.outline.lines.last() {
            Some(_) => lead.saturating_sub(1),
            None => 0,
        }
    }

    fn take_key(&mut self) -> Key {
        let end = self.outline.segments.len() as u32;
        let start = std::mem::replace(&mut self.key_start, end);
        let width = 0;
        Key { start, end, width }
    }

    fn read_comment(&mut self, span: Span, lead: u32) {
        let text = self.outline.text(span).trim_end_matches([' ', '\t']);
        let comment = Comment {
            span: Span::new(span.start, span.start + text.len() as u32),
            place: self.place(span.start),
            is_behind_string: self.starts_in_string,
        };
        match self.open.last() {
            Some(parent) => self.push_inner_comment(*parent, comment, lead),
            None => self.push_outer_comment(comment, lead),
        }
    }

    /// A comment between statements, or at the end of one.
    fn push_outer_comment(&mut self, comment: Comment, lead: u32) {
        let blanks = self.blanks(lead);
        let id = self.outline.push_comment(comment);
        let mut kind = LineKind::Comment;
        if let Some(line) = self.outline.lines.last_mut() {
            if lead == 0 {
                line.comment = id;
                return;
            }
            let above = *line;
            let may_go_on = matches!(above.kind, LineKind::Pair | LineKind::CommentGoingOn);
            if may_go_on && lead == 1 && self.goes_on(above.comment, comment) {
                kind = LineKind::CommentGoingOn;
            }
        }
        if kind == LineKind::Comment {
            self.read_line_indent();
        }
        self.outline.lines.push(Line {
            kind,
            blanks,
            key: Key::default(),
            comment: id,
            equals: Place::default(),
            value: NO_NODE,
        });
    }

    /// A comment inside an array or inline table: of an item if it stands behind one.
    fn push_inner_comment(&mut self, parent: NodeId, comment: Comment, lead: u32) {
        let id = self.outline.push_comment(comment);
        let last = self.outline.node(parent).last_child;
        let mut kind = NodeKind::Comment;
        if last == NO_NODE {
            if lead == 0 {
                kind = NodeKind::CommentOfBracket;
            }
        } else {
            let above = *self.outline.node(last);
            if lead == 0 && above.is_item() && above.comment.is_none() {
                self.outline.node_mut(last).comment = id;
                return;
            }
            let may_go_on = above.is_item() || above.kind == NodeKind::CommentGoingOn;
            if may_go_on && lead == 1 && self.goes_on(above.comment, comment) {
                kind = NodeKind::CommentGoingOn;
            }
        }
        let mut node = new_node(kind, comment.span);
        node.comment = id;
        node.lead = lead;
        self.push_child(node);
    }

    /// Whether a comment on a line of its own goes on from the one above it.
    fn goes_on(&self, above: Option<CommentId>, comment: Comment) -> bool {
        let above = above.map(|id| self.outline.comment(id));
        above.is_some_and(|above| {
            !above.is_behind_string && above.place.column == comment.place.column
        })
    }

    fn place(&self, at: u32) -> Place {
        let before = self.outline.text(Span::new(self.line_start, at));
        Place {
            column: width::column(before),
            gap: at - self.token_end.max(self.line_start),
        }
    }
}

/// Whether white space is taken for an example of indentation.
fn is_example(indent: &str) -> bool {
    (1..=MOST_INDENT).contains(&indent.len())
}

fn new_node(kind: NodeKind, span: Span) -> Node {
    Node {
        kind,
        flags: 0,
        span,
        key: Key::default(),
        comment: None,
        lead: 0,
        first_child: NO_NODE,
        last_child: NO_NODE,
        next: NO_NODE,
        width: 0,
        head: 0,
    }
}
