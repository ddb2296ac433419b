//! Comments: where those of an item stand, and patches that change them. Texts are without `#` here.

use toml_core::Span;

use crate::error::{Error, ErrorKind};
use crate::extent;
use crate::lines;
use crate::patch::Patch;
use crate::path::{Form, Place};
use crate::plan::State;

/// Where comments of an item stand or would stand.
struct Spot {
    /// The comment lines above, as whole lines; none where no line can be.
    above: Option<(usize, usize)>,
    /// Offset behind what the comment beside stands behind; none where it would be in the way.
    beside: Option<usize>,
}

impl State<'_> {
    /// The comment at the end of an item's line.
    pub(crate) fn comment(&self, place: &Place<'_>) -> Option<String> {
        let span = self.beside(self.spot(place)?.beside?)?;
        Some(bare(&self.source()[span.range()]))
    }

    /// The comment lines above an item.
    pub(crate) fn comments_above(&self, place: &Place<'_>) -> Vec<String> {
        let above = self.spot(place).and_then(|spot| spot.above);
        above.map_or(Vec::new(), |(start, line)| self.bare_lines(start, line))
    }

    /// Sets or removes the comment at the end of an item's line.
    ///
    /// # Errors
    /// `NotAComment`; `NoCommentPlace` where something else follows on the line.
    pub(crate) fn set_comment(
        &self,
        place: &Place<'_>,
        text: Option<&str>,
    ) -> Result<Vec<Patch>, Error> {
        check(text.as_slice(), place)?;
        let beside = self.spot(place).and_then(|spot| spot.beside);
        let at = beside.ok_or_else(|| Error::at(ErrorKind::NoCommentPlace, place.path()))?;
        let old = self.beside(at);
        Ok(match (old, text) {
            (None, None) => Vec::new(),
            (Some(old), None) => vec![Patch::remove(at, old.end as usize)],
            (Some(old), Some(text)) if bare(&self.source()[old.range()]) == text => Vec::new(),
            (Some(old), Some(text)) => vec![Patch::new(
                old.start as usize,
                old.end as usize,
                marked(text),
            )],
            (None, Some(text)) => {
                let gap = self.gap_of_neighbour(place);
                vec![Patch::insert(at, [&gap, marked(text).as_str()].concat())]
            }
        })
    }

    /// Sets the comment lines above an item, or removes them.
    ///
    /// # Errors
    /// As [`set_comment`](Self::set_comment).
    pub(crate) fn set_comments_above(
        &self,
        place: &Place<'_>,
        texts: &[&str],
    ) -> Result<Vec<Patch>, Error> {
        check(texts, place)?;
        let above = self.spot(place).and_then(|spot| spot.above);
        let (start, line) =
            above.ok_or_else(|| Error::at(ErrorKind::NoCommentPlace, place.path()))?;
        if self.bare_lines(start, line) == texts {
            return Ok(Vec::new());
        }
        let indent = lines::indent_of(self.source(), line);
        Ok(vec![Patch::new(
            start,
            line,
            self.comment_block(texts, indent, line),
        )])
    }

    fn spot(&self, place: &Place<'_>) -> Option<Spot> {
        let value = place.value();
        let inline_parent = place.parent().filter(Place::is_inline);
        match (place.form(), inline_parent) {
            (Form::Value, None) => {
                let pair = extent::pair(self.document, value);
                Some(Spot {
                    above: Some((pair.above, pair.line)),
                    beside: Some(value.span().end as usize),
                })
            }
            (Form::Value, Some(parent)) => {
                let owner = parent.owner();
                let list = self.list(owner.value());
                let index = list.index_of(value.span().end as usize)?;
                let (above, beside) = list.comment_spots(index);
                Some(Spot { above, beside })
            }
            (Form::Section, _) => {
                // A table without a header of its own has no line.
                let table = match value.as_array() {
                    Some(array) => array.get(0)?,
                    None => value,
                };
                let header = table.as_table()?.header_span()?;
                let section = extent::section(self.document, table);
                Some(Spot {
                    above: Some((section.above, section.line)),
                    beside: Some(header.end as usize),
                })
            }
            (Form::Dotted, None) => {
                let first = *extent::leaves(value).first()?;
                let pair = extent::pair(self.document, first);
                Some(Spot {
                    above: Some((pair.above, pair.line)),
                    beside: None,
                })
            }
            (Form::Root | Form::Dotted, _) => None,
        }
    }

    /// The comment behind an offset, past a comma.
    fn beside(&self, at: usize) -> Option<Span> {
        lines::comment_behind(self.source(), at)
    }

    /// The gap before the comment of a neighbour, or a space.
    fn gap_of_neighbour(&self, place: &Place<'_>) -> String {
        let gap = match place.parent() {
            Some(parent) if parent.is_inline() => self.gap_in_list(&parent, place),
            Some(parent) => self.gap_in_table(&parent, place),
            None => None,
        };
        gap.filter(|gap| gap.len() <= 2)
            .map_or_else(|| " ".to_owned(), str::to_owned)
    }

    /// The gap of the last pair of a table that has a comment.
    fn gap_in_table(&self, parent: &Place<'_>, place: &Place<'_>) -> Option<&str> {
        let leaves = extent::leaves(parent.owner().value());
        let own = place.value().span().start;
        let mut others = leaves.iter().rev().filter(|leaf| leaf.span().start != own);
        others.find_map(|leaf| self.gap_behind(leaf.span().end as usize))
    }

    /// The gap of the nearest item before one between brackets or braces that has a comment, else of the nearest behind.
    fn gap_in_list(&self, parent: &Place<'_>, place: &Place<'_>) -> Option<&str> {
        let list = self.list(parent.owner().value());
        let own = list.index_of(place.value().span().end as usize)?;
        let mut others = (0..own).rev().chain(own + 1..list.len());
        others.find_map(|index| self.gap_behind(list.comment_spots(index).1?))
    }

    /// What stands between an offset and the comment behind it.
    fn gap_behind(&self, at: usize) -> Option<&str> {
        let comment = self.beside(at)?;
        Some(&self.source()[at..comment.start as usize])
    }

    fn bare_lines(&self, from: usize, to: usize) -> Vec<String> {
        self.comment_lines(from, to)
            .iter()
            .map(|line| bare(line))
            .collect()
    }

    fn comment_block(&self, texts: &[&str], indent: &str, at: usize) -> String {
        let newline = lines::newline_near(self.source(), at);
        let line = |text: &&str| [indent, &marked(text), newline].concat();
        texts.iter().map(line).collect()
    }

    /// The comment lines that the document starts with, as whole lines, if a blank line or nothing follows.
    fn preamble_lines(&self) -> Option<(usize, usize)> {
        let source = self.source();
        let start = lines::file_start(source);
        let mut end = start;
        while end < source.len() && lines::is_comment(lines::text_of(source, end)) {
            end = lines::line_end(source, end);
        }
        let is_set_off = end == source.len() || lines::is_blank(lines::text_of(source, end));
        (end > start && is_set_off).then_some((start, end))
    }

    pub(crate) fn preamble(&self) -> Vec<String> {
        let found = self.preamble_lines();
        found.map_or(Vec::new(), |(start, end)| self.bare_lines(start, end))
    }

    /// # Errors
    /// `NotAComment`.
    pub(crate) fn set_preamble(&self, texts: &[&str]) -> Result<Vec<Patch>, Error> {
        check(texts, &Place::root(self.document))?;
        let source = self.source();
        let start = lines::file_start(source);
        let mut text = self.comment_block(texts, "", start);
        let newline = lines::newline_near(source, start);
        Ok(vec![match self.preamble_lines() {
            Some((start, end)) if texts.is_empty() => {
                Patch::remove(start, lines::skip_blank_lines(source, end, source.len()))
            }
            Some((start, end)) => {
                if !source[..end].ends_with('\n') {
                    text.truncate(text.len() - newline.len());
                }
                Patch::new(start, end, text)
            }
            None => {
                if !texts.is_empty() && start < source.len() {
                    text.push_str(newline);
                }
                Patch::insert(start, text)
            }
        }])
    }

    /// The last comment lines of the document, if they end it and a blank line sets them off.
    fn epilogue_lines(&self) -> Option<(usize, usize)> {
        let source = self.source();
        let last = extent::last_section(self.document, self.document.root().as_value())?;
        let mut at = last.end;
        let mut found = None;
        while at < source.len() {
            let next = lines::line_end(source, at);
            if lines::is_comment(lines::text_of(source, at)) {
                found = match found {
                    Some((start, end)) if end == at => Some((start, next)),
                    _ => Some((at, next)),
                };
            }
            at = next;
        }
        found
    }

    pub(crate) fn epilogue(&self) -> Vec<String> {
        let found = self.epilogue_lines();
        found.map_or(Vec::new(), |(start, end)| self.bare_lines(start, end))
    }

    /// # Errors
    /// `NotAComment`.
    pub(crate) fn set_epilogue(&self, texts: &[&str]) -> Result<Vec<Patch>, Error> {
        check(texts, &Place::root(self.document))?;
        let source = self.source();
        let mut text = self.comment_block(texts, "", source.len());
        let newline = lines::newline_near(source, source.len());
        match self.epilogue_lines() {
            Some(lines) if texts.is_empty() => Ok(self.remove_lines(vec![lines])),
            Some((start, end)) => {
                if !source[..end].ends_with('\n') {
                    text.truncate(text.len() - newline.len());
                }
                Ok(vec![Patch::new(start, end, text)])
            }
            None if texts.is_empty() => Ok(Vec::new()),
            None => {
                let content = source.trim_end_matches(['\r', '\n', ' ', '\t']);
                let is_empty = content.len() <= lines::file_start(source);
                let gap = if is_empty || source.ends_with("\n\n") || source.ends_with("\r\n\r\n") {
                    ""
                } else {
                    newline
                };
                Ok(vec![
                    self.insert_lines(source.len(), &[gap, &text].concat()),
                ])
            }
        }
    }
}

/// A comment without its `#` and the space behind that.
fn bare(comment: &str) -> String {
    let text = comment.strip_prefix('#').unwrap_or(comment);
    text.strip_prefix(' ').unwrap_or(text).to_owned()
}

/// A text as a comment.
fn marked(text: &str) -> String {
    if text.is_empty() {
        "#".to_owned()
    } else {
        ["# ", text].concat()
    }
}

/// Fails where a text has what no comment can have (TOML 1.0.0, "Comment"): a control character but tab.
fn check(texts: &[&str], place: &Place<'_>) -> Result<(), Error> {
    let is_wrong = |text: &&str| {
        text.chars()
            .any(|character| character != '\t' && character.is_ascii_control())
    };
    match texts.iter().find(|text| is_wrong(text)) {
        None => Ok(()),
        Some(_) => Err(Error::at(ErrorKind::NotAComment, place.path())),
    }
}
