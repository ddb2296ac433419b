//! How results are shown: tables, the sections of `RESULTS.md`, and the chart.

mod chart;
mod grid;
mod machine;
mod output;
mod sections;

#[cfg(test)]
mod tests;

pub use chart::{Bar, BarKind, Chart, Panel};
pub use grid::{Grid, kilobytes, speed, times};
pub use machine::{Environment, package_versions};
pub use output::Output;
pub use sections::{Section, replace_section, write_section};
