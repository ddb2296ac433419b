//! Editing: one value of a file set, beside `toml_edit` and beside one parse; many edits at once.

mod many;
mod paths;

#[cfg(test)]
mod tests;

use std::hint::black_box;

use serde_json::{Value, json};
use toml_edit_lite::DocumentMut;

pub use many::{Edits, measure_many, to_grid as many_to_grid};
use paths::Target;

use crate::inputs::Input;
use crate::measure::{Comparison, Plan, Samples, geometric_mean};
use crate::report::{Grid, kilobytes, times};

/// One value set in one input.
#[derive(Clone, Debug)]
pub struct Row {
    name: String,
    bytes: usize,
    is_counted: bool,
    /// Parse, set and print, beside `toml_edit`; none where that does not read the input.
    whole: Option<Comparison>,
    /// One edit of a document that is there, beside one parse of its text.
    edit: Comparison,
}

/// Measures all inputs that have a value to set.
#[must_use]
pub fn run(inputs: &[Input], plan: Plan) -> Vec<Row> {
    let mut trials: Vec<Trial<'_>> = inputs.iter().filter_map(Trial::new).collect();
    for pass in 1..=plan.passes {
        eprintln!("pass {pass} of {}", plan.passes);
        for trial in &mut trials {
            trial.measure(plan);
        }
    }
    trials.into_iter().map(Trial::into_row).collect()
}

struct Trial<'i> {
    input: &'i Input,
    target: Target,
    /// Whether the peer prints what ours does.
    is_comparable: bool,
    whole: Samples,
    edit: Samples,
}

impl<'i> Trial<'i> {
    fn new(input: &'i Input) -> Option<Self> {
        let target = Target::find(&input.text)?;
        let ours = set_and_print(&input.text, &target);
        let theirs = target.set_with_toml_edit(&input.text);
        let data = |text: &str| Some(toml_core::parse(text).ok()?.to_table());
        let is_comparable = theirs.is_some_and(|theirs| data(&theirs) == data(&ours));
        Some(Self {
            input,
            target,
            is_comparable,
            whole: Samples::default(),
            edit: Samples::default(),
        })
    }

    fn measure(&mut self, plan: Plan) {
        let (text, target) = (self.input.text.as_str(), &self.target);
        if self.is_comparable {
            let ours = || drop(black_box(set_and_print(text, target)));
            let theirs = || drop(black_box(target.set_with_toml_edit(text)));
            self.whole.take(plan, ours, theirs);
        }
        let mut document = DocumentMut::parse(text).expect("the input is TOML");
        let mut values = target.values.iter().cycle();
        let edit = || {
            let value = values.next().expect("there are two values").clone();
            document
                .set(&target.path, value)
                .expect("the value is there");
            document.checkpoint();
        };
        self.edit.take(plan, edit, || {
            drop(black_box(toml_core::parse(text)));
        });
    }

    fn into_row(self) -> Row {
        Row {
            name: self.input.name.clone(),
            bytes: self.input.bytes(),
            is_counted: self.input.is_counted(),
            whole: self.is_comparable.then(|| self.whole.compare()),
            edit: self.edit.compare(),
        }
    }
}

/// What is compared: a text is parsed, one value set, and the text of the result made.
fn set_and_print(text: &str, target: &Target) -> String {
    let mut document = DocumentMut::parse(text).expect("the input is TOML");
    let value = target.values[0].clone();
    document
        .set(&target.path, value)
        .expect("the value is there");
    document.to_string()
}

/// The table: how many times faster than `toml_edit`, and how many parses an edit takes.
#[must_use]
pub fn to_grid(rows: &[Row]) -> Grid {
    let mut grid = Grid::new(["input", "KB", "µs", "toml_edit", "edit / parse"]);
    for row in rows {
        let (time, ratio) = match row.whole {
            Some(whole) => (times(whole.ours / 1e3), times(whole.ratio)),
            None => ("-".to_string(), "differs".to_string()),
        };
        let edit = times(row.edit.ratio.recip());
        grid.add_row([row.name.clone(), kilobytes(row.bytes), time, ratio, edit]);
    }
    let counted = || rows.iter().filter(|row| row.is_counted);
    let ratios = || counted().filter_map(|row| Some(row.whole?.ratio));
    let edits = || counted().map(|row| row.edit.ratio.recip());
    let summary = |name: &str, ratio: f64, edit: f64| {
        let name = format!("**{name}**");
        [
            name,
            String::new(),
            String::new(),
            times(ratio),
            times(edit),
        ]
    };
    grid.add_row(summary(
        "geometric mean",
        geometric_mean(ratios()),
        geometric_mean(edits()),
    ));
    let worst = ratios().fold(f64::INFINITY, f64::min);
    grid.add_row(summary("worst", worst, edits().fold(0.0, f64::max)));
    grid
}

/// Everything, for other programs: times in nanoseconds.
#[must_use]
pub fn to_json(rows: &[Row]) -> Value {
    let cell = |it: Comparison| json!({ "ours": it.ours, "peer": it.peer, "ratio": it.ratio });
    let row = |row: &Row| {
        json!({
            "input": row.name,
            "bytes": row.bytes,
            "whole": row.whole.map(cell),
            "edit": cell(row.edit),
        })
    };
    rows.iter().map(row).collect()
}
