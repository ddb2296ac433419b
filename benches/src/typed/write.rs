//! Structs to text.

use std::hint::black_box;
use std::rc::Rc;

use super::{Action, Trial, ours, spanner, toml};
use crate::inputs::Input;
use crate::models::Format;

pub(super) const CALLS: &[(&str, &str)] = &[
    ("toml-serde", "`to_string`"),
    ("toml", "`to_string`"),
    ("toml-spanner", "`to_string` with its derive"),
];

/// What `toml` reads of an input.
///
/// # Panics
/// When ours writes other data.
pub(super) fn prepare<F: Format>(input: &Input) -> Option<Trial<'_>> {
    let model: Rc<F::Model<'_>> = Rc::new(toml::from_str(&input.text)?);
    let written = ours::to_string(&*model).filter(|text| is_right(text, input));
    let Some(written) = written else {
        panic!("{}: ours writes something else", input.name);
    };
    let toml = with(&model, input, toml::to_string);
    let spanner = with(&model, input, spanner::to_string);
    let ours = move || drop(black_box(ours::to_string(black_box(&*model))));
    let trial = Trial::new(input, Box::new(ours));
    let bytes = written.len();
    Some(Trial { bytes, ..trial }.beside(toml).beside(spanner))
}

/// A peer that writes the model, if it writes it right.
fn with<'i, T: 'i>(
    model: &Rc<T>,
    input: &Input,
    write: fn(&T) -> Option<String>,
) -> Result<Action<'i>, &'static str> {
    match write(model) {
        None => Err("rejects"),
        Some(text) if !is_right(&text, input) => Err("differs"),
        Some(_) => {
            let model = Rc::clone(model);
            Ok(Box::new(move || drop(black_box(write(black_box(&*model))))))
        }
    }
}

fn is_right(written: &str, input: &Input) -> bool {
    toml::is_same_data(written, &input.text)
}
