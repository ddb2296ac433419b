//! Recovery: all mistakes of a document, each once, and nothing else lost.

mod breakage;
mod cases;
mod suite;

use toml_core::{Document, Error, parse_recoverable};
use toml_tests::invariants;

/// Recovers, and checks what holds for any source.
fn recover(source: &str) -> (Document<'_>, Vec<Error>) {
    assert_eq!(invariants::check_recovery(source.as_bytes()), Ok(()));
    parse_recoverable(source)
}
