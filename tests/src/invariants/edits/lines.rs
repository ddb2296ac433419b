//! Which lines of a document an edit may change: told from the spans of what it concerns.

use std::collections::BTreeSet;

use toml_core::{
    ArrayForm, Document, Path, Segment, TableForm, TriviaKind, Value, ValueRef, trivia,
};

use crate::edits::Edit;

/// The lines of a text, without what ends them and without a byte order mark.
pub(super) fn texts(source: &str) -> Vec<&str> {
    let source = source.trim_start_matches('\u{feff}');
    let lines = source.split('\n');
    lines
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect()
}

/// The lines of a document, by number from 0.
pub(super) struct Lines<'d> {
    document: &'d Document<'d>,
    pub(super) texts: Vec<&'d str>,
    /// Lines that are comments alone.
    pub(super) comments: BTreeSet<usize>,
    /// Lines of headers.
    headers: BTreeSet<usize>,
}

impl<'d> Lines<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        let mut lines = Self {
            document,
            texts: texts(document.source()),
            comments: BTreeSet::new(),
            headers: BTreeSet::new(),
        };
        let mut written = BTreeSet::new();
        lines.each_below(document.root().as_value(), &mut |lines, value| {
            written.extend(lines.of_value(value));
            if value.table_form() == Some(TableForm::Header) {
                lines.headers.extend(lines.of_value(value));
            }
        });
        let is_comment = |at: &usize| lines.texts[*at].trim_start().starts_with('#');
        lines.comments = (0..lines.texts.len())
            .filter(is_comment)
            .filter(|at| !written.contains(at) || !lines.is_inside_string(*at))
            .collect();
        lines
    }

    fn each_below(&mut self, value: ValueRef<'d>, visit: &mut impl FnMut(&mut Self, ValueRef<'d>)) {
        for child in value.children() {
            visit(self, child);
            self.each_below(child, visit);
        }
    }

    /// The numbers of the lines that a value and its key stand on.
    fn of_value(&self, value: ValueRef<'_>) -> Vec<usize> {
        let span = value.span();
        let start = match value.key() {
            Some(key)
                if value.table_form() != Some(TableForm::Header)
                    && value.array_form() != Some(ArrayForm::OfTables) =>
            {
                key.span().start
            }
            _ => span.start,
        };
        let line = |at: u32| self.document.source()[..at as usize].matches('\n').count();
        (line(start)..=line(span.end.max(start))).collect()
    }

    /// The comments behind values and headers.
    pub(super) fn comments_beside(&self) -> Vec<&'d str> {
        let source = self.document.source();
        let mut found = Vec::new();
        let mut open = vec![self.document.root().as_value()];
        while let Some(value) = open.pop() {
            open.extend(value.children());
            let is_written = value.table_form() != Some(TableForm::Root);
            let beside = trivia(source, value.span().end as usize)
                .take_while(|(kind, _)| is_written && *kind != TriviaKind::Newline)
                .find(|(kind, _)| *kind == TriviaKind::Comment);
            found.extend(beside.map(|(_, span)| source[span.range()].trim_end()));
        }
        found
    }

    fn is_inside_string(&self, line: usize) -> bool {
        let source = self.document.source();
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1));
        let start = starts.into_iter().nth(line).unwrap_or(0);
        let mut open = vec![self.document.root().as_value()];
        while let Some(value) = open.pop() {
            if value.as_str().is_some()
                && value.span().range().contains(&start)
                && value.span().start as usize != start
            {
                return true;
            }
            open.extend(value.children());
        }
        false
    }

    /// The lines that an edit may change or take away.
    pub(super) fn concerned(&self, edit: &Edit) -> BTreeSet<usize> {
        let value = edit
            .path()
            .find(self.document)
            .expect("the path leads to something");
        let mut lines = BTreeSet::new();
        match edit {
            Edit::Set(path, new) => {
                let is_update = value.as_table().is_some() && new.is_table()
                    || value.as_array().is_some() && new.is_array();
                self.add_item(value, &mut lines, is_update);
                self.add_bodies_below(value, &mut lines);
                if !new.is_table() && value.key().is_none() {
                    self.add_outer_sections(path, &mut lines);
                }
            }
            Edit::Rename(..) => self.add_names(value, &mut lines),
            Edit::Clear(_) => {
                self.add_item(value, &mut lines, false);
                if value.table_form() == Some(TableForm::Header) {
                    let header = self.of_value(value);
                    lines.retain(|line| !header.contains(line));
                }
            }
            Edit::Add(..) => self.add_braces(value, &mut lines),
            Edit::Insert(_, at, new) => self.add_insertion(value, *at, new, &mut lines),
            Edit::InsertAll(_, at, new) => {
                for new in new {
                    self.add_insertion(value, *at, new, &mut lines);
                }
            }
            Edit::Push(_, new) => {
                self.add_insertion(value, value.children().count(), new, &mut lines);
            }
            Edit::Convert(..) => {
                self.add_item(value, &mut lines, false);
                self.add_braces_round(edit.path(), &mut lines);
            }
            Edit::Remove(path) | Edit::Move(path, _) => {
                self.add_item(value, &mut lines, false);
                self.add_neighbours(path, value, &mut lines);
            }
            // What is new has lines of its own.
            Edit::Copy(..) | Edit::Note(..) => {}
            Edit::Comment(..) => self.add_item(value, &mut lines, true),
            Edit::CommentsAbove(..) => {
                self.add_item(value, &mut lines, true);
                let first = self.of_value(value).first().copied().unwrap_or(0);
                lines.retain(|line| self.comments.contains(line) && *line < first);
            }
            Edit::Update(..) => lines.extend(0..self.texts.len()),
            Edit::Sort(_) | Edit::SortKeys(_) | Edit::Swap(..) => {
                if value.array_form() != Some(ArrayForm::OfTables) {
                    self.add_braces(value, &mut lines);
                    if value.as_array().is_some() {
                        lines.extend(self.of_value(value));
                    }
                }
            }
        }
        // Its keys may share lines and commas with others between the braces.
        if value.table_form() == Some(TableForm::Dotted)
            && matches!(
                edit,
                Edit::Set(..) | Edit::Add(..) | Edit::Clear(_) | Edit::SortKeys(_)
            )
        {
            self.add_braces_round(edit.path(), &mut lines);
        }
        lines
    }

    /// An item with all its lines and comments.
    fn add_item(&self, value: ValueRef<'_>, lines: &mut BTreeSet<usize>, keeps_comments: bool) {
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            open.extend(value.children());
            let own = self.of_value(value);
            let is_written = value.table_form() != Some(TableForm::Implicit);
            if is_written {
                lines.extend(&own);
            }
            let Some(first) = own.first().filter(|_| is_written) else {
                continue;
            };
            let above = (0..*first)
                .rev()
                .take_while(|at| self.comments.contains(at));
            lines.extend(above);
            if value.table_form() == Some(TableForm::Header) && !keeps_comments {
                self.add_body(*first, lines);
            }
        }
    }

    /// The bodies of the headers below an item, which may have no place in its new value.
    fn add_bodies_below(&self, value: ValueRef<'_>, lines: &mut BTreeSet<usize>) {
        let mut open: Vec<ValueRef<'_>> = value.children().collect();
        while let Some(value) = open.pop() {
            open.extend(value.children());
            if value.table_form() == Some(TableForm::Header)
                && let Some(header) = self.of_value(value).first()
            {
                self.add_body(*header, lines);
            }
        }
    }

    /// All lines from a header up to the comments of the next one.
    fn add_body(&self, header: usize, lines: &mut BTreeSet<usize>) {
        let next = self.headers.range(header + 1..).next().copied();
        let mut end = next.unwrap_or(self.texts.len());
        while next.is_some() && end > header + 1 && self.comments.contains(&(end - 1)) {
            end -= 1;
        }
        lines.extend(header + 1..end);
    }

    /// An array of tables that cannot stay one, because of an element that is no table.
    fn add_outer_sections(&self, path: &Path, lines: &mut BTreeSet<usize>) {
        let outer = path
            .segments()
            .split_last()
            .map(|(_, outer)| outer.to_vec());
        let outer = outer.and_then(|outer| Path::from(outer).find(self.document));
        if let Some(outer) = outer.filter(|outer| outer.array_form() == Some(ArrayForm::OfTables)) {
            self.add_item(outer, lines, false);
        }
    }

    /// Where a comma comes or goes with an element.
    fn add_neighbours(&self, path: &Path, value: ValueRef<'_>, lines: &mut BTreeSet<usize>) {
        let segments = path.segments();
        for length in (0..segments.len()).rev() {
            let outer = Path::from(segments[..length].to_vec());
            let outer = outer
                .find(self.document)
                .expect("the path leads to something");
            let is_table = outer.table_form() == Some(TableForm::Inline);
            if is_table {
                lines.extend(self.of_value(outer));
            }
            if let (Some(Segment::Index(at)), Some(ArrayForm::Inline)) =
                (segments.get(length), outer.array_form())
            {
                if length + 1 == segments.len() {
                    let at = usize::try_from(*at).unwrap_or(0);
                    self.add_gap(outer, at, lines);
                    // Its comma may stand on a line further down.
                    let own = self.of_value(value);
                    let next = outer.get_index(at + 1).map(|next| self.of_value(next)[0]);
                    let end = next.or(self.of_value(outer).last().copied());
                    let further = own[0]..=end.unwrap_or(own[0]);
                    lines.extend(further.filter(|line| !self.comments.contains(line)));
                    if outer.children().count() == 1 {
                        lines.extend(self.of_value(outer));
                    }
                    lines.extend(self.of_value(value));
                }
                break;
            }
            if outer.array_form() == Some(ArrayForm::OfTables)
                && outer.children().count() == 1
                && length + 1 == segments.len()
            {
                self.add_item(outer, lines, false);
            }
        }
    }

    /// What a new element may change.
    fn add_insertion(
        &self,
        array: ValueRef<'_>,
        at: usize,
        new: &Value,
        lines: &mut BTreeSet<usize>,
    ) {
        if array.array_form() != Some(ArrayForm::OfTables) {
            self.add_gap(array, at, lines);
        } else if !new.is_table() {
            self.add_item(array, lines, false);
        }
    }

    /// The lines between two elements of an array, theirs included.
    fn add_gap(&self, array: ValueRef<'_>, at: usize, lines: &mut BTreeSet<usize>) {
        let elements: Vec<ValueRef<'_>> = array.children().collect();
        let around = [at.checked_sub(1), Some(at)];
        for element in around
            .into_iter()
            .flatten()
            .filter_map(|at| elements.get(at))
        {
            lines.extend(self.of_value(*element));
        }
        if elements.is_empty() || !self.document.source()[array.span().range()].contains('\n') {
            lines.extend(self.of_value(array));
        }
        // A comma may stand on a line of its own.
        let first = at.checked_sub(1).and_then(|at| elements.get(at));
        let (start, next) = (
            first.unwrap_or(&array),
            elements.get(at).copied().unwrap_or(array),
        );
        let edge = |value: ValueRef<'_>, end| self.of_value(value).get(end).copied();
        let start = self
            .of_value(*start)
            .last()
            .copied()
            .filter(|_| first.is_some());
        let end = if at < elements.len() {
            edge(next, 0)
        } else {
            self.of_value(array).last().copied()
        };
        if let (Some(start), Some(end)) = (start, end) {
            lines.extend((start..=end).filter(|line| !self.comments.contains(line)));
        }
        if at >= elements.len() {
            lines.extend(self.of_value(array).last());
        }
    }

    /// The braces that an item is in.
    fn add_braces_round(&self, path: &Path, lines: &mut BTreeSet<usize>) {
        for length in 1..path.segments().len() {
            let outer = Path::from(path.segments()[..length].to_vec());
            let outer = outer.find(self.document);
            lines.extend(
                outer
                    .into_iter()
                    .filter(|outer| outer.table_form() == Some(TableForm::Inline))
                    .flat_map(|outer| self.of_value(outer)),
            );
        }
    }

    /// The braces round a table that has such.
    fn add_braces(&self, value: ValueRef<'_>, lines: &mut BTreeSet<usize>) {
        match value.table_form() {
            Some(TableForm::Inline) => lines.extend(self.of_value(value)),
            // Perhaps inside of braces.
            Some(TableForm::Dotted) => {
                for child in value.children() {
                    lines.extend(self.of_value(child));
                    self.add_braces(child, lines);
                }
            }
            _ => {}
        }
    }

    /// Lines with the key of an item.
    fn add_names(&self, value: ValueRef<'_>, lines: &mut BTreeSet<usize>) {
        lines.extend(self.of_value(value).first());
        if matches!(value.table_form(), Some(TableForm::Inline))
            || value.array_form() == Some(ArrayForm::Inline)
        {
            return;
        }
        for child in value.children() {
            self.add_names(child, lines);
        }
    }
}
