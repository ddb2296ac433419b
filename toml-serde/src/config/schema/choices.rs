//! A table whose keys are one of several sets, such as an enum with fields.

use serde_json::Value as Json;
use toml_core::{Table, Value};

use super::comment::{description, join_lines};
use super::json::to_toml;
use super::layout::{Heading, Section, State};
use super::plan::Planner;
use super::shape::Shape;
use super::show::VARIANT;

impl Planner<'_> {
    /// Shows the alternatives: that of the values `given` in the table itself, the others as groups
    /// that are commented out.
    pub(super) fn choose(
        &mut self,
        section: &mut Section,
        alternatives: &[Json],
        given: &mut Option<Table>,
    ) {
        let shapes: Vec<Shape> = alternatives
            .iter()
            .map(|schema| self.shape(schema))
            .filter(|shape| self.can_be_shown(section, shape))
            .collect();
        let of_given = given
            .as_ref()
            .and_then(|given| shapes.iter().position(|shape| fits(self, shape, given)));
        if let Some(shape) = of_given.and_then(|index| shapes.get(index)) {
            self.fill(section, shape, given);
        }
        for (index, shape) in shapes.iter().enumerate() {
            if Some(index) != of_given {
                let group = self.group(section, shape);
                section.groups.push(group);
            }
        }
    }

    /// An alternative as a group of its own.
    fn group(&mut self, section: &Section, shape: &Shape) -> Section {
        let comment = format!("{VARIANT} {}", description(shape));
        let path = section.path.clone();
        let mut group = Section::new(Heading::None, path, State::CommentedOut);
        self.fill_table(&mut group, shape, None);
        match group.sections.first_mut() {
            // There is nothing between that would keep the two apart.
            Some(first) if group.lines.is_empty() && group.groups.is_empty() => {
                first.comment = join_lines(&[&comment, &first.comment]);
            }
            _ => group.comment = comment,
        }
        group
    }

    /// Whether an alternative is a table, and not the one that it is an alternative of.
    fn can_be_shown(&self, section: &Section, shape: &Shape) -> bool {
        let has_impossible_key = shape.required.iter().any(|key| {
            shape
                .properties
                .get(key)
                .is_some_and(|schema| self.shape(schema).is_never)
        });
        !shape.is_never
            && !has_impossible_key
            && !self.is_open_at(&section.path, shape)
            && self.has_room()
            && shape.forms(self.root).table.is_some()
    }
}

/// Whether a table may be of an alternative: all it needs is there, and what is fixed is the same.
fn fits(planner: &Planner<'_>, shape: &Shape, table: &Table) -> bool {
    let is_fixed_right = |(key, value): (&String, &Value)| match shape.properties.get(key) {
        Some(schema) => planner
            .shape(schema)
            .keywords
            .get("const")
            .is_none_or(|fixed| to_toml(fixed).as_ref() == Some(value)),
        None => true,
    };
    shape.required.iter().all(|key| table.contains_key(key)) && table.iter().all(is_fixed_right)
}
