//! Which inputs are read into which type.

use super::{Trial, read, write};
use crate::inputs::Input;
use crate::models::{
    BorrowedCargoLock, CargoLock, CargoManifest, Format, PoetryLock, Pyproject, UvLock,
};

/// A format with its type forgotten.
struct Subject {
    inputs: &'static [&'static str],
    read: Prepare,
    write: Prepare,
}

/// Makes a row; `None` where the type does not fit the input.
type Prepare = for<'i> fn(&'i Input) -> Option<Trial<'i>>;

const OWNED: &[Subject] = &[
    Subject::of::<CargoLock>(),
    Subject::of::<CargoManifest>(),
    Subject::of::<PoetryLock>(),
    Subject::of::<Pyproject>(),
    Subject::of::<UvLock>(),
];

const BORROWED: &[Subject] = &[Subject::of::<BorrowedCargoLock<'static>>()];

impl Subject {
    const fn of<F: Format>() -> Self {
        Self {
            inputs: F::INPUTS,
            read: read::prepare::<F>,
            write: write::prepare::<F>,
        }
    }

    fn is_for(&self, input: &Input) -> bool {
        self.inputs.iter().any(|name| input.name.ends_with(name))
    }
}

/// The rows of reading an input: none where there is no type for it.
pub(super) fn read(input: &Input) -> Vec<Trial<'_>> {
    let owned = OWNED.iter().filter(|it| it.is_for(input));
    let mut trials: Vec<Trial<'_>> = owned.filter_map(|it| (it.read)(input)).collect();
    let borrowed = BORROWED.iter().filter(|it| it.is_for(input));
    trials.extend(borrowed.filter_map(|it| {
        let trial = (it.read)(input)?;
        let name = format!("{}, borrowed", trial.name);
        Some(Trial { name, ..trial })
    }));
    trials
}

/// The rows of writing what an input holds; who owns the text makes no difference.
pub(super) fn write(input: &Input) -> Vec<Trial<'_>> {
    let owned = OWNED.iter().filter(|it| it.is_for(input));
    owned.filter_map(|it| (it.write)(input)).collect()
}
