//! `[table]` and `[[array of tables]]` headers.

use super::{Halt, Parsed, Parser};
use crate::Span;
use crate::lexer::KeyToken;
use crate::tree::ROOT;

/// What a header's brackets make of its key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Header {
    /// `[…]`
    Table,
    /// `[[…]]`
    Element,
}

impl Header {
    fn bracket_count(self) -> usize {
        match self {
            Self::Table => 1,
            Self::Element => 2,
        }
    }
}

impl Parser<'_> {
    /// `table = std-table / array-table`, and the end of its line.
    pub(super) fn parse_header(&mut self, token: KeyToken, token_end: usize) -> Parsed {
        if self.read_header(token, token_end).is_err() {
            return self.detach_table();
        }
        self.attach_table();
        self.segments.clear();
        self.expect_line_end()
    }

    /// A header up to its closing brackets.
    #[inline]
    fn read_header(&mut self, token: KeyToken, token_end: usize) -> Parsed {
        let start = self.at;
        let header = match token {
            KeyToken::Header | KeyToken::DottedHeader | KeyToken::OpenHeader => Header::Table,
            _ => Header::Element,
        };
        let brackets = header.bracket_count();
        self.at = token_end;
        self.segments.clear();
        match token {
            KeyToken::OpenHeader | KeyToken::OpenArrayHeader => {
                self.chain.clear();
                self.table = ROOT;
                self.parse_segments()?;
                self.expect_close(start, brackets)?;
            }
            _ => self.split_segments(start + brackets, token_end - brackets)?,
        }
        self.enter_table(header, Span::of(start, self.at))
    }

    /// `std-table-close = ws %x5D` or `array-table-close = ws %x5D.5D`
    fn expect_close(&mut self, start: usize, brackets: usize) -> Parsed {
        let close = &b"]]"[..brackets];
        if !self.source[self.at..].starts_with(close) {
            return self.unclosed_header(start);
        }
        self.at += brackets;
        Ok(())
    }

    /// Makes the table that the header names the current one.
    fn enter_table(&mut self, header: Header, span: Span) -> Parsed {
        self.chain.clear();
        self.table_depth = 0;
        let mut table = ROOT;
        let last = self.segments.len() - 1;
        let key = self.segments[last];
        for at in 0..last {
            if self.check_depth(1, key.raw).is_err() {
                return self.in_segments(at);
            }
            table = match self.step_header(table, self.segments[at]) {
                Err(Halt) => return self.in_key(self.segments[at]),
                Ok(table) => table,
            };
        }
        // `[[…]]` is an array and a table in it.
        let levels = header.bracket_count();
        if self.check_depth(levels, key.raw).is_err() {
            return self.in_key(key);
        }
        let entered = match header {
            Header::Table => self.define_table(table, key, span),
            Header::Element => self.define_element(table, key, span),
        };
        match entered {
            Err(Halt) => return self.in_key(key),
            Ok(table) => self.table = table,
        }
        Ok(())
    }
}
