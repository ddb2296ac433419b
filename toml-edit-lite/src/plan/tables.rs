//! Arrays of tables: elements with all their sections, which may stand apart.

use toml_core::ValueRef;

use super::State;
use super::remove::settle_end;
use super::splice::ends_in_comment;
use crate::extent;
use crate::lines;
use crate::new_value::Section;
use crate::patch::Patch;
use crate::path::Place;

impl State<'_> {
    /// Puts elements before the one at an index, or behind the last.
    pub(crate) fn insert_tables(
        &self,
        place: &Place<'_>,
        index: usize,
        tables: Vec<Section>,
    ) -> Patch {
        let mut renderer = self.section_renderer(place);
        for table in tables {
            renderer.push_element(table);
        }
        match place.value().get_index(index) {
            Some(element) => {
                let section = extent::section(self.document, element);
                renderer.out.push_str(renderer.pairs.newline);
                Patch::insert(section.above, renderer.out)
            }
            None => self.section_behind(place, &renderer),
        }
    }

    /// Puts the item at `order[n]` where the `n`th is, with all its sections. `order` names each item once.
    ///
    /// An item whose sections stand apart is brought together.
    pub(crate) fn reorder_sections(&self, items: &[ValueRef<'_>], order: &[usize]) -> Vec<Patch> {
        let blocks: Vec<Vec<(usize, usize)>> =
            items.iter().map(|item| self.blocks(*item)).collect();
        let (mut patches, mut gone) = (Vec::new(), Vec::new());
        for (slot, item) in order.iter().enumerate() {
            if slot == *item {
                continue;
            }
            let Some(((start, end), rest)) = blocks[slot].split_first() else {
                continue;
            };
            patches.push(Patch::new(*start, *end, self.text_of(&blocks[*item], *end)));
            gone.extend(rest.iter().map(|(start, end)| {
                let end = lines::skip_blank_lines(self.source(), *end, self.source().len());
                (*start, end)
            }));
        }
        patches.extend(self.remove_lines(gone));
        settle_end(&mut patches);
        patches
    }

    /// The text of an item's sections, those that follow one another without others between made one.
    fn blocks(&self, item: ValueRef<'_>) -> Vec<(usize, usize)> {
        let mut blocks: Vec<(usize, usize)> = Vec::new();
        let mut last_end = None;
        for table in extent::headers(item) {
            let section = extent::section(self.document, table);
            match blocks.last_mut() {
                Some(block) if last_end == Some(section.above) => block.1 = section.content_end,
                _ => blocks.push((section.above, section.content_end)),
            }
            last_end = Some(section.end);
        }
        blocks
    }

    /// Blocks as one text, for a place that ends at `end`.
    fn text_of(&self, blocks: &[(usize, usize)], end: usize) -> String {
        let source = self.source();
        let newline = lines::newline_near(source, end);
        let mut text = String::new();
        for (start, end) in blocks {
            if !text.is_empty() {
                text.push_str(newline);
            }
            text.push_str(&source[*start..*end]);
            if !text.ends_with('\n') {
                text.push_str(newline);
            }
        }
        if !source[..end].ends_with('\n') {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        } else if ends_in_comment(&text) && self.has_text_at(end) {
            text.push_str(newline);
        }
        text
    }
}
