//! What must hold for every input, as plain functions: property tests and fuzz targets call them.
//!
//! Each returns the first violation as one line.

mod edits;
mod errors;
mod format;
mod layers;
mod peers;
mod recovery;
mod serde;
mod spans;
mod tokens;
mod values;
mod writers;

pub use edits::{
    Pick, check_any_edit, check_edit, check_edits, check_patches, check_transaction, pick_edit,
};
pub use errors::check_error;
pub use format::{check_format, format_options};
pub use layers::check_layers;
pub use peers::{DIFFERENCES, Difference, Disagreement, Outcome, Test, check_peers};
pub use recovery::check_recovery;
pub use serde::{check_reading, check_serde, check_text};
pub use spans::check_spans;
pub use tokens::check_tokens;
pub use values::{check_encode, check_spelling, same_table, same_value};
pub use writers::{check_round_trip, check_writers};

use toml_core::{Document, Error, ParseOptions, Version};

use crate::tagged;

/// Fails the surrounding check with a message, unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($message:tt)+) => {
        if !$condition {
            return Err(format!($($message)+));
        }
    };
}
use ensure;

/// Parses any bytes as both versions of TOML and checks all that must hold of the outcome.
///
/// # Errors
/// The first violation.
pub fn check_bytes(source: &[u8]) -> Result<(), String> {
    let old = check_version(source, Version::V1_0)?;
    let new = check_version(source, Version::V1_1)?;
    match (old, new) {
        (Ok(old), Ok(new)) => {
            let (old, new) = (old.to_table(), new.to_table());
            ensure!(
                same_table(&old, &new),
                "TOML 1.0 and 1.1 read different data"
            );
        }
        (Ok(_), Err(error)) => return Err(format!("valid in TOML 1.0, but in 1.1: {error}")),
        (Err(_), Err(error)) => {
            ensure!(
                !error.kind().is_valid_in_1_1(),
                "TOML 1.1 rejects its own syntax: {error}"
            );
        }
        (Err(_), Ok(_)) => {}
    }
    Ok(())
}

/// Parses as one version; `Ok(Err(_))` is a document rejected as it should be.
fn check_version(source: &[u8], version: Version) -> Result<Result<Document<'_>, Error>, String> {
    let options = ParseOptions {
        version,
        ..ParseOptions::default()
    };
    let outcome = options.parse_bytes(source);
    if let Ok(text) = std::str::from_utf8(source) {
        let from_str = options.parse(text).err();
        ensure!(
            from_str.as_ref() == outcome.as_ref().err(),
            "text and bytes differ: {from_str:?}"
        );
    }
    match &outcome {
        Ok(document) => check_document(document, version)?,
        Err(error) => check_error(source, error)?,
    }
    Ok(outcome)
}

/// Checks spans, tokens, lookup, conversion and re-encoding of a document.
///
/// # Errors
/// The first violation.
pub fn check_document(document: &Document<'_>, version: Version) -> Result<(), String> {
    check_spans(document, version)?;
    check_tokens(document)?;
    let table = document.to_table();
    let views = tagged::from_table_view(document.root());
    ensure!(
        views == tagged::from_table(&table),
        "views and owned values differ"
    );
    check_encode(&table)
}
