//! Keys that have new names: their values move, and a warning shows the line to change.

use toml_core::{Segment, Span, ValueRef};

use super::{Assignment, Merger, Step};
use crate::config::rules::Rename;
use crate::config::sources::{DocumentValue, shifted};
use crate::config::tree::Spelling;
use crate::config::{Error, ErrorKind, Note};

impl Merger<'_> {
    /// Finds the values of a document that have old names, and notes them as moved; where they belong.
    pub(super) fn find_renamed(&mut self, root: DocumentValue) -> Vec<(Vec<Step>, DocumentValue)> {
        let mut moves = Vec::new();
        let (table, parsed) = self.sources.value(root);
        for rename in &self.rules.renames {
            let Some(way) = way_to(table, &rename.old) else {
                continue;
            };
            let Some(old) = way.last().copied() else {
                continue;
            };
            let of = |value: ValueRef<'_>| DocumentValue {
                id: value.id(),
                ..root
            };
            self.moved.push(of(old));
            // Tables of which nothing is left go, too.
            for table in way.iter().rev().skip(1) {
                let mut rest = table.children();
                if rest.all(|child| self.moved.contains(&of(child))) {
                    self.moved.push(of(*table));
                }
            }
            let span = shifted(old.key().map_or(old.span(), |key| key.span()), parsed.base);
            let name = self.rules.last_name(rename);
            let new = way_to(table, name).and_then(|way| way.last().copied());
            let mut warning = self.deprecated(rename, span);
            match new {
                Some(new) => {
                    let path: Vec<_> = rename.old.iter().cloned().map(Segment::Key).collect();
                    if self.rules.is_secret_by_another_name(&path) {
                        self.hidden.push(shifted(old.span(), parsed.base));
                    }
                    let span = shifted(new.key().map_or(new.span(), |key| key.span()), parsed.base);
                    if let Some(place) = self.sources.place(span) {
                        warning =
                            warning.with_note(Note::at("ignored, as the new name is set", place));
                    }
                }
                None => moves.push((steps_of(name, span), of(old))),
            }
            self.warnings.push(warning);
        }
        moves
    }

    /// Gives the values of variables and overrides their new names.
    pub(super) fn rename_assignments(&mut self, assignments: Vec<Assignment>) -> Vec<Assignment> {
        if self.rules.renames.is_empty() {
            return assignments;
        }
        let taken: Vec<Vec<Step>> = assignments.iter().map(|one| one.steps.clone()).collect();
        let renamed = assignments.into_iter().filter_map(|mut assignment| {
            let mut renames = self.rules.renames.iter();
            let Some(rename) = renames.find(|rename| begins_with(&assignment.steps, &rename.old))
            else {
                return Some(assignment);
            };
            let rest = assignment.steps.split_off(rename.old.len());
            let span = joined(&assignment.steps);
            let mut warning = self.deprecated(rename, span);
            assignment.steps = steps_of(self.rules.last_name(rename), span);
            assignment.steps.extend(rest);
            let is_taken = |steps: &&Vec<Step>| is_same_way(steps, &assignment.steps);
            let new = taken.iter().find(is_taken);
            if let Some(place) = new.and_then(|steps| self.sources.place(joined(steps))) {
                warning = warning.with_note(Note::at("ignored, as the new name is set", place));
            }
            self.warnings.push(warning);
            new.is_none().then_some(assignment)
        });
        renamed.collect()
    }

    fn deprecated(&self, rename: &Rename, span: Span) -> Error {
        let new = self.rules.last_name(rename);
        let path = |keys: &[String]| {
            let segments: Vec<_> = keys.iter().cloned().map(Segment::Key).collect();
            toml_core::Path::from(segments).to_string()
        };
        let message = format!(
            "deprecated since {}: `{}` is `{}` now",
            rename.since,
            path(&rename.old),
            path(new)
        );
        let mut error = Error::new(ErrorKind::Deprecated, message);
        if let Some(place) = self.sources.place(span) {
            error = error.at(place);
        }
        let parent = rename.old.split_last().map(|(_, parent)| parent);
        let help = match new.split_last() {
            Some((name, new_parent)) if parent == Some(new_parent) => {
                let mut key = String::new();
                toml_core::encode::encode_key(name, &mut key);
                format!("rename the key to `{key}`")
            }
            _ => format!("set `{}` instead", path(new)),
        };
        error.with_help(help)
    }
}

/// The values on the way along some keys, the one at its end included.
fn way_to<'d>(root: ValueRef<'d>, keys: &[String]) -> Option<Vec<ValueRef<'d>>> {
    let mut way = Vec::new();
    let mut value = root;
    for key in keys {
        value = value.get(key)?;
        way.push(value);
    }
    Some(way)
}

fn begins_with(steps: &[Step], keys: &[String]) -> bool {
    steps.len() >= keys.len() && steps.iter().zip(keys).all(|(step, key)| step.is(key))
}

fn is_same_way(steps: &[Step], others: &[Step]) -> bool {
    let is_same = |(step, other): (&Step, &Step)| {
        step.segment == other.segment || other.key().is_some_and(|key| step.is(key))
    };
    steps.len() == others.len() && steps.iter().zip(others).all(is_same)
}

fn steps_of(keys: &[String], span: Span) -> Vec<Step> {
    let steps = keys.iter().map(|key| Step {
        segment: Segment::Key(key.clone()),
        span,
        spelling: Spelling::Exact,
    });
    steps.collect()
}

/// The span of all steps together.
fn joined(steps: &[Step]) -> Span {
    match (steps.first(), steps.last()) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
        _ => Span::default(),
    }
}
