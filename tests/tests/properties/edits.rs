//! Sequences of edits of generated documents.

use proptest::collection::vec;
use proptest::prelude::*;
use toml_core::{Document, ParseOptions, ValueRef};
use toml_tests::edits::{Edit, all_edits};
use toml_tests::invariants::{check_any_edit, check_edit, check_spelling, check_transaction};

/// Which edits to do: each is one of those that the document has room for at that time.
pub(crate) fn picks() -> impl Strategy<Value = Vec<prop::sample::Index>> {
    vec(any::<prop::sample::Index>(), 1..=20)
}

/// Does edits one after the other, and then all of them in one go.
pub(crate) fn check(text: &str, picks: &[prop::sample::Index]) -> Result<(), String> {
    check_some(text, picks, |_| true)
}

/// [`check`] with edits that can wait for one another, so that many of them do.
pub(crate) fn check_waiting(text: &str, picks: &[prop::sample::Index]) -> Result<(), String> {
    check_some(text, picks, |edit| {
        matches!(
            edit,
            Edit::Set(..) | Edit::Add(..) | Edit::Push(..) | Edit::Remove(..)
        )
    })
}

fn check_some(
    text: &str,
    picks: &[prop::sample::Index],
    is_wanted: impl Fn(&Edit) -> bool,
) -> Result<(), String> {
    let options = ParseOptions::default();
    let mut edits: Vec<Edit> = Vec::new();
    let mut at_hand = text.to_owned();
    for (number, pick) in picks.iter().enumerate() {
        let document = options.parse(&at_hand).map_err(|error| error.to_string())?;
        let mut all = all_edits(&document);
        all.retain(&is_wanted);
        let edit = pick.get(&all).clone().numbered(number);
        drop(document);
        at_hand = check_edit(&at_hand, options, &edit)?;
        edits.push(edit);
    }
    check_transaction(text, options, &edits)
}

/// Does to one document the edits that another has room for.
pub(crate) fn check_foreign(
    text: &str,
    other: &str,
    picks: &[prop::sample::Index],
) -> Result<(), String> {
    let options = ParseOptions::default();
    let document = options.parse(other).map_err(|error| error.to_string())?;
    let edits = all_edits(&document);
    picks
        .iter()
        .try_for_each(|pick| check_any_edit(text, options, pick.get(&edits)))
}

/// Writes each value of a document in the spelling of each of another.
pub(crate) fn check_spellings(values: &str, models: &str) -> Result<(), String> {
    let options = ParseOptions::default();
    let values = options.parse(values).map_err(|error| error.to_string())?;
    let models = options.parse(models).map_err(|error| error.to_string())?;
    let models = all_values(&models);
    for value in all_values(&values) {
        let value = value.to_value();
        models
            .iter()
            .try_for_each(|model| check_spelling(&value, *model))?;
    }
    Ok(())
}

fn all_values<'d>(document: &'d Document<'_>) -> Vec<ValueRef<'d>> {
    let mut found = Vec::new();
    let mut open = vec![document.root().as_value()];
    while let Some(value) = open.pop() {
        open.extend(value.children());
        found.push(value);
    }
    found
}
