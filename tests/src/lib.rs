//! What the tests of all front ends share.
//!
//! ```text
//! toml-test lists ──► front_end ──► tagged ──► compare      tests/conformance.rs
//! fixtures/err    ──► expectation, report                   tests/fixtures.rs
//! fixtures/ok     ──► dump                                  tests/fixtures.rs
//! any bytes       ──► invariants                            tests/properties, fuzz
//! any edit        ──► edits  ──► invariants                 tests/editing, fuzz
//! any Rust value  ──► shapes ──► invariants                 tests/properties, fuzz
//! bytes of a fuzzer ──► fuzz, generate ──► invariants       tests/fuzz, fuzz/targets
//! a test          ──► child, calls                          tests/limits, tests/writing
//! ```
//!
//! A new front end implements [`FrontEnd`](front_end::FrontEnd) and is added to
//! [`front_end::all`]; every conformance file then runs through it.

pub mod calls;
pub mod child;
pub mod compare;
pub mod dump;
pub mod edits;
pub mod expectation;
pub mod front_end;
pub mod fuzz;
pub mod generate;
pub mod invariants;
pub mod protocol;
pub mod real_files;
pub mod report;
pub mod shapes;
pub mod tagged;
