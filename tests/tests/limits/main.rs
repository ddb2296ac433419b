//! Inputs made to break a parser: huge, deep, or cut off anywhere. Each runs on a thread with a
//! stack of 256 KiB, where a recursion that depends on the input would end the process.
//!
//! The length check, 4 GiB - 1 bytes, is tested beside it in `toml-core`.

mod depth;
mod endings;
mod serde;
mod size;

use std::thread;

use toml_core::{ErrorKind, IntegerRange, ParseOptions, Version, parse};
use toml_tests::invariants;

/// Half of the smallest stack that a thread usually gets, in bytes.
const SMALL_STACK: usize = 256 * 1024;

/// The stack that Rust gives a thread, in bytes.
const USUAL_STACK: usize = 2 * 1024 * 1024;

/// Runs a check on a small stack.
fn on_small_stack(check: impl FnOnce() + Send + 'static) {
    on_stack(SMALL_STACK, check);
}

/// Runs a check on a stack of the usual size, whatever the test harness gives.
fn on_usual_stack(check: impl FnOnce() + Send + 'static) {
    on_stack(USUAL_STACK, check);
}

fn on_stack(size: usize, check: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(size).spawn(check);
    let outcome = thread.expect("a thread starts").join();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

/// The kind of the error of a source that must be rejected, once its places and words are checked.
fn rejected(source: &str) -> ErrorKind {
    let error = parse(source).map(drop).expect_err("the source is invalid");
    assert_eq!(invariants::check_error(source.as_bytes(), &error), Ok(()));
    error.kind()
}

#[test]
fn options_are_the_documented_ones() {
    let expected = ParseOptions {
        version: Version::V1_0,
        max_depth: 128,
        max_errors: 100,
        integers: IntegerRange::Bits64,
    };
    assert_eq!(ParseOptions::default(), expected);
    assert_eq!(ParseOptions::MAX_DEPTH_LIMIT, 512);
}
