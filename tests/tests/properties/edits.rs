//! Sequences of edits of generated documents.

use proptest::collection::vec;
use proptest::prelude::*;
use toml_core::{Document, ParseOptions, ValueRef};
use toml_tests::edits::{Edit, edits_at, paths};
use toml_tests::invariants::{
    Pick, check_any_edit, check_edit, check_edits, check_spelling, check_transaction, pick_edit,
};

/// Which edits to do: each is one of those that the document has room for at that time.
pub(crate) fn picks() -> impl Strategy<Value = Vec<Pick>> {
    let pick = (any::<u16>(), any::<u16>()).prop_map(|(path, edit)| Pick {
        path: path.into(),
        edit: edit.into(),
        value: None,
    });
    vec(pick, 1..=20)
}

/// Does edits one after the other, and then all of them in one go.
pub(crate) fn check(text: &str, picks: &[Pick]) -> Result<(), String> {
    check_edits(text, ParseOptions::default(), picks)
}

/// [`check`] with edits that can wait for one another, so that many of them do.
pub(crate) fn check_waiting(text: &str, picks: &[Pick]) -> Result<(), String> {
    let options = ParseOptions::default();
    let mut edits: Vec<Edit> = Vec::new();
    let mut at_hand = text.to_owned();
    for (number, pick) in picks.iter().enumerate() {
        let document = options.parse(&at_hand).map_err(|error| error.to_string())?;
        let paths = paths(&document);
        let mut all = edits_at(&document, &paths[pick.path % paths.len()]);
        all.retain(can_wait);
        let edit = all[pick.edit % all.len()].clone().numbered(number);
        drop(document);
        at_hand = check_edit(&at_hand, options, &edit)?;
        edits.push(edit);
    }
    check_transaction(text, options, &edits)
}

/// There is one such edit of everything: any item can be removed, and the root can get keys.
fn can_wait(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::Set(..) | Edit::Add(..) | Edit::Push(..) | Edit::Remove(..) | Edit::Rename(..)
    )
}

/// Does to one document the edits that another has room for.
pub(crate) fn check_foreign(text: &str, other: &str, picks: &[Pick]) -> Result<(), String> {
    let options = ParseOptions::default();
    let document = options.parse(other).map_err(|error| error.to_string())?;
    picks
        .iter()
        .try_for_each(|pick| check_any_edit(text, options, &pick_edit(&document, pick)))
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
