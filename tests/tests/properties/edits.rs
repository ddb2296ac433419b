//! Sequences of edits of generated documents.

use proptest::collection::vec;
use proptest::prelude::*;
use toml_core::ParseOptions;
use toml_tests::edits::{Edit, all_edits};
use toml_tests::invariants::{check_edit, check_transaction};

/// Which edits to do: each is one of those that the document has room for at that time.
pub(crate) fn picks() -> impl Strategy<Value = Vec<prop::sample::Index>> {
    vec(any::<prop::sample::Index>(), 1..=20)
}

/// Does edits one after the other, and then all of them in one go.
pub(crate) fn check(text: &str, picks: &[prop::sample::Index]) -> Result<(), String> {
    let options = ParseOptions::default();
    let mut edits: Vec<Edit> = Vec::new();
    let mut at_hand = text.to_owned();
    for (number, pick) in picks.iter().enumerate() {
        let document = options.parse(&at_hand).map_err(|error| error.to_string())?;
        let edit = pick.get(&all_edits(&document)).clone().numbered(number);
        drop(document);
        at_hand = check_edit(&at_hand, options, &edit)?;
        edits.push(edit);
    }
    check_transaction(text, options, &edits)
}
