//! The keys and values of mappings.

use std::collections::HashSet;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString};
use toml_core::encode::tomli_w::{Entries, Failure, Reason};

use super::object::{Object, text_of};
use super::trouble::{self, Trouble};

/// What becomes of the entries of a table.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    pub(super) order: Order,
    pub(super) none_values: NoneValues,
}

/// The order of the keys of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// That of the mapping.
    AsGiven,
    /// By code points.
    Sorted,
}

/// What becomes of keys whose value is `None`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NoneValues {
    /// They are an error.
    Error,
    /// They are left out.
    Skip,
}

type Collected<'py> = Result<Entries<Object<'py>>, Box<Trouble>>;

/// The entries of the root, which must be a mapping.
pub(super) fn of_root<'py>(
    root: &Bound<'py, PyAny>,
    choices: Choices,
) -> PyResult<Entries<Object<'py>>> {
    let entries = if let Ok(dict) = root.cast_exact::<PyDict>() {
        of_dict(dict, choices)
    } else if let Ok(mapping) = root.cast::<PyMapping>() {
        of_mapping(mapping, choices)
    } else {
        let name = root.get_type().qualname()?;
        let message = format!("Expected a mapping, not '{name}'");
        return Err(PyTypeError::new_err(message));
    };
    entries.map_err(|trouble| {
        let failure = Failure {
            reason: Reason::Data(trouble),
            path: toml_core::Path::default(),
        };
        trouble::raise(root.py(), failure)
    })
}

/// The entries of a `dict` that is of no subclass.
pub(super) fn of_dict<'py>(dict: &Bound<'py, PyDict>, choices: Choices) -> Collected<'py> {
    let mut entries = Vec::with_capacity(dict.len());
    // No code of Python's runs while this iterates, so nothing can change the dict meanwhile.
    for (key, value) in dict.iter() {
        let Ok(text) = key.cast_into_exact::<PyString>() else {
            return of_mapping(dict.as_mapping(), choices);
        };
        push(&mut entries, text, value, choices)?;
    }
    sort(&mut entries, choices);
    Ok(entries)
}

/// The entries of any mapping, as its `items` has them.
pub(super) fn of_mapping<'py>(mapping: &Bound<'py, PyMapping>, choices: Choices) -> Collected<'py> {
    let mut entries = Vec::new();
    for item in mapping.call_method0("items")?.try_iter()? {
        let (key, value): (Bound<'py, PyAny>, Bound<'py, PyAny>) = item?.extract()?;
        let text = match key.cast_into::<PyString>() {
            Ok(text) => text,
            Err(error) => return Err(key_trouble(&error.into_inner())?.into()),
        };
        push(&mut entries, text, value, choices)?;
    }
    sort(&mut entries, choices);
    let mut seen = HashSet::new();
    match entries.iter().find(|(key, _)| !seen.insert(&**key)) {
        Some((key, _)) => Err(Trouble::DuplicateKey(key.to_string()).into()),
        None => Ok(entries),
    }
}

#[inline]
fn push<'py>(
    entries: &mut Entries<Object<'py>>,
    key: Bound<'py, PyString>,
    value: Bound<'py, PyAny>,
    choices: Choices,
) -> Result<(), Box<Trouble>> {
    if choices.none_values == NoneValues::Skip && value.is_none() {
        return Ok(());
    }
    entries.push((text_of(key)?, Object::new(value, choices)));
    Ok(())
}

fn sort(entries: &mut Entries<Object<'_>>, choices: Choices) {
    if choices.order == Order::Sorted {
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    }
}

#[cold]
fn key_trouble(key: &Bound<'_, PyAny>) -> PyResult<Trouble> {
    Ok(Trouble::Key {
        text: key.str()?.to_string(),
        kind: key.get_type().qualname()?.to_string(),
    })
}
