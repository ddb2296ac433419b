//! Lines that a caller has written, at a place of a table that is found here.

use toml_core::ValueRef;

use super::{State, has_body};
use crate::error::{Error, ErrorKind};
use crate::extent::{self, Section};
use crate::lines;
use crate::patch::Patch;
use crate::path::{Form, Place};
use crate::plan::remove::settle_end;

/// Where in a table, or round it, lines go; see [`DocumentMut::splice`](crate::DocumentMut::splice).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Splice {
    /// At the end of the table's body, before the headers of tables below it.
    Body,
    /// Behind everything of the table, tables below it among that; of the document, at the end of the text.
    End,
    /// Behind the last section of the table, one blank line between.
    Sections,
    /// Above the item's first header and the comments of that, one blank line between.
    Before,
    /// In place of the item's sections. The comments above the first of them stay.
    Instead,
}

impl State<'_> {
    /// Patches that put whole lines somewhere.
    ///
    /// # Errors
    /// `NoLines` where the item has no such lines: one in brackets or braces, one that dotted keys name, or a
    /// table without a body or header that is to have one.
    pub(crate) fn splice(
        &self,
        place: &Place<'_>,
        splice: Splice,
        text: &str,
    ) -> Result<Vec<Patch>, Error> {
        let no_lines = || Error::at(ErrorKind::NoLines, place.path());
        if place.is_inline() || place.form() == Form::Dotted {
            return Err(no_lines());
        }
        let newline = lines::newline_near(self.source(), self.source().len());
        let text = lines::with_newlines(text, newline);
        let headers = extent::headers(place.value());
        let first = headers.first().copied().ok_or_else(no_lines);
        match splice {
            Splice::Body if !has_body(place.value()) => Err(no_lines()),
            Splice::Body => Ok(vec![self.in_body(place.value(), &text, newline)]),
            Splice::End => Ok(vec![self.at_end(place, &text)]),
            Splice::Sections => Ok(vec![self.text_behind(place, &text, newline)]),
            Splice::Before => {
                let section = extent::section(self.document, first?);
                Ok(vec![Patch::insert(section.above, text + newline)])
            }
            Splice::Instead if place.is_root() => Err(no_lines()),
            Splice::Instead => Ok(self.instead(&headers, first?, text)),
        }
    }

    fn in_body(&self, table: ValueRef<'_>, text: &str, newline: &str) -> Patch {
        let section = extent::section(self.document, table);
        let at = section.content_end;
        // The last line of a body stands apart from the header that follows.
        let touches = at == section.end && at < self.source().len();
        let after = if touches { newline } else { "" };
        self.insert_lines(at, &[text, after].concat())
    }

    fn at_end(&self, place: &Place<'_>, text: &str) -> Patch {
        let at = if place.is_root() {
            self.source().len()
        } else {
            self.last_section_of(place).content_end
        };
        self.insert_lines(at, text)
    }

    /// Sections behind all those of an item, one blank line between.
    pub(crate) fn text_behind(&self, place: &Place<'_>, text: &str, newline: &str) -> Patch {
        let at = self.last_section_of(place).content_end;
        let is_first = at <= lines::file_start(self.source());
        let gap = if is_first { "" } else { newline };
        let touches = is_first || ends_in_comment(text);
        let after = if touches && self.has_text_at(at) {
            newline
        } else {
            ""
        };
        self.insert_lines(at, &[gap, text, after].concat())
    }

    /// Whether a line that is not blank starts at an offset.
    pub(super) fn has_text_at(&self, at: usize) -> bool {
        at < self.source().len() && !lines::is_blank(lines::text_of(self.source(), at))
    }

    fn last_section_of(&self, place: &Place<'_>) -> Section {
        let last = extent::last_section(self.document, place.value());
        last.unwrap_or_else(|| extent::section(self.document, place.owner().value()))
    }

    fn instead(&self, headers: &[ValueRef<'_>], first: ValueRef<'_>, text: String) -> Vec<Patch> {
        let section = extent::section(self.document, first);
        let mut text = text;
        if !self.source()[..section.content_end].ends_with('\n') {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        let mut patches = vec![Patch::new(section.line, section.content_end, text)];
        let rest = headers.iter().skip(1).map(|table| {
            let section = extent::section(self.document, *table);
            let end =
                lines::skip_blank_lines(self.source(), section.content_end, self.source().len());
            (section.above, end)
        });
        patches.extend(self.remove_lines(rest.collect()));
        settle_end(&mut patches);
        patches
    }
}

/// Whether the last line of a text is a comment, which would be about a header right below it.
pub(super) fn ends_in_comment(text: &str) -> bool {
    text.lines().next_back().is_some_and(lines::is_comment)
}
