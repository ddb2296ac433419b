//! `toml check` as its users run it: the real binary on real folders.

mod formats;
mod paths;
mod sandbox;
mod verdicts;
