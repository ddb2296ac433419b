//! The keys of a table in another order: lines with their comments, then sections with theirs.

use std::cmp::Ordering;

use toml_core::ValueRef;

use super::Transaction;
use crate::error::Error;
use crate::extent;
use crate::lines;
use crate::patch::Patch;
use crate::path::{Form, IntoPath, Place, form, key_of};
use crate::plan::State;

impl Transaction<'_> {
    /// See [`DocumentMut::sort_keys`](crate::DocumentMut::sort_keys).
    ///
    /// # Errors
    /// As there.
    pub fn sort_keys(
        &mut self,
        table: impl IntoPath,
        mut compare: impl FnMut(&str, &str) -> Ordering,
    ) -> Result<(), Error> {
        self.run_at(table, |state, place| {
            place.table()?;
            let mut patches = sort_pairs(state, place, &mut compare);
            patches.extend(sort_sections(state, place, &mut compare));
            Ok(patches)
        })
    }
}

/// Each value of a table's body, with the key of the table that it is in.
fn keyed_leaves<'d>(place: &Place<'d>) -> Vec<(ValueRef<'d>, &'d str)> {
    let mut keyed = Vec::new();
    for child in place.value().children() {
        let key = key_of(child);
        match form(child) {
            Form::Value => keyed.push((child, key)),
            Form::Dotted => keyed.extend(extent::leaves(child).into_iter().map(|leaf| (leaf, key))),
            Form::Root | Form::Section => {}
        }
    }
    keyed.sort_by_key(|(leaf, _)| leaf.span().start);
    keyed
}

fn sort_pairs(
    state: &State<'_>,
    place: &Place<'_>,
    compare: &mut impl FnMut(&str, &str) -> Ordering,
) -> Vec<Patch> {
    let keyed = keyed_leaves(place);
    let mut order: Vec<usize> = (0..keyed.len()).collect();
    order.sort_by(|one, other| compare(keyed[*one].1, keyed[*other].1));
    let is_moved = |(slot, item): &(usize, &usize)| slot != *item;
    if place.is_inline() {
        return sort_entries(state, place, &order);
    }
    let source = state.source();
    let lines: Vec<(usize, usize)> = keyed
        .iter()
        .map(|(leaf, _)| {
            let pair = extent::pair(state.document, *leaf);
            (pair.above, pair.end)
        })
        .collect();
    let text_for = |slot: usize, item: usize| {
        let ((_, end), (start, stop)) = (lines[slot], lines[item]);
        let text = source[start..stop].trim_end_matches(['\r', '\n']);
        let is_last = !source[..end].ends_with('\n');
        let newline = if is_last {
            ""
        } else {
            lines::newline_near(source, stop)
        };
        [text, newline].concat()
    };
    let slots = order.iter().enumerate().filter(is_moved);
    slots
        .map(|(slot, item)| Patch::new(lines[slot].0, lines[slot].1, text_for(slot, *item)))
        .collect()
}

/// The entries of an inline table, or of a dotted table in one, which then takes the places of its own entries.
fn sort_entries(state: &State<'_>, place: &Place<'_>, order: &[usize]) -> Vec<Patch> {
    let owner = place.owner();
    let all = extent::leaves(owner.value());
    let own: Vec<usize> = keyed_leaves(place)
        .iter()
        .map(|(leaf, _)| all.partition_point(|other| other.span().start < leaf.span().start))
        .collect();
    let mut whole: Vec<usize> = (0..all.len()).collect();
    for (slot, item) in order.iter().enumerate() {
        whole[own[slot]] = own[*item];
    }
    state.list(owner.value()).reorder(&whole)
}

fn sort_sections(
    state: &State<'_>,
    place: &Place<'_>,
    compare: &mut impl FnMut(&str, &str) -> Ordering,
) -> Vec<Patch> {
    if place.is_inline() {
        return Vec::new();
    }
    let mut children: Vec<ValueRef<'_>> = place
        .value()
        .children()
        .filter(|child| !extent::headers(*child).is_empty())
        .collect();
    children.sort_by_cached_key(|child| {
        extent::headers(*child)
            .first()
            .map(|first| first.span().start)
    });
    let names: Vec<&str> = children.iter().map(|child| key_of(*child)).collect();
    let mut order: Vec<usize> = (0..children.len()).collect();
    order.sort_by(|one, other| compare(names[*one], names[*other]));
    state.reorder_sections(&children, &order)
}
