//! `toml` as its users run it: the real binary on real folders.

mod explain;
#[cfg(unix)]
mod faults;
mod formats;
mod output;
mod paths;
mod sandbox;
mod verdicts;
