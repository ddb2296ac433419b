//! Recovery: all mistakes of a document, each once, and nothing else lost.

mod breakage;
mod cases;
mod suite;

use toml_core::{Document, Error, parse_recoverable};
use toml_tests::invariants;

/// Recovers, and checks what holds for any source: the first error is that of a plain parse, and
/// all errors are well formed.
fn recover(source: &str) -> (Document<'_>, Vec<Error>) {
    let (document, errors) = parse_recoverable(source);
    let first = toml_core::parse(source).err();
    assert_eq!(errors.first(), first.as_ref(), "{source:?}");
    for error in &errors {
        assert_eq!(invariants::check_error(source.as_bytes(), error), Ok(()));
    }
    (document, errors)
}
