//! From an edit to patches. Each function looks at one state of the document and changes nothing.

pub(crate) mod insert;
pub(crate) mod remove;
pub(crate) mod rename;
mod render;
mod rewrite;
pub(crate) mod splice;
pub(crate) mod tables;

use toml_core::{Kind, ParseOptions, TableForm, ValueRef, Version};

use crate::list::{Lines, List};
use crate::patch::Patch;
use crate::{extent, lines};

/// The document as an edit finds it.
pub(crate) struct State<'d> {
    pub(crate) document: &'d toml_core::Document<'d>,
    pub(crate) options: ParseOptions,
}

impl<'d> State<'d> {
    pub(crate) fn source(&self) -> &'d str {
        self.document.source()
    }

    /// The items of an array in brackets or of an inline table.
    pub(crate) fn list(&self, value: ValueRef<'d>) -> List<'d> {
        let span = value.span();
        let brackets = (span.start as usize, span.end as usize);
        let is_table = value.kind() == Kind::Table;
        let lines = if is_table && self.options.version == Version::V1_0 {
            Lines::One
        } else {
            Lines::Many
        };
        let items = if is_table {
            extent::leaves(value)
        } else {
            value.children().collect()
        };
        let ends = items.into_iter().map(|item| item.span().end as usize);
        List::new(self.source(), brackets, ends, lines)
    }

    /// Comments as lines, to go before the line that starts at an offset.
    pub(crate) fn lines_of_comments(&self, comments: &[String], line: usize) -> String {
        let indent = lines::indent_of(self.source(), line);
        let newline = lines::newline_near(self.source(), line);
        let text = |comment: &String| [indent, comment, newline].concat();
        comments.iter().map(text).collect()
    }

    /// Whole lines at the start of a line, or at the end of a text that may lack its last newline.
    pub(crate) fn insert_lines(&self, at: usize, text: &str) -> Patch {
        let source = self.source();
        let is_open =
            at == source.len() && at > lines::file_start(source) && !source.ends_with('\n');
        if !is_open {
            return Patch::insert(at, text);
        }
        let newline = lines::newline_near(source, at);
        let text = text.strip_suffix(newline).unwrap_or(text);
        Patch::insert(at, [newline, text].concat())
    }
}

/// Whether a table has a body: lines of its own that `key = value` can stand on.
pub(crate) fn has_body(table: ValueRef<'_>) -> bool {
    matches!(
        table.table_form(),
        Some(TableForm::Root | TableForm::Header)
    )
}
