//! Inputs made to break a parser: huge, deep, slow to read, or cut off anywhere. Each runs on a thread with
//! a stack of 256 KiB, where a recursion that depends on the input would end the process; on Linux, what takes
//! much memory runs in a process of its own that gets 1 GiB of addresses.
//!
//! The length check, 4 GiB - 1 bytes, is tested beside it in `toml-core`.

mod deep;
mod depth;
mod endings;
mod errors;
#[cfg(unix)]
mod growth;
#[cfg(unix)]
mod operations;
mod serde;
mod size;
#[cfg(unix)]
mod traps;

use std::thread;

use toml_core::{ErrorKind, IntegerRange, ParseOptions, Version, parse};
use toml_tests::child::{self, Limits};
use toml_tests::invariants;

/// Half of the smallest stack that a thread usually gets, in bytes.
const SMALL_STACK: usize = 256 * 1024;

/// The stack that Rust gives a thread, in bytes.
const USUAL_STACK: usize = 2 * 1024 * 1024;

/// What a process gets, in units of 1024 bytes: 1 GiB.
const ADDRESSES: u64 = 1 << 20;

/// Whether the checks are those of `cargo xtask test --long`, on sources that take longer.
fn is_thorough() -> bool {
    std::env::var_os("TOML_TESTS_LONG").is_some()
}

/// Runs the check that a test consists of on a small stack, in a process that gets 1 GiB of addresses where
/// the system knows of such a limit.
fn confined<F: FnOnce() + Send + 'static>(check: F) {
    confined_to(SMALL_STACK, check);
}

/// [`confined`], with another stack.
fn confined_to<F: FnOnce() + Send + 'static>(stack: usize, check: F) {
    let test = test_of::<F>();
    if !cfg!(target_os = "linux") {
        return on_stack(stack, check);
    }
    if child::argument(test).is_none() {
        let limits = Limits {
            addresses: Some(ADDRESSES),
            ..Limits::default()
        };
        return child::run(test, "", limits);
    }
    let too_much = Vec::<u8>::new().try_reserve_exact(1024 * ADDRESSES as usize);
    assert!(too_much.is_err(), "the limit holds");
    on_stack(stack, check);
}

/// The name of the test that a closure is in, such as `depth::depth_limit_is_exact`; [`child::run`] fails
/// where there is no such test.
fn test_of<F>() -> &'static str {
    let name = std::any::type_name::<F>().trim_end_matches("::{{closure}}");
    name.split_once("::").map_or(name, |(_, name)| name)
}

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
