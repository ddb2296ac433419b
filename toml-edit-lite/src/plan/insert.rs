//! New keys of a table: on lines of its body, between its braces, or under headers of their own.

use toml_core::ValueRef;

use super::render::Renderer;
use super::{State, has_body};
use crate::collect::one_line;
use crate::error::{Error, ErrorKind};
use crate::extent::{self, Section};
use crate::lines;
use crate::list::NewItem;
use crate::new_value::Entry;
use crate::patch::Patch;
use crate::path::{Form, Place, form};
use crate::style::{Brackets, HeaderStyle, Layout, PairStyle, inline_text, layout_for};

/// Where among a table's children new ones go.
#[derive(Clone, Copy)]
pub(crate) enum Position<'d> {
    End,
    Before(ValueRef<'d>),
    After(ValueRef<'d>),
}

impl State<'_> {
    /// Adds keys to a table that has none of them.
    ///
    /// # Errors
    /// `NoPlace` for a plain value that is to stand behind a header.
    pub(crate) fn insert<'d>(
        &self,
        place: &Place<'d>,
        entries: Vec<Entry>,
        position: Position<'d>,
    ) -> Result<Vec<Patch>, Error> {
        if place.is_inline() {
            return Ok(self.insert_inline(place, entries, position));
        }
        let beside_line = match position {
            Position::Before(child) | Position::After(child) => form(child) != Form::Section,
            Position::End => false,
        };
        let (mut pairs, mut sections) = (Vec::new(), Vec::new());
        for entry in entries {
            match layout_for(place, &entry.content) {
                Layout::Section if !beside_line => sections.push(entry),
                Layout::Dotted => pairs.push((entry, Layout::Dotted)),
                _ => pairs.push((one_line(entry), Layout::Inline)),
            }
        }
        if !pairs.is_empty() && !beside_line && matches!(position, Position::After(_)) {
            return Err(Error::at(ErrorKind::NoPlace, place.path()));
        }
        let mut patches = Vec::new();
        if !pairs.is_empty() {
            patches.push(self.insert_pairs(place, pairs, position));
        }
        if !sections.is_empty() {
            let mut sections = self.insert_sections(place, sections, position);
            let newline = lines::newline_near(self.source(), sections.span.start as usize);
            // In an empty document, the sections do not know that they are not the first.
            if patches.iter().any(|pairs| pairs.span == sections.span)
                && !sections.text.starts_with(newline)
            {
                sections.text.insert_str(0, newline);
            }
            patches.push(sections);
        }
        Ok(patches)
    }

    /// Adds one key in a layout that is asked for; `Section` and a position among lines do not go together.
    pub(crate) fn insert_as(
        &self,
        place: &Place<'_>,
        entry: Entry,
        position: Position<'_>,
        layout: Layout,
    ) -> Patch {
        match layout {
            Layout::Section => self.insert_sections(place, vec![entry], position),
            _ => self.insert_pairs(place, vec![(entry, layout)], position),
        }
    }

    /// Lines in the body that a table's pairs stand in; a header for a table that has none.
    fn insert_pairs(
        &self,
        place: &Place<'_>,
        pairs: Vec<(Entry, Layout)>,
        position: Position<'_>,
    ) -> Patch {
        let Some(target) = self.line_target(place, position) else {
            return self.insert_header(place, pairs);
        };
        let mut renderer = Renderer {
            headers: HeaderStyle::below(self.document, place),
            pairs: target.style,
            out: target.before,
        };
        for (entry, layout) in pairs {
            let key = [target.prefix.as_str(), &entry.key].concat();
            match layout {
                Layout::Dotted => renderer.push_dotted(&key, entry),
                _ => renderer.push_pair(&key, &entry.content, &entry.comments),
            }
        }
        renderer.out.push_str(&target.after);
        self.insert_lines(target.at, &renderer.out)
    }

    /// Where lines go; `None` where the table has no body.
    fn line_target(&self, place: &Place<'_>, position: Position<'_>) -> Option<LineTarget> {
        let (source, table) = (self.source(), place.value());
        let body = if place.form() == Form::Dotted {
            place.owner().value()
        } else {
            table
        };
        if !has_body(body) {
            return None;
        }
        let prefix = self.dotted_prefix(place);
        let model = PairStyle::of(self.document, table);
        let beside = match position {
            Position::Before(child) if form(child) != Form::Section => {
                let first = *extent_of(child).first()?;
                Some(extent::pair(self.document, first).above)
            }
            Position::After(child) if form(child) != Form::Section => {
                let last = *extent_of(child).last()?;
                Some(extent::pair(self.document, last).end)
            }
            _ => None,
        };
        let (Some(style), Some(prefix)) = (model, prefix) else {
            return Some(self.empty_body_target(&extent::section(self.document, table)));
        };
        let at = match (beside, extent::last_leaf(table)) {
            (Some(at), _) => at,
            (None, last) => extent::pair(self.document, last?).end,
        };
        let newline = lines::newline_near(source, at);
        Some(LineTarget {
            at,
            prefix,
            style: PairStyle { newline, ..style },
            before: String::new(),
            after: String::new(),
        })
    }

    /// Where the first pair of a body goes: behind its comments, set off so that they stay what they are.
    fn empty_body_target(&self, section: &Section) -> LineTarget {
        let source = self.source();
        let indent = lines::indent_of(source, section.line);
        let style = PairStyle::elsewhere(self.document, indent, section.body);
        let newline = style.newline.to_owned();
        let has_comments = section.content_end > section.body;
        let is_root = section.header.is_none();
        let at = if has_comments {
            section.content_end
        } else {
            section.body
        };
        // The root's first pair stands apart from the header that follows.
        let touches = is_root && at == section.end && at < source.len();
        LineTarget {
            at,
            prefix: String::new(),
            style,
            before: if has_comments {
                newline.clone()
            } else {
                String::new()
            },
            after: if touches { newline } else { String::new() },
        }
    }

    /// What the lines of a table's keys start with; `None` for a body without pairs.
    fn dotted_prefix(&self, place: &Place<'_>) -> Option<String> {
        let leaf = extent::last_leaf(place.value())?;
        if place.form() != Form::Dotted {
            return Some(String::new());
        }
        let owner = place.owner();
        let keys = extent::keys_of(self.source(), &owner, leaf);
        let count = place.key_count() - owner.key_count();
        let (first, next) = (keys.first()?, keys.get(count)?);
        Some(self.source()[first.start as usize..next.start as usize].to_owned())
    }

    /// The header of a table that only headers below it name, above the first of them.
    fn insert_header(&self, place: &Place<'_>, pairs: Vec<(Entry, Layout)>) -> Patch {
        let first = extent::headers(place.value()).into_iter().next();
        let section = extent::section(self.document, first.unwrap_or(place.value()));
        let mut headers = HeaderStyle::below(self.document, place);
        lines::indent_of(self.source(), section.line).clone_into(&mut headers.indent);
        let pairs_style = PairStyle::elsewhere(self.document, &headers.indent, section.line);
        let newline = pairs_style.newline;
        let out = [&headers.header(Brackets::Table), newline].concat();
        let mut renderer = Renderer {
            headers,
            pairs: pairs_style,
            out,
        };
        for (entry, layout) in pairs {
            let key = entry.key.clone();
            match layout {
                Layout::Dotted => renderer.push_dotted(&key, entry),
                _ => renderer.push_pair(&key, &entry.content, &entry.comments),
            }
        }
        renderer.out.push_str(newline);
        Patch::insert(section.above, renderer.out)
    }

    fn insert_sections(
        &self,
        place: &Place<'_>,
        entries: Vec<Entry>,
        position: Position<'_>,
    ) -> Patch {
        let mut renderer = self.section_renderer(place);
        for entry in entries {
            renderer.push_child(entry);
        }
        match position {
            Position::Before(child) => {
                let first = extent::headers(child).into_iter().next();
                let section = extent::section(self.document, first.unwrap_or(child));
                renderer.out.push_str(renderer.pairs.newline);
                Patch::insert(section.above, renderer.out)
            }
            Position::After(child) => self.section_behind(&place.child(child), &renderer),
            Position::End => self.section_behind(place, &renderer),
        }
    }

    /// What writes the sections below a table.
    pub(super) fn section_renderer(&self, place: &Place<'_>) -> Renderer {
        let headers = HeaderStyle::below(self.document, place);
        let model = extent::headers(place.value()).pop();
        let style = model.and_then(|model| PairStyle::of(self.document, model));
        let pairs = style.map_or_else(
            || PairStyle::elsewhere(self.document, &headers.indent, self.source().len()),
            PairStyle::without_alignment,
        );
        Renderer {
            headers,
            pairs,
            out: String::new(),
        }
    }

    /// New sections behind all those of an item, one blank line between.
    pub(super) fn section_behind(&self, place: &Place<'_>, renderer: &Renderer) -> Patch {
        self.text_behind(place, &renderer.out, renderer.pairs.newline)
    }

    /// Entries between the braces of an inline table, behind dotted keys where the table is named by such.
    fn insert_inline(
        &self,
        place: &Place<'_>,
        entries: Vec<Entry>,
        position: Position<'_>,
    ) -> Vec<Patch> {
        let owner = place.owner();
        let list = self.list(owner.value());
        let leaves = extent::leaves(owner.value());
        let index_of = |leaf: &ValueRef<'_>| {
            leaves.partition_point(|other| other.span().start < leaf.span().start)
        };
        let index = match position {
            Position::Before(child) => extent_of(child).first().map(index_of),
            Position::After(child) => extent_of(child).last().map(|leaf| index_of(leaf) + 1),
            Position::End => extent::last_leaf(place.value()).map(|leaf| index_of(&leaf) + 1),
        };
        let prefix = self.dotted_prefix(place).unwrap_or_default();
        let equals = self.equals_in(leaves.last().copied());
        let newline = lines::newline_near(self.source(), owner.value().span().start as usize);
        let item = |entry: Entry| NewItem {
            text: lines::with_newlines(
                &[&prefix, &entry.key, equals, &inline_text(&entry.content)].concat(),
                newline,
            ),
            comments: entry.comments,
        };
        let entries = entries.into_iter().map(one_line);
        let items: Vec<NewItem> = entries.map(item).collect();
        self.insert_items(&owner, index.unwrap_or(list.len()), items)
    }

    /// Items of an array in brackets or of an inline table. Comments that have no place among them go above the
    /// line that all this starts on.
    pub(crate) fn insert_items(
        &self,
        owner: &Place<'_>,
        index: usize,
        mut items: Vec<NewItem>,
    ) -> Vec<Patch> {
        let list = self.list(owner.value());
        let mut patches = Vec::new();
        if !list.has_lines_at(index)
            && let Some(outermost) = owner.outermost_value()
        {
            let mut above = Vec::new();
            for item in &mut items {
                item.comments.take_into(&mut above);
            }
            let line = extent::pair(self.document, outermost).line;
            let text = self.lines_of_comments(&above, line);
            if !text.is_empty() {
                patches.push(Patch::insert(line, text));
            }
        }
        patches.extend(list.insert(index, &items));
        patches
    }

    /// What stands between key and value in an inline table: as in the last entry.
    fn equals_in(&self, leaf: Option<ValueRef<'_>>) -> &str {
        let gap = leaf.and_then(|leaf| {
            let key = leaf.key()?.span().end as usize;
            let gap = &self.source()[key..leaf.span().start as usize];
            (gap.len() <= 3).then_some(gap)
        });
        gap.unwrap_or(" = ")
    }
}

/// Where new lines go, and what they look like.
struct LineTarget {
    at: usize,
    prefix: String,
    style: PairStyle,
    before: String,
    after: String,
}

/// The values of a child that stand in the body: itself, or those behind its dotted keys.
pub(crate) fn extent_of(child: ValueRef<'_>) -> Vec<ValueRef<'_>> {
    match form(child) {
        Form::Value => vec![child],
        _ => extent::leaves(child),
    }
}
